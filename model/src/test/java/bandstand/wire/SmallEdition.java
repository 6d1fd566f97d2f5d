package bandstand.wire;

import bandstand.framework.Bands;
import bandstand.framework.Basis;
import bandstand.framework.CaseType;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.OverallTable;
import bandstand.framework.Prompt;
import bandstand.framework.RatingWord;
import bandstand.framework.Standard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An edition of four standards: 1.1 judged, 2.1 of court cases, 2.2 judged and asked of court cases
 * too, 3.1 of out-of-court cases; two key questions each, the first with three prompts.
 */
final class SmallEdition {
  static final Framework SMALL = new Framework(edition(), scale(), groups());

  private SmallEdition() {}

  private static Framework.Edition edition() {
    return new Framework.Edition(
        "small-2021", "Small", "2021", "in-force", List.of("a", "b", "c", "d"), List.of(), "00");
  }

  private static Framework.Scale scale() {
    return new Framework.Scale(
        List.of(new CaseType("court", "Court"), new CaseType("out-of-court", "Out of court")),
        List.of(
            new RatingWord("inadequate", "Inadequate", "Inadeq", "I"),
            new RatingWord("requires-improvement", "Requires improvement", "ReqImp", "R"),
            new RatingWord("good", "Good", "Good", "G"),
            new RatingWord("outstanding", "Outstanding", "Outst", "O")),
        Optional.of(new Bands(Bands.Reading.ROUNDED, List.of(0, 50, 65, 80))),
        Optional.of(new OverallTable(4, List.of(2, 6, 10, 12), Basis.UNCONFIRMED)),
        List.of());
  }

  private static List<Group> groups() {
    return List.of(
        new Group(Code.of("1"), "One", List.of(standard("1.1", Standard.Kind.JUDGED, Set.of()))),
        new Group(
            Code.of("2"),
            "Two",
            List.of(
                standard("2.1", Standard.Kind.CASES, Set.of("court")),
                standard("2.2", Standard.Kind.JUDGED, Set.of("court")))),
        new Group(
            Code.of("3"),
            "Three",
            List.of(standard("3.1", Standard.Kind.CASES, Set.of("out-of-court")))));
  }

  private static Standard standard(String code, Standard.Kind kind, Set<String> caseTypes) {
    Code place = Code.of(code);
    return new Standard(
        place,
        "Standard " + code,
        kind,
        true,
        caseTypes,
        List.of(
            new KeyQuestion(place.child(1), "first of " + code, prompts(place.child(1))),
            new KeyQuestion(place.child(2), "second of " + code, List.of())));
  }

  private static List<Prompt> prompts(Code keyQuestion) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(i -> new Prompt(keyQuestion.child(i), "", "prompt " + i))
        .toList();
  }
}
