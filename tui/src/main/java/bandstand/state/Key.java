package bandstand.state;

/**
 * One thing a person did at the keyboard, already decoded: an arrow is one key, a pasted text is
 * one key.
 *
 * <p>What a terminal sends for Alt with another key, for mouse buttons or for keys not listed here
 * never arrives: it is dropped whole, so that no part of it can answer a prompt.
 */
public sealed interface Key {

  /** A printable character as a Unicode code point, never a control character. */
  record Char(int codePoint) implements Key {

    public Char {
      if (!Character.isValidCodePoint(codePoint) || Character.isISOControl(codePoint)) {
        throw new IllegalArgumentException("not a printable code point: " + codePoint);
      }
    }

    /** The character as a string of one code point. */
    public String text() {
      return Character.toString(codePoint);
    }
  }

  /** A key with a name of its own; Shift and Ctrl held with it are not told apart. */
  enum Named implements Key {
    ENTER,
    ESC,
    TAB,
    BACKTAB,
    BACKSPACE,
    DELETE,
    UP,
    DOWN,
    LEFT,
    RIGHT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12
  }

  /**
   * Ctrl held with a key: {@code a} to {@code z} in lower case, or one of {@code \ ] ^ _}.
   *
   * <p>Ctrl-H, I, J and M are BACKSPACE, TAB, ENTER and ENTER; a terminal cannot tell them apart.
   */
  record Control(char letter) implements Key {

    public Control {
      if (!(letter >= 'a' && letter <= 'z') && "\\]^_".indexOf(letter) < 0) {
        throw new IllegalArgumentException("no such control key: " + letter);
      }
    }
  }

  /**
   * A text pasted in one go.
   *
   * @param text line ends are {@code \n}; control characters other than those and tabs are left out
   * @param cut whether the end of a longer text was left out
   */
  record Paste(String text, boolean cut) implements Key {}

  /** The terminal is gone: no key will follow. */
  record Closed() implements Key {}
}
