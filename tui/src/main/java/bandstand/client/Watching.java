package bandstand.client;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.rating.Ratings;
import bandstand.state.ChangeWords;
import bandstand.view.Movements;
import bandstand.wire.ChangedRatings;
import bandstand.wire.EventJson;
import bandstand.wire.RatingsTree;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A stream of changes in lines; for the thread of one stream. */
public final class Watching {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final DaemonClient client;
  private final Editions editions;
  private final boolean named;
  private final ZoneId zone;
  private final Map<InspectionId, Ratings> known = new HashMap<>();

  /** Inspections of which a change was told without its effect: what is known is not the latest. */
  private final Set<InspectionId> behind = new HashSet<>();

  /**
   * Nothing is known yet.
   *
   * @param named whether each line says which inspection it is of
   */
  public Watching(DaemonClient client, boolean named, ZoneId zone) {
    this.client = client;
    this.editions = new Editions(client);
    this.named = named;
    this.zone = zone;
  }

  /**
   * {@code 12:03:11 r 57 anna C07 2.1.1.3 yes → no 2.1.1 31/35 89% → 30/35 86% Outstanding}; empty
   * for what is no change.
   */
  public Optional<String> line(ServerEvent event) {
    if (!event.type().equals("change")) {
      known.clear();
      return Optional.empty();
    }
    byte[] json = event.text().getBytes(StandardCharsets.UTF_8);
    return seen(json).map(seen -> line(seen, json));
  }

  private static Optional<EventJson.Seen> seen(byte[] json) {
    try {
      return EventJson.read(json) instanceof Outcome.Done<EventJson.Seen>(EventJson.Seen seen)
          ? Optional.of(seen)
          : Optional.empty();
    } catch (RuntimeException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  private String line(EventJson.Seen seen, byte[] json) {
    Recorded recorded = seen.recorded();
    String effect = String.join(", ", moved(seen, json));
    return "%s %sr %d %s %s%s"
        .formatted(
            CLOCK.format(recorded.at().atZone(zone)),
            named ? recorded.inspection() + " " : "",
            recorded.revision(),
            recorded.by(),
            ChangeWords.told(seen),
            effect.isEmpty() ? "" : "   " + effect);
  }

  private List<String> moved(EventJson.Seen seen, byte[] json) {
    InspectionId id = seen.recorded().inspection();
    long revision = seen.recorded().revision();
    if (!seen.rated()) {
      behind.add(id);
      return List.of();
    }
    Optional<Ratings> latest =
        behind.remove(id) ? Optional.empty() : Optional.ofNullable(known.get(id));
    Optional<Ratings> before = latest.or(() -> asked(id, revision - 1));
    Optional<Ratings> after =
        latest.isPresent() ? changed(json, latest.get()) : asked(id, revision);
    known.remove(id);
    after.ifPresent(ratings -> known.put(id, ratings));
    return before.isPresent() && after.isPresent()
        ? Movements.between(before.get(), after.get())
        : List.of();
  }

  private static Optional<Ratings> changed(byte[] json, Ratings before) {
    return ChangedRatings.read(json, before.framework())
            instanceof Outcome.Done<ChangedRatings>(ChangedRatings changed)
        ? Optional.of(changed.over(before))
        : Optional.empty();
  }

  /** Empty too where there is none any more, or the daemon is away: a line then goes without. */
  private Optional<Ratings> asked(InspectionId id, long revision) {
    if (revision < 1
        || !(edition(id) instanceof Answered.Done<Framework>(Framework edition, _, _))) {
      return Optional.empty();
    }
    Request request =
        Request.get("inspections", id.text(), "ratings").with("at", Long.toString(revision));
    return client.ask(request, json -> RatingsTree.read(json, edition))
            instanceof Answered.Done<RatingsTree>(RatingsTree tree, _, _)
        ? Optional.of(tree.ratings())
        : Optional.empty();
  }

  private Answered<Framework> edition(InspectionId id) {
    return editions.row(id).then(row -> new Answered.Done<>(row.edition(), 200, ""));
  }
}
