package bandstand.store;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import bandstand.framework.Fault;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.BackupJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What reading a backup comes to. */
final class Read {
  private Read() {}

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.problem());
    };
  }

  /** Opened and verified. */
  static Outcome<BackupJson.Verified> whole(Path file) throws IOException {
    return switch (BackupFile.open(file)) {
      case Outcome.Refused<BackupFile>(Problem problem) -> Outcome.refused(problem);
      case Outcome.Done<BackupFile>(BackupFile backup) -> {
        try (backup) {
          yield backup.verify();
        }
      }
    };
  }

  /** All that is wrong, in words. */
  static String faults(Path file) throws IOException {
    Problem problem = assertInstanceOf(Outcome.Refused.class, whole(file)).problem();
    List<String> lines =
        Stream.concat(Stream.of(problem.detail()), problem.faults().stream().map(Fault::message))
            .toList();
    return String.join("\n", lines);
  }
}
