package bandstand.state;

import bandstand.inspection.Alert;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Whether what was recorded is the very thing that a write asks for. */
final class Matching {
  private Matching() {}

  /**
   * Compares what they do, not who did it.
   *
   * @param before the inspection before it was recorded
   */
  static boolean matches(Write write, Recorded recorded, Inspection before) {
    Change change = recorded.change();
    return switch (write) {
      case Write.PutAnswer put -> isAnswer(put, change);
      case Write.Undo undo ->
          change.kind() == Change.Kind.UNDO && change.of().equals(Optional.of(undo.revision()));
      case Write.Redo redo ->
          change.kind() == Change.Kind.REDO && change.of().equals(Optional.of(redo.revision()));
      case Write.PatchCase patch ->
          change.kind() == Change.Kind.CASE
              && sets(
                  patch.facts(),
                  change.edits(),
                  edit ->
                      edit instanceof Edit.ToFact fact && fact.subject().equals(patch.reference())
                          ? Optional.of(Map.entry(fact.name(), fact.after()))
                          : Optional.empty(),
                  name -> before.file(patch.reference()).flatMap(file -> file.fact(name)));
      case Write.PatchDetails patch ->
          change.kind() == Change.Kind.DETAILS
              && sets(
                  patch.details(),
                  change.edits(),
                  edit ->
                      edit instanceof Edit.ToDetail detail
                          ? Optional.of(Map.entry(detail.name(), detail.after()))
                          : Optional.empty(),
                  before::detail);
      case Write.Raise raise -> alert(change).filter(edit -> isRaised(raise, edit)).isPresent();
      case Write.PatchAlert patch ->
          alert(change).filter(edit -> isChanged(patch, edit)).isPresent();
      case Write.Create create -> false;
      case Write.Carry carry -> false;
    };
  }

  private static boolean isAnswer(Write.PutAnswer put, Change change) {
    return (change.kind() == Change.Kind.ANSWER || change.kind() == Change.Kind.CLEAR)
        && change.edits().size() == 1
        && change.edits().getFirst() instanceof Edit.ToAnswer answer
        && answer.subject().equals(put.subject())
        && answer.code().equals(put.code())
        && Wanted.of(answer.after()).equals(put.wanted());
  }

  /**
   * Whether the edits set fields as wanted and no others, and those that they leave stand so.
   *
   * @param field the field and its value after an edit; empty: it is of another kind
   */
  private static boolean sets(
      Map<String, Optional<String>> wanted,
      List<Edit> edits,
      Function<Edit, Optional<Map.Entry<String, Optional<String>>>> field,
      Function<String, Optional<String>> standing) {
    List<Map.Entry<String, Optional<String>>> set =
        edits.stream().map(field).flatMap(Optional::stream).toList();
    List<String> names = set.stream().map(Map.Entry::getKey).toList();
    return set.size() == edits.size()
        && wanted.entrySet().containsAll(set)
        && wanted.entrySet().stream()
            .filter(one -> !names.contains(one.getKey()))
            .allMatch(one -> standing.apply(one.getKey()).equals(one.getValue()));
  }

  private static Optional<Edit.ToAlert> alert(Change change) {
    return change.kind() == Change.Kind.ALERT
            && change.edits().size() == 1
            && change.edits().getFirst() instanceof Edit.ToAlert edit
        ? Optional.of(edit)
        : Optional.empty();
  }

  private static boolean isRaised(Write.Raise raise, Edit.ToAlert edit) {
    return edit.before().isEmpty()
        && edit.after()
            .filter(alert -> alert.subject().equals(raise.subject()))
            .filter(alert -> alert.risk().equals(raise.risk()))
            .filter(alert -> alert.organisation().equals(raise.organisation()))
            .filter(alert -> alert.toldRole().equals(raise.toldRole()))
            .filter(alert -> alert.at().equals(raise.at()))
            .filter(alert -> alert.status() == Alert.Status.RAISED)
            .filter(alert -> alert.outcome().isEmpty())
            .isPresent();
  }

  private static boolean isChanged(Write.PatchAlert patch, Edit.ToAlert edit) {
    return edit.number() == patch.number()
        && edit.before().isPresent()
        && edit.after()
            .filter(alert -> alert.status() == patch.status())
            .filter(alert -> alert.outcome().equals(patch.outcome()))
            .isPresent();
  }
}
