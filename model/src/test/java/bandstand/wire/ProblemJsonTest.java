package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Fault;
import bandstand.framework.Problem;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemJsonTest {

  @Test
  void aProblemWithoutInputHasFourMembers() {
    Problem problem = Problem.of(Problem.Kind.NOT_FOUND, "There is no inspection derby-2019");
    assertEquals(
        Trees.json(
            """
            {"type":"urn:bandstand:problem:not-found","title":"There is no such thing",
             "status":404,"detail":"There is no inspection derby-2019"}
            """),
        Json.parseOwn(ProblemJson.write(problem)));
  }

  @Test
  void everyErrorSaysWhatItKnows() {
    Problem problem =
        Problem.refused(
            List.of(
                Fault.at("/keyQuestions/2.1.1", "101", "range", "0 to 100"),
                new Fault(7, "", "2.1.1", Optional.of("maybe"), "value", "y, n or na"),
                new Fault(0, "", "", Optional.empty(), "empty", "The body is empty")));
    assertEquals(
        Trees.json(
            """
            {"type":"urn:bandstand:problem:refused","title":"It is understood but refused",
             "status":422,"detail":"3 errors; see errors",
             "errors":[
              {"pointer":"/keyQuestions/2.1.1","field":"2.1.1","value":"101","code":"range",
               "message":"0 to 100"},
              {"line":7,"field":"2.1.1","value":"maybe","code":"value","message":"y, n or na"},
              {"code":"empty","message":"The body is empty"}],
             "errorCount":3}
            """),
        Json.parseOwn(ProblemJson.write(problem)));
  }

  @Test
  void aConflictNamesTheRevisionsInTheWay() {
    assertEquals(
        Trees.json(
            """
            {"type":"urn:bandstand:problem:conflict","title":"It stands against what is recorded",
             "status":409,"detail":"Later changes stand on it","conflicts":[13,4000000000]}
            """),
        Json.parseOwn(
            ProblemJson.write(
                Problem.conflict("Later changes stand on it", List.of(13L, 4_000_000_000L)))));
  }

  @ParameterizedTest
  @EnumSource(Problem.Kind.class)
  void everyKindIsReadBackTheSame(Problem.Kind kind) {
    Problem problem =
        new Problem(
            kind,
            "Why: \u0007 and 😀",
            List.of(
                new Fault(3, "/a~1b", "a/b", Optional.of("\u0000"), "value", "No \u001b here"),
                new Fault(0, "", "", Optional.empty(), "code", "message")),
            5_000_000_000L,
            List.of(1L, 2L));
    assertEquals(problem, ProblemJson.read(ProblemJson.write(problem)));
  }

  @Test
  void moreErrorsThanAreListedAreCounted() {
    List<Fault> many = Collections.nCopies(1_500, Fault.at("/a", "value", "No"));
    Problem problem = new Problem(Problem.Kind.REFUSED, "Many", many, 1_500, List.of());
    ObjectNode node = ProblemJson.node(problem);
    assertEquals(1_000, node.get("errors").size());
    assertEquals(1_500, node.get("errorCount").intValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Bad gateway</html>",
        "[]",
        "{}",
        "{\"type\":\"about:blank\",\"status\":502}",
        "{\"type\":\"urn:bandstand:problem:from-tomorrow\"}"
      })
  void whatIsNoProblemOfOursIsSaidNotToBeUnderstood(String body) {
    Problem problem = ProblemJson.read(body.getBytes(UTF_8));
    assertEquals(Problem.Kind.UNREADABLE, problem.kind());
    assertTrue(!problem.detail().isEmpty());
  }
}
