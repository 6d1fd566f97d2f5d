package bandstand.wire;

import bandstand.framework.Bands;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.KeyQuestion;
import bandstand.framework.OverallTable;
import bandstand.framework.Question;
import bandstand.framework.Rule;
import bandstand.framework.Sha256;
import bandstand.inspection.Answer;
import bandstand.inspection.Given;
import bandstand.inspection.Inspection;
import bandstand.inspection.Reference;
import bandstand.inspection.Standing;
import bandstand.rating.CaseStandings;
import bandstand.rating.GroupRatings;
import bandstand.rating.KeyQuestionRatings;
import bandstand.rating.Ratings;
import bandstand.rating.StandardRatings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Everything that led to one figure, with a digest: the same revision always gives the same bytes.
 *
 * <p>The digest is over the canonical form (members by name, no white space, RFC 8785) without
 * {@code sha256} itself. A receipt names those of the figures beneath it by their digests, so that
 * the overall's vouches for every answer that was counted.
 */
public final class ReceiptJson {
  private static final String ROUNDING = "rounding";

  private final Inspection state;
  private final Ratings ratings;
  private final Framework framework;
  private final RatingRows rows;

  private ReceiptJson(Inspection state, Ratings ratings) {
    this.state = state;
    this.ratings = ratings;
    this.framework = state.framework();
    this.rows = new RatingRows(framework);
  }

  /**
   * Of a key question, a standard, a group that is judged as a whole, or the overall; empty when
   * the edition has no such figure.
   *
   * @param ratings of that state
   */
  public static Optional<byte[]> write(Inspection state, Ratings ratings, Code code) {
    ReceiptJson receipts = new ReceiptJson(state, ratings);
    Optional<ObjectNode> receipt =
        switch (code.depth()) {
          case 0 -> receipts.overall();
          case 1 -> ratings.group(code).map(receipts::group);
          case 2 -> ratings.standard(code).map(receipts::standard);
          case 3 -> ratings.keyQuestion(code).map(receipts::keyQuestion);
          default -> Optional.empty();
        };
    return receipt.map(Json::bytes);
  }

  private Optional<ObjectNode> overall() {
    return framework.scale().overall().map(this::overall);
  }

  private ObjectNode overall(OverallTable table) {
    ObjectNode receipt = head(Code.OVERALL, "overall", "Overall");
    receipt.set("result", rows.overall(ratings.overall()));
    ArrayNode standards = receipt.putArray("standards");
    for (StandardRatings rated : ratings.standards()) {
      ObjectNode row =
          standards
              .addObject()
              .put("code", rated.standard().code().toString())
              .put("title", rated.standard().title())
              .put("counts", rated.standard().counts() && !rated.declaredNotRated());
      rows.rating(row, "final", rated.finalRating());
      row.put("from", from(rated)).put("sha256", digest(standard(rated)));
    }
    long rated =
        ratings.standards().stream()
            .filter(one -> one.standard().counts() && !one.declaredNotRated())
            .count();
    if (rated > 0) {
      receipt.set("table", FrameworkJson.overall(table.forStandards(Math.toIntExact(rated))));
    }
    return sealed(receipt);
  }

  /** Where a standard's final rating comes from. */
  private static String from(StandardRatings rated) {
    if (rated.discretion().isPresent()) {
      return "discretion";
    }
    if (rated.declaredNotRated()) {
      return "declared-not-rated";
    }
    if (rated.finalRating().isEmpty()) {
      return "not-rated-yet";
    }
    return rated.judgement().isPresent() ? "judgement" : "cases";
  }

  private ObjectNode group(GroupRatings rated) {
    ObjectNode receipt =
        head(rated.group().code(), level(rated.group().code()), rated.group().title());
    receipt.set("result", rows.group(rated));
    return sealed(receipt);
  }

  private ObjectNode standard(StandardRatings rated) {
    Code code = rated.standard().code();
    ObjectNode receipt = head(code, level(code), rated.standard().title());
    receipt.set("result", rows.standard(rated));
    receipt.put("from", from(rated));
    ArrayNode questions = receipt.putArray("keyQuestions");
    for (KeyQuestionRatings question : rated.keyQuestions()) {
      ObjectNode row = questions.addObject();
      row.setAll(rows.keyQuestion(question));
      row.put("limiting", rated.limiting().contains(question.keyQuestion().code()));
      row.put("leftOut", question instanceof KeyQuestionRatings.Scored scored && scored.leaves());
      row.put("sha256", digest(keyQuestion(question)));
    }
    bands(receipt);
    return sealed(receipt);
  }

  private ObjectNode keyQuestion(KeyQuestionRatings rated) {
    KeyQuestion asked = rated.keyQuestion();
    Question question = framework.question(asked.code()).orElseThrow();
    ObjectNode receipt = head(asked.code(), level(asked.code()), asked.label());
    receipt.set("result", rows.keyQuestion(rated));
    if (question.asksService()) {
      service(receipt.putArray("service"), asked);
    }
    if (!question.standard().caseTypes().isEmpty()) {
      cases(receipt, CaseStandings.of(state, question));
    }
    bands(receipt);
    StandardRatings standard = ratings.standard(asked.code().parent()).orElseThrow();
    receipt
        .putObject("standard")
        .put("code", standard.standard().code().toString())
        .put("limiting", standard.limiting().contains(asked.code()));
    return sealed(receipt);
  }

  /** What the service's answer was to each prompt; to the question itself where it has none. */
  private void service(ArrayNode answers, KeyQuestion asked) {
    List<Code> codes =
        asked.prompts().isEmpty()
            ? List.of(asked.code())
            : asked.prompts().stream().map(prompt -> prompt.code()).toList();
    for (Code code : codes) {
      Optional<Answer> answer = state.given(Optional.empty(), code).flatMap(Given::answer);
      ObjectNode row = answers.addObject().put("code", code.toString());
      row.put("answer", answer.map(Words::of).orElse(null));
    }
  }

  private static void cases(ObjectNode receipt, CaseStandings standings) {
    ObjectNode counted = receipt.putObject("counted");
    references(counted.putArray("yes"), standings.at(Standing.YES));
    references(counted.putArray("no"), standings.at(Standing.NO));
    ArrayNode leftOut = receipt.putArray("leftOut");
    leftOut(leftOut, "not-applicable", standings.at(Standing.NA));
    leftOut(leftOut, "open", standings.at(Standing.OPEN));
    leftOut(leftOut, "open-leans-yes", standings.at(Standing.LEANS_YES));
    leftOut(leftOut, "open-leans-no", standings.at(Standing.LEANS_NO));
    leftOut(leftOut, "other-type", standings.notAsked());
  }

  private static void leftOut(ArrayNode rows, String why, List<Reference> cases) {
    if (!cases.isEmpty()) {
      references(rows.addObject().put("why", why).putArray("cases"), cases);
    }
  }

  private static void references(ArrayNode list, List<Reference> references) {
    references.stream().map(Reference::text).forEach(list::add);
  }

  private void bands(ObjectNode receipt) {
    Optional<Rule> rule =
        framework.scale().rules().stream().filter(one -> one.name().equals(ROUNDING)).findFirst();
    ObjectNode rounding =
        receipt
            .putObject(ROUNDING)
            .put("formula", "(200*yes + n) / (2*n) in whole numbers, n = yes + no: half up");
    rule.ifPresent(one -> rounding.put("basis", one.basis().word()).put("source", one.source()));
    Optional<Bands> bands = framework.scale().bands();
    bands.ifPresentOrElse(
        one -> receipt.set("bands", FrameworkJson.bands(one)), () -> receipt.putNull("bands"));
  }

  private String level(Code code) {
    return framework.level(code);
  }

  private ObjectNode head(Code code, String level, String title) {
    return Json.object()
        .put("inspection", state.id().text())
        .put("revision", state.revision())
        .put("framework", framework.id())
        .put("frameworkDigest", framework.edition().digest())
        .put("code", code.toString())
        .put("level", level)
        .put("title", title);
  }

  private ObjectNode sealed(ObjectNode receipt) {
    ArrayNode rules = receipt.putArray("rules");
    framework.scale().rules().forEach(rule -> rules.add(FrameworkJson.rule(rule)));
    return receipt.put("sha256", Sha256.hex(Json.canonical(receipt)));
  }

  private static String digest(ObjectNode receipt) {
    return receipt.get("sha256").textValue();
  }
}
