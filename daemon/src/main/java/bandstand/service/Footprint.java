package bandstand.service;

import bandstand.inspection.Alert;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Erasure;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.journal.Kept;
import bandstand.journal.Payload;
import bandstand.store.Noted;
import bandstand.wire.RecordedJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everywhere in an inspection's history where something of one case stands: edits of the case, the
 * alerts about it from their first word on, and the reasons and request keys of those changes.
 *
 * @param parts in order; empty if the case never was, or is erased
 * @param lost edits in these parts that touch no case
 * @param made the first part that is of the case itself; empty if there is none
 */
record Footprint(List<Erasure.Part> parts, List<Edit> lost, Optional<Erasure.Part> made) {

  static Footprint of(History history, List<Noted> lines, Reference reference) {
    Search search = new Search(reference, alerts(history, lines, reference));
    lines.forEach(line -> search.take(history.kept(line)));
    return new Footprint(List.copyOf(search.parts), search.lost, search.made);
  }

  Set<Long> revisions() {
    Set<Long> revisions = new HashSet<>();
    parts.forEach(part -> revisions.add(part.revision()));
    return revisions;
  }

  /** Numbers of alerts that were about the case at any time. */
  private static Set<Integer> alerts(History history, List<Noted> lines, Reference reference) {
    Set<Integer> numbers = new HashSet<>();
    for (Noted line : lines) {
      boolean mayBe =
          switch (line.kind()) {
            case ALERT, UNDO, REDO, ERASE, ERASED -> true;
            default -> false;
          };
      if (mayBe) {
        for (Edit edit : history.read(line).change().edits()) {
          if (edit instanceof Edit.ToAlert(int number, var before, var after)
              && (isAbout(before, reference) || isAbout(after, reference))) {
            numbers.add(number);
          }
        }
      }
    }
    return numbers;
  }

  private static boolean isAbout(Optional<Alert> alert, Reference reference) {
    return alert.flatMap(Alert::subject).equals(Optional.of(reference));
  }

  /** Parts being found, change by change. */
  private static final class Search {
    private final Reference reference;
    private final Set<Integer> alerts;
    private final Set<Erasure.Part> parts = new TreeSet<>();
    private final List<Edit> lost = new ArrayList<>();
    private Optional<Erasure.Part> made = Optional.empty();

    Search(Reference reference, Set<Integer> alerts) {
      this.reference = reference;
      this.alerts = alerts;
    }

    void take(Kept kept) {
      List<Optional<Recorded>> read =
          kept.payloads().stream().map(payload -> alone(kept, payload)).toList();
      Set<Integer> taken = new TreeSet<>();
      for (int number = 0; number < read.size(); number++) {
        List<Edit> edits = read.get(number).map(one -> one.change().edits()).orElse(List.of());
        if (edits.stream().anyMatch(this::isOfCase)) {
          taken.add(number);
          Erasure.Part here = new Erasure.Part(kept.revision(), number);
          made = Optional.of(made.orElse(here));
        } else if (edits.stream().anyMatch(this::isOfAlert)) {
          taken.add(number);
        }
      }
      if (taken.isEmpty()) {
        return;
      }
      if (read.getLast().map(Recorded::change).map(Footprint::tells).orElse(false)) {
        taken.add(read.size() - 1);
      }
      for (int number : taken) {
        parts.add(new Erasure.Part(kept.revision(), number));
        read.get(number).orElseThrow().change().edits().stream()
            .filter(edit -> edit.touches().isEmpty())
            .forEach(lost::add);
      }
    }

    private boolean isOfCase(Edit edit) {
      return edit.touches().equals(Optional.of(reference));
    }

    private boolean isOfAlert(Edit edit) {
      return edit instanceof Edit.ToAlert alert && alerts.contains(alert.number());
    }
  }

  /** One payload by itself; empty if it is erased. */
  private static Optional<Recorded> alone(Kept kept, Payload payload) {
    return switch (payload) {
      case Payload.Present(byte[] bytes) ->
          Optional.of(
              RecordedJson.decode(
                  Replay.id(kept),
                  kept.revision(),
                  kept.author(),
                  kept.at(),
                  List.of(Optional.of(bytes))));
      case Payload.Erased erased -> Optional.empty();
    };
  }

  /**
   * Whether a closing part may tell of the case: in a reason, or in what the request was called.
   */
  private static boolean tells(Change closing) {
    return closing.kind() != Change.Kind.ERASE
        && (!closing.reason().isEmpty() || closing.once().isPresent());
  }
}
