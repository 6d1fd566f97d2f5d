package bandstand.state;

import bandstand.framework.Code;
import bandstand.framework.Relation;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import bandstand.wire.BackupJson;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Changes, answers and places in words. */
public final class Words {
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

  /** How old the last verified backup is; empty where {@link #warning} says it, or none is. */
  public static String backedUp(Library library) {
    return library
        .backup()
        .filter(status -> status.last().isPresent() && warning(library).isEmpty())
        .map(status -> "last backup " + ago(status.age()))
        .orElse("");
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

  /** What leaving now would lose: what waits and what was refused; empty for nothing. */
  public static String unsaved(State state) {
    List<Outbox.Entry> waiting = state.outbox().waiting();
    int refused = state.opened().map(opened -> opened.refusals().size()).orElse(0);
    String waits = waiting.isEmpty() ? "" : waiting(waiting) + " waiting for the connection";
    String met = refused == 0 ? "" : count(refused, "refused answer");
    return waits.isEmpty() || met.isEmpty() ? waits + met : waits + " and " + met;
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
}
