package bandstand.store;

import bandstand.framework.Framework;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.journal.Head;
import bandstand.journal.Mark;
import bandstand.journal.Start;
import bandstand.wire.StateJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.TreePVector;

/**
 * Inspections at rest: a folder of one MapDB file each, and a catalogue of them.
 *
 * <p>One thread writes; any thread reads. Nothing here is the truth: whatever is doubtful or absent
 * is made again from the journal.
 */
public final class Store {
  /** Followed by its number; no inspection's file is called so, since a revision follows an id. */
  private static final String CATALOGUE = "catalogue.g";

  private static final Pattern CATALOGUE_NAME =
      Pattern.compile(Pattern.quote(CATALOGUE) + "([0-9]{1,18})\\.[0-9a-f]{8}\\.mapdb");
  private static final String HEAD = "head";
  private static final String CASE = "case/";
  private static final String HISTORY = "history/";
  private static final int HISTORY_LINES = 4096;

  private final Path folder;
  private final BiConsumer<Path, Throwable> doubted;
  private volatile Catalogue catalogue;
  private long generation;

  private Store(
      Path folder, BiConsumer<Path, Throwable> doubted, Catalogue catalogue, long generation) {
    this.folder = folder;
    this.doubted = doubted;
    this.catalogue = catalogue;
    this.generation = generation;
  }

  /**
   * Opens the folder, which exists; without a sound catalogue it is as good as empty.
   *
   * @param doubted told of every file that cannot be trusted
   */
  public static Store open(Path folder, BiConsumer<Path, Throwable> doubted) throws IOException {
    Optional<Path> newest;
    try (Stream<Path> files = Files.list(folder)) {
      newest =
          files
              .filter(file -> generation(file) > 0)
              .max(Comparator.comparingLong(Store::generation));
    }
    return new Store(
        folder,
        doubted,
        newest.flatMap(file -> catalogue(file, doubted)).orElse(Catalogue.EMPTY),
        newest.map(Store::generation).orElse(0L));
  }

  /**
   * Removes the files that a sound catalogue does not name, which a crash may have left: what was
   * erased may stand in one. For the one process that the folder belongs to.
   */
  public void removeStrays() throws IOException {
    if (!catalogue.items().isEmpty()) {
      discardUnnamed();
    }
  }

  private static Optional<Catalogue> catalogue(Path file, BiConsumer<Path, Throwable> doubted) {
    try {
      return MapFile.read(file, doubted).map(Catalogue::of);
    } catch (RuntimeException doubt) {
      doubted.accept(file, doubt);
      return Optional.empty();
    }
  }

  /** The number of a catalogue; 0 of any other file. */
  private static long generation(Path file) {
    Matcher name = CATALOGUE_NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  /** What is at rest, without reading the files. */
  public SortedMap<InspectionId, Outline> outlines() {
    SortedMap<InspectionId, Outline> outlines = new TreeMap<>();
    catalogue.items().forEach((id, item) -> outlines.put(id, item.outline()));
    return outlines;
  }

  /** From where the journal is to be replayed. */
  public Start start() {
    return new Start(catalogue.from(), catalogue.heads(), catalogue.watermark());
  }

  /** Forgets what is at rest: the journal is replayed from its first frame. */
  public void distrust() {
    catalogue = new Catalogue(Mark.BEGINNING, catalogue.watermark(), Map.of(), new TreeMap<>());
  }

  /**
   * An inspection from its file.
   *
   * @param edition finds an edition by its digest
   */
  public Optional<Resting> read(InspectionId id, Function<String, Optional<Framework>> edition) {
    Catalogue.Item item = catalogue.items().get(id);
    if (item == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(item.file());
    try {
      return MapFile.read(file, doubted)
          .map(entries -> resting(id, entries, edition.apply(item.framework()).orElseThrow()));
    } catch (RuntimeException doubt) {
      doubted.accept(file, doubt);
      return Optional.empty();
    }
  }

  private static Resting resting(
      InspectionId id, SortedMap<String, byte[]> entries, Framework framework) {
    byte[] head = Optional.ofNullable(entries.get(HEAD)).orElseThrow();
    Inspection state = StateJson.read(id, framework, head, under(CASE, entries).values());
    List<Noted> lines = new ArrayList<>();
    under(HISTORY, entries).values().forEach(chunk -> lines.addAll(Contents.lines(chunk)));
    return new Resting(state, TreePVector.from(lines));
  }

  /** What is to be put at rest. */
  public record Filing(Resting resting, byte[] summary) {}

  /**
   * Puts inspections at rest, all of them or none.
   *
   * @param from with these at rest, where the journal's replay begins
   * @param watermark the highest sequence recorded
   */
  public void file(List<Filing> filings, Mark from, long watermark, Map<String, Head> heads)
      throws IOException {
    SortedMap<InspectionId, Catalogue.Item> items = new TreeMap<>(catalogue.items());
    for (Filing filing : filings) {
      Inspection state = filing.resting().state();
      String stem = state.id() + "." + state.revision();
      String name = MapFile.write(folder, stem, entries(filing.resting()));
      Outline outline = new Outline(state.revision(), state.deleted(), filing.summary());
      items.put(
          state.id(), new Catalogue.Item(name, state.framework().edition().digest(), outline));
    }
    long highest = Math.max(watermark, catalogue.watermark());
    Catalogue next = new Catalogue(from, highest, heads, items);
    generation++;
    MapFile.write(folder, CATALOGUE + generation, next.entries().entrySet());
    catalogue = next;
    discardUnnamed();
  }

  /** Each made when it is asked for, by ascending name. */
  private static Iterable<Map.Entry<String, byte[]>> entries(Resting resting) {
    return () ->
        Stream.concat(
                cases(resting.state()),
                Stream.concat(head(resting.state()), history(resting.history())))
            .iterator();
  }

  private static Stream<Map.Entry<String, byte[]>> cases(Inspection state) {
    return state.cases().values().stream()
        .map(file -> Map.entry(CASE + file.reference(), StateJson.file(file)));
  }

  private static Stream<Map.Entry<String, byte[]>> head(Inspection state) {
    return Stream.of(state).map(one -> Map.entry(HEAD, StateJson.head(one)));
  }

  private static Stream<Map.Entry<String, byte[]>> history(List<Noted> lines) {
    return IntStream.iterate(0, from -> from < lines.size(), from -> from + HISTORY_LINES)
        .mapToObj(
            from ->
                Map.entry(
                    HISTORY + "%012d".formatted(from),
                    Contents.bytes(
                        lines.subList(from, Math.min(lines.size(), from + HISTORY_LINES)))));
  }

  /**
   * Removes the file of one inspection, which holds what it should not: whoever wants it makes it
   * again from the journal.
   */
  public void discard(InspectionId id) throws IOException {
    Catalogue.Item item = catalogue.items().get(id);
    if (item != null) {
      Durable.remove(folder.resolve(item.file()));
    }
  }

  /**
   * Removes every file that the catalogue does not name, which after {@link #distrust} is all but
   * the catalogue's own; gone from the disk when it returns.
   */
  public void discardUnnamed() throws IOException {
    boolean removed = false;
    Set<String> kept =
        catalogue.items().values().stream().map(Catalogue.Item::file).collect(Collectors.toSet());
    try (var files = Files.newDirectoryStream(folder, "*" + MapFile.SUFFIX + "*")) {
      for (Path file : files) {
        boolean newest = generation(file) == generation;
        if (!newest && !kept.contains(String.valueOf(file.getFileName()))) {
          removed |= Files.deleteIfExists(file);
        }
      }
    }
    if (removed) {
      Durable.forceFolderOf(folder.resolve(CATALOGUE));
    }
  }

  private static SortedMap<String, byte[]> under(String prefix, SortedMap<String, byte[]> entries) {
    return entries.subMap(prefix, prefix + Character.MAX_VALUE);
  }
}
