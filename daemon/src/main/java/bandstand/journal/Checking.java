package bandstand.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A check of frames, payloads and chains, for {@link Journal#verify}. */
final class Checking {
  private final Chains chains = new Chains(Mark.BEGINNING.sequence(), Map.of());
  private final List<Long> erased = new ArrayList<>();
  private long entries;
  private long frames;

  private Checking() {}

  /** All frames before {@code end}; the heads known are compared with those found. */
  static Verification everything(Disk disk, Lock erasing, Mark end, Map<String, Head> known) {
    Checking checking = new Checking();
    return walk(disk, erasing, end, checking.chains, checking::count)
        .<Verification>map(Verification.Broken::new)
        .orElseGet(() -> checking.compared(known, end));
  }

  /** All frames of copies that end with a sequence; each whole entry is handed over. */
  static Verification copies(Copies copies, long sequence, Consumer<Kept> each) {
    Mark end;
    try {
      end = copies.end(sequence);
    } catch (IllegalArgumentException impossible) {
      return broken(Mark.BEGINNING, Damage.Fault.VANISHED, "no such files end with " + sequence);
    }
    Checking checking = new Checking();
    Consumer<Kept> counted =
        kept -> {
          checking.count(kept);
          each.accept(kept);
        };
    return walk(new CopyDisk(copies), new ReentrantLock(), end, checking.chains, counted)
        .<Verification>map(Verification.Broken::new)
        .orElseGet(() -> checking.compared(Map.of(), end));
  }

  /** Every whole entry before {@code end}, checked as it is handed over. */
  static Optional<Damage> replay(Disk disk, Lock erasing, Mark end, Consumer<Kept> each) {
    return walk(disk, erasing, end, new Checking().chains, each);
  }

  private static Optional<Damage> walk(
      Disk disk, Lock erasing, Mark end, Chains chains, Consumer<Kept> each) {
    try {
      List<Long> segments = Segment.among(disk.names());
      Walk.Walked walked =
          Walk.run(disk, segments, Mark.BEGINNING, Optional.of(end), chains, erasing, each);
      return walked.damage().or(() -> shortOf(end, walked.end()));
    } catch (IOException e) {
      return Optional.of(Damage.at(Mark.BEGINNING, Damage.Fault.UNREADABLE, e.toString()));
    }
  }

  /** The entries of one stream at the given positions. */
  static Verification stream(
      Lookup lookup, String stream, List<Position> positions, Mark end, Optional<Head> known) {
    Checking checking = new Checking();
    for (Position position : positions) {
      Optional<Damage> damage =
          lookup.frames(position, end, (frame, at) -> checking.frame(stream, frame, at));
      if (damage.isPresent()) {
        return new Verification.Broken(damage.get());
      }
      checking.chains.close();
      checking.entries++;
    }
    Map<String, Head> heads = known.map(head -> Map.of(stream, head)).orElse(Map.of());
    return checking.compared(heads, end);
  }

  private static Optional<Damage> shortOf(Mark end, Mark reached) {
    return reached.equals(end)
        ? Optional.empty()
        : Optional.of(
            Damage.at(reached, Damage.Fault.VANISHED, "the journal went on to " + end.position()));
  }

  private Optional<Damage> frame(String stream, Frame frame, Position position) {
    Optional<Chains.Flaw> flaw =
        frame.stream().equals(stream)
            ? chains.check(frame)
            : Optional.of(new Chains.Flaw(Damage.Fault.ORDER, "a frame of " + frame.stream()));
    frames++;
    if (frame.erased()) {
      erased.add(frame.sequence());
    }
    return flaw.map(one -> one.at(new Mark(position, frame.sequence())));
  }

  private void count(Kept kept) {
    entries++;
    frames += kept.payloads().size();
    for (int i = 0; i < kept.payloads().size(); i++) {
      if (kept.payloads().get(i) instanceof Payload.Erased) {
        erased.add(kept.written().first() + i);
      }
    }
  }

  private Verification compared(Map<String, Head> known, Mark end) {
    for (Map.Entry<String, Head> found : chains.heads().entrySet()) {
      Head head = known.getOrDefault(found.getKey(), found.getValue());
      if (head.sequence() == found.getValue().sequence() && !head.equals(found.getValue())) {
        String detail = "the chain of " + found.getKey() + " does not end as it was known to";
        return broken(end, Damage.Fault.CHAIN, detail);
      }
    }
    return new Verification.Sound(entries, frames, chains.heads(), erased);
  }

  private static Verification broken(Mark place, Damage.Fault fault, String detail) {
    return new Verification.Broken(Damage.at(place, fault, detail));
  }
}
