package bandstand.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class KeyTest {

  @Test
  void aCharacterIsAWholeCodePoint() {
    assertEquals("👍", new Key.Char(0x1F44D).text());
  }

  @Test
  void aControlCharacterIsNoCharacterKey() {
    assertThrows(IllegalArgumentException.class, () -> new Key.Char(0x1B));
    assertThrows(IllegalArgumentException.class, () -> new Key.Char(0x9B));
    assertThrows(IllegalArgumentException.class, () -> new Key.Char(-1));
  }

  @Test
  void aControlKeyIsALowerCaseLetterOrASign() {
    assertEquals('c', new Key.Control('c').letter());
    assertThrows(IllegalArgumentException.class, () -> new Key.Control('C'));
    assertThrows(IllegalArgumentException.class, () -> new Key.Control('['));
  }
}
