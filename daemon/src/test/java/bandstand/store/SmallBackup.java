package bandstand.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.journal.Appending;
import bandstand.journal.Entry;
import bandstand.journal.Journal;
import bandstand.journal.Opening;
import bandstand.journal.Start;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A backup of a small data folder, and its journal, still open. */
final class SmallBackup implements AutoCloseable {
  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  static final String SEGMENT = "journal/journal-000000000001.log";

  final Path data;
  final Path file;
  final Journal journal;
  final String digits;

  SmallBackup(Path folder) throws IOException {
    data = folder.resolve("data");
    Files.createDirectories(data.resolve("editions/added"));
    Files.writeString(data.resolve("editions/" + "ab".repeat(32) + ".json"), "{\"id\":\"e\"}");
    Files.writeString(data.resolve("editions/added/harbour-2026.json"), "{\"id\":\"harbour\"}");
    Files.writeString(data.resolve("editions/added/x.json.building"), "half");
    Files.writeString(data.resolve("editions/yos-2021.wording.txt"), "words");
    Files.writeString(data.resolve("tokens"), "a\tlead\t" + "0".repeat(64) + "\n");
    Files.writeString(data.resolve("daemon.lock"), "");
    journal =
        assertInstanceOf(
                Opening.Opened.class,
                Journal.open(data.resolve("journal"), Start.fromBeginning(0), kept -> {}))
            .journal();
    for (String stream : List.of("leicester-2019", "swindon-2021", "leicester-2019")) {
      long revision = journal.head(stream).isEmpty() ? 1 : 2;
      byte[] payload = ("change " + revision).getBytes(StandardCharsets.UTF_8);
      assertInstanceOf(
          Appending.Appended.class,
          journal.append(List.of(new Entry(stream, revision, AT, "Nia", List.of(payload)))));
    }
    file = folder.resolve("backup.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      digits = write(out);
    }
  }

  String write(OutputStream out) throws IOException {
    return Backup.write(
        out, data, journal.excerpt(journal.end()), new Backup.Made(AT, "Siân", "1.0.0"));
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
