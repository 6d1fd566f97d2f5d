package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.Fault;
import bandstand.framework.Problem;
import bandstand.rating.Scorer;
import bandstand.state.Sample;
import bandstand.wire.ImportJson;
import bandstand.wire.ProblemJson;
import bandstand.wire.RowNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportCommandTest extends OnACannedDaemon {
  private static final Problem TWO_FAULTS =
      Problem.refused(
          List.of(
              new Fault(2, "", "2.1.1", Optional.of("maybe"), "value", "yes, no or na"),
              new Fault(3, "", "type", Optional.of("yard"), "type", "court or out-of-court")));

  @Test
  void anImportSaysWhatItCameTo() throws IOException {
    var result =
        new ImportJson.Result(
            false, false, 1, 1, 0, 0, 0, 1, 0, 7, List.of(), 0, List.of(), new RowNumbers());
    var before = Sample.made("leicester-2019", Sample.YOS_2018, List.of());
    daemon(
        200,
        "application/json",
        ImportJson.write(result, Scorer.rate(before), Scorer.rate(LEICESTER)));
    assertEquals(0, run("import", cases(), "--inspection", "leicester-2019"));
    assertTrue(
        out()
            .startsWith(
                "1 case: 1 created, 0 updated, 0 unchanged, 0 rejected; 1 answer set\n"
                    + "now 1.1 Requires improvement, 1.2 Good"),
        out());
    assertTrue(out().contains("overall Good"), out());
    var sent = daemon.get().got.stream().filter(got -> got.method().equals("POST")).findFirst();
    var target = sent.orElseThrow().target().split("\\?");
    assertEquals("/api/v1/inspections/leicester-2019/cases", target[0]);
    assertEquals(Set.of("dryRun=false", "mode=atomic"), Set.of(target[1].split("&")));
    assertEquals("text/csv", sent.orElseThrow().headers().get("Content-Type"));
    assertEquals("reference,type,2.1.1\nC01,court,yes\n", sent.orElseThrow().body());
  }

  @Test
  void anImportThatIsLostIsSentOnceMoreUnderItsKeyWhichIsTold() throws IOException {
    scripted(
        (got, output) -> {
          if (got.method().equals("POST")) {
            return false;
          }
          reply(got.target(), output);
          return true;
        });
    assertEquals(3, run("import", cases(), "--inspection", "leicester-2019"));
    Set<String> keys =
        daemon.get().got.stream()
            .filter(got -> got.method().equals("POST"))
            .map(got -> got.headers().getOrDefault("Idempotency-Key", ""))
            .collect(Collectors.toSet());
    assertEquals(1, keys.size());
    assertTrue(err().contains("send it again with --key " + keys.iterator().next()), err());
  }

  @Test
  void aFileWithErrorsIsRefusedWithEveryLine() throws IOException {
    daemon(422, "application/problem+json", ProblemJson.write(TWO_FAULTS));
    String file = cases();
    assertEquals(5, run("import", file, "--inspection", "leicester-2019"));
    assertEquals(
        """
        %s:2: 2.1.1 "maybe": yes, no or na
        %s:3: type "yard": court or out-of-court
        bandstand: no case was imported
        """
            .formatted(file, file),
        err());
    assertEquals("", out());
  }

  @Test
  void aPartialImportListsWhatItLeftOut() throws IOException {
    var result =
        new ImportJson.Result(
            false,
            true,
            3,
            1,
            0,
            0,
            2,
            1,
            0,
            7,
            TWO_FAULTS.faults(),
            9,
            List.of(),
            new RowNumbers());
    var ratings = Scorer.rate(LEICESTER);
    daemon(200, "application/json", ImportJson.write(result, ratings, ratings));
    assertEquals(5, run("import", cases(), "--inspection", "leicester-2019", "--partial"));
    assertTrue(out().startsWith("3 cases: 1 created"), out());
    assertTrue(err().endsWith("and 7 more errors\n"), err());
  }

  @Test
  void theFirstTwentyErrorsAreListedUnlessAllAreWanted() throws IOException {
    List<Fault> faults =
        IntStream.rangeClosed(2, 31)
            .mapToObj(line -> new Fault(line, "", "2.1.1", Optional.of("x"), "value", "no"))
            .toList();
    daemon(422, "application/problem+json", ProblemJson.write(Problem.refused(faults)));
    String[] command = {"import", cases(), "--inspection", "leicester-2019"};
    assertEquals(5, run(command));
    assertEquals(22, err().lines().count());
    assertTrue(err().contains("cases.csv:21: 2.1.1 \"x\": no\nand 10 more; --all-errors"), err());
    assertEquals(5, run("import", cases(), "--inspection", "leicester-2019", "--all-errors"));
    assertEquals(31, err().lines().count());
  }

  @Test
  void aBundleIsNotForAnotherInspectionAndHasNoDryRun() throws IOException {
    daemon();
    Path bundle = home.resolve("b.json");
    Files.writeString(
        bundle, "{\"inspection\":{\"id\":\"b\",\"service\":\"B\",\"framework\":\"yos-2018\"}}");
    assertEquals(2, run("import", bundle.toString(), "--inspection", "leicester-2019"));
    assertTrue(err().contains("is a bundle and makes the inspection b"), err());
    assertEquals(2, run("import", bundle.toString(), "--dry-run"));
    Files.writeString(bundle, "{\"inspection\":{\"id\":\"no id\"}}");
    assertEquals(5, run("import", bundle.toString()));
    assertEquals(0, daemon.get().got.size());
  }

  @Test
  void jsonIsTheDaemonsAnswerAsItIs() throws IOException {
    byte[] problem = ProblemJson.write(TWO_FAULTS);
    daemon(422, "application/problem+json", problem);
    assertEquals(5, run("import", cases(), "--inspection", "leicester-2019", "--json"));
    assertEquals(text(problem) + "\n", out());
    assertEquals("", err());
  }

  @Test
  void aFileThatIsNotThereOrOfNoKnownFormatIsSaid() throws IOException {
    daemon();
    assertEquals(5, run("import", home + "/none.csv", "--inspection", "x"));
    assertEquals(2, run("import", home + "/cases.txt", "--inspection", "x"));
    assertEquals(2, run("import", cases()));
    assertEquals(0, daemon.get().got.size());
  }
}
