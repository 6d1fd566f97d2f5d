package bandstand.client;

import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Problem;
import bandstand.inspection.Inspection;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.wire.CarryJson;
import bandstand.wire.ComparisonJson;
import bandstand.wire.InspectionJson;
import bandstand.wire.RatingsTree;
import java.util.Optional;
import java.util.function.Function;

/** What is asked once, and told as it was then. */
final class Readings {
  private static final String UNKNOWN = "the daemon does not have the edition ";

  private final DaemonClient client;
  private final Editions editions;

  Readings(DaemonClient client, Editions editions) {
    this.client = client;
    this.editions = editions;
  }

  Answered<Message> compare(Effect effect, String from, String to) {
    Optional<Framework> one = editions.byId(from);
    Optional<Framework> other = editions.byId(to);
    if (one.isEmpty() || other.isEmpty()) {
      return Errands.refused(
          effect, Problem.of(Problem.Kind.NOT_FOUND, UNKNOWN + (one.isEmpty() ? from : to)));
    }
    Answered<Comparison> answered =
        client.ask(
            Request.get("frameworks", from, "compare", to),
            json -> ComparisonJson.read(json, one.get(), other.get()));
    return told(effect, answered, Message.Compared::new);
  }

  /** By the edition that the inspection has. */
  Answered<Message> ratings(Effect effect, Inspection.Origin of) {
    String id = of.inspection().text();
    return switch (client.ask(
        Request.get("inspections", id), json -> InspectionJson.read(json, editions::byId))) {
      case Answered.Done<InspectionJson.Row>(InspectionJson.Row row, _, _) -> {
        Framework edition = editions.byId(row.framework()).orElseThrow();
        Answered<RatingsTree> tree =
            client.ask(
                Request.get("inspections", id, "ratings").with("at", Long.toString(of.revision())),
                json -> RatingsTree.read(json, edition));
        yield told(effect, tree, read -> new Message.RatingsRead(of, read));
      }
      case Answered.Refused<InspectionJson.Row>(Problem problem) ->
          Errands.refused(effect, problem);
      case Answered.Lost<InspectionJson.Row>(String why) -> new Answered.Lost<>(why);
    };
  }

  Answered<Message> previewCarry(Effect.PreviewCarry asked) {
    Answered<CarryJson.Told> answered =
        client.ask(
            Request.of("POST", "inspections", asked.source().text(), "carry")
                .with("dryRun", "true")
                .json(asked.wished().json())
                .patient(Request.LONG_PATIENCE),
            json -> CarryJson.read(json, editions::byId));
    return told(asked, answered, told -> new Message.CarryPreviewed(asked, told));
  }

  private static <T> Answered<Message> told(
      Effect effect, Answered<T> answered, Function<T, Message> message) {
    return switch (answered) {
      case Answered.Done<T>(T value, int status, String tag) ->
          new Answered.Done<>(message.apply(value), status, tag);
      case Answered.Refused<T>(Problem problem) -> Errands.refused(effect, problem);
      case Answered.Lost<T>(String why) -> new Answered.Lost<>(why);
    };
  }
}
