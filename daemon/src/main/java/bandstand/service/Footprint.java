package bandstand.service;

import bandstand.inspection.Alert;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Erasure;
import bandstand.inspection.Inspection;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.journal.Kept;
import bandstand.journal.Payload;
import bandstand.journal.Position;
import bandstand.store.Noted;
import bandstand.wire.ErasureLedger;
import bandstand.wire.RecordedJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Everything in an inspection's history that an erasure takes, and what the history is without it.
 * Of a case that is: edits of it, the alerts about it from their first word on, and the reasons and
 * request keys of those changes.
 *
 * <p>It is found by reading the whole history, so outside the writer; the writer adds what came
 * since.
 *
 * @param sought the case; empty: everything
 * @param alerts numbers of those that were about the case at any time
 * @param parts in order; empty if the case never was, or is erased, and where everything goes
 * @param lost edits in these parts that touch no case
 * @param made the first frame that is of the case, or of the inspection; empty if there is none
 * @param frames where everything stands that goes
 * @param earlier erasures that the history tells of
 * @param left the state that is left
 * @param lines of what is left, one a revision
 */
record Footprint(
    Optional<Reference> sought,
    Set<Integer> alerts,
    List<Erasure.Part> parts,
    List<Edit> lost,
    Optional<ErasureLedger.Frame> made,
    List<Position> frames,
    List<Erasure> earlier,
    Inspection left,
    PVector<Noted> lines) {

  /**
   * As an inspection stands.
   *
   * @param sought a case; empty: everything
   */
  static Footprint of(History history, Snapshot snapshot, Optional<Reference> sought) {
    Inspection blank = Inspection.blank(snapshot.state().id(), snapshot.state().framework());
    return of(history, blank, snapshot.history(), sought);
  }

  private static Footprint of(
      History history, Inspection blank, List<Noted> lines, Optional<Reference> sought) {
    Footprint nothing =
        new Footprint(
            sought,
            alerts(history, lines, sought),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            blank,
            TreePVector.empty());
    return nothing.with(history, lines);
  }

  /** As of now, with what came since it was found; anew after another erasure. */
  Footprint upTo(History history, List<Noted> now) {
    List<Noted> since = now.subList(lines.size(), now.size());
    boolean other = since.stream().anyMatch(line -> line.kind() == Change.Kind.ERASE);
    return other || !alerts.containsAll(alerts(history, since, sought))
        ? of(history, Inspection.blank(left.id(), left.framework()), now, sought)
        : with(history, since);
  }

  private Footprint with(History history, List<Noted> more) {
    if (more.isEmpty()) {
      return this;
    }
    Search search = new Search(this);
    more.forEach(line -> search.take(history.kept(line)));
    return new Footprint(
        sought,
        alerts,
        List.copyOf(search.parts),
        List.copyOf(search.lost),
        search.made,
        List.copyOf(search.frames),
        List.copyOf(search.earlier),
        search.left,
        search.lines);
  }

  Set<Long> revisions() {
    Set<Long> revisions = new HashSet<>();
    parts.forEach(part -> revisions.add(part.revision()));
    return revisions;
  }

  private static Set<Integer> alerts(
      History history, List<Noted> lines, Optional<Reference> sought) {
    Set<Integer> numbers = new HashSet<>();
    for (Noted line : sought.isPresent() ? lines : List.<Noted>of()) {
      boolean mayBe =
          switch (line.kind()) {
            case ALERT, UNDO, REDO, ERASE, ERASED -> true;
            default -> false;
          };
      if (mayBe) {
        for (Edit edit : history.read(line).change().edits()) {
          if (edit instanceof Edit.ToAlert(int number, var before, var after)
              && (isAbout(before, sought) || isAbout(after, sought))) {
            numbers.add(number);
          }
        }
      }
    }
    return numbers;
  }

  private static boolean isAbout(Optional<Alert> alert, Optional<Reference> sought) {
    return alert.isPresent() && alert.get().subject().equals(sought);
  }

  /** What is found being added to, change by change. */
  private static final class Search {
    private final Optional<Reference> sought;
    private final Set<Integer> alerts;
    private final List<Erasure.Part> parts;
    private final List<Edit> lost;
    private final List<Position> frames;
    private final List<Erasure> earlier;
    private Optional<ErasureLedger.Frame> made;
    private Inspection left;
    private PVector<Noted> lines;

    Search(Footprint found) {
      sought = found.sought;
      alerts = found.alerts;
      parts = new ArrayList<>(found.parts);
      lost = new ArrayList<>(found.lost);
      frames = new ArrayList<>(found.frames);
      earlier = new ArrayList<>(found.earlier);
      made = found.made;
      left = found.left;
      lines = found.lines;
    }

    void take(Kept kept) {
      List<Optional<Recorded>> read =
          kept.payloads().stream().map(payload -> alone(kept, payload)).toList();
      read.getLast().flatMap(closing -> closing.change().erasure()).ifPresent(earlier::add);
      Set<Integer> taken = sought.isPresent() ? ofCase(kept, read) : everything(kept, read);
      taken.forEach(number -> frames.add(kept.written().positions().get(number)));
      Kept without = without(kept, taken);
      Recorded recorded = Replay.recorded(without);
      left = left.after(recorded);
      lines = lines.plus(Replay.noted(recorded, without));
    }

    private Set<Integer> everything(Kept kept, List<Optional<Recorded>> read) {
      made = made.or(() -> Optional.of(frame(kept, 0)));
      Set<Integer> all = new TreeSet<>();
      for (int number = 0; number < read.size(); number++) {
        all.add(number);
      }
      return all;
    }

    private Set<Integer> ofCase(Kept kept, List<Optional<Recorded>> read) {
      Set<Integer> taken = new TreeSet<>();
      for (int number = 0; number < read.size(); number++) {
        List<Edit> edits = read.get(number).map(one -> one.change().edits()).orElse(List.of());
        if (edits.stream().anyMatch(edit -> edit.touches().equals(sought))) {
          taken.add(number);
          int here = number;
          made = made.or(() -> Optional.of(frame(kept, here)));
        } else if (edits.stream().anyMatch(this::isOfAlert)) {
          taken.add(number);
        }
      }
      if (!taken.isEmpty()
          && read.getLast().map(Recorded::change).map(Footprint::tells).orElse(false)) {
        taken.add(read.size() - 1);
      }
      for (int number : taken) {
        parts.add(new Erasure.Part(kept.revision(), number));
        read.get(number).orElseThrow().change().edits().stream()
            .filter(edit -> edit.touches().isEmpty())
            .forEach(lost::add);
      }
      return taken;
    }

    private boolean isOfAlert(Edit edit) {
      return edit instanceof Edit.ToAlert alert && alerts.contains(alert.number());
    }
  }

  /** How the ledger finds a part of a change again. */
  static ErasureLedger.Frame frame(Kept kept, int number) {
    return new ErasureLedger.Frame(
        kept.written().first() + number, kept.revision(), number, kept.written().head().toString());
  }

  /** A change as the journal will hold it once some of its parts are overwritten. */
  private static Kept without(Kept kept, Set<Integer> taken) {
    List<Payload> payloads = new ArrayList<>(kept.payloads());
    for (int number : taken) {
      if (payloads.get(number) instanceof Payload.Present(byte[] bytes)) {
        payloads.set(number, new Payload.Erased(bytes.length));
      }
    }
    return new Kept(
        kept.written(), kept.stream(), kept.revision(), kept.at(), kept.author(), payloads);
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
