package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Alert;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Reference;
import bandstand.wire.CarryRequest;
import java.util.Map;
import java.util.Optional;

/** A change asked of the daemon. */
public sealed interface Write {

  /**
   * What shall stand at a question, whole. Without an answer a note or a mark is asked for only
   * where no answer stands.
   *
   * @param subject the case; empty for the service itself
   * @param standing revision of what the person saw there, 0 for nothing; any other is a conflict
   */
  record PutAnswer(
      InspectionId inspection, Optional<Reference> subject, Code code, Wanted wanted, long standing)
      implements Write {}

  /** Take back this client's own change of that revision. */
  record Undo(InspectionId inspection, long revision) implements Write {}

  /** Bring back what this client's own undo of that revision took. */
  record Redo(InspectionId inspection, long revision) implements Write {}

  /** Facts of a case by their names in {@link bandstand.inspection.Case}; empty removes one. */
  record PatchCase(
      InspectionId inspection, Reference reference, Map<String, Optional<String>> facts)
      implements Write {
    public PatchCase {
      facts = Map.copyOf(facts);
    }
  }

  /** Raise an alert; the fields as in {@link Alert}. */
  record Raise(
      InspectionId inspection,
      Optional<Reference> subject,
      String risk,
      String organisation,
      String toldRole,
      String at)
      implements Write {}

  /** Say how far an alert is dealt with. */
  record PatchAlert(InspectionId inspection, int number, Alert.Status status, String outcome)
      implements Write {}

  /** Details by their names in {@link bandstand.inspection.Inspection}; empty removes one. */
  record PatchDetails(InspectionId inspection, Map<String, Optional<String>> details)
      implements Write {
    public PatchDetails {
      details = Map.copyOf(details);
    }
  }

  /** Make an inspection; further details by their names, absent ones left out. */
  record Create(String service, String framework, Map<String, String> details) implements Write {
    public Create {
      details = Map.copyOf(details);
    }
  }

  /** Make an inspection of another edition out of one. */
  record Carry(InspectionId source, CarryRequest wished) implements Write {}
}
