package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Reference;
import bandstand.inspection.Role;
import bandstand.wire.Faults;
import bandstand.wire.InspectionJson;
import bandstand.wire.NewInspection;
import bandstand.wire.PeopleJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.Sample;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A bundle and its cases looked at whole before any of it is sent, so that one that is at fault, or
 * meets another inspection under its id, changes nothing.
 *
 * @param sending how cases would be sent to an inspection
 */
record BundleCheck(
    Setting setting,
    DaemonClient client,
    Inspections inspections,
    ImportManner manner,
    boolean allErrors,
    boolean json,
    BiFunction<InspectionJson.Row, CasesFile, Sending> sending) {

  private static final String NOTHING = "nothing was imported";

  /**
   * A bundle that can be loaded.
   *
   * @param standing the inspection, if it is there
   */
  record Sound(Sample sample, Optional<InspectionJson.Row> standing) {}

  Result<Sound> of(Bundle bundle) {
    Optional<NewInspection> wanted = bundle.inspection();
    if (wanted.isEmpty()) {
      return told(bundle, bundle.sample(Optional.empty()), List.of(), Optional.empty())
          .map(sample -> new Sound(sample, Optional.empty()));
    }
    return inspections
        .standing(wanted.get().id().orElseThrow())
        .then(
            standing ->
                refusal(bundle, wanted.get(), standing)
                    .<Result<Sound>>map(why -> new Result.Ended<>(ExitCode.FAILED, why))
                    .orElseGet(() -> against(bundle, wanted.get(), standing)));
  }

  /** Why it cannot be brought to the inspection that is there, whatever else it holds. */
  private static Optional<String> refusal(
      Bundle bundle, NewInspection wanted, Optional<InspectionJson.Row> standing) {
    return standing.flatMap(
        row -> {
          if (!row.service().equals(wanted.service())
              || !row.edition().id().equals(wanted.framework())) {
            return Optional.of(
                """
                %s is of "%s", edition %s; the inspection %s that is there is of "%s", edition %s
                %s: give the bundle an id of its own, or mend its service and framework\
                """
                    .formatted(
                        bundle.path(),
                        wanted.service(),
                        wanted.framework(),
                        row.id(),
                        row.service(),
                        row.edition().id(),
                        NOTHING));
          }
          return row.signedOffBy()
              .map(
                  name ->
                      "%s is signed off by %s; a lead can reopen it with a reason; %s"
                          .formatted(row.id(), name, NOTHING));
        });
  }

  private Result<Sound> against(
      Bundle bundle, NewInspection wanted, Optional<InspectionJson.Row> standing) {
    Optional<Framework> edition =
        standing.map(InspectionJson.Row::edition).or(() -> inspections.byId(wanted.framework()));
    if (edition.isEmpty()) {
      Fault unknown =
          Fault.at(
              "/inspection/framework",
              wanted.framework(),
              "unknown-framework",
              "There is no such edition; there are "
                  + inspections.editions().stream()
                      .map(Framework::id)
                      .collect(Collectors.joining(", ")));
      return told(bundle, bundle.sample(Optional.empty()), List.of(unknown), Optional.empty())
          .map(sample -> new Sound(sample, standing));
    }
    return cases(bundle, edition.get(), standing)
        .then(
            cases ->
                told(
                    bundle,
                    bundle.sample(
                        Optional.of(
                            new Sample.Against(edition.get(), one -> known(one, cases, standing)))),
                    List.of(),
                    cases))
        .then(sample -> permitted(sample).map(_ -> new Sound(sample, standing)));
  }

  /** What is wrong with the cases, in the inspection that is there or the one to be made. */
  private Result<Optional<BundledCases>> cases(
      Bundle bundle, Framework edition, Optional<InspectionJson.Row> standing) {
    Optional<CasesFile> file = bundle.cases();
    if (file.isEmpty()) {
      return new Result.Done<>(Optional.empty());
    }
    return BundledCases.read(file.get(), edition, manner, standing.isEmpty())
        .then(
            cases ->
                standing.isEmpty() || cases.faults().count() > 0
                    ? new Result.Done<>(cases)
                    : sending.apply(standing.get(), file.get()).faults().map(cases::with))
        .map(Optional::of);
  }

  private boolean known(
      Reference reference, Optional<BundledCases> cases, Optional<InspectionJson.Row> standing) {
    return cases.filter(some -> some.references().contains(reference)).isPresent()
        || standing
            .map(row -> Request.get("inspections", row.id().text(), "cases", reference.text()))
            .map(request -> Result.of(client.ask(request, Outcome::done)))
            .filter(Result.Done.class::isInstance)
            .isPresent();
  }

  /** The bundle if nothing is wrong with it; else all that is, told. */
  private Result<Sample> told(
      Bundle bundle, Outcome<Sample> sample, List<Fault> more, Optional<BundledCases> cases) {
    Faults own = new Faults();
    own.addAll(more);
    if (sample instanceof Outcome.Refused<Sample>(Problem problem)) {
      own.add(problem.faults(), problem.faultCount());
    }
    Faults ofCases = cases.map(BundledCases::faults).orElseGet(Faults::new);
    if (sample instanceof Outcome.Done<Sample>(Sample sound)
        && own.count() + ofCases.count() == 0) {
      return new Result.Done<>(sound);
    }
    if (json) {
      own.add(ofCases.first(), ofCases.count());
      setting.output().pass(ProblemJson.write(own.problem()));
      return new Result.Ended<>(ExitCode.BAD_INPUT, "");
    }
    say(new FaultLines(bundle.path().toString(), allErrors).of(own.first(), own.count()));
    cases.ifPresent(
        some -> {
          bundle
              .inspection()
              .flatMap(NewInspection::id)
              .flatMap(
                  id ->
                      FaultLines.otherEdition(
                          ofCases.first(), id, some.edition(), inspections.editions()))
              .ifPresent(setting.errors()::say);
          say(new FaultLines(some.file().name(), allErrors).of(ofCases.first(), ofCases.count()));
        });
    return new Result.Ended<>(ExitCode.BAD_INPUT, NOTHING);
  }

  private void say(List<String> lines) {
    lines.forEach(setting.errors()::say);
  }

  /** Judging is for a lead, and is the last that is sent. */
  private Result<Boolean> permitted(Sample sample) {
    if (sample.judgements().isEmpty()) {
      return new Result.Done<>(true);
    }
    return Result.of(client.ask(Request.get("me"), PeopleJson::readPerson))
        .then(
            me ->
                me.role().isAtLeast(Role.LEAD)
                    ? new Result.Done<>(true)
                    : new Result.Ended<>(
                        ExitCode.NOT_PERMITTED,
                        "it judges %s, which only a lead may, and you are %s, %s: %s"
                            .formatted(
                                String.join(", ", sample.judgements().keySet()),
                                me.name(),
                                me.role().word(),
                                NOTHING)));
  }
}
