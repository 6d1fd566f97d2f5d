package bandstand.state;

import bandstand.framework.Problem;
import java.util.List;
import java.util.Optional;

/** What a refused write leaves behind: never nothing. */
final class Refusing {
  private Refusing() {}

  /** Both values stay at the question, and what was to follow there goes with it. */
  static State answer(State state, Write.PutAnswer put, Message.Refused refused) {
    List<Outbox.Entry> following =
        state.outbox().waiting().stream()
            .filter(entry -> entry.isAbout(put.inspection(), put.subject(), put.code()))
            .toList();
    Wanted mine =
        following.isEmpty()
            ? put.wanted()
            : ((Write.PutAnswer) following.getLast().write()).wanted();
    List<Outbox.Entry> others =
        state.outbox().waiting().stream().filter(entry -> !following.contains(entry)).toList();
    String why = refused.problem().detail();
    var refusal = new Opened.Refusal(put.subject(), put.code(), mine, refused.standing(), why);
    boolean here = state.opened().map(opened -> opened.id().equals(put.inspection())).orElse(false);
    State kept = here ? state.mapOpened(opened -> opened.refused(refusal)) : state;
    return kept.withOutbox(state.outbox().withWaiting(others)).saying(words(refusal, refused));
  }

  /** What was written is kept as a draft; an undo that cannot be is forgotten. */
  static State other(State state, Outbox.Entry entry, Problem problem) {
    State kept =
        entry
            .form()
            .map(form -> form.withProblem(problem.detail()))
            .map(form -> state.withDrafts(state.drafts().keep(form)))
            .orElse(state);
    Outbox.Purpose purpose = entry.purpose();
    return kept.mapOpened(
            opened -> entry.isOf(opened.id()) ? Undoing.refused(opened, purpose) : opened)
        .saying(
            switch (purpose) {
              case CHANGE -> "not saved: " + problem.detail() + kept(entry.form());
              case UNDO -> "not taken back: " + problem.detail();
              case REDO -> "not brought back: " + problem.detail();
            });
  }

  private static String kept(Optional<Form> form) {
    return form.isEmpty() ? "" : "; what you wrote is kept as a draft";
  }

  private static String words(Opened.Refusal refusal, Message.Refused refused) {
    String place = Words.place(refusal.subject(), refusal.code());
    String mine = "yours: " + Words.of(refusal.mine().answer());
    return refused
        .standing()
        .map(
            given ->
                "refused %s: %s says %s, %s; answer again"
                    .formatted(place, given.by(), Words.of(given.answer()), mine))
        .orElseGet(() -> "refused %s: %s; %s".formatted(place, refused.problem().detail(), mine));
  }
}
