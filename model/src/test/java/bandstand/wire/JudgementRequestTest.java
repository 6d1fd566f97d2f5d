package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementRequestTest {
  private static Outcome<?> judgement(byte[] body) {
    return JudgementRequest.read(body, SmallEdition.SMALL);
  }

  private static Outcome<?> discretion(byte[] body) {
    return JudgementRequest.readDiscretion(body, SmallEdition.SMALL);
  }

  @Test
  void aJudgementIsARatingOrADeclarationWithAReason() {
    assertEquals(
        new JudgementRequest(Optional.of(Rating.GOOD), "r", false),
        done(JudgementRequest.read(json("{'rating':'good','reason':'r'}"), SmallEdition.SMALL)));
    assertEquals(
        new JudgementRequest(Optional.of(Rating.REQUIRES_IMPROVEMENT), "r", true),
        done(
            JudgementRequest.read(
                json("{'rating':'requires-improvement','reason':'r','status':'agreed'}"),
                SmallEdition.SMALL)));
    assertEquals(
        new JudgementRequest(Optional.empty(), "none", false),
        done(JudgementRequest.read(json("{'notRated':true,'reason':'none'}"), SmallEdition.SMALL)));
    refuses(JudgementRequestTest::judgement, "{}", "/rating required", "/reason required");
    refuses(
        JudgementRequestTest::judgement,
        "{'rating':'Good','reason':'','status':'final'}",
        "/status value",
        "/rating value",
        "/reason blank");
    refuses(
        JudgementRequestTest::judgement,
        "{'notRated':false,'rating':'good','reason':'r'}",
        "/notRated value",
        "/rating contradiction");
    refuses(
        JudgementRequestTest::judgement, "{'notRated':null,'reason':'r'}", "/notRated required");
  }

  @Test
  void discretionIsARatingWithAReasonAndNothingElse() {
    assertEquals(
        new JudgementRequest(Optional.of(Rating.OUTSTANDING), "r", true),
        done(
            JudgementRequest.readDiscretion(
                json("{'rating':'outstanding','reason':'r'}"), SmallEdition.SMALL)));
    refuses(
        JudgementRequestTest::discretion,
        "{'notRated':true,'reason':'r'}",
        "/rating required",
        "/notRated unknown-field");
    refuses(JudgementRequestTest::discretion, "{'rating':null,'reason':'r'}", "/rating required");
  }

  @Test
  void aJudgementWrittenReadsBackTheSame() {
    for (var judgement :
        List.of(
            new JudgementRequest(Optional.of(Rating.GOOD), "r", true),
            new JudgementRequest(Optional.of(Rating.GOOD), "r", false),
            new JudgementRequest(Optional.empty(), "r", false))) {
      assertEquals(
          judgement,
          done(JudgementRequest.read(judgement.json(SmallEdition.SMALL), SmallEdition.SMALL)));
    }
  }

  @Test
  void discretionWrittenReadsBackTheSame() {
    var discretion = new JudgementRequest(Optional.of(Rating.GOOD), "r", true);
    assertEquals(
        discretion,
        done(
            JudgementRequest.readDiscretion(
                discretion.discretionJson(SmallEdition.SMALL), SmallEdition.SMALL)));
  }
}
