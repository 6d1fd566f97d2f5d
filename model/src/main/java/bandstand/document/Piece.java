package bandstand.document;

import bandstand.framework.Code;

/** A line of a document by its form: what it begins with, before anybody asks what it means. */
sealed interface Piece {
  /** Physical, from 1. */
  int line();

  /** Whether a blank line, a page's end or a paragraph's end in a cell parts it from the last. */
  boolean afterGap();

  /** Without what it begins with. */
  String text();

  /** Begins with a code of one to three numbers. */
  record Coded(int line, boolean afterGap, Code code, String text) implements Piece {
    /** As a text that only happens to begin with a number and a full stop. */
    Plain plain() {
      return new Plain(line, afterGap, (code + ". " + text).strip());
    }
  }

  /**
   * Begins with a bullet, a letter and a bracket, or both.
   *
   * @param mark the bullet; empty where it is missing
   * @param letter empty where there is none
   */
  record Item(int line, boolean afterGap, String mark, String letter, String text)
      implements Piece {
    /** Whether it is no item: a line that was broken before a dash of its text. */
    boolean isDash() {
      return letter.isEmpty() && !afterGap && Passage.isLower(text);
    }

    /** As the text it is then. */
    Plain plain() {
      return new Plain(line, afterGap, mark + " " + text);
    }
  }

  /** Begins with a word. */
  record Plain(int line, boolean afterGap, String text) implements Piece {}
}
