package bandstand.client;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.inspection.Alert;
import bandstand.inspection.Case;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.inspection.Tally;
import bandstand.rating.Figure;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Overall;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import bandstand.state.Opened;
import bandstand.state.Shown;
import bandstand.state.Summary;
import bandstand.state.Words;
import bandstand.view.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What plain mode says: whole sentences that need no layout. */
final class Spoken {
  /** As many references as one listens to. */
  private static final int MOST_NAMED = 10;

  private Spoken() {}

  /** A sentence for every figure and rating that is another. */
  static List<String> moves(Ratings before, Ratings after) {
    Framework edition = after.framework();
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < after.standards().size(); i++) {
      StandardRatings old = before.standards().get(i);
      StandardRatings rated = after.standards().get(i);
      for (int k = 0; k < rated.keyQuestions().size(); k++) {
        String now = figure(edition, rated.keyQuestions().get(k));
        if (!now.equals(figure(edition, old.keyQuestions().get(k)))) {
          sentences.add(rated.keyQuestions().get(k).keyQuestion().code() + " now " + now);
        }
      }
      if (!rated.finalRating().equals(old.finalRating())) {
        sentences.add(rated.standard().code() + " now " + Figures.of(edition, rated));
      }
    }
    String overall = overall(edition, after.overall());
    if (!overall.equals(overall(edition, before.overall()))) {
      sentences.add("overall now " + overall);
    }
    return sentences;
  }

  private static String figure(Framework edition, KeyQuestionRatings row) {
    return switch (row) {
      case KeyQuestionRatings.Scored scored -> {
        String confirmed = figure(edition, scored.confirmed());
        String projected = figure(edition, scored.projected());
        yield projected.equals(confirmed) ? confirmed : confirmed + "; with leanings " + projected;
      }
      case KeyQuestionRatings.Indicative indicative ->
          figure(edition, indicative.indicative()) + ", indicative only";
    };
  }

  /** {@code 24 of 31, 77 per cent, Good}. */
  private static String figure(Framework edition, Figure figure) {
    if (figure.percent().isEmpty()) {
      return "not rated";
    }
    Tally tally = figure.tally().orElse(Tally.NOTHING);
    return "%d of %d, %d per cent%s"
        .formatted(
            tally.yes(),
            tally.counted(),
            figure.percent().get(),
            figure.rating().map(rating -> ", " + Figures.word(edition, rating)).orElse(""));
  }

  /** {@code 24 of 36, Good}; while open, {@code 14 to 26: Requires improvement or Good}. */
  static String overall(Framework edition, Overall overall) {
    return overall.complete()
        ? Figures.of(edition, overall).replaceFirst("^(\\d+)/(\\d+)", "$1 of $2,")
        : Figures.of(edition, overall).replace("–", " to ");
  }

  /** The line of a question: its place, what it says and what stands there. */
  static String question(Framework edition, Optional<Reference> subject, Code code, Shown shown) {
    Optional<Question> question = edition.question(code);
    boolean judgement = subject.isPresent() && question.filter(Question::isPrompt).isEmpty();
    String label = question.map(Question::label).orElse("");
    String stands = shown.open() ? "open" : "now " + Words.of(shown.wanted().answer());
    String ask = shown.wanted().ask() ? "; marked to ask" : "";
    String note = shown.wanted().note().isEmpty() ? "" : "; note: " + shown.wanted().note();
    return "%s%s: %s? %s%s%s"
        .formatted(
            Words.place(subject, code),
            judgement ? " judgement" : "",
            label,
            stands,
            ask,
            note.replace('\n', ' '));
  }

  /** {@code C17 2.4.3.1 now no}: what this client's own answer came to. */
  static String answered(Optional<Reference> subject, Code code, Optional<Given> given) {
    return Words.place(subject, code)
        + " now "
        + given
            .map(
                stands ->
                    stands.answer().isEmpty() ? "open, with a note" : Words.of(stands.answer()))
            .orElse("open");
  }

  /** An own answer that met somebody else's, in the words in which the state says it. */
  static String refused(Opened.Refusal refusal) {
    String place = Words.place(refusal.subject(), refusal.code());
    String mine = "yours: " + Words.of(refusal.mine().answer());
    return refusal
        .standing()
        .map(
            given ->
                "refused %s: %s says %s, %s; answer again"
                    .formatted(place, given.by(), Words.of(given.answer()), mine))
        .orElseGet(() -> "refused %s: %s; %s".formatted(place, refusal.why(), mine));
  }

  /** What one hears of an inspection when it is opened. */
  static List<String> opened(Opened opened) {
    Inspection inspection = opened.inspection();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s: %s"
            .formatted(
                inspection.detail(Inspection.SERVICE).orElse(opened.id().text()),
                Figures.of(opened.framework()),
                overall(opened.framework(), opened.ratings().overall())));
    List<String> open =
        inspection.cases().values().stream()
            .filter(opened::isOpen)
            .map(file -> file.reference().text())
            .toList();
    String named =
        open.stream()
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", ", open.isEmpty() ? "" : ": ", ""));
    lines.add(
        "%s, %d open%s%s"
            .formatted(
                Words.count(inspection.cases().size(), "case"),
                open.size(),
                named,
                open.size() > MOST_NAMED ? " and more" : ""));
    lines.addAll(alerts(opened));
    return lines;
  }

  /** Open alerts in one line; none is no line. */
  static List<String> alerts(Opened opened) {
    List<Alert> open = opened.inspection().alerts().values().stream().filter(Alert::open).toList();
    return open.isEmpty()
        ? List.of()
        : List.of(
            open.stream()
                .map(
                    alert ->
                        "%s, told %s"
                            .formatted(
                                alert.subject().map(Reference::text).orElse("the service"),
                                alert.toldRole()))
                .collect(Collectors.joining("; ", "ALERTS OPEN " + open.size() + ": ", "")));
  }

  /** {@code 2 alert on P05, raised: no address on release}. */
  static String alert(Alert alert) {
    return "alert %d on %s, %s, told %s, %s: %s%s"
        .formatted(
            alert.number(),
            alert.subject().map(Reference::text).orElse("the service"),
            alert.status().word(),
            alert.toldRole(),
            alert.organisation(),
            alert.risk(),
            alert.outcome().isEmpty() ? "" : "; outcome: " + alert.outcome());
  }

  static String summary(Summary row) {
    String overall = row.overall().map(one -> ", " + overall(row.edition(), one)).orElse("");
    return "%s, %s, %s, %d of %d cases done%s"
        .formatted(
            row.id(), row.service(), Figures.of(row.edition()), row.done(), row.cases(), overall);
  }

  static String file(Opened opened, Case file) {
    return "%s, %s, %s, %s%s"
        .formatted(
            file.reference(),
            file.type(),
            opened.isOpen(file) ? "open" : "judged",
            "step " + file.step().word(),
            file.assignee().map(name -> ", with " + name).orElse(""));
  }
}
