package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.faults;
import static bandstand.wire.Trees.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FrameworkJsonTest {
  private static final String DIGEST = "ab".repeat(32);

  private static final CharacteristicsText CHARACTERISTICS =
      new CharacteristicsText(
          "cd".repeat(32),
          new TreeMap<>(Map.of(Code.of("1.1"), "A statement")),
          new TreeMap<>(Map.of(Code.of("1.1"), Map.of(Rating.GOOD, List.of("Good work")))));

  @Test
  void anEditionIsWrittenAsTheContractNamesItsMembers() {
    Framework framework = SoundFile.framework();
    ObjectNode tree =
        (ObjectNode)
            Json.parseOwn(FrameworkJson.write(framework, Optional.empty(), Optional.empty()));
    List<String> names = new ArrayList<>();
    tree.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "id",
            "title",
            "published",
            "status",
            "digest",
            "levels",
            "caseTypes",
            "ratings",
            "bands",
            "overall",
            "rules",
            "notes",
            "groups",
            "wording",
            "characteristics"),
        names);
    assertEquals(framework.edition().digest(), tree.get("digest").textValue());
    assertEquals(json("{\"reading\":\"exact\",\"from\":[0,40,60,90]}"), tree.get("bands"));
    assertEquals(
        json("{\"standards\":2,\"upTo\":[1,3,5,6],\"basis\":\"unconfirmed\"}"),
        tree.get("overall"));
    assertEquals(
        json(
            """
            [{"name":"bands","says":"From 90 it is splendid.","basis":"house",
              "source":"004 Annex 2"}]
            """),
        tree.get("rules"));
    assertEquals(
        json(
            "{\"word\":\"splendid\",\"title\":\"Splendid\",\"narrow\":\"Splend\",\"letter\":\"S\"}"),
        tree.get("ratings").get(3));
    assertEquals(
        json(
            """
            {"code":"1","title":"Leading","standards":[
              {"code":"1.1","title":"Staff","kind":"judged","counts":true,"caseTypes":[],
               "keyQuestions":[{"code":"1.1.1","label":"Staff are enough","prompts":[
                 {"code":"1.1.1.1","ordinal":1,"letter":"a","label":"There are enough"},
                 {"code":"1.1.1.2","ordinal":2,"letter":"a","label":"They know their work"}]}]}]}
            """),
        tree.get("groups").get(0));
    assertEquals(
        json("[\"court\",\"bail\"]"),
        tree.at("/groups/1/standards/0/caseTypes"),
        "in the edition's order");
  }

  @Test
  void wordingStandsWhereItIsLoaded() {
    Framework framework = SoundFile.framework();
    Map<Code, String> wording =
        Map.of(
            Code.of("1"), "Part one",
            Code.of("1.1"), "The statement\nof the standard",
            Code.of("1.1.1"), "The question",
            Code.of("1.1.1.2"), "The second prompt");
    byte[] json =
        FrameworkJson.write(
            framework,
            Optional.of(new Wording(DIGEST, new TreeMap<>(wording))),
            Optional.of(CHARACTERISTICS));
    JsonNode tree = Json.parseOwn(json);
    assertEquals("Part one", tree.at("/groups/0/statement").textValue());
    JsonNode standard = tree.at("/groups/0/standards/0");
    assertEquals("The statement\nof the standard", standard.get("statement").textValue());
    assertEquals("The question", standard.at("/keyQuestions/0/wording").textValue());
    assertFalse(standard.at("/keyQuestions/0/prompts/0").has("wording"));
    assertEquals("The second prompt", standard.at("/keyQuestions/0/prompts/1/wording").textValue());
    assertFalse(tree.at("/groups/1").has("statement"));
    assertEquals(wording, done(FrameworkJson.readWording(json)));
    assertEquals(
        new FrameworkJson.Loaded(Optional.of(DIGEST), Optional.of(CHARACTERISTICS.digest())),
        done(FrameworkJson.readLoaded(json)));
  }

  @Test
  void nothingLoadedIsSaid() {
    byte[] json = FrameworkJson.write(SoundFile.framework(), Optional.empty(), Optional.empty());
    assertTrue(Json.parseOwn(json).get("wording").isNull());
    assertTrue(Json.parseOwn(json).get("characteristics").isNull());
    assertEquals(Map.of(), done(FrameworkJson.readWording(json)));
    assertEquals(
        new FrameworkJson.Loaded(Optional.empty(), Optional.empty()),
        done(FrameworkJson.readLoaded(json)));
  }

  @Test
  void theStatementsOfTheCharacteristicsStandInUntilTheWordingIsLoaded() {
    byte[] json =
        FrameworkJson.write(SoundFile.framework(), Optional.empty(), Optional.of(CHARACTERISTICS));
    assertEquals(Map.of(Code.of("1.1"), "A statement"), done(FrameworkJson.readWording(json)));
  }

  @Test
  void theListHasARowForEachEditionWithItsCounts() {
    byte[] list =
        FrameworkJson.writeList(
            List.of(Samples.YOS_2018, Samples.YOS_2021), edition -> edition == Samples.YOS_2018);
    assertEquals(
        json(
            """
            {"items":[
              {"id":"yos-2018","title":"%s","published":"2018-03","status":"superseded",
               "digest":"%s","builtIn":true,
               "counts":{"groups":3,"standards":12,"keyQuestions":37,"prompts":0}},
              {"id":"yos-2021","title":"%s","published":"2021-05","status":"in-force",
               "digest":"%s","builtIn":false,
               "counts":{"groups":4,"standards":13,"keyQuestions":42,"prompts":212}}],
             "next":null}
            """
                .formatted(
                    Samples.YOS_2018.edition().title(),
                    Samples.YOS_2018.edition().digest(),
                    Samples.YOS_2021.edition().title(),
                    Samples.YOS_2021.edition().digest())),
        Json.parseOwn(list));
    assertEquals(
        List.of(
            FrameworkJson.Row.of(Samples.YOS_2018, true),
            FrameworkJson.Row.of(Samples.YOS_2021, false)),
        done(FrameworkJson.readList(list)));
  }

  @Test
  void everyEditionIsReadBackTheSame() throws IOException {
    List<Framework> frameworks = new ArrayList<>(BuiltInEditions.load().frameworks().values());
    frameworks.add(SoundFile.framework());
    frameworks.add(SoundFile.withoutBandsAndOverall());
    frameworks.add(OwnEditionTest.example());
    for (Framework framework : frameworks) {
      byte[] json = FrameworkJson.write(framework, Optional.empty(), Optional.of(CHARACTERISTICS));
      Framework read = done(FrameworkJson.read(json));
      assertEquals(framework.edition(), read.edition());
      assertEquals(framework.scale(), read.scale());
      assertEquals(framework.groups(), read.groups());
      assertEquals(framework.questions(), read.questions());
    }
  }

  @Test
  void anAnswerMayHoldMoreThanIsKnownButNotLess() {
    ObjectNode tree =
        (ObjectNode)
            Json.parseOwn(
                FrameworkJson.write(SoundFile.framework(), Optional.empty(), Optional.empty()));
    tree.put("colour", "red");
    ((ObjectNode) tree.at("/groups/0/standards/0")).put("weight", 2);
    done(FrameworkJson.read(Json.bytes(tree)));

    tree.remove("digest");
    ((ObjectNode) tree.at("/groups/0/standards/0")).remove("kind");
    var refused = FrameworkJson.read(Json.bytes(tree));
    assertEquals(
        List.of("/digest required", "/groups/0/standards/0/kind required"), faults(refused));
    assertTrue(Reads.refused(refused).detail().startsWith("The daemon's answer is not understood"));
  }
}
