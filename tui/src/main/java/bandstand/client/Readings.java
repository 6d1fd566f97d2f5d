package bandstand.client;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.inspection.Inspection;
import bandstand.state.Effect;
import bandstand.state.Message;
import bandstand.state.Printed;
import bandstand.wire.BackupJson;
import bandstand.wire.CarryJson;
import bandstand.wire.CharacteristicsJson;
import bandstand.wire.ComparisonJson;
import bandstand.wire.FrameworkJson;
import bandstand.wire.RatingsTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is asked once, and told as it was then. */
final class Readings {
  private final DaemonClient client;
  private final Editions editions;

  Readings(DaemonClient client, Editions editions) {
    this.client = client;
    this.editions = editions;
  }

  /** By their digests: another edition may have the id of one that an inspection was made with. */
  Answered<Message> compare(Effect effect, Framework from, Framework to) {
    Answered<Comparison> answered =
        client.ask(
            Request.get("frameworks", digest(from), "compare", digest(to)),
            json -> ComparisonJson.read(json, from, to));
    return told(effect, answered, Message.Compared::new);
  }

  private static String digest(Framework edition) {
    return edition.edition().digest();
  }

  /** Empty where nothing is kept; a daemon that does not say keeps no list back either. */
  Optional<Message> backup() {
    return client.address().keeps()
            && client.ask(Request.get("admin", "backups"), BackupJson::readStatus)
                instanceof Answered.Done<BackupJson.Status>(BackupJson.Status status, _, _)
        ? Optional.of(new Message.BackupTold(status))
        : Optional.empty();
  }

  /** By the edition that the inspection has. */
  Answered<Message> ratings(Effect effect, Inspection.Origin of) {
    Request asked =
        Request.get("inspections", of.inspection().text(), "ratings")
            .with("at", Long.toString(of.revision()));
    Answered<RatingsTree> tree =
        editions
            .row(of.inspection())
            .then(row -> client.ask(asked, json -> RatingsTree.read(json, row.edition())));
    return told(effect, tree, read -> new Message.RatingsRead(of, read));
  }

  Answered<Message> previewCarry(Effect.PreviewCarry asked) {
    Answered<CarryJson.Told> answered =
        editions.carry(
            Request.of("POST", "inspections", asked.source().text(), "carry")
                .with("dryRun", "true")
                .json(asked.wished().json())
                .patient(Request.LONG_PATIENCE));
    return told(asked, answered, told -> new Message.CarryPreviewed(asked, told));
  }

  /** What an edition's published documents print. */
  Answered<Message> wording(Effect effect, Framework edition) {
    return told(
        effect, printed(edition), printed -> new Message.WordingLoaded(digest(edition), printed));
  }

  private Answered<Printed> printed(Framework edition) {
    return switch (client.ask(Request.get("frameworks", digest(edition)), Readings::texts)) {
      case Answered.Done<Texts>(Texts texts, int status, String tag) ->
          texts.loaded().characteristics().isPresent()
              ? described(edition, texts)
              : new Answered.Done<>(texts.with(Map.of()), status, tag);
      case Answered.Refused<Texts>(Problem problem) -> new Answered.Refused<>(problem);
      case Answered.Lost<Texts>(String why) -> new Answered.Lost<>(why);
    };
  }

  private record Texts(FrameworkJson.Loaded loaded, Map<Code, String> texts) {
    Printed with(Map<Code, Map<Rating, List<String>>> characteristics) {
      return new Printed(loaded.wording().isPresent(), texts, characteristics);
    }
  }

  private static Outcome<Texts> texts(byte[] json) {
    return FrameworkJson.readLoaded(json)
        .then(loaded -> FrameworkJson.readWording(json).map(texts -> new Texts(loaded, texts)));
  }

  private Answered<Printed> described(Framework edition, Texts texts) {
    return client.ask(
        Request.get("frameworks", digest(edition), "characteristics"),
        json -> CharacteristicsJson.readWording(json, edition).map(texts::with));
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
