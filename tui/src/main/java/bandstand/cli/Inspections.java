package bandstand.cli;

import bandstand.client.Answered;
import bandstand.client.DaemonClient;
import bandstand.client.Editions;
import bandstand.client.Request;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The inspections of one daemon, as commands ask for them. */
final class Inspections {
  /** A screenful; more are only said to be there. */
  static final int LISTED = 20;

  private final Editions editions;

  Inspections(DaemonClient client) {
    this.editions = new Editions(client);
  }

  /** One of them with its edition, or which there are and how one is created. */
  Result<InspectionJson.Row> find(String id) {
    Optional<InspectionId> known = InspectionId.parse(id);
    if (known.isEmpty()) {
      return first().then(page -> missing(id, page));
    }
    return switch (editions.row(known.get())) {
      case Answered.Refused<InspectionJson.Row>(Problem problem)
          when problem.kind() == Problem.Kind.NOT_FOUND ->
          first().then(page -> missing(id, page));
      case Answered<InspectionJson.Row> answered -> Result.of(answered);
    };
  }

  /** One of them with its edition; empty if it is not there. */
  Result<Optional<InspectionJson.Row>> standing(InspectionId id) {
    return switch (editions.row(id)) {
      case Answered.Refused<InspectionJson.Row>(Problem problem)
          when problem.kind() == Problem.Kind.NOT_FOUND ->
          new Result.Done<>(Optional.empty());
      case Answered<InspectionJson.Row> answered -> Result.of(answered).map(Optional::of);
    };
  }

  /** The first screenful. */
  Result<PageJson.Page<InspectionJson.Row>> first() {
    return Result.of(
        editions.page(Request.get("inspections").with("limit", Integer.toString(LISTED))));
  }

  /** An edition that the daemon has, or which there are. */
  Result<Framework> edition(String id) {
    return Result.of(editions.all()).then(all -> edition(all, id));
  }

  /** One of some, or which there are. */
  static Result<Framework> edition(List<Framework> editions, String id) {
    return editions.stream()
        .filter(framework -> framework.id().equals(id))
        .findFirst()
        .<Result<Framework>>map(Result.Done::new)
        .orElseGet(
            () ->
                new Result.Ended<>(
                    ExitCode.FAILED,
                    "there is no edition \"%s\"; there are %s"
                        .formatted(
                            id,
                            editions.stream()
                                .map(Framework::id)
                                .collect(Collectors.joining(", ")))));
  }

  /** One by its id, among those the daemon has now. */
  Optional<Framework> byId(String id) {
    return editions().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** One by its digest, whatever has its id by now. */
  Optional<Framework> ofDigest(String digest) {
    return editions.ofDigest(digest);
  }

  /** Those the daemon has, once something was asked for. */
  List<Framework> editions() {
    return editions.all() instanceof Answered.Done<List<Framework>>(List<Framework> all, _, _)
        ? all
        : List.of();
  }

  private static <T> Result<T> missing(String id, PageJson.Page<InspectionJson.Row> page) {
    String known =
        page.rows().stream().map(row -> row.id().text()).collect(Collectors.joining(", "));
    String there =
        known.isEmpty()
            ? "there is none yet"
            : "there are " + known + (page.next().isPresent() ? " and more" : "");
    return new Result.Ended<>(
        ExitCode.FAILED,
        """
        there is no inspection "%s"; %s
        create one with c on the client's first screen, with POST /api/v1/inspections, or by \
        importing a bundle\
        """
            .formatted(id, there));
  }
}
