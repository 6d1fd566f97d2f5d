package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Framework;
import bandstand.framework.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The files behind the built-in editions. */
class LoadingEditionsTest {
  private static final BuiltInEditions EDITIONS = BuiltInEditions.load();

  @Test
  void aFileIsKeptAsItWasRead() {
    for (Framework framework : EDITIONS.frameworks().values()) {
      byte[] file = EDITIONS.file(framework.id());
      assertEquals(framework.edition().digest(), Sha256.hex(file));
      file[0] = 0;
      assertFalse(file[0] == EDITIONS.file(framework.id())[0]);
    }
  }

  @Test
  void aBrokenEditionStopsTheStartWithEveryFaultOfEveryOne() {
    String yos2018 = new String(EDITIONS.file("yos-2018"), UTF_8);
    Map<String, String> resources =
        Map.of(
            "editions.txt",
            "one\nmissing\nyos-2018\ntwo\n",
            "one.json",
            yos2018.replace("\"superseded\"", "\"old\"").replace("\"2.4.3\"", "\"2.4\""),
            "yos-2018.json",
            yos2018,
            "two.json",
            "{");
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                BuiltInEditions.load(
                    name ->
                        Optional.ofNullable(resources.get(name))
                            .map(text -> text.getBytes(UTF_8))));
    List<String> lines = thrown.getMessage().lines().toList();
    assertEquals("Built-in editions are not sound:", lines.getFirst());
    assertTrue(lines.contains("missing: there is no such file"));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("one: /status: ")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("one: /groups/1/standards/3/keyQ")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("two: Not readable as JSON")));
  }

  @Test
  void anEditionUnderAnotherNameStopsTheStart() {
    byte[] file = EDITIONS.file("yos-2018");
    assertThrows(
        IllegalStateException.class,
        () ->
            BuiltInEditions.load(
                name -> Optional.of(name.endsWith(".txt") ? "yos-1999".getBytes(UTF_8) : file)));
  }

  @Test
  void aListWithoutEditionsStopsTheStart() {
    assertThrows(IllegalStateException.class, () -> BuiltInEditions.load(name -> Optional.empty()));
  }
}
