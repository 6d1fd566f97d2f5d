package bandstand.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A little edition put together by a test from its key questions and their words. */
public final class Labelled {
  private Labelled() {}

  /**
   * Of lines {@code 1.1.1 judged A label}, {@code 2.1.1 court A label} and, for a prompt of the key
   * question before it, {@code 2.1.1.1 - A label}; a standard is what its first key question says.
   */
  public static Framework edition(String id, String... lines) {
    var keyQuestions = new TreeMap<Code, KeyQuestion>();
    var kinds = new TreeMap<Code, String>();
    for (String line : lines) {
      String[] parts = line.split(" ", 3);
      Code code = Code.of(parts[0]);
      if (code.depth() == 4) {
        KeyQuestion asked = keyQuestions.get(code.parent());
        List<Prompt> prompts = new ArrayList<>(asked.prompts());
        prompts.add(new Prompt(code, "", parts[2]));
        keyQuestions.put(asked.code(), new KeyQuestion(asked.code(), asked.label(), prompts));
      } else {
        keyQuestions.put(code, new KeyQuestion(code, parts[2], List.of()));
        kinds.putIfAbsent(code.parent(), parts[1]);
      }
    }
    var standards = new TreeMap<Code, List<Standard>>();
    kinds.forEach(
        (code, kind) -> {
          boolean judged = kind.equals("judged");
          standards
              .computeIfAbsent(code.parent(), any -> new ArrayList<>())
              .add(
                  new Standard(
                      code,
                      "Standard " + code,
                      judged ? Standard.Kind.JUDGED : Standard.Kind.CASES,
                      true,
                      judged ? Set.of() : Set.of(kind),
                      keyQuestions.values().stream()
                          .filter(one -> one.code().parent().equals(code))
                          .toList()));
        });
    Framework.Scale scale = Sample.yos2018().scale();
    List<CaseType> types =
        kinds.values().stream()
            .filter(kind -> !kind.equals("judged"))
            .distinct()
            .map(kind -> new CaseType(kind, kind))
            .toList();
    return new Framework(
        new Framework.Edition(id, id, "2019", "draft", List.of("a", "b", "c", "d"), List.of(), id),
        new Framework.Scale(types, scale.ratings(), scale.bands(), Optional.empty(), List.of()),
        standards.entrySet().stream()
            .map(entry -> new Group(entry.getKey(), "Group " + entry.getKey(), entry.getValue()))
            .toList());
  }
}
