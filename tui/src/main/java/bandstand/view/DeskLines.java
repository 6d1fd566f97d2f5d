package bandstand.view;

import bandstand.framework.Code;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Question;
import bandstand.inspection.Answer;
import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import bandstand.state.Opened;
import bandstand.state.Screen;
import bandstand.state.Shown;
import bandstand.state.State;
import bandstand.state.Wanted;
import bandstand.state.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The questions of a desk as rows, with answers, notes, marks and what was refused. */
final class DeskLines {
  private static final int LABEL_COLUMN = 12;

  /** Rows of a note below the selected question; the whole of it is under i. */
  private static final int NOTE_ROWS = 3;

  private final State state;
  private final Opened opened;
  private final Optional<Reference> subject;
  private final int columns;

  private DeskLines(State state, Opened opened, Optional<Reference> subject, int columns) {
    this.state = state;
    this.opened = opened;
    this.subject = subject;
    this.columns = columns;
  }

  /** Scrolled so that the key question's heading and the line just answered stay in sight. */
  static Listing of(
      State state, Opened opened, Screen.Desk desk, List<Question> lines, int columns) {
    DeskLines drawn = new DeskLines(state, opened, desk.subject(), columns);
    Optional<Code> answered =
        desk.answered()
            .filter(last -> last.subject().equals(desk.subject()))
            .map(Screen.Answered::code);
    Optional<Code> current = desk.cursor().map(DeskLines::keyQuestion);
    Listing list = new Listing();
    Optional<KeyQuestion> heading = Optional.empty();
    for (Question line : lines) {
      if (!heading.equals(Optional.of(line.keyQuestion()))) {
        heading = Optional.of(line.keyQuestion());
        if (current.equals(Optional.of(line.keyQuestion().code()))) {
          list.wish();
        }
        drawn.heading(list, line);
      }
      if (answered.equals(Optional.of(line.code()))) {
        list.wish();
      }
      boolean selected = desk.cursor().equals(Optional.of(line.code()));
      list.add(selected, drawn.line(line, selected));
      drawn.below(line, selected).forEach(row -> list.add(false, row));
    }
    list.add(desk.cursor().isEmpty(), Line.of("  " + drawn.end(lines), Style.DIM));
    return list;
  }

  private static Code keyQuestion(Code line) {
    return line.depth() == 4 ? line.parent() : line;
  }

  /** Where no prompts stand below it, the judgement line itself shows the label. */
  private void heading(Listing list, Question line) {
    if (!line.keyQuestion().prompts().isEmpty()) {
      list.add(
          false,
          Line.of("  " + line.keyQuestion().code() + " " + line.keyQuestion().label(), Style.BOLD));
    }
  }

  private List<Line> line(Question line, boolean selected) {
    Shown shown = Shown.of(state, opened, subject, line.code());
    Wanted wanted = shown.wanted();
    String answer = wanted.answer().isEmpty() && wanted.ask() ? "ask" : Words.of(wanted.answer());
    String flags =
        (wanted.note().isEmpty() ? " " : ";") + (wanted.ask() && !shown.open() ? "?" : " ");
    String left =
        name(line) + " " + Text.pad(shown.pending() ? "(" + answer + ")" : answer, 5) + " " + flags;
    int column = Math.max(LABEL_COLUMN, Text.width(left) + 1);
    Style style = style(wanted.answer(), shown.pending());
    if (!selected) {
      return List.of(
          Line.of(left, style).to(column, 1).plus(Text.cut(label(line, wanted), columns - column)));
    }
    List<Line> rows = new ArrayList<>();
    for (String row : Text.wrap(label(line, wanted), columns - column)) {
      Line start = rows.isEmpty() ? Line.of(left, style) : Line.BLANK;
      rows.add(start.to(column, 1).plus(row));
    }
    return rows;
  }

  /** The ordinal, {@code J} below prompts, the code where the line stands for itself. */
  private static String name(Question line) {
    if (line.isPrompt()) {
      return Text.padStart(String.valueOf(line.code().ordinal()), 3);
    }
    return line.keyQuestion().prompts().isEmpty() ? "  " + line.code() : "  J";
  }

  /** What the prompts leaned to is said only once the judgement is made. */
  private String label(Question line, Wanted wanted) {
    if (line.isPrompt() || line.keyQuestion().prompts().isEmpty()) {
      return line.label();
    }
    return wanted.answer().isEmpty()
        ? "JUDGEMENT (Y N with a reason)"
        : "JUDGEMENT  " + leaning(line, wanted.answer());
  }

  /** Who judged otherwise is said too. */
  private String leaning(Question line, Optional<Answer> judged) {
    KeyQuestion keyQuestion = line.keyQuestion();
    int yes = 0;
    int no = 0;
    for (var prompt : keyQuestion.prompts()) {
      Optional<Answer> answer = Shown.of(state, opened, subject, prompt.code()).wanted().answer();
      yes += answer.equals(Optional.of(Answer.YES)) ? 1 : 0;
      no += answer.equals(Optional.of(Answer.NO)) ? 1 : 0;
    }
    if (yes == no) {
      return "prompts leaned neither way " + yes + ":" + no;
    }
    String leaned =
        yes > no ? "prompts leaned yes " + yes + ":" + no : "prompts leaned no " + no + ":" + yes;
    boolean against = judged.equals(Optional.of(yes > no ? Answer.NO : Answer.YES));
    return against ? who(line) + " judged " + Words.of(judged) + ", " + leaned : leaned;
  }

  private String who(Question line) {
    Shown shown = Shown.of(state, opened, subject, line.code());
    Optional<String> me = state.link().me().map(person -> person.name());
    return shown
        .standing()
        .map(given -> given.by())
        .filter(name -> !shown.pending() && !me.equals(Optional.of(name)))
        .orElse("you");
  }

  /** The note, the mark and what was refused. */
  private List<Line> below(Question line, boolean selected) {
    Wanted wanted = Shown.of(state, opened, subject, line.code()).wanted();
    List<Line> rows = new ArrayList<>();
    String note = wanted.note();
    if (wanted.ask()) {
      String whom =
          subject
              .flatMap(opened.inspection()::file)
              .flatMap(file -> file.fact(Case.MANAGER))
              .map(name -> " " + name)
              .orElse("");
      below(rows, "? ask" + whom + (note.isEmpty() ? "" : ": " + note), selected, Style.PLAIN);
    } else if (!note.isEmpty()) {
      below(rows, "; " + note, selected, Style.PLAIN);
    }
    opened
        .refusal(subject, line.code())
        .ifPresent(refusal -> below(rows, words(refusal), true, Style.of(Colour.RED).asBold()));
    return rows;
  }

  private void below(List<Line> rows, String text, boolean whole, Style style) {
    List<String> lines = Text.wrap(text, columns - LABEL_COLUMN);
    int shown = whole ? Math.min(NOTE_ROWS, lines.size()) : 1;
    for (int row = 0; row < shown; row++) {
      boolean cut = row == shown - 1 && shown < lines.size();
      String end =
          cut ? Text.cut(lines.get(row), columns - LABEL_COLUMN - 1) + "…" : lines.get(row);
      rows.add(Line.of(" ".repeat(LABEL_COLUMN) + end, style));
    }
  }

  private String words(Opened.Refusal refusal) {
    String theirs =
        refusal
            .standing()
            .map(given -> given.by() + " says " + Words.of(given.answer()))
            .orElse(refusal.why());
    Wanted mine = refusal.mine();
    String note = mine.note().isEmpty() ? "" : " ; " + mine.note();
    return "! REFUSED: %s, yours: %s%s".formatted(theirs, Words.of(mine.answer()), note);
  }

  private String end(List<Question> lines) {
    long open =
        lines.stream().filter(line -> Shown.of(state, opened, subject, line.code()).open()).count();
    String whose = subject.map(reference -> "end of " + reference).orElse("end of the service");
    return whose
        + (open == 0 ? ", all answered" : ", " + open + " open: [ goes back to the last")
        + (subject.isPresent() ? "; } next case" : "");
  }

  private static Style style(Optional<Answer> answer, boolean pending) {
    Style style =
        answer.equals(Optional.of(Answer.NO))
            ? Style.of(Colour.RED)
            : answer.equals(Optional.of(Answer.YES)) ? Style.of(Colour.GREEN) : Style.PLAIN;
    return pending ? style.asDim() : style;
  }
}
