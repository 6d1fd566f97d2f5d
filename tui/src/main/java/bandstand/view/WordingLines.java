package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.framework.Rating;
import bandstand.inspection.Given;
import bandstand.inspection.Reference;
import bandstand.inspection.Tally;
import bandstand.state.Guide;
import bandstand.state.Opened;
import bandstand.state.Printed;
import bandstand.state.Rows;
import bandstand.state.Screen;
import bandstand.state.State;
import bandstand.state.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything there is to read at a code: its words, its place, what stands there. */
final class WordingLines {
  private WordingLines() {}

  static List<Line> of(State state, Code code, int columns) {
    List<Line> lines = new ArrayList<>();
    if (state.screen() instanceof Screen.Calculator screen) {
      words(lines, state, screen.edition(), code, columns);
    } else if (state.opened().isPresent()) {
      words(lines, state, state.opened().get().framework(), code, columns);
      standing(state, state.opened().get(), code, columns, lines);
      decided(state.opened().get(), code, columns, lines);
      Guide.of(state)
          .filter(guide -> guide.standard().code().equals(code))
          .map(GuideLines::told)
          .ifPresent(told -> told.forEach(text -> wrap(lines, text, columns, Style.PLAIN)));
      characteristics(lines, state, state.opened().get().framework(), code, columns);
    }
    return lines;
  }

  /** The printed paragraphs, best rating first. */
  private static void characteristics(
      List<Line> lines, State state, Framework framework, Code code, int columns) {
    Printed printed = state.library().printed(framework);
    for (int score = Rating.values().length - 1; score >= 0; score--) {
      Rating rating = Rating.ofScore(score);
      List<String> paragraphs = printed.characteristics(code, rating);
      if (!paragraphs.isEmpty()) {
        String title = framework.word(rating).title();
        wrap(lines, title + ", as printed (a guide, no checklist):", columns, Style.BOLD);
        paragraphs.forEach(text -> wrap(lines, text, columns, Style.PLAIN));
      }
    }
  }

  private static void words(
      List<Line> lines, State state, Framework framework, Code code, int columns) {
    Printed printed = state.library().printed(framework);
    Optional<String> text = printed.text(code);
    String label = Rows.title(framework, code);
    if (text.isPresent() && code.depth() > 2) {
      wrap(lines, text.get(), columns, Style.BOLD);
      wrap(lines, "in short: " + label, columns, Style.PLAIN);
    } else {
      wrap(lines, label, columns, Style.BOLD);
      text.ifPresent(statement -> wrap(lines, statement, columns, Style.PLAIN));
    }
    for (Code above = code; above.depth() > 1; ) {
      above = above.parent();
      String place = framework.level(above) + " " + above + " ";
      wrap(lines, place + Rows.title(framework, above), columns, Style.PLAIN);
    }
    String whose =
        text.isPresent()
            ? printed.loaded()
                ? "; the words are printed there"
                : "; the statement is that of the characteristics"
            : printed.loaded() ? "; no statement is printed here" : "; the wording is ours";
    wrap(lines, source(framework, code) + whose, columns, Style.DIM);
    if (!printed.loaded()) {
      wrap(lines, "bandstand wording FILE adds the printed words", columns, Style.DIM);
    }
  }

  private static String source(Framework framework, Code code) {
    String letter =
        framework
            .question(code)
            .flatMap(Question::prompt)
            .map(prompt -> prompt.letter())
            .filter(one -> !one.isEmpty())
            .map(one -> ", printed as " + one + ")")
            .orElse("");
    return framework.edition().title() + letter;
  }

  private static void standing(
      State state, Opened opened, Code code, int columns, List<Line> lines) {
    Optional<Question> question = opened.framework().question(code);
    if (question.isEmpty()) {
      return;
    }
    Tally tally =
        question.get().asksService()
            ? opened.inspection().tallies().ofService(question.get())
            : opened.inspection().tallies().ofCases(question.get());
    wrap(
        lines,
        "yes %d  no %d  n/a %d  open %d"
            .formatted(tally.yes(), tally.no(), tally.na(), tally.open()),
        columns,
        Style.PLAIN);
    Optional<Optional<Reference>> subject = subject(state);
    subject
        .flatMap(one -> opened.inspection().given(one, code))
        .ifPresent(given -> given(lines, subject.get(), code, given, columns));
  }

  /** The reasons of a standard's judgement and of discretion used on it. */
  private static void decided(Opened opened, Code code, int columns, List<Line> lines) {
    opened.ratings().standard(code).stream()
        .flatMap(row -> Stream.concat(row.judgement().stream(), row.discretion().stream()))
        .forEach(one -> wrap(lines, one.by().name() + ": " + one.reason(), columns, Style.PLAIN));
  }

  /** The case that is looked at; the service itself is an empty one. */
  private static Optional<Optional<Reference>> subject(State state) {
    return switch (state.screen()) {
      case Screen.Desk desk -> Optional.of(desk.subject());
      case Screen.NoCases screen ->
          screen.cursor().isPresent() ? Optional.of(screen.cursor()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static void given(
      List<Line> lines, Optional<Reference> subject, Code code, Given given, int columns) {
    wrap(
        lines,
        "%s: %s by %s, revision %d%s"
            .formatted(
                Words.place(subject, code),
                Words.of(given.answer()),
                given.by(),
                given.revision(),
                given.ask() ? ", to ask the case manager" : ""),
        columns,
        Style.BOLD);
    if (!given.note().isEmpty()) {
      wrap(lines, given.note(), columns, Style.PLAIN);
    }
  }

  private static void wrap(List<Line> lines, String text, int columns, Style style) {
    Text.wrap(text, columns - 2).forEach(line -> lines.add(Line.of("  " + line, style)));
  }
}
