package bandstand.http;

import bandstand.service.Backups;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.People;
import bandstand.service.Snapshot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The whole API as one table. */
public final class Api {
  private Api() {}

  static List<Route> routes(
      Inspections inspections,
      People people,
      Backups backups,
      Erasures erasures,
      InstantSource clock,
      String version) {
    return Stream.of(
            new HealthRoutes(inspections, backups, version).routes(),
            new PeopleRoutes(people).routes(),
            new BackupRoutes(backups).routes(),
            new FrameworkRoutes(inspections.editions()).routes(),
            new EditionRoutes(inspections).routes(),
            new WordingRoutes(inspections.editions()).routes(),
            new CharacteristicsRoutes(inspections.editions()).routes(),
            new ComparisonRoutes(inspections, clock).routes(),
            new InspectionRoutes(inspections, clock).routes(),
            new CaseRoutes(inspections).routes(),
            new ImportRoute(inspections).routes(),
            new AnswerRoutes(inspections).routes(),
            new DecisionRoutes(inspections).routes(),
            new AlertRoutes(inspections).routes(),
            new RatingRoutes(inspections).routes(),
            new HistoryRoutes(inspections).routes(),
            new ErasureRoutes(inspections, erasures, backups, clock).routes(),
            new EventRoutes(inspections).routes())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A server of the API that is not started.
   *
   * @param port 0: any free one
   * @param sockets paths of Unix sockets
   * @param used told of every request that needs a token
   */
  public static Server server(
      Inspections inspections,
      People people,
      Backups backups,
      Erasures erasures,
      InstantSource clock,
      String version,
      int port,
      List<Path> sockets,
      Runnable used) {
    return new Server(
        new Guard(people, System::nanoTime),
        routes(inspections, people, backups, erasures, clock, version),
        port,
        sockets,
        used);
  }

  /** What lists show of an inspection. */
  public static byte[] summary(Snapshot snapshot) {
    return InspectionRoutes.summary(snapshot);
  }
}
