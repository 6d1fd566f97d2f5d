package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page of a list: {@code {"items": […], "next": null | "…"}}. */
public final class PageJson {
  private static final byte[] BEGINNING = "{\"items\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NEXT = "],\"next\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NONE = "null".getBytes(StandardCharsets.US_ASCII);

  private PageJson() {}

  /**
   * Writes a page.
   *
   * @param rows at most one more than {@code limit}; the one more says that there is a next page
   * @param write a row as JSON
   * @param cursor what names a row when it was the last one sent
   */
  public static <T> byte[] page(
      List<T> rows, int limit, Function<T, byte[]> write, Function<T, String> cursor) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      write(page, rows.iterator(), limit, write, cursor);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toByteArray();
  }

  /**
   * Writes a page row by row: memory holds one of them.
   *
   * @param rows taken one by one; whether there is one more than {@code limit} says that there is a
   *     next page
   */
  public static <T> void write(
      OutputStream page,
      Iterator<T> rows,
      int limit,
      Function<T, byte[]> write,
      Function<T, String> cursor)
      throws IOException {
    page.write(BEGINNING);
    Optional<T> last = Optional.empty();
    for (int sent = 0; sent < limit && rows.hasNext(); sent++) {
      if (sent > 0) {
        page.write(',');
      }
      T row = rows.next();
      page.write(write.apply(row));
      last = Optional.of(row);
    }
    page.write(NEXT);
    page.write(
        last.filter(_ -> rows.hasNext())
            .map(row -> Json.bytes(TextNode.valueOf(cursor.apply(row))))
            .orElse(NONE));
    page.write('}');
  }

  /**
   * A page as it was read.
   *
   * @param next names the last row when there are more; empty on the last page
   */
  public record Page<T>(List<T> rows, Optional<String> next) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** Read back from {@link #page}, row by row. */
  static <T> Outcome<Page<T>> read(byte[] json, Reply.Reading<T> reading) {
    return Reply.read(
        json,
        (answer, faults) -> {
          List<T> rows = new ArrayList<>();
          for (Fields row : answer.neededObjects("items")) {
            reading.of(row, faults).ifPresent(rows::add);
          }
          return Optional.of(new Page<>(rows, answer.string("next", Limits.NAME_CHARACTERS)));
        });
  }
}
