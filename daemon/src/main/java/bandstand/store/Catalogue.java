package bandstand.store;

import bandstand.inspection.InspectionId;
import bandstand.journal.Head;
import bandstand.journal.Link;
import bandstand.journal.Mark;
import bandstand.journal.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is at rest, and from where the journal must be replayed to have the rest.
 *
 * @param from every change before it is in a file
 * @param watermark the highest sequence known to be recorded
 * @param heads of each inspection's hash chain
 */
record Catalogue(
    Mark from, long watermark, Map<String, Head> heads, SortedMap<InspectionId, Item> items) {
  static final Catalogue EMPTY = new Catalogue(Mark.BEGINNING, 0, Map.of(), new TreeMap<>());

  private static final String JOURNAL = "journal";
  private static final String INSPECTION = "inspection/";

  /**
   * One inspection at rest.
   *
   * @param file its name in the folder
   * @param framework digest of its edition
   */
  record Item(String file, String framework, Outline outline) {}

  Catalogue {
    heads = Map.copyOf(heads);
  }

  SortedMap<String, byte[]> entries() {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    entries.put(JOURNAL, bytes(this::writeJournal));
    items.forEach((id, item) -> entries.put(INSPECTION + id, bytes(out -> writeItem(item, out))));
    return entries;
  }

  /**
   * Reads what {@link #entries} made.
   *
   * @throws RuntimeException if it is anything else
   */
  static Catalogue of(SortedMap<String, byte[]> entries) {
    SortedMap<InspectionId, Item> items = new TreeMap<>();
    try {
      for (var entry : entries.tailMap(INSPECTION).entrySet()) {
        if (entry.getKey().startsWith(INSPECTION)) {
          var id = new InspectionId(entry.getKey().substring(INSPECTION.length()));
          items.put(id, readItem(in(entry.getValue())));
        }
      }
      byte[] journal = entries.get(JOURNAL);
      if (journal == null) {
        throw new IOException("a catalogue without a journal");
      }
      DataInputStream in = in(journal);
      Mark from = new Mark(Position.unpacked(in.readLong()), in.readLong());
      long watermark = in.readLong();
      Map<String, Head> heads = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String stream = in.readUTF();
        heads.put(stream, new Head(in.readLong(), Link.of(in.readNBytes(32))));
      }
      return new Catalogue(from, watermark, heads, items);
    } catch (IOException damage) {
      throw new UncheckedIOException(damage);
    }
  }

  private void writeJournal(DataOutputStream out) throws IOException {
    out.writeLong(from.position().packed());
    out.writeLong(from.sequence());
    out.writeLong(watermark);
    out.writeInt(heads.size());
    for (var head : new TreeMap<>(heads).entrySet()) {
      out.writeUTF(head.getKey());
      out.writeLong(head.getValue().sequence());
      out.write(head.getValue().link().bytes());
    }
  }

  private static void writeItem(Item item, DataOutputStream out) throws IOException {
    out.writeUTF(item.file());
    out.writeUTF(item.framework());
    out.writeLong(item.outline().revision());
    out.writeBoolean(item.outline().deleted());
    out.writeInt(item.outline().summary().length);
    out.write(item.outline().summary());
  }

  private static Item readItem(DataInputStream in) throws IOException {
    String file = in.readUTF();
    String framework = in.readUTF();
    long revision = in.readLong();
    boolean deleted = in.readBoolean();
    byte[] summary = in.readNBytes(in.readInt());
    return new Item(file, framework, new Outline(revision, deleted, summary));
  }

  private static DataInputStream in(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static byte[] bytes(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try {
      writing.into(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private interface Writing {
    void into(DataOutputStream out) throws IOException;
  }
}
