package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Relation;
import bandstand.inspection.Alert;
import bandstand.inspection.Answer;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.wire.BackupJson;
import bandstand.wire.EventJson;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes, answers and places in words. */
public final class Words {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** A restored backup that is a week old costs a team a week. */
  private static final Duration OLD_BACKUP = Duration.ofDays(7);

  private Words() {}

  /** As on the desk: {@code yes}, {@code no}, {@code n/a}, {@code ---} for open. */
  public static String of(Optional<Answer> answer) {
    return answer
        .map(
            given ->
                switch (given) {
                  case YES -> "yes";
                  case NO -> "no";
                  case NA -> "n/a";
                })
        .orElse("---");
  }

  /** {@code C17 2.4.3.1}; the service's own questions go by their code alone. */
  public static String place(Optional<Reference> subject, Code code) {
    return subject.map(reference -> reference + " " + code).orElse(code.toString());
  }

  /** What became of a key question, as an inspector says it. */
  public static String of(Relation.Kind kind) {
    return kind == Relation.Kind.RENAMED ? "reworded" : kind.word();
  }

  /** {@code 1 answer}, {@code 3 answers}. */
  public static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /** {@code 3 hours ago}, in the largest unit that fits, rounded down. */
  public static String ago(Duration age) {
    if (age.toMinutes() < 1) {
      return "less than a minute ago";
    }
    if (age.toHours() < 1) {
      return count(age.toMinutes(), "minute") + " ago";
    }
    return (age.toDays() < 1 ? count(age.toHours(), "hour") : count(age.toDays(), "day")) + " ago";
  }

  /** That there is something to lose: no verified backup, or an old one; else empty. */
  public static String warning(Library library) {
    if (library.backup().isEmpty() || library.inspections().isEmpty()) {
      return "";
    }
    BackupJson.Status status = library.backup().get();
    if (status.last().isEmpty()) {
      return "no backup yet";
    }
    return status.age().compareTo(OLD_BACKUP) > 0 ? "last backup " + ago(status.age()) : "";
  }

  /** How many inspections are past the last day they are to be kept; empty when none is. */
  public static String retention(State state) {
    LocalDate today = LocalDate.ofInstant(state.now(), ZoneOffset.UTC);
    long due =
        Rows.inspections(state, new Screen.Inspections(Optional.empty(), "")).stream()
            .filter(row -> row.retainUntil().map(today::isAfter).orElse(false))
            .count();
    return due == 0 ? "" : retention(due);
  }

  /** {@code 1 inspection is past its retention date}. */
  public static String retention(long due) {
    return due == 1
        ? "1 inspection is past its retention date"
        : due + " inspections are past their retention date";
  }

  /** Why nothing reaches the daemon, what to do about it, and what waits. */
  public static String broken(State state) {
    String why =
        switch (state.link().status()) {
          case TURNED_AWAY -> "your token is not known any more: bandstand login";
          case CONNECTING, CONNECTED, LOST -> "connection lost";
        };
    List<Outbox.Entry> waiting = state.outbox().waiting();
    return waiting.isEmpty() ? why : why + ", " + waiting(waiting) + " waiting";
  }

  /** {@code 3 answers}, and what else there is. */
  public static String waiting(List<Outbox.Entry> entries) {
    long answers =
        entries.stream().filter(entry -> entry.write() instanceof Write.PutAnswer).count();
    long others = entries.size() - answers;
    if (others == 0) {
      return count(answers, "answer");
    }
    String more = count(others, "other change");
    return answers == 0 ? more : count(answers, "answer") + " and " + more;
  }

  /** What this client did, by what it is about. */
  static String of(Write write) {
    return switch (write) {
      case Write.PutAnswer put -> place(put.subject(), put.code());
      case Write.Undo undo -> "undo";
      case Write.Redo redo -> "redo";
      case Write.PatchCase patch -> patch.reference().text();
      case Write.Raise raise -> "alert";
      case Write.PatchAlert patch -> "alert " + patch.number();
      case Write.PatchDetails patch -> "details";
      case Write.Create create -> create.service();
      case Write.Carry carry -> carry.source().text();
    };
  }

  /** Somebody's change: {@code AM answered C09 2.2.2 at 10:42}. */
  static News of(Recorded recorded, ZoneId zone) {
    return new News(
        "%s %s at %s"
            .formatted(
                recorded.by(), did(recorded.change()), CLOCK.format(recorded.at().atZone(zone))),
        recorded.at());
  }

  /**
   * A change in words: {@code C07 2.1.1.3 yes → no} where it is one answer, {@code took back C07
   * 2.1.1.3: no → yes}, {@code imported 59 cases}.
   */
  public static String told(EventJson.Seen seen) {
    Change change = seen.recorded().change();
    if (!seen.complete()) {
      return change.kind() == Change.Kind.IMPORT
          ? "imported " + count(seen.cases(), "case")
          : did(change) + (seen.cases() > 1 ? " " + count(seen.cases(), "case") : "");
    }
    if (change.edits().size() == 1 && change.edits().getFirst() instanceof Edit.ToAnswer answer) {
      String values = values(answer);
      return switch (change.kind()) {
        case ANSWER, CLEAR, BATCH, IMPORT -> place(answer.subject(), answer.code()) + " " + values;
        default -> did(change) + ": " + values;
      };
    }
    return did(change);
  }

  private static String values(Edit.ToAnswer edit) {
    Optional<Answer> before = edit.before().flatMap(Given::answer);
    Optional<Answer> after = edit.after().flatMap(Given::answer);
    return before.equals(after)
        ? of(after) + ", note or mark changed"
        : of(before) + " → " + of(after);
  }

  private static String did(Change change) {
    return switch (change.kind()) {
      case CREATE -> "created the inspection";
      case DETAILS -> "changed the details";
      case ANSWER -> "answered" + places(change);
      case CLEAR -> "cleared" + places(change);
      case BATCH -> "answered" + places(change);
      case IMPORT ->
          change.nothing() ? "imported cases" : "imported " + count(cases(change).count(), "case");
      case CASE -> "changed" + subjects(change);
      case REMOVE_CASE -> "removed" + subjects(change);
      case JUDGE -> "judged" + places(change);
      case DISCRETION -> "used discretion on" + places(change);
      case ALERT -> alert(change);
      case MARK -> "named a revision";
      case SIGN_OFF -> "signed off";
      case REOPEN -> "reopened";
      case DELETE -> "deleted the inspection";
      case RESTORE -> "restored the inspection";
      case UNDO -> "took back" + whatWasUndone(change);
      case REDO -> "brought back" + whatWasUndone(change);
      case ERASE -> "erased for good";
      case ERASED -> "since erased";
    };
  }

  /** One place by name, several by number. */
  private static String places(Change change) {
    List<String> places =
        change.edits().stream()
            .flatMap(edit -> edit.about().map(code -> place(edit.touches(), code)).stream())
            .distinct()
            .toList();
    return places.isEmpty() ? subjects(change) : oneOrCount(places, "question");
  }

  private static String whatWasUndone(Change change) {
    String places = places(change);
    return places.isEmpty()
        ? change.of().map(revision -> " revision " + revision).orElse(" a change")
        : places;
  }

  private static String subjects(Change change) {
    return oneOrCount(cases(change).toList(), "case");
  }

  private static String oneOrCount(List<String> names, String word) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> " " + names.getFirst();
      default -> " " + count(names.size(), word);
    };
  }

  private static Stream<String> cases(Change change) {
    return change.edits().stream()
        .map(Edit::touches)
        .flatMap(Optional::stream)
        .map(Reference::text)
        .distinct();
  }

  private static String alert(Change change) {
    return change.edits().stream()
        .filter(Edit.ToAlert.class::isInstance)
        .map(Edit.ToAlert.class::cast)
        .findFirst()
        .map(
            edit ->
                (edit.before().isEmpty() ? "raised alert " : "changed alert ")
                    + edit.number()
                    + edit.after()
                        .flatMap(Alert::subject)
                        .map(subject -> " on " + subject)
                        .orElse(""))
        .orElse("changed an alert");
  }
}
