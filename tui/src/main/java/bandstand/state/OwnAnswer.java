package bandstand.state;

import bandstand.framework.Code;
import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.Given;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import bandstand.rating.Ratings;
import bandstand.rating.Scorer;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer this client gave last, and what it was given over.
 *
 * @param subject the case; empty for the service itself
 * @param before what the screen showed there until then
 * @param after what was asked for
 * @param fresh no key was pressed since
 */
public record OwnAnswer(
    InspectionId inspection,
    Optional<Reference> subject,
    Code code,
    Wanted before,
    Wanted after,
    boolean fresh) {

  private static final String NOBODY = "nobody";

  OwnAnswer told() {
    return new OwnAnswer(inspection, subject, code, before, after, false);
  }

  /** Whether this is what a write asks for. */
  boolean isBy(Write write) {
    return write instanceof Write.PutAnswer put
        && put.inspection().equals(inspection)
        && put.subject().equals(subject)
        && put.code().equals(code);
  }

  /** Whether it took the place of another answer. */
  public boolean overwrites() {
    return before.answer().isPresent() && !before.answer().equals(after.answer());
  }

  /** Whether it is what stands at its question now, and said something else before. */
  public boolean stands(Opened opened) {
    return opened.id().equals(inspection)
        && subject.map(one -> opened.inspection().file(one).isPresent()).orElse(true)
        && !before.answer().equals(after.answer())
        && Wanted.of(opened.inspection().given(subject, code)).equals(after);
  }

  /** The ratings as they were without it, whatever others have changed since; if it stands. */
  public Optional<Ratings> ratingsBefore(Opened opened) {
    return stands(opened)
        ? Optional.of(Scorer.rate(opened.inspection().after(takenBack(opened))))
        : Optional.empty();
  }

  /** A change that never was, to look at what it would leave. */
  private Recorded takenBack(Opened opened) {
    long revision = opened.revision() + 1;
    Optional<Given> earlier =
        before.nothing()
            ? Optional.empty()
            : Optional.of(
                new Given(
                    before.answer(), before.note(), before.ask(), revision, NOBODY, Instant.EPOCH));
    Optional<Given> given = opened.inspection().given(subject, code);
    Edit edit = new Edit.ToAnswer(subject, code, given, earlier);
    return new Recorded(
        inspection, revision, NOBODY, Instant.EPOCH, Change.of(Change.Kind.UNDO, edit));
  }
}
