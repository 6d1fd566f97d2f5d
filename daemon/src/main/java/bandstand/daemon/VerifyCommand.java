package bandstand.daemon;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.store.BackupFile;
import bandstand.wire.BackupJson;
import bandstand.wire.BackupManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand daemon verify}: reads a backup whole. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Reads every byte of a backup and checks every digest, frame and chain.")
final class VerifyCommand implements Callable<Integer> {
  /** Enough of a link to tell one from another. */
  private static final int LINK_CHARACTERS = 16;

  @Parameters(paramLabel = "FILE", description = "As bandstand backup wrote it.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print what it came to as JSON, in one line.")
  private boolean json;

  @Override
  public Integer call() {
    try {
      return switch (BackupFile.open(file)) {
        case Outcome.Refused<BackupFile>(Problem problem) -> refused(file, problem);
        case Outcome.Done<BackupFile>(BackupFile opened) -> verified(opened);
      };
    } catch (IOException unreadable) {
      return Main.refused(ExitCode.FAILED, Started.reason(unreadable));
    }
  }

  private int verified(BackupFile opened) throws IOException {
    try (opened) {
      return switch (opened.verify()) {
        case Outcome.Refused<BackupJson.Verified>(Problem problem) -> refused(file, problem);
        case Outcome.Done<BackupJson.Verified>(BackupJson.Verified sound) -> {
          if (json) {
            System.out.println(new String(BackupJson.verified(sound), StandardCharsets.UTF_8));
          } else {
            tell(opened.manifest(), sound);
          }
          yield ExitCode.DONE.code();
        }
      };
    }
  }

  private void tell(BackupManifest manifest, BackupJson.Verified sound) {
    for (BackupManifest.Chain chain : manifest.inspections()) {
      System.out.printf(
          "%s  revision %d  chain %s%n",
          chain.id(), chain.revision(), chain.head().substring(0, LINK_CHARACTERS));
    }
    System.out.printf(
        "%s is sound: %s in %s, up to change %d; made %s by %s with version %s%n",
        file,
        counted(sound.inspections(), "inspection"),
        counted(manifest.entries().size(), "file"),
        manifest.sequence(),
        manifest.madeAt(),
        manifest.by(),
        manifest.version());
  }

  static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** Every fault on a line of its own. */
  static int refused(Path file, Problem problem) {
    if (problem.faults().size() < 2) {
      return Main.refused(ExitCode.BAD_INPUT, harmless(problem.detail()));
    }
    problem.faults().forEach(fault -> System.err.println("  " + harmless(fault.message())));
    return Main.refused(
        ExitCode.BAD_INPUT,
        "%s is not sound: %d faults; make another backup".formatted(file, problem.faultCount()));
  }

  /** A name out of a file that somebody made cannot steer the terminal. */
  private static String harmless(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
