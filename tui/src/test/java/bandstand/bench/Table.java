package bandstand.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The figures as they are printed, a line each. */
final class Table {
  private final PrintStream output;
  private final Beside beside;

  private record Row(String figure, String unit, Samples samples, String goal) {}

  private List<Row> waiting = new ArrayList<>();

  Table(PrintStream output, Beside beside) {
    this.output = output;
    this.beside = beside;
    print("figure", "unit", "n", "min", "p50", "p99", "max", "goal", "load fdatasync/s");
  }

  /** Notes a figure of what is being measured; an empty goal is none. */
  void row(String figure, String unit, Samples samples, String goal) {
    waiting.add(new Row(figure, unit, samples, goal));
  }

  /** Prints the figures noted, with what the machine did meanwhile. */
  void flush() {
    String machine = beside.told();
    for (Row row : waiting) {
      Samples samples = row.samples();
      String format = row.unit().equals("ms") || row.unit().equals("MB") ? "%.1f" : "%.0f";
      boolean single = samples.count() == 1;
      print(
          row.figure(),
          row.unit(),
          "" + samples.count(),
          single ? "" : format.formatted(samples.quantile(0)),
          format.formatted(samples.quantile(0.5)),
          single ? "" : format.formatted(samples.quantile(0.99)),
          single ? "" : format.formatted(samples.quantile(1)),
          row.goal(),
          machine);
    }
    waiting = new ArrayList<>();
  }

  private void print(Object... columns) {
    output.println("%-50s %-5s %4s %8s %8s %8s %8s  %-15s %15s".formatted(columns).stripTrailing());
  }
}
