package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.refused;
import static bandstand.wire.SoundFile.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Bands;
import bandstand.framework.Basis;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.OverallTable;
import bandstand.framework.Problem;
import bandstand.framework.Sha256;
import bandstand.framework.Standard;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkFileTest {
  @Test
  void aSoundFileIsReadWhole() {
    Framework framework = SoundFile.framework();

    assertEquals(
        new Framework.Edition(
            "small-2026",
            "A small edition",
            "2026-03",
            "draft",
            List.of("domain", "standard", "key question", "prompt"),
            List.of("Made for this test."),
            Sha256.hex(SoundFile.TEXT.getBytes(UTF_8))),
        framework.edition());
    assertEquals(
        Optional.of(new Bands(Bands.Reading.EXACT, List.of(0, 40, 60, 90))),
        framework.scale().bands());
    assertEquals(
        Optional.of(new OverallTable(2, List.of(1, 3, 5, 6), Basis.UNCONFIRMED)),
        framework.scale().overall());
    assertEquals(Basis.HOUSE, framework.scale().rules().getFirst().basis());
    assertEquals("splendid", framework.scale().ratings().getLast().word());

    Standard assessing = framework.standard(Code.of("2.1")).orElseThrow();
    assertEquals(Standard.Kind.CASES, assessing.kind());
    assertEquals(Set.of("court", "bail"), assessing.caseTypes());
    assertEquals(
        List.of("1.1.1", "1.1.1.1", "1.1.1.2", "2.1.1", "2.1.1.1", "2.1.2", "2.2.1"),
        framework.questions().stream().map(question -> question.code().toString()).toList());
    assertEquals(
        "They know their work", framework.question(Code.of("1.1.1.2")).orElseThrow().label());
  }

  @Test
  void theDigestIsTheSha256OfTheBytesAsTheyAre() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Sha256.hex(new byte[0]));
    String spaced = SoundFile.TEXT + "\n";
    Framework framework = done(FrameworkFile.read(spaced.getBytes(UTF_8)));
    assertEquals(Sha256.hex(spaced.getBytes(UTF_8)), framework.edition().digest());
  }

  @Test
  void anEditionMayHaveNeitherBandsNorAnOverall() {
    Framework framework = SoundFile.withoutBandsAndOverall();
    assertEquals(Optional.empty(), framework.scale().bands());
    assertEquals(Optional.empty(), framework.scale().overall());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/format                                  | 2                | range",
        "/id                                      | 'Small'          | value",
        "/title                                   | ' '              | blank",
        "/published                               | '2026-13'        | value",
        "/published                               | 2026             | type",
        "/status                                  | 'old'            | value",
        "/levels                                  | ['a','b','c']    | value",
        "/levels                                  | ['a','b','c','a']| value",
        "/levels/2                                | 3                | type",
        "/caseTypes/1/title                       | 'Court'          | duplicate",
        "/ratings/3                               | true             | type",
        "/ratings/3/word                          | 'good'           | duplicate",
        "/ratings/3/word                          | 'Very good'      | value",
        "/ratings/3/title                         | 'Good'           | duplicate",
        "/ratings/3/word | 'abcdefghijabcdefghijabcdefghijabcdefghijk' | value",
        "/ratings/3/title | 'Abcdefghijabcdefghijabcdefghijabcdefghijk' | too-long",
        "/levels/0 | 'abcdefghijabcdefghijabcdefghijabcdefghijk' | too-long",
        "/ratings/3/narrow                        | 'TooLong'        | value",
        "/ratings/3/narrow                        | 'Good'           | duplicate",
        "/ratings/3/letter                        | 'SS'             | value",
        "/ratings/3/letter                        | 'G'              | duplicate",
        "/bands/reading                           | 'guessed'        | value",
        "/bands/from                              | [0,50,65]        | value",
        "/bands/from                              | [0,50,50,80]     | value",
        "/bands/from                              | [1,50,65,80]     | value",
        "/overall/standards                       | 3                | value",
        "/overall/upTo                            | [1,3,5,7]        | value",
        "/overall/upTo                            | [3,1,5,6]        | value",
        "/overall/basis                           | 'hearsay'        | value",
        "/rules/0/basis                           | null             | required",
        "/rules/0/says                            | 'a\\nb'          | control-character",
        "/notes                                   | 'one'            | type",
        "/notes/0                                 | 7                | type",
        "/groups                                  | []               | value",
        "/groups                                  | {}               | type",
        "/groups/0                                | 'Leading'        | type",
        "/groups/0/code                           | 'one'            | malformed",
        "/groups/1/code                           | '3'              | order",
        "/groups/1/title                          | 'Leading'        | duplicate",
        "/groups/1/standards                      | []               | value",
        "/groups/1/standards/0/code               | '1.1'            | order",
        "/groups/1/standards/1/code               | '2.3'            | order",
        "/groups/1/standards/1/code               | '2.02'           | malformed",
        "/groups/1/standards/1/title              | 'Assessing'      | duplicate",
        "/groups/1/standards/0/kind               | 'scored'         | value",
        "/groups/1/standards/1/counts             | 'no'             | type",
        "/groups/1/standards/0/caseTypes          | []               | required",
        "/groups/1/standards/0/caseTypes/1        | 'custody'        | value",
        "/groups/1/standards/0/caseTypes/1        | 'court'          | duplicate",
        "/groups/1/standards/0/keyQuestions       | []               | value",
        "/groups/1/standards/0/keyQuestions/1/code| '2.1.1'          | order",
        "/groups/1/standards/0/keyQuestions/1/label| 'The child is heard' | duplicate",
        "/groups/1/standards/0/keyQuestions/1/prompts| null          | required",
        "/groups/0/standards/0/keyQuestions/0/prompts/1/label| 'There are enough' | duplicate",
        "/groups/0/standards/0/keyQuestions/0/prompts/1/label| '' | blank",
        "/groups/0/standards/0/keyQuestions/0/prompts/1/label| 'a\\u0007b' | control-character",
        "/groups/0/standards/0/keyQuestions/0/prompts/1/label| 'a\\tb' | control-character",
        "/groups/0/standards/0/keyQuestions/0/prompts/1/letter| 'abcde' | value",
      },
      quoteCharacter = '"')
  void whateverIsWrongIsNamedWithItsPlace(String pointer, String json, String code) {
    assertEquals(List.of(pointer + " " + code), faults(with(pointer, json)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id",
        "/title",
        "/published",
        "/status",
        "/levels",
        "/caseTypes",
        "/ratings",
        "/rules",
        "/notes",
        "/groups",
        "/bands/reading",
        "/bands/from",
        "/overall/upTo",
        "/overall/basis",
        "/overall/standards",
        "/rules/0/says",
        "/groups/1/title",
        "/groups/1/code",
        "/groups/1/standards",
        "/groups/1/standards/1/kind",
        "/groups/1/standards/1/caseTypes",
        "/groups/1/standards/0/keyQuestions",
        "/groups/1/standards/0/keyQuestions/1/label",
        "/groups/1/standards/0/keyQuestions/1/prompts",
        "/groups/0/standards/0/keyQuestions/0/prompts/0/letter"
      })
  void nothingIsTakenForGranted(String pointer) {
    ObjectNode root = SoundFile.tree();
    JsonPointer at = JsonPointer.compile(pointer);
    ((ObjectNode) root.at(at.head())).remove(at.last().getMatchingProperty());
    assertTrue(faults(root).contains(pointer + " required"), () -> faults(root).toString());
  }

  @Test
  void aLabelOf76CharactersIsTakenAndOneMoreIsNot() {
    String pointer = "/groups/1/standards/0/keyQuestions/1/label";
    done(read(with(pointer, "'" + "é".repeat(76) + "'")));
    assertEquals(List.of(pointer + " too-long"), faults(with(pointer, "'" + "é".repeat(77) + "'")));
  }

  @ParameterizedTest
  @CsvSource({"court,duplicate", "Bail cases,value", "custody,"})
  void aCaseTypeIsDeclaredOnceAndStandardsNameOnlyDeclaredOnes(String id, @Nullable String code) {
    List<String> faults = new ArrayList<>();
    if (code != null) {
      faults.add("/caseTypes/1/id " + code);
    }
    faults.add("/groups/1/standards/0/caseTypes/1 value");
    assertEquals(faults, faults(with("/caseTypes/1/id", "'" + id + "'")));
  }

  @Test
  void everyFaultIsListedInOneGo() {
    ObjectNode root = with("/groups/1/standards/0/keyQuestions/1/code", "'2.1.7'");
    root.put("status", "old").put("colour", "red");
    ((ObjectNode) root.at("/groups/0/standards/0/keyQuestions/0/prompts/0")).put("code", "x");
    assertEquals(
        List.of(
            "/status value",
            "/groups/0/standards/0/keyQuestions/0/prompts/0/code unknown-field",
            "/groups/1/standards/0/keyQuestions/1/code order",
            "/colour unknown-field"),
        faults(root));
  }

  @Test
  void anotherFormatIsRefusedWithoutReadingOn() {
    ObjectNode root = SoundFile.tree();
    root.put("format", 2).put("status", "old");
    assertEquals(List.of("/format range"), faults(root));
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertEquals(List.of(" type"), faults(Json.array()));
  }

  @Test
  void whatIsNoJsonIsUnreadable() {
    Problem problem = refused(FrameworkFile.read("{\"format\": 1,".getBytes(UTF_8)));
    assertEquals(Problem.Kind.UNREADABLE, problem.kind());
  }

  @Test
  void aFileAboveTheLimitIsNotRead() {
    Problem problem = refused(FrameworkFile.read(new byte[FrameworkFile.MOST_BYTES + 1]));
    assertEquals(Problem.Kind.TOO_LARGE, problem.kind());
  }

  @Test
  void moreSiblingsThanCodesCanNumberAreRefused() {
    ObjectNode root = SoundFile.tree();
    ArrayNode questions = (ArrayNode) root.at("/groups/1/standards/1/keyQuestions");
    for (int number = 2; number <= Code.HIGHEST + 1; number++) {
      questions
          .addObject()
          .put("code", "2.2." + number)
          .put("label", "L" + number)
          .putArray("prompts");
    }
    assertEquals(List.of("/groups/1/standards/1/keyQuestions value"), faults(root));
  }

  private static Outcome<Framework> read(JsonNode root) {
    return FrameworkFile.read(Json.bytes(root));
  }

  /** The file is one line: each as {@code pointer code}. */
  private static List<String> faults(JsonNode root) {
    return refused(read(root)).faults().stream()
        .peek(fault -> assertEquals(1, fault.line()))
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }
}
