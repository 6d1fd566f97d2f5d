package bandstand.store;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.FrameworkFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The editions: those this program brings, those a lead added, and the bytes of every edition an
 * inspection was made with, so that nothing changes under it.
 *
 * <p>The folder holds the last by digest, and in {@code added} the second by id. Published
 * documents lie there too.
 */
public final class Editions {
  /** A list to choose from; each is held in memory, up to a megabyte of file. */
  public static final int MOST_ADDED = 100;

  private static final String ADDED = "added";
  private static final String SUFFIX = ".json";
  private static final String DIGEST = "[0-9a-f]{64}";

  private final Path folder;
  private final BuiltInEditions builtIn;
  private final Documents documents;
  private final Map<String, Framework> byDigest = new ConcurrentHashMap<>();

  /** By id; replaced whole, so that readers need no lock. */
  private volatile SortedMap<String, Added> added = new TreeMap<>();

  /** An added edition with its file. */
  private record Added(Framework framework, byte[] file) {}

  private Editions(Path folder, BuiltInEditions builtIn) {
    this.folder = folder;
    this.builtIn = builtIn;
    this.documents = new Documents(folder);
  }

  /**
   * Over a folder that exists.
   *
   * @param doubted told of every added file that is left out, with the reason
   */
  public static Editions open(
      Path folder, BuiltInEditions builtIn, BiConsumer<Path, String> doubted) throws IOException {
    Editions editions = new Editions(folder, builtIn);
    Path place = folder.resolve(ADDED);
    if (!Files.isDirectory(place)) {
      return editions;
    }
    SortedMap<String, Added> sound = new TreeMap<>();
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.filter(one -> name(one).endsWith(SUFFIX)).sorted().toList()) {
        switch (editions.added(file)) {
          case Outcome.Done<Added>(Added one) -> sound.put(one.framework().id(), one);
          case Outcome.Refused<Added>(Problem problem) -> doubted.accept(file, reason(problem));
        }
      }
    }
    editions.added = sound;
    return editions;
  }

  private static String reason(Problem problem) {
    return problem.faults().stream()
        .findFirst()
        .map(fault -> "line " + fault.line() + ": " + fault.pointer() + ": " + fault.message())
        .orElse(problem.detail());
  }

  private Outcome<Added> added(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      return Outcome.refused(Problem.Kind.UNAVAILABLE, "it cannot be read: " + unreadable);
    }
    return FrameworkFile.read(bytes)
        .then(
            framework ->
                !name(file).equals(framework.id() + SUFFIX)
                    ? Outcome.refused(
                        Problem.Kind.CONFLICT, "it is of another edition: " + framework.id())
                    : isBuiltIn(framework.id())
                        ? Outcome.refused(
                            Problem.Kind.CONFLICT, "an edition of that id is built in now")
                        : Outcome.done(new Added(framework, bytes)));
  }

  /** The editions an inspection can be made with: the built-in ones, then those added, by id. */
  public Collection<Framework> all() {
    List<Framework> all = new ArrayList<>(builtIn.frameworks().values());
    added.values().forEach(one -> all.add(one.framework()));
    return all;
  }

  public boolean isBuiltIn(String id) {
    return builtIn.frameworks().containsKey(id);
  }

  public Optional<Framework> byId(String id) {
    return Optional.ofNullable(builtIn.frameworks().get(id))
        .or(() -> Optional.ofNullable(added.get(id)).map(Added::framework));
  }

  /**
   * By its id, or by its digest: one that an inspection was made with has that still when another
   * has its id.
   */
  public Optional<Framework> named(String idOrDigest) {
    return byId(idOrDigest)
        .or(() -> idOrDigest.matches(DIGEST) ? byDigest(idOrDigest) : Optional.empty());
  }

  /** The data file of one that {@link #byId} finds, byte for byte. */
  public Optional<byte[]> file(String id) {
    return isBuiltIn(id)
        ? Optional.of(builtIn.file(id))
        : Optional.ofNullable(added.get(id)).map(one -> one.file().clone());
  }

  /** What the published documents say about them. */
  public Documents documents() {
    return documents;
  }

  /** One that an inspection was made with. */
  public Optional<Framework> byDigest(String digest) {
    Optional<Framework> known =
        all().stream().filter(one -> one.edition().digest().equals(digest)).findFirst();
    return known.or(() -> Optional.ofNullable(byDigest.computeIfAbsent(digest, this::read)));
  }

  /** What became of an edition that was to be added. */
  public enum Adding {
    ADDED,
    REPLACED,
    UNCHANGED,
    /** An edition of that id comes with the program; nothing is changed. */
    BUILT_IN,
    /** There are {@link #MOST_ADDED} others; nothing is changed. */
    TOO_MANY
  }

  /**
   * Adds an edition, in place of an added one of the same id; on disk when it returns. When it
   * throws, either stands: whichever the disk has.
   *
   * @param file the bytes the edition was read from
   */
  public synchronized Adding add(Framework framework, byte[] file) throws IOException {
    String id = framework.id();
    if (isBuiltIn(id)) {
      return Adding.BUILT_IN;
    }
    Added before = added.get(id);
    if (before == null && added.size() >= MOST_ADDED) {
      return Adding.TOO_MANY;
    }
    if (before != null && digest(before.framework()).equals(digest(framework))) {
      return Adding.UNCHANGED;
    }
    try {
      Durable.folder(folder.resolve(ADDED));
      Durable.replace(place(id), file);
    } catch (IOException failed) {
      readAgain(id);
      throw failed;
    }
    SortedMap<String, Added> next = new TreeMap<>(added);
    next.put(id, new Added(framework, file.clone()));
    added = next;
    return before == null ? Adding.ADDED : Adding.REPLACED;
  }

  /**
   * Takes an added edition off the list, and its documents with it; inspections made with it keep
   * it. When it throws, what the disk has still stands.
   *
   * @return false when none of that id was added
   */
  public synchronized boolean remove(String id) throws IOException {
    Added before = added.get(id);
    if (before == null) {
      return false;
    }
    documents.wording().remove(before.framework());
    documents.characteristics().remove(before.framework());
    try {
      Durable.remove(place(id));
    } catch (IOException failed) {
      readAgain(id);
      throw failed;
    }
    SortedMap<String, Added> next = new TreeMap<>(added);
    next.remove(id);
    added = next;
    return true;
  }

  /**
   * After a failure the file may be the old one, the new one, or gone; what cannot be told stays.
   */
  private void readAgain(String id) {
    SortedMap<String, Added> next = new TreeMap<>(added);
    if (Files.isDirectory(folder.resolve(ADDED)) && Files.notExists(place(id))) {
      next.remove(id);
    } else if (added(place(id)) instanceof Outcome.Done<Added>(Added one)) {
      next.put(id, one);
    }
    added = next;
  }

  /**
   * Keeps the bytes of an edition for good; before the first inspection is made with it.
   *
   * @return false when it was replaced or removed since it was found: its bytes are not at hand
   */
  public synchronized boolean keep(Framework framework) throws IOException {
    String digest = digest(framework);
    Path file = kept(digest);
    if (Files.exists(file)) {
      return true;
    }
    if (byId(framework.id()).filter(now -> digest(now).equals(digest)).isEmpty()) {
      return false;
    }
    Durable.replace(file, file(framework.id()).orElseThrow());
    return true;
  }

  private @Nullable Framework read(String digest) {
    Path file = kept(digest);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return FrameworkFile.read(Files.readAllBytes(file)) instanceof Outcome.Done<Framework> done
              && digest(done.value()).equals(digest)
          ? done.value()
          : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String digest(Framework framework) {
    return framework.edition().digest();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Path kept(String digest) {
    return folder.resolve(digest + SUFFIX);
  }

  private Path place(String id) {
    return folder.resolve(ADDED).resolve(id + SUFFIX);
  }
}
