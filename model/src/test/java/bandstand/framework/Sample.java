package bandstand.framework;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A little edition put together by a test: as much structure as one rule needs.
 *
 * <p>Key questions are given by their numbers of prompts: {@code 0, 3} are two, the second with
 * three prompts.
 */
public final class Sample {
  public static final Bands BANDS = new Bands(Bands.Reading.ROUNDED, List.of(0, 50, 65, 80));

  private static final List<RatingWord> WORDS =
      List.of(
          new RatingWord("inadequate", "Inadequate", "Inad", "I"),
          new RatingWord("requires-improvement", "Requires improvement", "ReqImp", "R"),
          new RatingWord("good", "Good", "Good", "G"),
          new RatingWord("outstanding", "Outstanding", "Outst", "O"));

  private final List<Standard> standards = new ArrayList<>();
  private Optional<Bands> bands = Optional.of(BANDS);
  private boolean overall = true;

  private Sample() {}

  public static Sample edition() {
    return new Sample();
  }

  /** The structure of 004 Annex 2: twelve standards, 37 key questions, no prompts. */
  public static Framework yos2018() {
    Sample sample = edition();
    sample.judged("1.1", 0, 0, 0).judged("1.2", 0, 0, 0, 0);
    sample.judged("1.3", 0, 0, 0).judged("1.4", 0, 0, 0, 0);
    for (String code : List.of("2.1", "2.2", "2.3", "2.4")) {
      sample.cases(code, "court", 0, 0, 0);
    }
    for (String code : List.of("3.1", "3.2", "3.3")) {
      sample.cases(code, "out-of-court", 0, 0, 0);
    }
    return sample.cases("3.4", "out-of-court", 0, 0).framework();
  }

  public Sample cases(String code, String caseType, int... prompts) {
    return with(code, Standard.Kind.CASES, true, Set.of(caseType), prompts);
  }

  public Sample judged(String code, int... prompts) {
    return with(code, Standard.Kind.JUDGED, true, Set.of(), prompts);
  }

  /** Judged, and asked of cases too, as 2.4 of 2023 is. */
  public Sample triangulated(String code, String caseType, int... prompts) {
    return with(code, Standard.Kind.JUDGED, true, Set.of(caseType), prompts);
  }

  /** Judged, and no part of the overall, as 4.1 of 2021 is. */
  public Sample judgedBesideTheOverall(String code, int... prompts) {
    return with(code, Standard.Kind.JUDGED, false, Set.of(), prompts);
  }

  public Sample read(Bands.Reading reading) {
    bands = Optional.of(new Bands(reading, BANDS.from()));
    return this;
  }

  /** Percentages alone, and no overall, as in 2014. */
  public Sample withoutBands() {
    bands = Optional.empty();
    overall = false;
    return this;
  }

  public Framework framework() {
    var groups = new TreeMap<Code, List<Standard>>();
    for (Standard standard : standards) {
      groups.computeIfAbsent(standard.code().parent(), code -> new ArrayList<>()).add(standard);
    }
    return new Framework(
        new Framework.Edition(
            "sample",
            "A sample",
            "2019",
            "draft",
            List.of("domain", "standard", "key question", "prompt"),
            List.of(),
            "00"),
        new Framework.Scale(
            List.of(
                new CaseType("court", "Court disposal"),
                new CaseType("out-of-court", "Out-of-court disposal")),
            WORDS,
            bands,
            overall ? Optional.of(table()) : Optional.empty(),
            List.of()),
        groups.entrySet().stream()
            .map(entry -> new Group(entry.getKey(), "Domain", entry.getValue()))
            .toList());
  }

  private OverallTable table() {
    int n = Math.toIntExact(standards.stream().filter(Standard::counts).count());
    return n == 12
        ? new OverallTable(12, List.of(6, 18, 30, 36), Basis.PUBLISHED)
        : new OverallTable(n, List.of(n / 2, 3 * n / 2, 5 * n / 2, 3 * n), Basis.UNCONFIRMED);
  }

  private Sample with(
      String code, Standard.Kind kind, boolean counts, Set<String> caseTypes, int[] prompts) {
    Code standard = Code.of(code);
    var keyQuestions =
        IntStream.rangeClosed(1, prompts.length)
            .mapToObj(number -> keyQuestion(standard.child(number), prompts[number - 1]))
            .toList();
    standards.add(
        new Standard(standard, "Standard " + code, kind, counts, caseTypes, keyQuestions));
    return this;
  }

  private static KeyQuestion keyQuestion(Code code, int prompts) {
    return new KeyQuestion(
        code,
        "Key question " + code,
        IntStream.rangeClosed(1, prompts)
            .mapToObj(ordinal -> new Prompt(code.child(ordinal), letter(ordinal), "Prompt"))
            .toList());
  }

  private static String letter(int ordinal) {
    return String.valueOf(Character.toChars('a' + ordinal - 1));
  }

  /** The words between spaces, as codes. */
  public static List<Code> codes(String text) {
    return Arrays.stream(text.split(" ")).map(Code::of).toList();
  }
}
