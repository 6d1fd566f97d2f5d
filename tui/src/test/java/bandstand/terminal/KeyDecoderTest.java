package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.state.Key;
import bandstand.state.Key.Char;
import bandstand.state.Key.Control;
import bandstand.state.Key.Named;
import bandstand.state.Key.Paste;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {

  private static final long SEED = 59;
  private static final String ESC = "\u001b";

  private final List<Key> keys = new ArrayList<>();
  private final KeyDecoder decoder = new KeyDecoder(keys::add);

  private List<Key> typed(String text) {
    keys.clear();
    text.codePoints().forEach(decoder::take);
    return List.copyOf(keys);
  }

  private List<Key> expired() {
    keys.clear();
    decoder.expire();
    return List.copyOf(keys);
  }

  @Test
  void aCharacterIsAKey() {
    assertEquals(
        List.of(new Char('y'), new Char('ŵ'), new Char(0x1F44D)), typed("yŵ" + "\uD83D\uDC4D"));
    assertEquals(0, decoder.holdMillis());
  }

  @Test
  void controlCharactersAreTheirKeys() {
    assertEquals(
        List.of(Named.ENTER, Named.ENTER, Named.TAB, Named.BACKSPACE, Named.BACKSPACE),
        typed("\r\n\t\b\u007f"));
    assertEquals(
        List.of(new Control('a'), new Control('c'), new Control('z'), new Control('_')),
        typed("\u0001\u0003\u001a\u001f"));
  }

  @Test
  void nulAndWhatIsNoTextIsNoKey() {
    assertEquals(List.of(), typed("\u0000\uFFFD\u0085"));
  }

  @ParameterizedTest
  @CsvSource({
    "[A, UP",
    "[B, DOWN",
    "[C, RIGHT",
    "[D, LEFT",
    "OA, UP",
    "OD, LEFT",
    "[H, HOME",
    "[F, END",
    "OH, HOME",
    "[1~, HOME",
    "[4~, END",
    "[3~, DELETE",
    "[5~, PAGE_UP",
    "[6~, PAGE_DOWN",
    "[Z, BACKTAB",
    "OP, F1",
    "OR, F3",
    "[13~, F3",
    "[15~, F5",
    "[24~, F12",
    "[[A, F1",
    "[[E, F5",
    "[1;2A, UP",
    "[1;5C, RIGHT"
  })
  void aSequenceIsOneKey(String rest, Named key) {
    assertEquals(List.of(key, new Char('y')), typed(ESC + rest + "y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2~",
        "[99~",
        "[25~",
        "[E",
        "[I",
        "[O",
        "[1;3A",
        "[1;1R",
        "[24;80R",
        "[?1;2c",
        "[>0;276;0c",
        "[121;5u",
        "[<0;10;20M",
        "[<35;1;1m",
        "[M !\"",
        "[Mynn",
        "[[Z",
        "[8;24;80t",
        "[?2026;2$y",
        "[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20A",
        "Oj",
        "]11;rgb:00/00/00\u0007",
        "]0;ynn\u001b\\",
        "P1$r0m\u001b\\",
        "_Gi=1;OK\u001b\\",
        "[201~"
      })
  void anUnknownSequenceIsSwallowedWhole(String rest) {
    assertEquals(List.of(new Char('y')), typed(ESC + rest + "y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "n", "Y", "ŵ", " ", "\r", "\u007f", "\t", "\u0001"})
  void aKeyHeldWithAltAnswersNothing(String key) {
    assertEquals(List.of(), typed(ESC + key));
    assertEquals(List.of(new Char('n')), typed("n"));
  }

  @Test
  void aLoneEscIsAKeyOnlyAfterAWhile() {
    assertEquals(List.of(), typed(ESC));
    assertEquals(KeyDecoder.ESC_MILLIS, decoder.holdMillis());
    assertEquals(List.of(Named.ESC), expired());
    assertEquals(List.of(new Char('y')), typed("y"));
  }

  @Test
  void escTwiceIsEscTwice() {
    assertEquals(List.of(Named.ESC), typed(ESC + ESC));
    assertEquals(List.of(Named.ESC), expired());
  }

  @Test
  void aSequencePartedAnywhereIsStillOneKey() {
    for (String sequence : List.of(ESC + "[1;2A", ESC + "OA", ESC + "[A")) {
      for (int cut = 2; cut < sequence.length(); cut++) {
        assertEquals(List.of(), typed(sequence.substring(0, cut)));
        assertEquals(KeyDecoder.SEQUENCE_MILLIS, decoder.holdMillis());
        assertEquals(List.of(Named.UP), typed(sequence.substring(cut)));
      }
    }
  }

  @Test
  void theRestOfASequenceThatComesAfterItsEscIsNoText() {
    typed(ESC);
    assertEquals(List.of(Named.ESC), expired());
    assertEquals(List.of(Named.UP), typed("[A"));
    typed(ESC);
    expired();
    assertEquals(List.of(Named.DELETE, new Char('y')), typed("[3~y"));
    typed(ESC);
    expired();
    assertEquals(List.of(Named.F1), typed("OP"));
  }

  @Test
  void aBracketTypedAfterEscIsItself() {
    typed(ESC);
    expired();
    assertEquals(List.of(), typed("["));
    assertEquals(KeyDecoder.ESC_MILLIS, decoder.holdMillis());
    assertEquals(List.of(new Char('[')), expired());
    assertEquals(List.of(new Char('y')), typed("y"));
  }

  @Test
  void aBracketLongAfterEscIsItselfAtOnce() {
    typed(ESC);
    expired();
    assertEquals(KeyDecoder.SEQUENCE_MILLIS, decoder.holdMillis());
    assertEquals(List.of(), expired());
    assertEquals(List.of(new Char('['), new Char('y')), typed("[y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[1;", "O", "[[", "[M", "[My", "]0;title", "P", "]0;a\u001b"})
  void aSequenceThatNeverEndsIsDroppedAndKeysGoOn(String begun) {
    assertEquals(List.of(), typed(ESC + begun));
    assertTrue(decoder.holdMillis() > 0);
    assertEquals(List.of(), expired());
    assertEquals(0, decoder.holdMillis());
    assertEquals(List.of(new Char('y')), typed("y"));
  }

  @Test
  void aControlKeyBreaksASequenceOffAndCounts() {
    assertEquals(List.of(new Control('c')), typed(ESC + "[1;\u0003"));
    assertEquals(List.of(Named.UP), typed(ESC + "[1" + ESC + "[A"));
  }

  @Test
  void aPasteIsOneKey() {
    assertEquals(
        List.of(new Paste("yes\nno\n\tn/a", false), new Char('y')),
        typed(ESC + "[200~yes\r\nno\r\tn/a" + ESC + "[201~y"));
  }

  @Test
  void aPasteWaitsForItsEndHoweverLong() {
    assertEquals(List.of(), typed(ESC + "[200~yyy"));
    assertEquals(0, decoder.holdMillis());
    assertEquals(List.of(), expired());
    assertEquals(List.of(new Paste("yyynnn", false)), typed("nnn" + ESC + "[201~"));
  }

  @Test
  void sequencesInsideAPasteAreTextWithoutTheirControls() {
    assertEquals(
        List.of(new Paste("[31m[201[20200~y\uD83D\uDC4D", false)),
        typed(
            ESC
                + "[200~"
                + ESC
                + "[31m"
                + ESC
                + "[201"
                + ESC
                + "[20"
                + "200~\u0003y\u009b"
                + "\uD83D\uDC4D"
                + ESC
                + ESC
                + "[201~"));
  }

  @Test
  void aPasteBeyondItsLimitIsCutAndSaysSo() {
    String text = "x".repeat(Pasting.CHARACTERS);
    assertEquals(List.of(new Paste(text, false)), typed(ESC + "[200~" + text + ESC + "[201~"));
    assertEquals(
        List.of(new Paste(text, true), new Char('n')),
        typed(ESC + "[200~" + text + "yyy" + ESC + "[201~n"));
  }

  @Test
  void anEmptyPasteIsAKeyToo() {
    assertEquals(List.of(new Paste("", false)), typed(ESC + "[200~" + ESC + "[201~"));
  }

  @Test
  void noNoiseStopsTheKeysThatFollow() {
    Random random = new Random(SEED);
    String alphabet = ESC + ESC + "[]OPM;0129~A\\\u0007_<?\u009b";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder noise = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      if (noise.indexOf("[200~") >= 0) {
        continue;
      }
      typed(noise.toString());
      for (int i = 0; decoder.holdMillis() > 0; i++) {
        assertTrue(i < 3, "seed " + SEED + ", round " + round);
        expired();
      }
      assertEquals(List.of(new Char('y')), typed("y"), "seed " + SEED + ", round " + round);
    }
  }
}
