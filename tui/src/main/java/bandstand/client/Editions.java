package bandstand.client;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.InspectionId;
import bandstand.wire.CarryJson;
import bandstand.wire.FrameworkJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.PageJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The editions a daemon has, and those its inspections were made with; each is read once.
 *
 * <p>An inspection keeps its edition when another takes its place under the same id: so it is the
 * digest that names one here.
 */
public final class Editions {
  private final DaemonClient client;
  private final Map<String, Framework> read = new HashMap<>();
  private List<Framework> listed = List.of();

  /** None is read yet. */
  public Editions(DaemonClient client) {
    this.client = client;
  }

  /** All that inspections can be made with, in the daemon's order, as last listed. */
  public synchronized Answered<List<Framework>> all() {
    return listed.isEmpty() ? fresh() : new Answered.Done<>(listed, 200, "");
  }

  /** The same, listed anew. */
  public synchronized Answered<List<Framework>> fresh() {
    return client.ask(Request.get("frameworks"), FrameworkJson::readList).then(this::listed);
  }

  private Answered<List<Framework>> listed(List<FrameworkJson.Row> rows) {
    List<Framework> editions = new ArrayList<>();
    for (FrameworkJson.Row row : rows) {
      switch (edition(row.digest(), Request.get("frameworks", row.id()))) {
        case Answered.Done<Framework>(Framework edition, _, _) -> editions.add(edition);
        case Answered.Refused<Framework>(Problem problem)
            when problem.kind() == Problem.Kind.NOT_FOUND -> {
          // Removed since the list was written.
        }
        case Answered.Refused<Framework>(Problem problem) -> {
          return new Answered.Refused<>(problem);
        }
        case Answered.Lost<Framework>(String why) -> {
          return new Answered.Lost<>(why);
        }
      }
    }
    listed = List.copyOf(editions);
    return new Answered.Done<>(listed, 200, "");
  }

  /** Among those last listed. */
  public synchronized Optional<Framework> byId(String id) {
    return listed.stream().filter(edition -> edition.id().equals(id)).findFirst();
  }

  /** What an inspection carried to another edition comes to. */
  public Answered<CarryJson.Told> carry(Request request) {
    return client
        .ask(request, Outcome::done)
        .then(body -> answered(CarryJson.read(body, this::ofDigest)));
  }

  /** One by its digest, which may be replaced under its id; asked for unless it is known. */
  public synchronized Optional<Framework> ofDigest(String digest) {
    return edition(digest, Request.get("frameworks", digest))
                instanceof Answered.Done<Framework>(Framework edition, _, _)
            && edition.edition().digest().equals(digest)
        ? Optional.of(edition)
        : Optional.empty();
  }

  /** The edition an inspection was made with. */
  synchronized Answered<Framework> madeWith(InspectionId id, String digest) {
    return edition(digest, Request.get("inspections", id.text(), "framework"))
        .then(
            edition ->
                edition.edition().digest().equals(digest)
                    ? new Answered.Done<>(edition, 200, "")
                    : new Answered.Refused<>(
                        Problem.of(
                            Problem.Kind.UNREADABLE,
                            "the daemon does not have the edition it rates by")));
  }

  private Answered<Framework> edition(String digest, Request request) {
    Framework known = read.get(digest);
    if (known != null) {
      return new Answered.Done<>(known, 200, "");
    }
    Answered<Framework> answered = client.ask(request, FrameworkJson::read);
    if (answered instanceof Answered.Done<Framework>(Framework edition, _, _)) {
      read.put(edition.edition().digest(), edition);
    }
    return answered;
  }

  /** One inspection, with its edition. */
  public Answered<InspectionJson.Row> row(InspectionId id) {
    return rows(
        Request.get("inspections", id.text()),
        json ->
            InspectionJson.readDigest(json)
                .map(digest -> digest.map(made -> Map.of(made, id)).orElse(Map.of())),
        InspectionJson::read);
  }

  /** A page of inspections, with their editions. */
  public Answered<PageJson.Page<InspectionJson.Row>> page(Request request) {
    return rows(request, InspectionJson::readMadeWith, InspectionJson::readPage);
  }

  private interface Reading<T> {
    Outcome<T> of(byte[] json, InspectionJson.MadeWith editions);
  }

  /** What cannot be read without its editions, which are asked for first. */
  private <T> Answered<T> rows(
      Request request,
      Function<byte[], Outcome<Map<String, InspectionId>>> madeWith,
      Reading<T> reading) {
    return all()
        .then(
            _ ->
                client.ask(request, json -> madeWith.apply(json).map(made -> new Told(json, made))))
        .then(
            told -> {
              Answered<Boolean> known = new Answered.Done<>(true, 200, "");
              for (Map.Entry<String, InspectionId> one : told.madeWith().entrySet()) {
                known =
                    known.then(
                        _ ->
                            madeWith(one.getValue(), one.getKey())
                                .then(_ -> new Answered.Done<>(true, 200, "")));
              }
              return known.then(_ -> answered(reading.of(told.json(), this::known)));
            });
  }

  private record Told(byte[] json, Map<String, InspectionId> madeWith) {}

  private static <T> Answered<T> answered(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> new Answered.Done<>(value, 200, "");
      case Outcome.Refused<T>(Problem problem) -> new Answered.Refused<>(problem);
    };
  }

  private synchronized Optional<Framework> known(String id, Optional<String> digest) {
    return digest.isPresent() ? Optional.ofNullable(read.get(digest.get())) : byId(id);
  }
}
