package bandstand.state;

import static bandstand.state.Where.ALERTS;
import static bandstand.state.Where.BOARD;
import static bandstand.state.Where.CALCULATOR;
import static bandstand.state.Where.CASES;
import static bandstand.state.Where.COMPARE;
import static bandstand.state.Where.DESK;
import static bandstand.state.Where.INSPECTIONS;
import static bandstand.state.Where.NO_CASES;
import static bandstand.state.Where.STANDARDS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything a person can ask for, with its keys and its words: the one table that keys, bottom
 * lines, help and README are made from; in the order of the help and of the bottom line.
 */
public enum Action {
  YES("y yes", "answer yes and move on", on(DESK), c('y')),
  NO("n no", "answer no and move on", on(DESK), c('n')),
  NOT_APPLICABLE("a n/a", "answer not applicable and move on", on(DESK), c('a')),
  SKIP("s skip", "skip: move on without answering", on(DESK), c('s'), Key.Named.ENTER),
  CLEAR("x clear", "clear the answer", on(DESK), c('x')),
  YES_REASON("Y N reason", "answer yes with a reason", on(DESK), c('Y')),
  NO_REASON("", "answer no with a reason", on(DESK), c('N')),
  NOTE("; note", "write a note at this question", on(DESK), c(';')),
  ASK("m ask", "mark or unmark: ask the case manager", on(DESK), c('m')),
  NEXT_OPEN("] next", "next open question of the case", on(DESK), c(']')),
  PREVIOUS_OPEN("", "previous open question of the case", on(DESK), c('[')),
  OPEN(
      "Enter open",
      "open what is selected",
      on(INSPECTIONS, STANDARDS, CASES, NO_CASES),
      Key.Named.ENTER),
  LIST_NO_CASES(
      "Enter no-cases", "list the cases that said no, with notes", on(BOARD), Key.Named.ENTER),
  ALERT_OUTCOME(
      "Enter outcome", "say how far the alert is dealt with", on(ALERTS), Key.Named.ENTER),
  NEXT_FIGURE("Enter next", "next figure", on(CALCULATOR), Key.Named.ENTER),
  FIGURE(
      "26/35 or 77",
      "type a fraction or a percentage, 0-3 for a judged standard",
      on(CALCULATOR),
      c('0'),
      c('1'),
      c('2'),
      c('3'),
      c('4'),
      c('5'),
      c('6'),
      c('7'),
      c('8'),
      c('9'),
      c('/')),
  ERASE("", "erase the last character typed", on(CALCULATOR), Key.Named.BACKSPACE),
  CLEAR_FIGURE("x clear", "clear the figure", on(CALCULATOR), c('x'), Key.Named.DELETE),
  EDITION("e edition", "the same with another edition", on(CALCULATOR, COMPARE), c('e')),
  REVERSE("r reverse", "the other way round", on(COMPARE), c('r')),
  SIDES(
      "Tab ratings",
      "ratings of the carried inspection beside those it was carried from",
      on(COMPARE),
      Key.Named.TAB),
  CREATE("c create", "create an inspection", on(INSPECTIONS), c('c')),
  DETAILS("d details", "change the inspection's details", on(INSPECTIONS), c('d')),
  COMPARE_EDITIONS("v C editions", "compare its edition with the next", on(INSPECTIONS), c('v')),
  CARRY("", "carry the inspection to another edition", on(INSPECTIONS), c('C')),
  TAKE("t take", "take the case: you are its assignee", on(CASES), c('t')),
  UNDO(
      "u undo",
      "take back your last change made in this client",
      notOn(INSPECTIONS, CALCULATOR, COMPARE),
      c('u')),
  REDO("", "redo what you took back", notOn(INSPECTIONS, CALCULATOR, COMPARE), c('U')),
  WORDING(
      "i wording",
      "the full words, and what stands there",
      notOn(INSPECTIONS, CASES, ALERTS, COMPARE),
      c('i')),
  RATING_BELOW("", "characteristics of the rating below", on(STANDARDS, DESK), c('<')),
  RATING_ABOVE("", "characteristics of the rating above", on(STANDARDS, DESK), c('>')),
  FILTER("/ filter", "filter the list", notOn(DESK, CALCULATOR), c('/')),
  ALERT("! ALERT", "raise an alert: a child needs action now", notOn(CALCULATOR), c('!')),
  ALERTS_LIST(
      "A alerts", "list the alerts", notOn(INSPECTIONS, CALCULATOR, ALERTS, COMPARE), c('A')),
  NEXT_CASE("} next case", "next case", on(DESK), c('}')),
  PREVIOUS_CASE("", "previous case", on(DESK), c('{')),
  CASE_NOTE("c case", "the case's note and step", on(DESK), c('c')),
  UP("", "up", everywhere(), c('k'), Key.Named.UP),
  DOWN("", "down", everywhere(), c('j'), Key.Named.DOWN),
  LEFT(
      "",
      "the branch above, or the key question before",
      on(STANDARDS, DESK, BOARD),
      c('h'),
      Key.Named.LEFT),
  RIGHT(
      "",
      "into the branch, or the next key question",
      on(STANDARDS, DESK, BOARD),
      c('l'),
      Key.Named.RIGHT),
  FIRST("", "first line", everywhere(), c('g'), Key.Named.HOME),
  LAST("", "last line", everywhere(), c('G'), Key.Named.END),
  PAGE_UP("", "a page up", everywhere(), Key.Named.PAGE_UP, new Key.Control('b')),
  PAGE_DOWN("", "a page down", everywhere(), Key.Named.PAGE_DOWN, new Key.Control('f')),
  REDRAW("", "draw the screen anew", everywhere(), new Key.Control('l')),
  COMMAND(": command", "command line", everywhere(), c(':')),
  BACK("Esc back", "back to the screen before", everywhere(), Key.Named.ESC),
  HELP("? keys", "all keys and actions; type to search", everywhere(), c('?'), Key.Named.F1),
  TERMS("K terms", "what the terms on this line mean; type to search", everywhere(), c('K')),
  TO_INSPECTIONS(":inspections", "go to the inspections"),
  TO_STANDARDS(":standards", "go to the standards"),
  TO_CASES(":cases", "go to the cases"),
  TO_CASE(":case C17", "open a case on the desk"),
  TO_DESK(":desk", "go to the desk, on the case last worked on"),
  TO_BOARD(":board", "go to the board"),
  TO_MODERATION(":moderation", "go to the board"),
  TO_ALERTS(":alerts", "go to the alerts"),
  TO_CALCULATOR(":calculator", "go to the calculator"),
  TO_COMPARE(":compare A B", "compare two editions, as yos-2018 yos-2021"),
  TO_HELP(":help", "all keys and actions"),
  RATE(":rate 26/35", "what fractions or percentages are worth"),
  GOTO(":goto 2.3.2", "go to a standard, key question or prompt"),
  LEAVE(":quit", "leave; asks while answers wait or are refused"),
  QUIT(
      "q quit",
      "leave; asks while answers wait or are refused",
      everywhere(),
      c('q'),
      new Key.Control('c'));

  private final String hint;
  private final String says;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
  private final Set<Where> where;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of values
  private final List<Key> keys;

  Action(String hint, String says, Set<Where> where, Key... keys) {
    this.hint = hint;
    this.says = says;
    this.where = Collections.unmodifiableSet(where);
    this.keys = List.of(keys);
  }

  Action(String commandWithArgument, String says) {
    this(commandWithArgument, says, everywhere());
  }

  /** For the bottom line: keys and a word; empty when it has no room there. */
  public String hint() {
    return isCommand() ? "" : hint;
  }

  /** What it does, in words. */
  public String says() {
    return says;
  }

  public Set<Where> where() {
    return where;
  }

  /** None for what only the command line does. */
  public List<Key> keys() {
    return keys;
  }

  public boolean isCommand() {
    return hint.startsWith(":") && keys.isEmpty();
  }

  /** The name on the command line; empty unless {@link #isCommand}. */
  public String command() {
    return isCommand() ? hint.substring(1).split(" ")[0] : "";
  }

  /** An example of what the command is followed by; empty when nothing. */
  public String argument() {
    return isCommand() && hint.contains(" ") ? hint.substring(hint.indexOf(' ') + 1) : "";
  }

  /** The keys as a person reads them, or the command with its example. */
  public String label() {
    if (isCommand()) {
      return hint;
    }
    return this == FIGURE ? "0-9 /" : String.join(" ", keys.stream().map(Action::label).toList());
  }

  static String label(Key key) {
    return switch (key) {
      case Key.Char character -> character.codePoint() == ' ' ? "Space" : character.text();
      case Key.Control control -> "Ctrl-" + control.letter();
      case Key.Named named -> {
        String[] words = named.name().split("_");
        StringBuilder label = new StringBuilder();
        for (String word : words) {
          label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        yield label.toString();
      }
      case Key.Paste paste -> "";
      case Key.Closed closed -> "";
    };
  }

  private static Key c(char character) {
    return new Key.Char(character);
  }

  private static Set<Where> on(Where first, Where... others) {
    return EnumSet.of(first, others);
  }

  private static Set<Where> notOn(Where first, Where... others) {
    return EnumSet.complementOf(EnumSet.of(first, others));
  }

  private static Set<Where> everywhere() {
    return EnumSet.allOf(Where.class);
  }
}
