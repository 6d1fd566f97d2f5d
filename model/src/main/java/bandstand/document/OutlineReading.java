package bandstand.document;

import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Question;
import bandstand.framework.Standard;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One reading of a document from a place on, as the standards of an edition: headings, key
 * questions and prompts, in the edition's order and number. The headings of groups may be left out.
 */
final class OutlineReading {
  /** "Quality indicators:" and its like over a list. */
  private static final int LEAD_IN_CHARACTERS = 40;

  private static final String FOOTNOTE_SIGNS = "¹²³⁰⁴⁵⁶⁷⁸⁹";

  private final Framework framework;
  private final List<Piece> pieces;
  private final Sequence<Code> codes;
  private final Departures faults = new Departures();
  private final SortedMap<Code, Headed> headed = new TreeMap<>();
  private final SortedMap<Code, Passage> asked = new TreeMap<>();
  private Code at = Code.OVERALL;
  private Headed under = new Headed(0, "");
  private Passage last = new Passage(0, "");
  private int printed;
  private int misprinted;
  private boolean astray;
  private boolean skipping;
  private boolean ended;

  private OutlineReading(Framework framework, List<Piece> pieces) {
    this.framework = framework;
    this.pieces = pieces;
    this.codes =
        new Sequence<>(
            framework.groups().stream()
                .flatMap(
                    group ->
                        Stream.concat(
                            Stream.of(group.code()),
                            group.standards().stream().flatMap(OutlineReading::codes)))
                .toList());
  }

  private static Stream<Code> codes(Standard standard) {
    return Stream.concat(
        Stream.of(standard.code()), standard.keyQuestions().stream().map(KeyQuestion::code));
  }

  /** Texts by code, as in {@link bandstand.framework.Wording}. */
  static Attempt<SortedMap<Code, String>> of(Framework framework, List<Piece> pieces) {
    OutlineReading reading = new OutlineReading(framework, pieces);
    reading.read();
    SortedMap<Code, String> texts = OutlineTexts.of(reading.headed, reading.asked, reading.faults);
    return new Attempt<>(
        texts, reading.faults, reading.headed.size() + reading.asked.size() - reading.misprinted);
  }

  private void read() {
    for (int i = 0; i < pieces.size() && !ended && !faults.enough(); i++) {
      Piece piece = pieces.get(i);
      Optional<Code> heading = Attempt.heading(framework, piece).filter(this::isHeading);
      if (heading.isPresent()) {
        heading(heading.get(), piece);
      } else {
        switch (piece) {
          case Piece.Item item -> item(item);
          case Piece.Plain plain -> plain(plain, i);
          case Piece.Coded coded -> plain(coded.plain(), i);
        }
      }
    }
    int end = pieces.getLast().line();
    String found = ended ? "other text" : "the end of the document";
    close(end, found);
    leftOut(codes.rest(), end, found);
  }

  /** A number that is no group to come is the number of a sentence or of a list. */
  private boolean isHeading(Code code) {
    return code.depth() > 1 || codes.awaits(code);
  }

  private void heading(Code code, Piece piece) {
    String found = piece instanceof Piece.Coded ? shown(code.toString(), piece) : piece.text();
    skipping = false;
    if (!codes.awaits(code)) {
      faults.unexpected(
          piece.line(),
          codes.next().orElse(code),
          found,
          codes.next().map(next -> named(next) + " comes next").orElse("The edition has no more"));
      astray = true;
      return;
    }
    close(piece.line(), found);
    leftOut(codes.goTo(code), piece.line(), found);
    at = code;
    printed = 0;
    astray = false;
    if (code.depth() == 3) {
      last = new Passage(piece.line(), piece.text());
      asked.put(code, last);
    } else {
      under = new Headed(piece.line(), piece.text());
      headed.put(code, under);
    }
  }

  /** Told as one place; a group may go without its heading. */
  private void leftOut(List<Code> codes, int line, String found) {
    List<Code> missing = codes.stream().filter(code -> code.depth() > 1).toList();
    if (!missing.isEmpty()) {
      String more = missing.size() == 1 ? "" : " to " + missing.getLast();
      faults.missing(line, missing.getFirst(), named(missing.getFirst()) + more, found);
    }
  }

  private static String shown(String code, Piece piece) {
    return piece.text().isEmpty() ? code : code + " " + piece.text();
  }

  /** Leaves the place where it stands; its prompts must all be printed. */
  private void close(int line, String found) {
    if (at.depth() == 3 && printed < prompts().size()) {
      Code missing = at.child(printed + 1);
      faults.missing(line, missing, named(missing), found);
    }
  }

  private List<Prompt> prompts() {
    return framework.question(at).map(Question::keyQuestion).orElseThrow().prompts();
  }

  private void item(Piece.Item item) {
    if (item.isDash()) {
      plain(item.plain(), pieces.size());
      return;
    }
    skipping = false;
    if (astray) {
      return;
    }
    String found = item.letter().isEmpty() ? item.text() : item.letter() + ") " + item.text();
    if (at.depth() < 3) {
      Code next = codes.next().orElse(at);
      faults.unexpected(item.line(), next, found, named(next) + " comes next");
      return;
    }
    List<Prompt> prompts = prompts();
    if (printed++ >= prompts.size()) {
      skipping = true;
      if (printed == prompts.size() + 1) {
        String most = prompts.isEmpty() ? "no" : Integer.toString(prompts.size());
        faults.unexpected(
            item.line(),
            codes.next().orElse(at),
            found,
            "%s has %s %s%s"
                .formatted(
                    at,
                    most,
                    prompts.size() == 1 ? level(at.child(1)) : level(at.child(1)) + "s",
                    codes.next().map(next -> "; " + named(next) + " comes next").orElse("")));
      }
      return;
    }
    Prompt prompt = prompts.get(printed - 1);
    boolean otherLetter =
        !item.letter().isEmpty()
            && !prompt.letter().isEmpty()
            && !item.letter().equalsIgnoreCase(prompt.letter());
    if (otherLetter) {
      misprinted++;
      faults.unexpected(
          item.line(),
          prompt.code(),
          found,
          "%s is lettered %s)".formatted(prompt.code(), prompt.letter()));
    }
    last = new Passage(item.line(), item.text());
    asked.put(prompt.code(), last);
  }

  private void plain(Piece.Plain plain, int index) {
    if (skipping && !plain.afterGap()) {
      return;
    }
    skipping = FOOTNOTE_SIGNS.indexOf(plain.text().charAt(0)) >= 0;
    if (skipping || astray) {
      return;
    }
    if (at.depth() < 3) {
      under.take(plain);
      return;
    }
    if (isLeadIn(plain, index)) {
      skipping = true;
    } else if (!plain.afterGap() || last.isEmpty() || last.goesOnWith(plain.text())) {
      last.add(plain.text());
    } else if (codes.next().isEmpty()) {
      ended = true;
    } else {
      faults.unexpected(
          plain.line(),
          codes.next().get(),
          plain.text(),
          "This text belongs to nothing; if it goes on from the line above, close the gap");
      skipping = true;
    }
  }

  /** The words over a list: not the key question itself, and the list follows. */
  private boolean isLeadIn(Piece.Plain plain, int index) {
    String text = plain.text();
    return printed == 0
        && !last.isEmpty()
        && text.length() <= LEAD_IN_CHARACTERS
        && (text.endsWith(":") || text.endsWith(";"))
        && Character.isUpperCase(text.codePointAt(0))
        && index + 1 < pieces.size()
        && pieces.get(index + 1) instanceof Piece.Item;
  }

  private String named(Code code) {
    return level(code) + " " + code;
  }

  /** What the edition calls a code's level. */
  private String level(Code code) {
    return framework.edition().levels().get(code.depth() - 1);
  }
}
