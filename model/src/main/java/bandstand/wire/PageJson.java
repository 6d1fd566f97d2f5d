package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page of a list: {@code {"items": […], "next": null | "…"}}. */
public final class PageJson {
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
    List<T> sent = rows.subList(0, Math.min(limit, rows.size()));
    ObjectNode page = Json.object();
    ArrayNode items = page.putArray("items");
    sent.forEach(row -> items.add(Json.parseOwn(write.apply(row))));
    page.put("next", rows.size() > limit ? cursor.apply(sent.getLast()) : null);
    return Json.bytes(page);
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
