package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.inspection.Carrying;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an inspection of what goes over from another: details, cases and answers are one change, so
 * that there is either a whole draft or none. The answers are by whoever carries them.
 *
 * @param details by their names in {@link bandstand.inspection.Inspection}
 * @param precondition of what it is carried from
 */
public record CarryDraft(Carrying carrying, Map<String, String> details, Precondition precondition)
    implements Draft {
  public CarryDraft {
    details = Map.copyOf(details);
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(new Source(carrying.source().id(), carrying.source().revision()));
  }

  @Override
  public Outcome<Change> against(Moment moment) {
    Inspection from = carrying.source();
    Optional<Outcome<Change>> unseen =
        precondition.refusal(
            "%s is at revision %d".formatted(from.id(), from.revision()), from.revision());
    if (unseen.isPresent()) {
      return unseen.get();
    }
    List<Edit> edits =
        new ArrayList<>(LifeDrafts.details(moment, carrying.comparison().to(), details));
    edits.addAll(carrying.edits(moment.revision(), moment.by().name(), moment.at()));
    return Outcome.done(Change.of(Change.Kind.CREATE, edits));
  }
}
