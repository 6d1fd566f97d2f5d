package bandstand.wire;

import static bandstand.wire.Reads.done;
import static bandstand.wire.Reads.json;
import static bandstand.wire.Reads.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.framework.Code;
import bandstand.framework.Outcome;
import bandstand.framework.Rating;
import bandstand.inspection.Answer;
import bandstand.inspection.Reference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppositionTest {
  private static Outcome<?> whatIf(byte[] body) {
    return Supposition.read(body, SmallEdition.SMALL);
  }

  @Test
  void aWhatIfTakesAnswersAndRatingsAndTheirAbsence() {
    assertEquals(
        List.of(
            new Supposition.OfAnswer(
                Optional.of(new Reference("C01")), Code.of("2.1.1"), Optional.of(Answer.NO)),
            new Supposition.OfAnswer(Optional.empty(), Code.of("1.1.1.1"), Optional.empty()),
            new Supposition.OfRating(Code.of("1.1"), Optional.of(Rating.INADEQUATE)),
            new Supposition.OfRating(Code.of("1.1"), Optional.empty())),
        done(
            Supposition.read(
                json(
                    "{'changes':[{'case':'C01','code':'2.1.1','answer':'no'},"
                        + "{'code':'1.1.1.1','answer':null},"
                        + "{'standard':'1.1','rating':'inadequate'},"
                        + "{'standard':'1.1','rating':null}]}"),
                SmallEdition.SMALL)));
    refuses(SuppositionTest::whatIf, "{}", "/changes required");
    refuses(SuppositionTest::whatIf, "{'changes':{}}", "/changes type");
    refuses(
        SuppositionTest::whatIf,
        "{'changes':[{'code':'2.1.1'},{'standard':'1.1','rating':'great','code':'1.1'}]}",
        "/changes/0/answer required",
        "/changes/1/rating value",
        "/changes/1/code unknown-field");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    List<Supposition> suppositions =
        List.of(
            new Supposition.OfAnswer(
                Optional.of(new Reference("C1")), Code.of("2.1.1"), Optional.empty()),
            new Supposition.OfRating(Code.of("1.1"), Optional.of(Rating.GOOD)));
    assertEquals(
        suppositions,
        done(
            Supposition.read(
                Supposition.json(suppositions, SmallEdition.SMALL), SmallEdition.SMALL)));
  }
}
