package bandstand.service;

import bandstand.inspection.Holder;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.store.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The file of tokens, a line a person: name, role, hash, when it was made, by whom, and the day of
 * its last use, separated by tabs; the last three may be empty, and older files end after the hash.
 */
final class PeopleFile {
  private static final String TAB = "\t";
  private static final int FIELDS = 6;
  private static final int OLDER_FIELDS = 3;

  private PeopleFile() {}

  /** A person, and the SHA-256 of the token. */
  record Line(Holder holder, byte[] hash) {
    Person person() {
      return holder.person();
    }

    String name() {
      return person().name();
    }
  }

  /**
   * What the file holds; nothing if there is none.
   *
   * @throws IOException if it cannot be read, or is no such file
   */
  static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    if (Files.exists(file)) {
      for (String text : Files.readAllLines(file)) {
        lines.add(
            line(text)
                .orElseThrow(
                    () ->
                        new IOException(
                            "%s: a line is not name, role and hash"
                                .formatted(file.getFileName()))));
      }
    }
    return lines;
  }

  private static Optional<Line> line(String text) {
    String[] fields = text.split(TAB, -1);
    boolean whole = fields.length == FIELDS || fields.length == OLDER_FIELDS;
    if (!whole || !Person.isName(fields[0]) || !fields[2].matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    byte[] hash = HexFormat.of().parseHex(fields[2]);
    return Role.ofWord(fields[1])
        .map(role -> new Person(fields[0], role))
        .flatMap(person -> holder(person, fields))
        .map(holder -> new Line(holder, hash));
  }

  private static Optional<Holder> holder(Person person, String... fields) {
    if (fields.length == OLDER_FIELDS) {
      return Optional.of(new Holder(person, Optional.empty(), Optional.empty()));
    }
    try {
      Optional<Instant> at = unlessEmpty(fields[3], Instant::parse);
      return Optional.of(
          new Holder(
              person,
              at.map(time -> new Holder.Made(time, fields[4])),
              unlessEmpty(fields[5], LocalDate::parse)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> unlessEmpty(String text, Function<String, T> parse) {
    return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
  }

  /** Replaces the file; on disk when it returns. */
  static void write(Path file, List<Line> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      Holder holder = line.holder();
      text.append(
              String.join(
                  TAB,
                  line.name(),
                  holder.person().role().word(),
                  HexFormat.of().formatHex(line.hash()),
                  holder.made().map(made -> made.at().toString()).orElse(""),
                  holder.made().map(Holder.Made::by).orElse(""),
                  holder.lastUsed().map(LocalDate::toString).orElse("")))
          .append('\n');
    }
    Durable.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
