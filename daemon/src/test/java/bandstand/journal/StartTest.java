package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening with a checkpoint: only what follows it is replayed. */
class StartTest {
  private Trial trial;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Written> written = new ArrayList<>();

  /** The heads before each entry, and after the last. */
  private final List<Map<String, Head>> heads = new ArrayList<>();

  @BeforeEach
  void writeSomeSegments() throws IOException {
    trial = Trial.fresh();
    heads.add(Map.of());
    for (int i = 1; i <= 12; i++) {
      String stream = i % 3 == 0 ? "swindon-2021" : i % 5 == 0 ? "ynys-mon" : "leicester-2019";
      Entry entry = Trial.entry(stream, i, "C0" + i, "x".repeat(1500), "imported");
      entries.add(entry);
      written.addAll(trial.append(entry));
      heads.add(trial.journal.heads());
    }
    assertTrue(trial.journal.end().position().segment() > 1);
  }

  @Test
  void everyMarkReplaysWhatFollowsIt() throws IOException {
    for (int i = 0; i < entries.size(); i++) {
      replays(i, new Start(written.get(i).mark(), heads.get(i), 36));
    }
  }

  @Test
  void theEndReplaysNothing() throws IOException {
    replays(12, new Start(trial.journal.end(), heads.get(12), 36));
  }

  @Test
  void theEndOfAFullSegmentGoesOnInTheNext() throws IOException {
    for (int i = 1; i < entries.size(); i++) {
      Written before = written.get(i - 1);
      long end = before.position().offset() + entries.get(i - 1).bytes();
      Mark mark = new Mark(new Position(before.position().segment(), end), before.last() + 1);
      replays(i, new Start(mark, heads.get(i), 36));
    }
  }

  @Test
  void headsMayLieBeyondTheStart() throws IOException {
    for (int i = 0; i < entries.size(); i++) {
      for (int later = i; later <= entries.size(); later++) {
        replays(i, new Start(written.get(i).mark(), heads.get(later), 36));
      }
    }
  }

  @Test
  void aHeadThatDiffersIsDamage() throws IOException {
    for (int from : new int[] {0, 4, 9}) {
      Map<String, Head> wrong = new HashMap<>(heads.get(10));
      wrong.computeIfPresent(
          "leicester-2019", (stream, head) -> new Head(head.sequence(), Link.NONE));
      trial.reopen(new Start(written.get(from).mark(), wrong, 0));
      Damage damage = assertInstanceOf(Tail.Damaged.class, trial.tail).damage();
      assertEquals(Damage.Fault.CHAIN, damage.fault());
    }
  }

  @Test
  void aHeadAtAFrameOfAnotherStreamIsDamage() throws IOException {
    Head swindon = heads.get(10).get("swindon-2021");
    Map<String, Head> wrong = new HashMap<>(heads.get(4));
    wrong.put("leicester-2019", swindon);
    trial.reopen(new Start(written.get(4).mark(), wrong, 0));
    assertEquals(
        Damage.Fault.CHAIN, assertInstanceOf(Tail.Damaged.class, trial.tail).damage().fault());
  }

  @Test
  void aStreamWithoutItsHeadIsDamage() throws IOException {
    Map<String, Head> without = new HashMap<>(heads.get(6));
    without.remove("leicester-2019");
    trial.reopen(new Start(written.get(6).mark(), without, 0));
    assertEquals(
        Damage.Fault.CHAIN, assertInstanceOf(Tail.Damaged.class, trial.tail).damage().fault());
  }

  @Test
  void aHeadBeyondTheEndIsDamage() throws IOException {
    Map<String, Head> beyond = new HashMap<>(heads.get(12));
    beyond.put("bridgend", new Head(40, Link.NONE));
    trial.reopen(new Start(trial.journal.end(), beyond, 0));
    assertEquals(
        Damage.Fault.VANISHED, assertInstanceOf(Tail.Damaged.class, trial.tail).damage().fault());
  }

  @Test
  void aStartBeyondTheEndIsDamage() throws IOException {
    Position end = trial.journal.end().position();
    for (Position beyond :
        List.of(
            new Position(end.segment(), end.offset() + 500),
            new Position(37, Segment.HEADER_BYTES))) {
      trial.reopen(new Start(new Mark(beyond, 37), heads.get(12), 0));
      Damage damage = assertInstanceOf(Tail.Damaged.class, trial.tail).damage();
      assertEquals(Damage.Fault.VANISHED, damage.fault());
      assertEquals(List.of(), trial.lines());
    }
  }

  @Test
  void aStartInTheMiddleOfAFrameCutsNothing() throws IOException {
    Written last = written.getLast();
    String name = Segment.name(last.position().segment());
    byte[] bytes = trial.disk.bytes(name);
    for (int shift : new int[] {-1, 1, 50, 1600}) {
      Position off = new Position(last.position().segment(), last.position().offset() + shift);
      trial.reopen(new Start(new Mark(off, last.first()), heads.get(11), 0));
      assertInstanceOf(Tail.Damaged.class, trial.tail, "shifted by " + shift);
      assertEquals(bytes.length, trial.disk.bytes(name).length);
    }
  }

  @Test
  void aStartAtAFrameWithAnotherSequenceCutsNothing() throws IOException {
    Written last = written.getLast();
    String name = Segment.name(last.position().segment());
    byte[] bytes = trial.disk.bytes(name);
    trial.reopen(new Start(new Mark(last.position(), last.first() + 1), heads.get(11), 0));
    assertInstanceOf(Tail.Damaged.class, trial.tail);
    trial.disk.put(name, Arrays.copyOf(bytes, bytes.length - 1));
    trial.reopen(new Start(new Mark(last.positions().get(2), last.first() + 1), heads.get(11), 0));
    assertInstanceOf(Tail.Damaged.class, trial.tail);
    assertEquals(bytes.length - 1, trial.disk.bytes(name).length);
  }

  @Test
  void aTornTailAfterTheStartIsCut() throws IOException {
    Written last = written.getLast();
    String name = Segment.name(last.position().segment());
    byte[] bytes = trial.disk.bytes(name);
    trial.disk.put(name, Arrays.copyOf(bytes, bytes.length - 1));
    trial.reopen(new Start(written.get(10).mark(), heads.get(10), written.get(10).last()));
    Tail.Torn torn = assertInstanceOf(Tail.Torn.class, trial.tail);
    assertEquals(last.first(), torn.sequence());
    assertEquals(Trial.lines(entries.subList(10, 11)), trial.lines());
    assertEquals(heads.get(11), trial.journal.heads());
  }

  private void replays(int from, Start start) throws IOException {
    trial.reopen(start);
    assertEquals(new Tail.Whole(), trial.tail, () -> "from " + from);
    assertEquals(Trial.lines(entries.subList(from, 12)), trial.lines());
    assertEquals(heads.get(12), trial.journal.heads());
    assertEquals(37, trial.journal.end().sequence());
    for (int i = from; i < 12; i++) {
      assertEquals(written.get(i), trial.replayed.get(i - from).written());
    }
  }
}
