package bandstand.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventParserTest {

  private static final String STREAM =
      """
      : welcome

      event: snapshot
      id: 7
      data: {"a":
      data: "Llŷn 🙂"}

      : heartbeat

      data:two
      event:change
      retry: 10

      data

      """;

  private static final List<ServerEvent> EVENTS =
      List.of(
          new ServerEvent("snapshot", "{\"a\":\n\"Llŷn 🙂\"}", "7"),
          new ServerEvent("change", "two", "7"),
          new ServerEvent("message", "", "7"));

  private static List<ServerEvent> parsed(String... pieces) throws IOException {
    List<ServerEvent> events = new ArrayList<>();
    var parser = new EventParser("", events::add);
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(UTF_8);
      parser.feed(bytes, bytes.length);
    }
    return events;
  }

  @Test
  void fieldsCommentsAndManyLinesOfData() throws IOException {
    assertEquals(EVENTS, parsed(STREAM));
  }

  @Test
  void splitAtEveryByteItReadsTheSame() throws IOException {
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      byte[] bytes = STREAM.replace("\n", lineEnd).getBytes(UTF_8);
      for (int cut = 0; cut <= bytes.length; cut++) {
        List<ServerEvent> events = new ArrayList<>();
        var parser = new EventParser("", events::add);
        parser.feed(bytes, cut);
        byte[] rest = new byte[bytes.length - cut];
        System.arraycopy(bytes, cut, rest, 0, rest.length);
        parser.feed(rest, rest.length);
        assertEquals(EVENTS, events, "cut at " + cut);
      }
    }
  }

  @Test
  void anEventWithoutItsBlankLineIsNotYetOne() throws IOException {
    assertEquals(List.of(), parsed("data: x\n"));
  }

  @Test
  void anEventWithoutDataIsNoneButItsIdStays() throws IOException {
    assertEquals(
        List.of(new ServerEvent("message", "x", "9")),
        parsed("event: change\nid: 9\n\ndata: x\n\n"));
  }

  @Test
  void anIdWithNulIsPassedOver() throws IOException {
    assertEquals(List.of(new ServerEvent("message", "x", "")), parsed("id: 9\0\ndata: x\n\n"));
  }

  @Test
  void onlyOneSpaceAfterTheColonIsDropped() throws IOException {
    assertEquals(" x", parsed("data:  x\n\n").getFirst().text());
  }

  @Test
  void aByteOrderMarkAtTheStartIsNoPartOfTheFirstField() throws IOException {
    assertEquals("x", parsed("\uFEFFdata: x\n\n").getFirst().text());
  }

  @Test
  void anEventWithoutEndIsGivenUp() {
    byte[] piece =
        "data: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx".repeat(1 << 12).getBytes(UTF_8);
    var parser = new EventParser("", _ -> {});
    assertThrows(
        IOException.class,
        () -> {
          for (int fed = 0; fed <= EventParser.EVENT_BYTES; fed += piece.length) {
            parser.feed(piece, piece.length);
          }
        });
  }
}
