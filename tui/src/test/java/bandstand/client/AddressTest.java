package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7117",
        "127.0.0.1:7117",
        "https://127.0.0.1:7117",
        "http://127.0.0.1:7117/api",
        "http:x",
        "http://a b",
        "unix:relative",
        "relative/bandstand.sock",
        "http://example.org:7117",
        "http://127.0.0.1:99999"
      })
  void whatIsNoAddressIsRefused(String url) {
    var refused = assertInstanceOf(Outcome.Refused.class, Address.parse(url));
    assertEquals(Problem.Kind.REFUSED, refused.problem().kind());
  }

  @Test
  void aNamedSocketIsShownByItsPath() {
    Path socket = Path.of("/run/b.sock");
    assertEquals("/run/b.sock", Address.Local.named(socket).shown());
    assertEquals("this user's daemon", new Address.Local(socket).shown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:7117", "http://[::1]:1", "unix:/run/b.sock"})
  void anAddressReadsBack(String url) {
    assertEquals(Outcome.done(url), Address.parse(url).map(Address::url));
  }
}
