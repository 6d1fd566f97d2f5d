package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTest {

  @TempDir Path folder;

  static Stream<String> noTokens() {
    return Stream.of("", "two words", "tŷ", "x".repeat(1001));
  }

  @ParameterizedTest
  @MethodSource("noTokens")
  void whatIsNoTokenIsRefused(String text) throws IOException {
    Path file = folder.resolve("t");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    var refused = assertInstanceOf(Outcome.Refused.class, Token.read(file));
    assertEquals("there is no token in " + file, refused.problem().detail());
  }
}
