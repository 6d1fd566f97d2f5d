package bandstand.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.framework.Fault;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The editions that come with the program, in the order of their list, oldest first. */
public final class BuiltInEditions {
  private static final String FOLDER = "/bandstand/framework/";

  /** Names one edition a line; its file is called after it. */
  private static final String LIST = "editions.txt";

  private final SequencedMap<String, Framework> frameworks;
  private final SequencedMap<String, byte[]> files;

  private BuiltInEditions(
      SequencedMap<String, Framework> frameworks, SequencedMap<String, byte[]> files) {
    this.frameworks = Collections.unmodifiableSequencedMap(frameworks);
    this.files = files;
  }

  /**
   * Read from the class path.
   *
   * @throws IllegalStateException when one is not sound, with every fault of every one: the program
   *     was built wrong
   */
  public static BuiltInEditions load() {
    return load(BuiltInEditions::resource);
  }

  static BuiltInEditions load(Function<String, Optional<byte[]>> resources) {
    SequencedMap<String, Framework> frameworks = new LinkedHashMap<>();
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    List<String> wrong = new ArrayList<>();
    String list = resources.apply(LIST).map(bytes -> new String(bytes, UTF_8)).orElse("");
    for (String id : list.lines().toList()) {
      Optional<byte[]> file = resources.apply(id + ".json");
      if (file.isEmpty()) {
        wrong.add(id + ": there is no such file");
        continue;
      }
      switch (FrameworkFile.read(file.get())) {
        case Outcome.Done<Framework>(Framework framework) -> {
          if (!framework.id().equals(id)) {
            wrong.add(id + ": /id: it calls itself " + framework.id());
          }
          if (frameworks.put(id, framework) != null) {
            wrong.add(id + ": listed twice");
          }
          files.put(id, file.get());
        }
        case Outcome.Refused<Framework>(var problem) -> {
          wrong.add(id + ": " + problem.detail());
          problem.faults().forEach(fault -> wrong.add(id + ": " + shown(fault)));
        }
      }
    }
    if (!wrong.isEmpty() || frameworks.isEmpty()) {
      throw new IllegalStateException(
          "Built-in editions are not sound:\n" + String.join("\n", wrong));
    }
    return new BuiltInEditions(frameworks, files);
  }

  /** By id. */
  public SequencedMap<String, Framework> frameworks() {
    return frameworks;
  }

  /** The data file of a built-in edition, as it was read. */
  public byte[] file(String id) {
    return Optional.ofNullable(files.get(id))
        .orElseThrow(() -> new IllegalArgumentException("not built in: " + id))
        .clone();
  }

  private static String shown(Fault fault) {
    String value = fault.value().map(text -> " (" + text + ")").orElse("");
    return fault.pointer() + ": " + fault.message() + value;
  }

  /** What a file beside them holds, read. */
  static <T> T sound(String name, Function<byte[], Outcome<T>> reading) {
    byte[] file =
        resource(name)
            .orElseThrow(() -> new IllegalStateException(name + ": there is no such file"));
    return switch (reading.apply(file)) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Problem problem) ->
          throw new IllegalStateException(
              problem.faults().stream()
                  .map(BuiltInEditions::shown)
                  .collect(Collectors.joining("\n", name + " is not sound:\n", "")));
    };
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream stream = BuiltInEditions.class.getResourceAsStream(FOLDER + name)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
