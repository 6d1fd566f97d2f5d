package bandstand.http;

import bandstand.framework.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much of a list is wanted: {@code ?limit=} rows after the one named by {@code ?after=}. */
record Page(int limit, Optional<String> after) {
  static final int LIMIT = 100;
  static final int MOST = 1000;

  static Outcome<Page> of(Exchange exchange) {
    return Parameters.limit(exchange)
        .map(limit -> new Page(limit.orElse((long) LIMIT).intValue(), exchange.query("after")));
  }

  /** One row more than wanted, if there is one: so that the end is known. */
  <T> List<T> cut(Stream<T> rows) {
    return rows.limit(limit + 1L).toList();
  }
}
