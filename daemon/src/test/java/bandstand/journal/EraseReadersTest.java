package bandstand.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers beside an erasure. */
class EraseReadersTest {
  private Trial trial;
  private List<Position> frames;

  @BeforeEach
  void writeACase() throws IOException {
    trial = Trial.fresh();
    frames =
        trial.append(Trial.entry("leicester-2019", 1, "C01", "imported")).getFirst().positions();
  }

  @Test
  void readersNeverMeetHalfAnErasure() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Object> wrong = new AtomicReference<>(List.of());
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!done.get()) {
                    for (Position frame : frames) {
                      if (trial.journal.part(frame) instanceof Reading.Unreadable<Part> reading) {
                        wrong.set(reading);
                      }
                    }
                    if (trial.journal.verify() instanceof Verification.Broken broken) {
                      wrong.set(broken);
                    }
                  }
                });
    try {
      for (int i = 0; i < 200; i++) {
        Written written = trial.append(Trial.entry("swindon-2021", 2 + i, "Gwenllian")).getFirst();
        assertEquals(new Erasing.Erased(1), trial.journal.erase(written.positions()));
      }
      trial.journal.erase(frames);
    } finally {
      done.set(true);
    }
    reader.join();
    assertEquals(List.of(), wrong.get());
  }

  @Test
  void anErasureLetsReadersGoOnAfterwards() throws Exception {
    trial.journal.erase(frames);
    AtomicReference<Object> found = new AtomicReference<>("nothing");
    Thread reader =
        Thread.ofVirtual().start(() -> found.set(trial.journal.read(new Position(1, 33))));
    assertTrue(reader.join(Duration.ofSeconds(30)));
    assertInstanceOf(Reading.Unreadable.class, found.get());
  }
}
