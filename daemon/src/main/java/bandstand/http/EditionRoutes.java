package bandstand.http;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Role;
import bandstand.service.Inspections;
import bandstand.store.Editions;
import bandstand.wire.FrameworkFile;
import bandstand.wire.FrameworkJson;
import bandstand.wire.Requests;
import java.util.List;

/** The files of editions: read, added, replaced, removed; and the edition of an inspection. */
final class EditionRoutes {
  private static final String FILE = FrameworkRoutes.ONE + "/file";

  private final Inspections inspections;
  private final Editions editions;

  EditionRoutes(Inspections inspections) {
    this.inspections = inspections;
    this.editions = inspections.editions();
  }

  List<Route> routes() {
    return List.of(
        Route.get(FILE, Role.VIEWER, this::file),
        Route.put(FrameworkRoutes.ONE, Role.LEAD, this::add).unrevised(),
        Route.delete(FrameworkRoutes.ONE, Role.LEAD, this::remove).unrevised(),
        Route.get(InspectionRoutes.ONE + "/framework", Role.VIEWER, this::madeWith));
  }

  private Outcome<Reply> file(Exchange exchange) {
    return editions
        .file(exchange.path("fw"))
        .map(file -> Outcome.done(Reply.ok(file)))
        .orElseGet(FrameworkRoutes::absent);
  }

  /** As it was when the inspection was made, whatever stands under its id now. */
  private Outcome<Reply> madeWith(Exchange exchange) {
    return Found.of(exchange, inspections)
        .map(found -> Reply.ok(FrameworkRoutes.whole(found.state().framework(), editions)));
  }

  private Outcome<Reply> add(Exchange exchange) {
    String id = exchange.path("fw");
    return exchange
        .json()
        .then(
            file ->
                FrameworkFile.read(file)
                    .then(framework -> named(framework, id))
                    .then(framework -> added(framework, file)));
  }

  private static Outcome<Framework> named(Framework framework, String id) {
    return framework.id().equals(id)
        ? Outcome.done(framework)
        : Outcome.refused(
            Problem.refused(
                Fault.at(
                    "/id",
                    framework.id(),
                    "id",
                    "The path names another edition; put this one to "
                        + FrameworkRoutes.ALL
                        + "/"
                        + framework.id())));
  }

  private Outcome<Reply> added(Framework framework, byte[] file) {
    String id = framework.id();
    byte[] row = FrameworkJson.writeRow(framework, false);
    return kept(
        () ->
            switch (editions.add(framework, file)) {
              case ADDED -> Outcome.done(Reply.created(FrameworkRoutes.ALL + "/" + id, row));
              case REPLACED, UNCHANGED -> Outcome.done(Reply.ok(row));
              case BUILT_IN -> builtIn(id);
              case TOO_MANY ->
                  Outcome.refused(
                      Problem.Kind.CONFLICT,
                      "There are %d added editions, the most there can be; remove one first"
                          .formatted(Editions.MOST_ADDED));
            });
  }

  private Outcome<Reply> remove(Exchange exchange) {
    String id = exchange.path("fw");
    if (editions.isBuiltIn(id)) {
      return builtIn(id);
    }
    return exchange
        .json()
        .then(Requests::readNothing)
        .then(
            nothing ->
                kept(
                    () ->
                        editions.remove(id)
                            ? Outcome.done(Reply.nothing())
                            : FrameworkRoutes.absent()));
  }

  private static Outcome<Reply> builtIn(String id) {
    return Outcome.refused(
        Problem.Kind.CONFLICT,
        "%s is built in and stays as it is; give your edition an id of its own".formatted(id));
  }

  private static Outcome<Reply> kept(Keeping<Reply> keeping) {
    return Keeping.kept("The edition", FrameworkRoutes.ALL, keeping);
  }
}
