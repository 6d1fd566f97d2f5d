package bandstand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used so far.
 *
 * @param ticks of the processor in user and system mode, a hundredth of a second each
 */
record Usage(long ticks) {
  /** Fields of {@code stat} behind the command's name, which may itself hold blanks. */
  private static final int USER_FIELD = 11;

  private static final int KIB_A_MB = 1024;

  static Usage of(long process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new Usage(Long.parseLong(fields[USER_FIELD]) + Long.parseLong(fields[USER_FIELD + 1]));
  }

  /** MiB of a kind of memory, such as {@code VmRSS}, that a process has now. */
  static double memory(long process, String kind) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
            .filter(line -> line.startsWith(kind + ":"))
            .map(line -> line.replaceAll("[^0-9]", ""))
            .mapToLong(Long::parseLong)
            .sum()
        / (double) KIB_A_MB;
  }
}
