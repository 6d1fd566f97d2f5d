package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChainTest {
  private Trial trial;

  @BeforeEach
  void writeTwoStreams() throws IOException {
    trial = Trial.fresh();
    trial.append(Trial.entry("leicester-2019", 1, "created"));
    trial.append(
        Trial.entry("swindon-2021", 1, "created"),
        Trial.entry("leicester-2019", 2, "C01", "imported"));
    trial.append(Trial.entry("leicester-2019", 3, "yes"), Trial.entry("swindon-2021", 2, "no"));
    trial.reopen();
  }

  @Test
  void linksAreThoseOfTheTable() throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    Forge forge = new Forge(trial.disk, 1);
    byte[] previous = new byte[32];
    for (int i : new int[] {0, 2, 3, 4}) {
      Frame frame = forge.frames.get(i);
      sha256.update(frame.salt());
      byte[] digest = sha256.digest(frame.payload());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.write(previous);
      out.writeLong(i + 1);
      out.writeLong(frame.revision());
      out.writeLong(frame.micros());
      out.writeInt(i == 3 ? 1 : 0);
      out.writeByte(i == 2 ? 1 : 2);
      out.writeByte(14);
      out.writeByte(9);
      out.write("leicester-2019Nia Evans".getBytes(StandardCharsets.UTF_8));
      out.write(digest);
      previous = sha256.digest(bytes.toByteArray());
      assertEquals(Link.of(digest), frame.digest());
      assertEquals(Link.of(previous), frame.link());
    }
    assertEquals(Optional.of(new Head(5, Link.of(previous))), trial.journal.head("leicester-2019"));
  }

  @Test
  void anAppendTellsTheHeadThatAReplayTells() throws IOException {
    Written written = trial.append(Trial.entry("swindon-2021", 3, "C07", "imported")).getFirst();
    assertEquals(
        Optional.of(new Head(written.last(), written.head())), trial.journal.head("swindon-2021"));
    Map<String, Head> heads = trial.journal.heads();
    trial.reopen();
    assertEquals(heads, trial.journal.heads());
    assertEquals(written, trial.replayed.getLast().written());
    assertEquals(Optional.empty(), trial.journal.head("ynys-mon"));
  }

  @Test
  void equalPayloadsHaveDifferentDigests() throws IOException {
    List<Frame> frames = new Forge(trial.disk, 1).frames;
    assertEquals("created", new String(frames.get(0).payload(), StandardCharsets.UTF_8));
    assertEquals("created", new String(frames.get(1).payload(), StandardCharsets.UTF_8));
    assertTrue(!frames.get(0).digest().equals(frames.get(1).digest()));
  }

  @Test
  void aSoundJournalVerifies() {
    Verification.Sound sound = assertInstanceOf(Verification.Sound.class, trial.journal.verify());
    assertEquals(5, sound.entries());
    assertEquals(6, sound.frames());
    assertEquals(trial.journal.heads(), sound.heads());
    assertEquals(List.of(), sound.erased());
  }

  @Test
  void aStreamVerifiesByItself() {
    Verification.Sound sound = assertInstanceOf(Verification.Sound.class, leicester());
    assertEquals(3, sound.entries());
    assertEquals(4, sound.frames());
    assertEquals(
        Map.of("leicester-2019", trial.journal.head("leicester-2019").orElseThrow()),
        sound.heads());
  }

  @Test
  void aChangedPayloadIsFound() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    Frame frame = forge.frames.get(2);
    forge.frames.set(
        2, Forge.withPayload(frame, "C02".getBytes(StandardCharsets.UTF_8), frame.digest()));
    found(forge, 2, Damage.Fault.CONTENT);
  }

  @Test
  void aChangedPayloadWithItsDigestIsFound() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    Frame frame = forge.frames.get(2);
    byte[] payload = "C02".getBytes(StandardCharsets.UTF_8);
    Link digest = new Hashes().digest(frame.salt(), payload);
    forge.frames.set(2, Forge.withPayload(frame, payload, digest));
    found(forge, 2, Damage.Fault.CHAIN);
  }

  @Test
  void aChangedAuthorIsFound() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    forge.frames.set(0, Forge.withAuthor(forge.frames.get(0), "Mia Evans"));
    found(forge, 0, Damage.Fault.CHAIN);
  }

  @Test
  void aFrameLinkedAnewIsFoundAtTheNextOfItsStream() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    Frame changed = Forge.withAuthor(forge.frames.get(0), "Mia Evans");
    forge.frames.set(0, Forge.withLink(changed, new Hashes().link(Link.NONE, changed)));
    found(forge, 2, Damage.Fault.CHAIN);
  }

  @Test
  void aChainMadeAnewToItsEndIsFoundAtTheHeadThatWasKnown() throws IOException {
    Forge forge = new Forge(trial.disk, 1);
    Link previous = Link.NONE;
    for (int i : new int[] {0, 2, 3, 4}) {
      Frame changed = Forge.withAuthor(forge.frames.get(i), "Mia Evans");
      Frame linked = Forge.withLink(changed, new Hashes().link(previous, changed));
      forge.frames.set(i, linked);
      previous = linked.link();
    }
    Map<String, Head> heads = trial.journal.heads();
    trial.disk.put(Segment.name(1), forge.forged());
    brokenBy(trial.journal.verify(), Damage.Fault.CHAIN);
    brokenBy(leicester(), Damage.Fault.CHAIN);
    trial.reopen();
    assertEquals(new Tail.Whole(), trial.tail);
    trial.reopen(new Start(Mark.BEGINNING, heads, 0));
    Damage damage = assertInstanceOf(Tail.Damaged.class, trial.tail).damage();
    assertEquals(Damage.Fault.CHAIN, damage.fault());
    assertEquals(5, damage.sequence());
  }

  @Test
  void aStreamWithAnEntryLeftOutOrOfAnotherStreamDoesNotVerify() {
    List<Position> all = positions("leicester-2019");
    List<Position> without = List.of(all.get(0), all.get(2));
    brokenBy(trial.journal.verify("leicester-2019", without), Damage.Fault.CHAIN);
    brokenBy(trial.journal.verify("swindon-2021", all), Damage.Fault.ORDER);
    brokenBy(
        trial.journal.verify("leicester-2019", List.of(new Position(1, 33))), Damage.Fault.FRAME);
  }

  @Test
  void aStreamVerifiesAsFarAsItsPositionsGo() {
    List<Position> all = positions("leicester-2019");
    Verification.Sound sound =
        assertInstanceOf(
            Verification.Sound.class, trial.journal.verify("leicester-2019", all.subList(0, 2)));
    assertEquals(4, sound.heads().get("leicester-2019").sequence());
  }

  private Verification leicester() {
    return trial.journal.verify("leicester-2019", positions("leicester-2019"));
  }

  private List<Position> positions(String stream) {
    return trial.replayed.stream()
        .filter(kept -> kept.stream().equals(stream))
        .map(kept -> kept.written().position())
        .toList();
  }

  /** By verifying everything, by verifying the stream, and by opening. */
  private void found(Forge forge, int frame, Damage.Fault fault) throws IOException {
    trial.disk.put(Segment.name(1), forge.forged());
    brokenBy(leicester(), fault);
    Damage damage = brokenBy(trial.journal.verify(), fault);
    assertEquals(frame + 1, damage.sequence());
    trial.reopen();
    assertEquals(damage, assertInstanceOf(Tail.Damaged.class, trial.tail).damage());
  }

  private static Damage brokenBy(Verification verification, Damage.Fault fault) {
    Damage damage = assertInstanceOf(Verification.Broken.class, verification).damage();
    assertEquals(fault, damage.fault());
    return damage;
  }
}
