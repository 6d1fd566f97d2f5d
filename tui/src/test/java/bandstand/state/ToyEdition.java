package bandstand.state;

import bandstand.framework.Basis;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.OverallTable;
import bandstand.framework.Prompt;
import bandstand.framework.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A small edition whose words do not change: a judged standard, two of court cases with prompts,
 * one out of court without.
 */
final class ToyEdition {
  private static final List<String> LEVELS =
      List.of("domain", "standard", "key question", "prompt");

  private ToyEdition() {}

  /** With the case types, ratings and bands of another. */
  static Framework framework(Framework.Scale like) {
    return new Framework(
        new Framework.Edition(
            "toy-2021", "Toy edition", "2021-05", "in-force", LEVELS, List.of(), "0".repeat(64)),
        new Framework.Scale(
            like.caseTypes(),
            like.ratings(),
            like.bands(),
            Optional.of(new OverallTable(4, List.of(2, 6, 10, 12), Basis.PUBLISHED)),
            List.of()),
        List.of(
            group(
                "1",
                "Organisation",
                standard(
                    "1.1",
                    "Governance",
                    Standard.Kind.JUDGED,
                    "",
                    question(
                        "1.1.1",
                        "Vision is clear",
                        "The Board sets direction",
                        "Partners attend"))),
            group(
                "2",
                "Court disposals",
                standard(
                    "2.1",
                    "Assessment",
                    Standard.Kind.CASES,
                    "court",
                    question(
                        "2.1.1",
                        "Assessment supports desistance",
                        "Attitudes and motives are analysed",
                        "Diversity is considered",
                        "Family and social context, the wider the better, are all considered in"
                            + " full"),
                    question(
                        "2.1.2",
                        "Assessment keeps the child safe",
                        "Risks are identified",
                        "Controls are analysed")),
                standard(
                    "2.2",
                    "Reviewing",
                    Standard.Kind.CASES,
                    "court",
                    question(
                        "2.2.1",
                        "Reviewing keeps other people safe",
                        "Changes in risk are identified",
                        "Review makes the changes the plan needs"))),
            group(
                "3",
                "Out-of-court disposals",
                standard(
                    "3.1",
                    "Joint working",
                    Standard.Kind.CASES,
                    "out-of-court",
                    question("3.1.1", "Advice is well informed"),
                    question("3.1.2", "Police and service work together")))));
  }

  /** The same edition as a draft. */
  static Framework draft(Framework toy) {
    return new Framework(
        new Framework.Edition(
            "toy-draft", "Toy draft", "2023-08", "draft", LEVELS, List.of(), "1".repeat(64)),
        toy.scale(),
        toy.groups());
  }

  private static Group group(String code, String title, Standard... standards) {
    return new Group(Code.of(code), title, List.of(standards));
  }

  private static Standard standard(
      String code, String title, Standard.Kind kind, String type, KeyQuestion... questions) {
    Set<String> types = type.isEmpty() ? Set.of() : Set.of(type);
    return new Standard(Code.of(code), title, kind, true, types, List.of(questions));
  }

  private static KeyQuestion question(String code, String label, String... prompts) {
    List<Prompt> all = new ArrayList<>();
    for (int ordinal = 1; ordinal <= prompts.length; ordinal++) {
      String letter = String.valueOf((char) ('a' + ordinal - 1));
      all.add(new Prompt(Code.of(code).child(ordinal), letter, prompts[ordinal - 1]));
    }
    return new KeyQuestion(Code.of(code), label, all);
  }
}
