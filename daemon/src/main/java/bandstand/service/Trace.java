package bandstand.service;

import java.util.ArrayList;
import java.util.List;

/** Where a fault happened, for the log, without what it says: that may be the text of a case. */
public final class Trace {
  private static final int FRAMES = 30;
  private static final int CAUSES = 5;

  private Trace() {}

  /** Type and frames of a fault and of its causes, a line each. */
  public static String of(Throwable fault) {
    List<String> lines = new ArrayList<>();
    Throwable each = fault;
    for (int cause = 0; each != null && cause < CAUSES; cause++) {
      lines.add((cause == 0 ? "" : "because of ") + each.getClass().getName());
      for (StackTraceElement frame : List.of(each.getStackTrace())) {
        if (lines.size() > FRAMES * (cause + 1)) {
          break;
        }
        lines.add("  at " + frame);
      }
      each = each.getCause();
    }
    return String.join(System.lineSeparator(), lines);
  }
}
