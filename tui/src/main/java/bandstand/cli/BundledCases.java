package bandstand.cli;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import bandstand.inspection.Remains;
import bandstand.wire.Faults;
import bandstand.wire.ImportReader;
import bandstand.wire.ImportRow;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The cases of a bundle, read before any are sent.
 *
 * @param references whose rows are sound
 * @param faults what keeps the cases from being imported
 */
record BundledCases(CasesFile file, Framework edition, Set<Reference> references, Faults faults) {

  BundledCases {
    references = Set.copyOf(references);
  }

  /**
   * Reads the rows as the daemon will.
   *
   * @param first whether the inspection has no case yet, so that each row must say all of its own
   */
  static Result<BundledCases> read(
      CasesFile file, Framework edition, ImportManner manner, boolean first) {
    Rows rows = new Rows(first);
    try (InputStream in = new BufferedInputStream(file.source().open())) {
      return new Result.Done<>(
          switch (ImportReader.read(in, file.format(), edition, manner.identifying(), rows)) {
            case Outcome.Done<Long> _ ->
                new BundledCases(
                    file, edition, rows.references, manner.partial() ? new Faults() : rows.faults);
            case Outcome.Refused<Long>(Problem problem) ->
                new BundledCases(file, edition, rows.references, faults(problem));
          });
    } catch (IOException unreadable) {
      return Unreadable.file(file.path(), unreadable);
    }
  }

  BundledCases with(Faults others) {
    return new BundledCases(file, edition, references, others);
  }

  private static Faults faults(Problem problem) {
    Faults faults = new Faults();
    faults.add(problem.faults(), problem.faultCount());
    return faults;
  }

  private static final class Rows implements ImportReader.Sink {
    private final boolean first;
    private final Set<Reference> references = new HashSet<>();
    private final Faults faults = new Faults();

    Rows(boolean first) {
      this.first = first;
    }

    @Override
    public void row(ImportRow row) {
      references.add(row.reference());
      if (first && row.request().facts().getOrDefault(Case.TYPE, Optional.empty()).isEmpty()) {
        faults.add(
            row.place()
                .fault(List.of(Case.TYPE), Optional.empty(), "required", "A case needs a type"));
      }
      if (first && Remains.number(row.reference()).isPresent()) {
        faults.add(
            row.place()
                .fault(
                    List.of("reference"),
                    Optional.of(row.reference().text()),
                    "erasure-name",
                    "Erasures name cases so; choose another reference"));
      }
    }

    @Override
    public void fault(Fault fault) {
      faults.add(fault);
    }

    @Override
    public void rejected(int row) {}
  }
}
