package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.inspection.Person;
import bandstand.inspection.Role;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestsTest {
  @Test
  void smallBodiesSayOneThing() {
    assertEquals(Optional.of(3L), done(Requests.readUndo(json("{'revision':3}"))));
    assertEquals(Optional.empty(), done(Requests.readUndo(json(""))));
    assertEquals(Optional.empty(), done(Requests.readReason(json("{}"))));
    assertEquals("why", done(Requests.readNeededReason(json("{'reason':'why'}"))));
    assertEquals(
        new Person("anna", Role.INSPECTOR),
        done(Requests.readToken(json("{'name':'anna','role':'inspector'}"))));
    for (String revision : List.of("0", "-1", "1.5", "1e3", "99999999999999999999")) {
      refuses(Requests::readUndo, "{'revision':" + revision + "}", "/revision range");
    }
    refuses(Requests::readUndo, "{'revisions':3}", "/revisions unknown-field");
    refuses(Requests::readNeededReason, "", "/reason required");
    refuses(Requests::readToken, "{'name':'an na','role':'boss'}", "/name name", "/role value");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    assertEquals(Optional.of(7L), done(Requests.readUndo(Requests.mark(7))));
    assertEquals(Optional.empty(), done(Requests.readUndo(Requests.undo(Optional.empty()))));
    assertEquals(Optional.of("r"), done(Requests.readReason(Requests.reason(Optional.of("r")))));
    Person person = new Person("björn", Role.LEAD);
    assertEquals(person, done(Requests.readToken(Requests.token(person))));
  }
}
