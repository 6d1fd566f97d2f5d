package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextFieldTest {

  private static TextField field(String textWithBar) {
    int cursor = textWithBar.indexOf('|');
    return new TextField(textWithBar.replace("|", ""), cursor, 100);
  }

  private static void is(String expected, TextField field) {
    String text = field.text();
    assertEquals(
        expected, text.substring(0, field.cursor()) + "|" + text.substring(field.cursor()));
  }

  @Test
  void textGoesInAtTheCursor() {
    is("abX|c", field("ab|c").insert("X"));
  }

  @Test
  void whatDoesNotFitIsLeftOutWithoutSplittingACharacter() {
    is("ab|", new TextField("", 0, 2).insert("abc"));
    is("a|", new TextField("", 0, 2).insert("a🙂"));
  }

  @Test
  void aCharacterOfTwoCharsIsOneStep() {
    is("a|🙂b", field("a🙂|b").left());
    is("a🙂|b", field("a|🙂b").right());
    is("a|b", field("a🙂|b").backspace());
    is("a|b", field("a|🙂b").delete());
  }

  @Test
  void theEdgesHold() {
    is("|a", field("|a").left());
    is("a|", field("a|").right());
    is("|a", field("|a").backspace());
    is("a|", field("a|").delete());
    is("|a", field("a|").home());
    is("a|", field("|a").end());
  }

  @Test
  void upAndDownKeepTheColumnAsFarAsTheLineGoes() {
    is("ab\ncd|ef\ng", field("ab|\ncdef\ng").down());
    is("ab\ncdef\ng|", field("ab\ncde|f\ng").down());
    is("ab\ncdef\ng|", field("ab\ncdef\n|g").down());
    is("ab|\ncdef", field("ab\ncde|f").up());
    is("|ab", field("ab|").up());
    is("ab\n|\ncd", field("a|b\n\ncd").down());
  }

  @Test
  void homeAndEndStayInTheirLine() {
    is("ab\n|cd\nef", field("ab\ncd|\nef").home());
    is("ab\ncd|\nef", field("ab\n|cd\nef").end());
  }

  @Test
  void aColumnInsideACharacterOfTwoCharsMovesBeforeIt() {
    is("ab\n|🙂", field("a|b\n🙂").down());
  }
}
