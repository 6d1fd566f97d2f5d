package bandstand.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
}
