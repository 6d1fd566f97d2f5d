package bandstand.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** One file that makes a whole inspection, or nothing of it. */
class BundleOnARealDaemonTest extends OnOneDaemon {
  private String bundle(String id, String edition, String more) throws IOException {
    return bundle(id, id, "S", edition, more);
  }

  private String bundle(String file, String id, String service, String edition, String more)
      throws IOException {
    return Files.writeString(
            home.resolve(file + ".json"),
            "{\"inspection\":{\"id\":\"%s\",\"service\":\"%s\",\"framework\":\"%s\"}%s}"
                .formatted(id, service, edition, more))
        .toString();
  }

  private void isAbsent(String id) {
    assertEquals(1, run("ratings", id));
    assertTrue(err().contains("there is no inspection \"" + id + "\""), err());
  }

  @Test
  void aBundleMakesAWholeInspectionAndChangesNothingWhenItComesAgain() {
    String bundle = daemon().environment().get("BANDSTAND_SAMPLES") + "/leicester-2019.json";
    assertEquals(0, run("import", bundle));
    assertEquals(
        "leicester-2019 created: 59 cases, 4 judgements, 1 alert raised; now 24/36 Good\n", out());
    assertEquals(0, run("ratings", "leicester-2019"));
    String before = out();
    assertEquals(0, run("import", bundle, "--inspection", "leicester-2019"));
    assertEquals(
        "leicester-2019 unchanged: 59 cases, 4 judgements, 0 alerts raised; now 24/36 Good\n",
        out());
    assertEquals(0, run("ratings", "leicester-2019"));
    assertEquals(before, out());
  }

  @Test
  void aBundleWithoutCasesMakesAnInspectionToo() throws IOException {
    String bundle = bundle("bare", "yos-2021", ",\"serviceAnswers\":{\"1.1.1.1\":\"yes\"}");
    assertEquals(0, run("import", bundle));
    assertTrue(
        out().startsWith("bare created: the service's answers, 0 judgements, 0 alerts raised"),
        out());
    assertEquals(0, run("import", bundle, "--json"));
    assertTrue(out().startsWith("{\"id\":\"bare\","), out());
  }

  @Test
  void aBundleWithBadCasesSaysSoAndThatTheyAreOfAnotherEdition() throws IOException {
    String bundle = bundle("mixed", "yos-2018", "");
    Files.writeString(
        home.resolve("mixed.ndjson"),
        "{\"reference\":\"C01\",\"type\":\"court\",\"answers\":{\"2.1.1.1\":\"yes\"}}\n");
    assertEquals(5, run("import", bundle));
    assertTrue(err().startsWith("this file looks like edition "), err());
    assertTrue(err().lines().findFirst().orElseThrow().contains("yos-2021"), err());
    assertTrue(err().contains("; the inspection mixed is of yos-2018\n"), err());
    assertTrue(err().endsWith("bandstand: nothing was imported\n"), err());
    assertFalse(out().contains("created"), out());
  }

  @Test
  void anotherInspectionUnderItsIdIsLeftAlone() throws IOException {
    assertEquals(0, run("import", bundle("ash", "ash", "Ash", "yos-2021", "")), this::err);
    String judging = ",\"judgements\":{\"1.1\":{\"rating\":\"good\",\"reason\":\"r\"}}";
    String other = bundle("other", "ash", "Completely other", "yos-2018", judging);
    assertEquals(1, run("import", other));
    assertEquals(
        "bandstand: "
            + other
            + " is of \"Completely other\", edition yos-2018; the inspection ash that is there is"
            + " of \"Ash\", edition yos-2021\n"
            + "nothing was imported: give the bundle an id of its own, or mend its service and"
            + " framework\n",
        err());
    assertEquals(0, run("import", bundle("ash", "ash", "Ash", "yos-2021", "")));
    assertTrue(out().startsWith("ash unchanged: 0 judgements"), out());
  }

  @Test
  void whatIsAddedToABundleIsBroughtToItsInspection() throws IOException {
    assertEquals(0, run("import", bundle("grown", "yos-2021", "")), this::err);
    String judging = ",\"judgements\":{\"1.1\":{\"rating\":\"good\",\"reason\":\"r\"}}";
    String grown = bundle("grown", "yos-2021", judging);
    assertEquals(0, run("import", grown), this::err);
    assertTrue(out().startsWith("grown was there, and brought up to the bundle: 1 judg"), out());
    assertEquals(0, run("import", grown), this::err);
    assertTrue(out().startsWith("grown unchanged: 1 judgement, "), out());
  }

  @Test
  void everyFaultIsToldWithItsPlaceAndNothingIsMade() throws IOException {
    String faulty =
        bundle(
            "faulty",
            "yos-2021",
            """
            ,"judgments":{},"judgements":{"1.1":{"rating":"good","reason":"r"},\
            "1.2":{"rating":"goood","reason":"r"}}\
            """);
    Files.writeString(home.resolve("faulty.csv"), "reference,type,2.1.1\nC01,court,maybe\n");
    assertEquals(5, run("import", faulty));
    assertTrue(
        err().startsWith(faulty + "/judgements/1.2/rating: rating \"goood\": It must be one"),
        err());
    assertTrue(err().contains(faulty + "/judgments: "), err());
    assertTrue(err().contains("faulty.csv:2: 2.1.1 \"maybe\""), err());
    assertTrue(err().endsWith("bandstand: nothing was imported\n"), err());
    isAbsent("faulty");

    assertEquals(5, run("import", faulty, "--json"));
    assertTrue(out().contains("\"errorCount\":3}") && err().isEmpty(), out() + err());
    assertEquals(5, run("import", bundle("listed", "yos-2021", ",\"judgements\":[\"1.1\"]")));
    assertTrue(err().contains("listed.json/judgements: "), err());
    isAbsent("listed");
    assertEquals(5, run("import", bundle("edition", "yos-2099", "")));
    assertTrue(err().contains("edition.json/inspection/framework: "), err());
    assertTrue(err().contains("there are fji-2014, yos-2018"), err());
  }

  @Test
  void casesThatAnInspectionWouldRefuseAreKnownBeforeItIsMade() throws IOException {
    String bundle = bundle("untyped", "yos-2021", "");
    Path cases = home.resolve("untyped.csv");
    Files.writeString(cases, "reference,2.1.1\nC01,yes\n");
    assertEquals(5, run("import", bundle));
    assertTrue(err().contains("untyped.csv:2: type: A case needs a type"), err());
    isAbsent("untyped");
    Files.writeString(cases, "reference,type,2.1.1\nerased-1,court,yes\n");
    assertEquals(5, run("import", bundle));
    isAbsent("untyped");
    Files.writeString(cases, "reference,type,2.1.1\nC01,court,yes\n");
    assertEquals(0, run("import", bundle), this::err);
    Files.writeString(cases, "reference,type,2.1.1\nC01,out-of-court,\nC02,court,yes\n");
    assertEquals(5, run("import", bundle));
    assertTrue(err().contains("C01 is of type court and has answers"), err());
    assertEquals(1, run("receipt", "untyped", "C02"));
  }

  @Test
  void anAlertNeedsACaseThatIsThereOrComesAlong() throws IOException {
    String alert =
        """
        ,"alerts":[{"case":"C01","risk":"r","organisation":"o","toldRole":"t","at":"2021-06-01"}]\
        """;
    assertEquals(5, run("import", bundle("alerted", "yos-2021", alert)));
    assertTrue(err().contains("alerted.json/alerts/0/case: case \"C01\": There is no"), err());
    isAbsent("alerted");
    Files.writeString(home.resolve("alerted.csv"), "reference,type\nC01,court\n");
    assertEquals(0, run("import", bundle("alerted", "yos-2021", alert)), this::err);
    Files.delete(home.resolve("alerted.csv"));
    assertEquals(0, run("import", bundle("alerted", "yos-2021", alert)), this::err);
    assertTrue(out().startsWith("alerted unchanged"), out());
  }

  @Test
  void whoMayNotJudgeImportsNothingOfABundleThatDoes() throws IOException {
    assertEquals(0, run("token", "add", "Ivy", "--role", "inspector"));
    Path token = Files.writeString(home.resolve("ivy"), out().strip());
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    String judging = ",\"judgements\":{\"1.1\":{\"rating\":\"good\",\"reason\":\"r\"}}";
    String bundle = bundle("judged", "yos-2021", judging);
    assertEquals(4, run("import", bundle, "--token-file", token.toString()));
    assertTrue(
        err().contains("it judges 1.1, which only a lead may, and you are Ivy, insp"), err());
    isAbsent("judged");
  }

  @Test
  void aSignedOffInspectionIsLeftAlone() throws IOException {
    String bundle = bundle("signed", "yos-2021", "");
    assertEquals(0, run("import", bundle));
    daemon().post("{}", "inspections", "signed", "sign-off");
    assertEquals(1, run("import", bundle));
    assertTrue(err().contains("signed is signed off by "), err());
  }
}
