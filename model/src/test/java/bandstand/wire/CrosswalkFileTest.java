package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Reads.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bandstand.framework.Code;
import bandstand.framework.Comparison;
import bandstand.framework.Confidence;
import bandstand.framework.Crosswalk;
import bandstand.framework.Framework;
import bandstand.framework.Labelled;
import bandstand.framework.Relation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrosswalkFileTest {
  private static final Map<String, Framework> EDITIONS = BuiltInEditions.load().frameworks();
  private static final Crosswalk BUILT_IN = CrosswalkFile.builtIn(EDITIONS);

  private static final Map<String, Framework> SMALL =
      Map.of(
          "one", Labelled.edition("one", "1.1.1 court A", "1.1.2 court B"),
          "two", Labelled.edition("two", "1.1.1 court A", "1.1.1.1 - a prompt"));

  private static final String SOUND =
      """
      {'format': 1, 'editions': ['one', 'two'], 'rows': [
        {'codes': {'one': ['1.1.1', '1.1.2'], 'two': ['1.1.1']}, 'confidence': 'high',
         'confidenceIn': {'one': 'low'}, 'kept': ['one', 'two'], 'notes': {'two': 'joined'}}]}
      """;

  @Test
  void aSoundFileIsReadWhole() {
    Crosswalk read = done(CrosswalkFile.read(json(SOUND), SMALL));
    assertEquals(
        new Crosswalk(
            List.of("one", "two"),
            List.of(
                new Crosswalk.Row(
                    Map.of(
                        "one", List.of(Code.of("1.1.1"), Code.of("1.1.2")),
                        "two", List.of(Code.of("1.1.1"))),
                    Confidence.HIGH,
                    Map.of("one", Confidence.LOW),
                    Set.of("one", "two"),
                    Map.of("two", "joined")))),
        read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          'format': 1              | 'format': 2               | /format range
          ['one', 'two'], 'rows'   | ['one', 'three'], 'rows'  | /editions/1 unknown-edition
          ['one', 'two'], 'rows'   | ['one', 'one'], 'rows'    | /editions/1 duplicate
          '1.1.2'], 'two'          | '1.1.3'], 'two'           | /rows/0/codes/one/1 unknown-code
          'two': ['1.1.1']         | 'two': ['1.1.1.1']        | /rows/0/codes/two/0 unknown-code
          '1.1.2'], 'two'          | '1.1.1'], 'two'           | /rows/0/codes/one/1 duplicate
          'two': ['1.1.1']         | 'two': []                 | /rows/0/codes/two value
          'two': ['1.1.1']         | 'six': ['1.1.1']          | /rows/0/codes/six unknown-edition
          'confidence': 'high'     | 'confidence': 'sure'      | /rows/0/confidence value
          'confidence': 'high',    | ''                        | /rows/0/confidence required
          {'one': 'low'}           | {'six': 'low'}            | /rows/0/confidenceIn/six unknown-edition
          {'one': 'low'}           | {'one': 'poor'}           | /rows/0/confidenceIn/one value
          'kept': ['one', 'two']   | 'kept': ['one']           | /rows/0/kept value
          'kept': ['one', 'two']   | 'kept': ['one', 'six']    | /rows/0/kept/1 unknown-edition
          'two': 'joined'          | 'two': ' '                | /rows/0/notes/two blank
          , 'notes': {'two': 'joined'} | ''                    | /rows/0/notes required
          'notes': {               | 'more': 1, 'notes': {     | /rows/0/more unknown-field
          '1.1.1', '1.1.2'         | '1.1.1'                   | /rows missing
          """)
  void whatIsWrongIsToldWithItsPlace(String sound, String wrong, String fault) {
    String changed = SOUND.replace(sound, wrong.equals("''") ? "" : wrong);
    assertTrue(!changed.equals(SOUND), sound);
    List<String> faults = faults(CrosswalkFile.read(json(changed), SMALL));
    assertTrue(faults.contains(fault), faults::toString);
  }

  @Test
  void everyFaultIsTold() {
    String two =
        SOUND.replace("'confidence': 'high'", "'confidence': 'sure'").replace("1.1.2", "9");
    assertEquals(
        List.of("/rows/0/codes/one/1 unknown-code", "/rows/0/confidence value"),
        faults(CrosswalkFile.read(json(two), SMALL)));
  }

  @Test
  void theColumnsAreTheEditionsOldestFirst() {
    assertEquals(
        List.of("fji-2014", "yos-2018", "yos-2021", "yjs-2023-draft"), BUILT_IN.editions());
  }

  private static List<Comparison> all() {
    List<Comparison> all = new ArrayList<>();
    for (Framework from : EDITIONS.values()) {
      for (Framework to : EDITIONS.values()) {
        if (from != to) {
          all.add(BUILT_IN.compare(from, to));
        }
      }
    }
    return all;
  }

  @Test
  void everyKeyQuestionOfBothEditionsIsToldOf() {
    for (Comparison comparison : all()) {
      assertEquals(Comparison.Ground.CROSSWALK, comparison.ground());
      Set<Code> from = new TreeSet<>();
      Set<Code> to = new TreeSet<>();
      comparison.relations().forEach(one -> from.addAll(one.from()));
      comparison.relations().forEach(one -> to.addAll(one.to()));
      assertEquals(keyQuestions(comparison.from()), from);
      assertEquals(keyQuestions(comparison.to()), to);
    }
  }

  private static Set<Code> keyQuestions(Framework edition) {
    return edition.questions().stream()
        .filter(question -> !question.isPrompt())
        .map(question -> question.code())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void bothDirectionsMirrorEachOther() {
    for (Comparison comparison : all()) {
      Set<Relation> back =
          BUILT_IN.compare(comparison.to(), comparison.from()).relations().stream()
              .map(one -> unnamed(one, one.kind().mirrored(), one.to(), one.from()))
              .collect(Collectors.toSet());
      Set<Relation> there =
          comparison.relations().stream()
              .map(one -> unnamed(one, one.kind(), one.from(), one.to()))
              .collect(Collectors.toSet());
      assertEquals(there, back);
      assertEquals(back.size(), comparison.relations().size());
    }
  }

  /** Without the edition that a note read backwards names. */
  private static Relation unnamed(
      Relation one, Relation.Kind kind, List<Code> from, List<Code> to) {
    String note = one.note().replaceAll("of (fji|yos|yjs)-[a-z0-9-]+: ", "");
    return new Relation(kind, from, to, one.confidence(), note);
  }

  /** 004 Annex 2 beside 002: 3.4 was replaced, 4.1 and 1.2.5 were added. */
  @Test
  void from2018To2021AllButTheJointWorkingStandardCarries() {
    Comparison comparison = BUILT_IN.compare(EDITIONS.get("yos-2018"), EDITIONS.get("yos-2021"));
    Set<String> behind =
        comparison.relations().stream()
            .filter(one -> !one.carries())
            .map(one -> one.kind().word() + " " + one.from() + " " + one.to())
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "merged [3.4.1, 3.4.2] [3.4.2]",
            "split [3.4.2] [3.4.1, 3.4.2]",
            "new [] [1.2.5]",
            "new [] [3.4.3]",
            "new [] [4.1.1]",
            "new [] [4.1.2]",
            "new [] [4.1.3]"),
        behind);
    assertEquals(35, comparison.relations().stream().filter(Relation::carries).count());
  }

  /** 2014 looked at cases from sentence on. */
  @Test
  void nothingOf2014WasAskedOfOutOfCourtCases() {
    Comparison comparison = BUILT_IN.compare(EDITIONS.get("fji-2014"), EDITIONS.get("yos-2018"));
    List<String> added =
        comparison.relations().stream()
            .filter(one -> one.kind() == Relation.Kind.NEW)
            .map(one -> one.to().getFirst().toString())
            .filter(code -> code.startsWith("3."))
            .toList();
    assertEquals(11, added.size());
  }

  /** The table was made from this one. */
  @Test
  void theTableHoldsWhatItWasMadeFrom() throws IOException {
    Optional<Path> file = reference();
    assumeTrue(file.isPresent(), "no reference beside the repository");
    Map<String, String> columns =
        Map.of(
            "2014", "fji-2014", "2019", "yos-2018", "2021", "yos-2021", "2023", "yjs-2023-draft");
    Set<String> wanted = new HashSet<>();
    for (JsonNode row : Json.MAPPER.readTree(Files.readAllBytes(file.get())).path("rows")) {
      Map<String, List<Code>> codes = new TreeMap<>();
      columns.forEach(
          (year, edition) -> {
            List<Code> cell = new ArrayList<>();
            row.path(year).forEach(code -> cell.add(Code.of(code.asText())));
            if (!cell.isEmpty()) {
              codes.put(edition, cell);
            }
          });
      wanted.add(codes + " " + row.path("confidence").asText());
    }
    Set<String> held =
        BUILT_IN.rows().stream()
            .map(
                row ->
                    new TreeMap<>(row.codes())
                        + " "
                        + row.confidence().word()
                        + row.confidenceIn().entrySet().stream()
                            .map(
                                doubt ->
                                    " (%s: %s)"
                                        .formatted(
                                            doubt.getKey().replaceAll("[^0-9]", ""),
                                            doubt.getValue().word()))
                            .collect(Collectors.joining()))
            .collect(Collectors.toSet());
    assertEquals(wanted, held);
  }

  private static Optional<Path> reference() {
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path file = above.resolve("shared").resolve("reference").resolve("crosswalk.json");
      if (Files.exists(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
