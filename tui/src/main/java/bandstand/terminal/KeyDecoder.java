package bandstand.terminal;

import bandstand.state.Key;
import com.googlecode.lanterna.input.CharacterPattern.Matching;
import com.googlecode.lanterna.input.EscapeSequenceCharacterPattern;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns the characters a terminal sends into keys, one at a time; it finds where each key ends, and
 * Lanterna says which key a sequence is.
 *
 * <p>No part of a sequence ever becomes a letter: what is unknown, and any key held with Alt (sent
 * as ESC and the key), is dropped whole. Only time tells the ESC key from the start of a sequence:
 * when nothing follows within {@link #holdMillis} the reader calls {@link #expire}. An ESC that a
 * slow line parted from the rest of its sequence is a press of ESC, but the late rest still is no
 * text.
 */
final class KeyDecoder {

  /** After a lone ESC: shorter than a person notices, longer than most lines part a sequence. */
  static final int ESC_MILLIS = 40;

  /**
   * Within a sequence that has begun, which no key of a person can be: as long as a line may stall.
   */
  static final int SEQUENCE_MILLIS = 500;

  /** The longest sequence of any known key has nine characters. */
  private static final int SEQUENCE_CHARACTERS = 32;

  private static final int ESC = 0x1B;
  private static final int BELL = 0x07;
  private static final int DELETE = 0x7F;
  private static final int CONTROL_SEQUENCE = 0x9B;
  private static final int MALFORMED = 0xFFFD;
  private static final int MOUSE_CHARACTERS = 3;
  private static final String PASTE_BEGINS = "\u001b[200~";

  private enum State {
    /** Between keys. */
    TEXT,
    /** After ESC. */
    ESCAPE,
    /** After {@code ESC [}. */
    CONTROL,
    /** After {@code ESC O}. */
    SHIFTED,
    /** After {@code ESC [ [}, which the Linux console sends for F1 to F5. */
    CONSOLE,
    /** In the three characters of an old mouse report. */
    MOUSE,
    /** In a reply that ends with BEL or {@code ESC \}. */
    STRING,
    /** After an ESC in such a reply. */
    STRING_ESCAPE,
    /** Between the marks of a paste. */
    PASTE,
    /** After a lone ESC: the rest of a sequence may still come. */
    LATE,
    /** After the {@code [} or {@code O} that came late: a key of its own, or such a rest. */
    LATE_REST
  }

  private final Consumer<Key> keys;
  private final EscapeSequenceCharacterPattern sequences = new EscapeSequenceCharacterPattern();
  private State state = State.TEXT;
  private final StringBuilder sequence = new StringBuilder();
  private Pasting paste = new Pasting();
  private int mouseCharactersLeft;

  KeyDecoder(Consumer<Key> keys) {
    this.keys = keys;
  }

  /** How long to wait for the next character before {@link #expire}; 0: as long as it takes. */
  int holdMillis() {
    return switch (state) {
      case TEXT, PASTE -> 0;
      case ESCAPE, LATE_REST -> ESC_MILLIS;
      case CONTROL, SHIFTED, CONSOLE, MOUSE, STRING, STRING_ESCAPE, LATE -> SEQUENCE_MILLIS;
    };
  }

  /** Nothing came in time: an ESC was the key, a begun sequence is dropped. */
  void expire() {
    switch (state) {
      case ESCAPE -> {
        keys.accept(Key.Named.ESC);
        state = State.LATE;
      }
      case LATE_REST -> {
        state = State.TEXT;
        text(sequence.charAt(1));
      }
      case CONTROL, SHIFTED, CONSOLE, MOUSE, STRING, STRING_ESCAPE, LATE -> state = State.TEXT;
      case TEXT, PASTE -> {}
    }
  }

  /** The next character. */
  void take(int codePoint) {
    switch (state) {
      case TEXT -> text(codePoint);
      case ESCAPE -> escape(codePoint);
      case CONTROL -> control(codePoint);
      case SHIFTED -> shifted(codePoint);
      case CONSOLE -> console(codePoint);
      case MOUSE -> mouse();
      case STRING -> string(codePoint);
      case STRING_ESCAPE -> state = codePoint == '\\' ? State.TEXT : State.STRING;
      case PASTE -> paste(codePoint);
      case LATE -> late(codePoint);
      case LATE_REST -> lateRest(codePoint);
    }
  }

  private void text(int codePoint) {
    switch (codePoint) {
      case ESC -> state = State.ESCAPE;
      case CONTROL_SEQUENCE -> begin(State.CONTROL, '[');
      case '\r', '\n' -> keys.accept(Key.Named.ENTER);
      case '\t' -> keys.accept(Key.Named.TAB);
      case '\b', DELETE -> keys.accept(Key.Named.BACKSPACE);
      default -> {
        if (codePoint > 0 && codePoint < ' ') {
          keys.accept(new Key.Control(Character.toLowerCase((char) (codePoint + '@'))));
        } else if (!Character.isISOControl(codePoint) && codePoint != MALFORMED) {
          keys.accept(new Key.Char(codePoint));
        }
      }
    }
  }

  private void escape(int codePoint) {
    switch (codePoint) {
      case ESC -> keys.accept(Key.Named.ESC);
      case '[' -> begin(State.CONTROL, '[');
      case 'O' -> begin(State.SHIFTED, 'O');
      case 'P', 'X', ']', '^', '_' -> state = State.STRING;
      default -> state = State.TEXT;
    }
  }

  private void begin(State next, char introducer) {
    sequence.setLength(0);
    sequence.append((char) ESC).append(introducer);
    state = next;
  }

  /** Parameters and intermediates up to {@code ?}, then one final character. */
  private void control(int codePoint) {
    boolean first = sequence.length() == 2;
    if (codePoint < ' ' || codePoint > '~') {
      interrupted(codePoint);
    } else if (codePoint < '@') {
      append(codePoint);
    } else if (first && codePoint == '[') {
      state = State.CONSOLE;
    } else if (first && codePoint == 'M') {
      mouseCharactersLeft = MOUSE_CHARACTERS;
      state = State.MOUSE;
    } else {
      finish(codePoint);
    }
  }

  private void shifted(int codePoint) {
    if (codePoint < ' ' || codePoint > '~') {
      interrupted(codePoint);
    } else if (codePoint < '@') {
      append(codePoint);
    } else {
      finish(codePoint);
    }
  }

  /** A control character breaks a sequence off and counts; anything else is part of the wreck. */
  private void interrupted(int codePoint) {
    state = State.TEXT;
    if (codePoint < ' ') {
      text(codePoint);
    }
  }

  private void append(int codePoint) {
    if (sequence.length() < SEQUENCE_CHARACTERS) {
      sequence.append((char) codePoint);
    }
  }

  private void finish(int codePoint) {
    state = State.TEXT;
    append(codePoint);
    if (PASTE_BEGINS.contentEquals(sequence)) {
      paste = new Pasting();
      state = State.PASTE;
    } else {
      known(sequence.toString()).ifPresent(keys);
    }
  }

  /** The key a whole sequence stands for; empty: one that no screen uses, or one held with Alt. */
  private Optional<Key> known(String whole) {
    Matching matching = sequences.match(whole.chars().mapToObj(c -> (char) c).toList());
    if (matching == null || matching.fullMatch == null || matching.fullMatch.isAltDown()) {
      return Optional.empty();
    }
    boolean cursorReport = whole.startsWith("\u001b[") && whole.endsWith("R");
    return cursorReport ? Optional.empty() : named(matching.fullMatch);
  }

  private static Optional<Key> named(KeyStroke stroke) {
    KeyType type = stroke.getKeyType();
    return switch (type) {
      case ArrowUp -> Optional.of(Key.Named.UP);
      case ArrowDown -> Optional.of(Key.Named.DOWN);
      case ArrowLeft -> Optional.of(Key.Named.LEFT);
      case ArrowRight -> Optional.of(Key.Named.RIGHT);
      case Home -> Optional.of(Key.Named.HOME);
      case End -> Optional.of(Key.Named.END);
      case PageUp -> Optional.of(Key.Named.PAGE_UP);
      case PageDown -> Optional.of(Key.Named.PAGE_DOWN);
      case Delete -> Optional.of(Key.Named.DELETE);
      case ReverseTab -> Optional.of(Key.Named.BACKTAB);
      case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 ->
          Optional.of(Key.Named.valueOf(type.name()));
      default -> Optional.empty();
    };
  }

  private void console(int codePoint) {
    state = State.TEXT;
    if (codePoint >= 'A' && codePoint <= 'E') {
      keys.accept(Key.Named.values()[Key.Named.F1.ordinal() + codePoint - 'A']);
    }
  }

  private void mouse() {
    mouseCharactersLeft--;
    if (mouseCharactersLeft == 0) {
      state = State.TEXT;
    }
  }

  private void string(int codePoint) {
    if (codePoint == BELL) {
      state = State.TEXT;
    } else if (codePoint == ESC) {
      state = State.STRING_ESCAPE;
    }
  }

  private void paste(int codePoint) {
    Optional<Key.Paste> whole = paste.take(codePoint);
    if (whole.isPresent()) {
      state = State.TEXT;
      keys.accept(whole.get());
    }
  }

  private void late(int codePoint) {
    if (codePoint == '[' || codePoint == 'O') {
      begin(State.LATE_REST, (char) codePoint);
    } else {
      state = State.TEXT;
      text(codePoint);
    }
  }

  private void lateRest(int codePoint) {
    if (sequence.charAt(1) == '[') {
      state = State.CONTROL;
      control(codePoint);
    } else {
      state = State.SHIFTED;
      shifted(codePoint);
    }
  }
}
