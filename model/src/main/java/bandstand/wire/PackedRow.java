package bandstand.wire;

import bandstand.framework.Code;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A row of an import in few bytes: five for an answer, so that a hundred thousand may wait. */
public final class PackedRow {
  /** Of an answer: that it is cleared, or that it is spelt out; above it, a bare one's ordinal. */
  private static final int CLEARED = 0;

  private static final int SPELT = 1;
  private static final int BARE = 2;

  private static final int NO_ANSWER = Answer.values().length;

  private final byte[] bytes;

  private PackedRow(byte[] bytes) {
    this.bytes = bytes;
  }

  /** How many it takes. */
  public int size() {
    return bytes.length;
  }

  public static PackedRow of(ImportRow row) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(row.number());
      out.writeInt(row.place().line());
      text(out, row.place().pointer());
      out.writeUTF(row.reference().text());
      CaseRequest request = row.request();
      out.writeShort(request.facts().size());
      for (Map.Entry<String, Optional<String>> fact : request.facts().entrySet()) {
        out.writeUTF(fact.getKey());
        text(out, fact.getValue());
      }
      out.writeShort(request.answers().size());
      for (Map.Entry<Code, Optional<AnswerRequest>> answer : request.answers().entrySet()) {
        out.writeInt(answer.getKey().packed());
        answer(out, answer.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new PackedRow(bytes.toByteArray());
  }

  /** The row as it was; names and words that many rows have are those of an earlier one. */
  public static ImportRow unpacked(PackedRow row, Sharing sharing) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row.bytes))) {
      int number = in.readInt();
      Place place = new Place(in.readInt(), text(in, sharing));
      Reference reference = new Reference(in.readUTF());
      SortedMap<String, Optional<String>> facts = new TreeMap<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        facts.put(sharing.of(in.readUTF()), text(in, sharing));
      }
      SortedMap<Code, Optional<AnswerRequest>> answers = new TreeMap<>();
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        answers.put(sharing.of(new Code(in.readInt())), answer(in, sharing));
      }
      return new ImportRow(
          number, place, reference, new CaseRequest(facts, answers, Optional.empty()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void answer(DataOutputStream out, Optional<AnswerRequest> given)
      throws IOException {
    if (given.isEmpty()) {
      out.writeByte(CLEARED);
      return;
    }
    AnswerRequest request = given.get();
    Optional<Answer> word = request.answer();
    if (word.isPresent() && given.equals(AnswerRequest.bare(word.get()))) {
      out.writeByte(BARE + word.get().ordinal());
      return;
    }
    out.writeByte(SPELT);
    out.writeByte(word.map(Answer::ordinal).orElse(NO_ANSWER));
    switch (request.note()) {
      case Update.Unsaid<String>() -> out.writeBoolean(false);
      case Update.Removal<String>() -> {
        out.writeBoolean(true);
        text(out, Optional.empty());
      }
      case Update.Value<String>(String note) -> {
        out.writeBoolean(true);
        text(out, Optional.of(note));
      }
    }
    out.writeBoolean(request.ask().isPresent());
    out.writeBoolean(request.ask().orElse(false));
  }

  private static Optional<AnswerRequest> answer(DataInputStream in, Sharing sharing)
      throws IOException {
    int how = in.readByte();
    if (how == CLEARED) {
      return Optional.empty();
    }
    if (how >= BARE) {
      return AnswerRequest.bare(Answer.values()[how - BARE]);
    }
    int word = in.readByte();
    Optional<Answer> answer =
        word == NO_ANSWER ? Optional.empty() : Optional.of(Answer.values()[word]);
    Update<String> note = in.readBoolean() ? said(text(in, sharing)) : new Update.Unsaid<>();
    boolean marked = in.readBoolean();
    boolean ask = in.readBoolean();
    return Optional.of(
        new AnswerRequest(
            answer, note, marked ? Optional.of(ask) : Optional.empty(), Optional.empty()));
  }

  private static Update<String> said(Optional<String> note) {
    return note.<Update<String>>map(Update.Value::new).orElseGet(Update.Removal::new);
  }

  /** Every text of a case has a limit below the 64 KiB that this form takes. */
  private static void text(DataOutputStream out, Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      out.writeUTF(text.get());
    }
  }

  private static Optional<String> text(DataInputStream in, Sharing sharing) throws IOException {
    return in.readBoolean() ? Optional.of(sharing.of(in.readUTF())) : Optional.empty();
  }
}
