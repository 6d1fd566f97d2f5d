package bandstand.http;

import bandstand.framework.Comparison;
import bandstand.framework.Crosswalk;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Wording;
import bandstand.framework.Wordings;
import bandstand.inspection.Carrying;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.rating.Scorer;
import bandstand.service.CarryDraft;
import bandstand.service.Inspections;
import bandstand.service.Precondition;
import bandstand.service.Room;
import bandstand.service.Supposing;
import bandstand.service.Taken;
import bandstand.store.Documents;
import bandstand.wire.CarryJson;
import bandstand.wire.CarryRequest;
import bandstand.wire.ComparisonJson;
import bandstand.wire.CrosswalkFile;
import bandstand.wire.RatingsTree;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two editions held against each other, and inspections carried from one to the other. */
final class ComparisonRoutes {
  static final String COMPARE = FrameworkRoutes.ONE + "/compare/{other}";
  static final String CARRY = InspectionRoutes.ONE + "/carry";

  /** An id has 64; the rest is for a number. */
  private static final int BASE_CHARACTERS = 60;

  private final Inspections inspections;
  private final MadeUpIds ids;
  private final InstantSource clock;
  private final Crosswalk crosswalk;

  ComparisonRoutes(Inspections inspections, InstantSource clock) {
    this.inspections = inspections;
    this.ids = new MadeUpIds(inspections);
    this.clock = clock;
    this.crosswalk =
        CrosswalkFile.builtIn(
            inspections.editions().all().stream()
                .collect(Collectors.toMap(Framework::id, Function.identity())));
  }

  List<Route> routes() {
    return List.of(
        Route.get(COMPARE, Role.VIEWER, this::compare),
        Route.post(CARRY, Role.INSPECTOR, this::carry, "dryRun"));
  }

  private Outcome<Reply> compare(Exchange exchange) {
    return exchange
        .anyEdition(inspections.editions(), "fw")
        .then(
            from ->
                exchange
                    .anyEdition(inspections.editions(), "other")
                    .map(
                        to ->
                            Reply.ok(
                                ComparisonJson.write(
                                    crosswalk.compare(from, to, wordings(from, to))))));
  }

  private Wordings wordings(Framework from, Framework to) {
    Documents.Kind<Wording> loaded = inspections.editions().documents().wording();
    return Wordings.of(loaded.of(from), loaded.of(to));
  }

  /**
   * One inspection on its way to another edition.
   *
   * @param comparison from its own edition
   * @param wordings of the two editions, as far as they are loaded
   */
  private record Way(
      Found found,
      CarryRequest wished,
      Precondition seen,
      Comparison comparison,
      Wordings wordings) {
    Person by() {
      return found.person();
    }

    Framework to() {
      return comparison.to();
    }

    CarryDraft draft() {
      return new CarryDraft(Carrying.of(found.state(), comparison, wordings), details(), seen);
    }

    private Map<String, String> details() {
      Inspection source = found.state();
      Map<String, String> details = new TreeMap<>();
      for (String name : List.of(Inspection.SERVICE, Inspection.SHORT_NAME, Inspection.FIELDWORK)) {
        source.detail(name).ifPresent(text -> details.put(name, text));
      }
      wished.shortName().ifPresent(text -> details.put(Inspection.SHORT_NAME, text));
      details.put(
          Inspection.NOTES,
          "Draft: carried from %s (%s) at revision %d"
              .formatted(source.id(), source.framework().id(), source.revision()));
      details.put(Inspection.CARRIED_FROM, source.id().text());
      details.put(Inspection.CARRIED_REVISION, Long.toString(source.revision()));
      return details;
    }

    /** What an id made for it begins with. */
    String base() {
      String base = found.id() + "-" + to().id();
      return base.substring(0, Math.min(base.length(), BASE_CHARACTERS));
    }
  }

  private Outcome<Reply> carry(Exchange exchange) {
    return Found.of(exchange, inspections)
        .then(
            found ->
                exchange
                    .json()
                    .then(
                        body -> CarryRequest.read(body, WishedEdition.ids(inspections.editions())))
                    .then(wished -> exchange.precondition().then(seen -> way(found, wished, seen))))
        .then(
            way -> way.found().room(Room.carried(way.found().state().cases().size())).map(_ -> way))
        .then(
            way ->
                exchange
                    .flag("dryRun", false)
                    .then(dryRun -> dryRun ? supposed(way) : carried(way)));
  }

  private Outcome<Way> way(Found found, CarryRequest wished, Precondition seen) {
    Framework from = found.state().framework();
    return WishedEdition.of(inspections.editions(), wished.framework())
        .then(
            to ->
                to.edition().digest().equals(from.edition().digest())
                    ? Outcome.refused(
                        Problem.refused(
                            Fault.at(
                                "/framework",
                                to.id(),
                                "same-edition",
                                "%s is of this edition already".formatted(found.id()))))
                    : Outcome.done(way(found, wished, seen, to)));
  }

  private Way way(Found found, CarryRequest wished, Precondition seen, Framework to) {
    Framework from = found.state().framework();
    Wordings wordings = wordings(from, to);
    return new Way(found, wished, seen, crosswalk.compare(from, to, wordings), wordings);
  }

  private Outcome<Reply> supposed(Way way) {
    CarryDraft draft = way.draft();
    return making(
            way, id -> Supposing.made(inspections, id, way.to(), way.by(), clock.instant(), draft))
        .map(taken -> Reply.ok(json(draft.carrying(), taken.after().state())));
  }

  private Outcome<Reply> carried(Way way) {
    CarryDraft draft = way.draft();
    return way.found()
        .exchange()
        .once()
        .then(once -> making(way, id -> inspections.create(id, way.to(), way.by(), once, draft)))
        .then(
            taken ->
                met(way, draft, taken.after().state())
                    .map(carrying -> created(carrying, taken.after().state())));
  }

  private Outcome<Taken> making(Way way, Function<InspectionId, Outcome<Taken>> make) {
    return ids.making(way.wished().id(), way.base(), make);
  }

  private static Reply created(Carrying carrying, Inspection made) {
    return Reply.created(InspectionRoutes.ALL + "/" + made.id(), json(carrying, made))
        .tagged(made.revision());
  }

  /** A request that comes again tells of the revision that it met first. */
  private Outcome<Carrying> met(Way way, CarryDraft draft, Inspection made) {
    long revision = made.carriedFrom().orElseThrow().revision();
    return revision == way.found().state().revision()
        ? Outcome.done(draft.carrying())
        : inspections
            .history()
            .stateAt(way.found().snapshot(), revision)
            .map(state -> Carrying.of(state, way.comparison(), way.wordings()));
  }

  private static byte[] json(Carrying carrying, Inspection made) {
    return CarryJson.write(carrying, tree(carrying.source()), tree(made));
  }

  private static RatingsTree tree(Inspection state) {
    return RatingsTree.of(state.id(), state.revision(), Scorer.rate(state));
  }
}
