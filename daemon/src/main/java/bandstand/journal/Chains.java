package bandstand.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The hash chains of the streams met in a walk, each frame checked against the one before it. */
final class Chains {
  /** What is wrong with a frame. */
  record Flaw(Damage.Fault fault, String detail) {
    Damage at(Mark place) {
      return Damage.at(place, fault, detail);
    }
  }

  private final Hashes hashes = new Hashes();
  private final long from;
  private final Map<String, Head> known;
  private final Map<String, Head> met = new HashMap<>();
  private final Map<String, Head> open = new HashMap<>();

  /** {@code known} are heads of streams with frames before the sequence {@code from}. */
  Chains(long from, Map<String, Head> known) {
    this.from = from;
    this.known = known;
  }

  /** Checks the next frame; it counts once {@link #close} has been called. */
  Optional<Flaw> check(Frame frame) {
    if (!frame.erased() && !hashes.digest(frame.salt(), frame.payload()).equals(frame.digest())) {
      return Optional.of(new Flaw(Damage.Fault.CONTENT, "the payload is not what was recorded"));
    }
    if (!follows(frame)) {
      return Optional.of(
          new Flaw(
              Damage.Fault.CHAIN, "the link does not follow from the chain of " + frame.stream()));
    }
    open.put(frame.stream(), new Head(frame.sequence(), frame.link()));
    return Optional.empty();
  }

  /** The frames checked since the last call make up a whole entry. */
  void close() {
    met.putAll(open);
    open.clear();
  }

  /** The heads of the streams met, and of the known ones that have no frame from the start on. */
  Map<String, Head> heads() {
    Map<String, Head> heads = new HashMap<>(known);
    heads.values().removeIf(head -> head.sequence() >= from);
    heads.putAll(met);
    return heads;
  }

  private boolean follows(Frame frame) {
    Optional<Head> before =
        Optional.ofNullable(open.get(frame.stream()))
            .or(() -> Optional.ofNullable(met.get(frame.stream())));
    Optional<Head> given = Optional.ofNullable(known.get(frame.stream()));
    boolean meetsGiven =
        given
            .map(head -> head.sequence() != frame.sequence() || head.link().equals(frame.link()))
            .orElse(true);
    return meetsGiven && followsFrom(before, given, frame);
  }

  private boolean followsFrom(Optional<Head> before, Optional<Head> given, Frame frame) {
    long knownUpTo = given.map(Head::sequence).orElse(0L);
    boolean first = before.isEmpty();
    if (first && frame.sequence() <= knownUpTo) {
      return true;
    }
    long reached = before.map(Head::sequence).orElse(from - 1);
    if (reached < knownUpTo && frame.sequence() > knownUpTo) {
      return false;
    }
    Link previous = before.or(() -> given).map(Head::link).orElse(Link.NONE);
    return hashes.link(previous, frame).equals(frame.link());
  }
}
