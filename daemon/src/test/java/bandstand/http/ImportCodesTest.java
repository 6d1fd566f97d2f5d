package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.inspection.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's table of what may be wrong with a file holds every code there is, and no other. */
class ImportCodesTest {
  private static final String CASES = "/api/v1/inspections/i/cases";
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";
  private static final String JSON = RunningApi.JSON;

  /** Where codes of imports are made. */
  private static final List<String> SOURCES =
      List.of(
          "model/src/main/java/bandstand/wire/CsvImport.java",
          "model/src/main/java/bandstand/wire/CsvHeader.java",
          "model/src/main/java/bandstand/wire/CsvCase.java",
          "model/src/main/java/bandstand/wire/JsonImport.java",
          "model/src/main/java/bandstand/wire/ImportRows.java",
          "model/src/main/java/bandstand/wire/CaseRules.java",
          "model/src/main/java/bandstand/wire/CaseFields.java",
          "model/src/main/java/bandstand/wire/Values.java",
          "model/src/main/java/bandstand/wire/Json.java",
          "model/src/main/java/bandstand/wire/Texts.java",
          "daemon/src/main/java/bandstand/service/CaseEditing.java",
          "daemon/src/main/java/bandstand/service/ImportRows.java");

  /** Quoted there, and no codes: members, cells, and two codes of other requests. */
  private static final Set<String> WORDS =
      Set.of("attributes", "answers", "y", "yes", "n", "no", "na", "open", "code", "range");

  /** A code, and a file that has it. */
  private record Example(String code, String mediaType, String query, String body) {
    Example(String code, String mediaType, String body) {
      this(code, mediaType, "", body);
    }
  }

  /** C01 is a court case with 2.1.1 answered yes, S01 one that was submitted by somebody else. */
  private static final List<Example> EXAMPLES =
      List.of(
          new Example("empty", JSON, " "),
          new Example("no-rows", CSV, "reference,type\n"),
          new Example("separator", CSV, "reference;type\nC02;court\n"),
          new Example("missing-column", CSV, "type\ncourt\n"),
          new Example("repeated-column", CSV, "reference,type,Type\nC02,court,court\n"),
          new Example("blank", CSV, "reference,type,\nC02,court,x\n"),
          new Example("too-many-columns", CSV, "reference" + ",a".repeat(1000) + "\n"),
          new Example("unclosed-quote", CSV, "reference,type\n\"C02,court\n"),
          new Example("text-after-quote", CSV, "reference,type\n\"C02\"x,court\n"),
          new Example("identifying", CSV, "reference,type,surname\nC02,court,x\n"),
          new Example("unknown-code", CSV, "reference,type,9.9.9\nC02,court,yes\n"),
          new Example("almost-code", CSV, "reference,type,2.1.1a\nC02,court,yes\n"),
          new Example("standard-code", CSV, "reference,type,2.1\nC02,court,yes\n"),
          new Example("service-code", CSV, "reference,type,1.1.1\nC02,court,yes\n"),
          new Example("trailing", JSON, "{\"reference\":\"C02\",\"type\":\"court\"} 7"),
          new Example("json", NDJSON, "{\"reference\"\n"),
          new Example("duplicate-field", NDJSON, "{\"reference\":\"C02\",\"reference\":\"C02\"}\n"),
          new Example("required", CSV, "reference,2.1.1\nC02,yes\n"),
          new Example("reference", CSV, "reference,type\nC 2,court\n"),
          new Example("repeated", CSV, "reference,type\nC02,court\nC02,court\n"),
          new Example("unknown-type", CSV, "reference,type\nC02,prison\n"),
          new Example("value", CSV, "reference,type,2.1.1\nC02,court,maybe\n"),
          new Example("code-of-other-type", CSV, "reference,type,3.1.1\nC02,court,yes\n"),
          new Example("code-of-other-type", CSV, "reference,3.1.1\nC01,yes\n"),
          new Example("too-long", CSV, "reference,type,a\nC02,court," + "x".repeat(201) + "\n"),
          new Example("control-character", CSV, "reference,type,a\nC02,court,\u0007\n"),
          new Example("missing-cells", CSV, "reference,type,2.1.1\nC02,court\n"),
          new Example("extra-cells", CSV, "reference,type\nC02,court,yes\n"),
          new Example("quote", CSV, "reference,type,a\nC02,court,5\" nail\n"),
          new Example("row-too-large", CSV, "reference,note\nC02," + "x".repeat(1 << 20) + "\n"),
          new Example("line-too-long", NDJSON, "{\"reference\":\"" + "x".repeat(1 << 20) + "\"}"),
          new Example("type", JSON, "{\"reference\":7}"),
          new Example("null", JSON, "{\"reference\":\"C02\",\"type\":\"court\",\"answers\":null}"),
          new Example("unknown-field", JSON, "{\"reference\":\"C02\",\"type\":\"court\",\"x\":1}"),
          new Example("too-many", JSON, attributes(41)),
          new Example("type-under-answers", CSV, "reference,type\nC01,out-of-court\n"),
          new Example("submitted-forbidden", CSV, "reference,gender\nS01,male\n"),
          new Example("overwrites", CSV, "?overwrite=false", "reference,2.1.1\nC01,no\n"));

  /** They need more rows, another person or other bytes than an example is worth. */
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of("too-many-rows", "too-many-answers", "submitted-conflict", "utf-8");

  private static String attributes(int count) {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < count; i++) {
      members.append(i == 0 ? "" : ",").append("\"a").append(i).append("\":\"x\"");
    }
    return "{\"reference\":\"C02\",\"type\":\"court\",\"attributes\":{%s}}".formatted(members);
  }

  @Test
  void everyCodeIsToldWhereItIsSaidToBe(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      api.post(
          "/api/v1/inspections", "{\"service\":\"S\",\"framework\":\"yos-2018\",\"id\":\"i\"}");
      api.put(CASES + "/C01", "{\"type\":\"court\",\"answers\":{\"2.1.1\":\"yes\"}}");
      api.put(CASES + "/S01", "{\"type\":\"court\",\"step\":\"submitted\"}");
      api.as(api.token("nia", Role.INSPECTOR));
      for (Example example : EXAMPLES) {
        var answer = api.send("POST", CASES + example.query(), example.mediaType(), example.body());
        List<String> codes = new ArrayList<>();
        answer.json().path("errors").forEach(error -> codes.add(error.path("code").asText()));
        assertTrue(codes.contains(example.code()), () -> example + ": " + answer.response().body());
      }
      assertEquals(2, api.get(CASES).json().path("items").size());
    }
  }

  @Test
  void theTableHoldsTheseCodes() throws IOException {
    Set<String> expected = new TreeSet<>(WITHOUT_EXAMPLE);
    EXAMPLES.forEach(example -> expected.add(example.code()));
    assertEquals(expected, table());
  }

  @Test
  void theSourcesMakeNoOtherCodes() throws IOException {
    Set<String> quoted = new TreeSet<>();
    for (String source : SOURCES) {
      Matcher literal =
          Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"")
              .matcher(Files.readString(root().resolve(source)));
      while (literal.find()) {
        quoted.add(literal.group(1));
      }
    }
    quoted.removeAll(WORDS);
    quoted.removeAll(table());
    assertEquals(Set.of(), quoted);
  }

  private static Path root() {
    return Path.of("").toAbsolutePath().getParent();
  }

  /** The first cells of the table under the heading. */
  private static Set<String> table() throws IOException {
    String readme = Files.readString(root().resolve("daemon/README.md"));
    String section = readme.substring(readme.indexOf("## What may be wrong with a file of cases"));
    Set<String> codes = new TreeSet<>();
    for (String line : section.substring(0, section.indexOf("\n## ", 3)).lines().toList()) {
      if (line.startsWith("| `")) {
        Matcher code = Pattern.compile("`([a-z0-9-]+)`").matcher(line.split("\\|")[1]);
        while (code.find()) {
          codes.add(code.group(1));
        }
      }
    }
    return codes;
  }
}
