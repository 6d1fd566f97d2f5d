package bandstand.client;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Rating;
import bandstand.state.Printed;
import bandstand.wire.CharacteristicsJson;
import bandstand.wire.FrameworkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editions a daemon has, read when first needed. */
public final class Editions {
  private final DaemonClient client;
  private volatile List<Framework> known = List.of();

  /** None is read yet. */
  public Editions(DaemonClient client) {
    this.client = client;
  }

  /** All of them, in the daemon's order. */
  public synchronized Answered<List<Framework>> all() {
    return known.isEmpty() ? read() : new Answered.Done<>(known, 200, "");
  }

  /** Among those that were read. */
  public Optional<Framework> byId(String id) {
    return known.stream().filter(edition -> edition.id().equals(id)).findFirst();
  }

  /** The edition of this digest, read anew if it is not among those known. */
  synchronized Outcome<Framework> byDigest(String digest) {
    Optional<Framework> found = find(digest);
    if (found.isEmpty() && read() instanceof Answered.Done<List<Framework>>) {
      found = find(digest);
    }
    return found
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.Kind.UNREADABLE, "the daemon does not have the edition it rates by"));
  }

  /** What its published documents print, asked for anew. */
  Answered<Printed> printed(Framework edition) {
    return switch (client.ask(Request.get("frameworks", edition.id()), Editions::texts)) {
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
        Request.get("frameworks", edition.id(), "characteristics"),
        json -> CharacteristicsJson.readWording(json, edition).map(texts::with));
  }

  private Optional<Framework> find(String digest) {
    return known.stream().filter(edition -> edition.edition().digest().equals(digest)).findFirst();
  }

  private Answered<List<Framework>> read() {
    return switch (client.ask(Request.get("frameworks"), FrameworkJson::readIds)) {
      case Answered.Done<List<String>>(List<String> ids, _, _) -> read(ids);
      case Answered.Refused<List<String>>(Problem problem) -> new Answered.Refused<>(problem);
      case Answered.Lost<List<String>>(String why) -> new Answered.Lost<>(why);
    };
  }

  private Answered<List<Framework>> read(List<String> ids) {
    List<Framework> editions = new ArrayList<>();
    for (String id : ids) {
      switch (client.ask(Request.get("frameworks", id), FrameworkJson::read)) {
        case Answered.Done<Framework>(Framework edition, _, _) -> editions.add(edition);
        case Answered.Refused<Framework>(Problem problem) -> {
          return new Answered.Refused<>(problem);
        }
        case Answered.Lost<Framework>(String why) -> {
          return new Answered.Lost<>(why);
        }
      }
    }
    known = List.copyOf(editions);
    return new Answered.Done<>(known, 200, "");
  }
}
