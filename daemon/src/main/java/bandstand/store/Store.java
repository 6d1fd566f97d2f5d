package bandstand.store;

import bandstand.framework.Framework;
import bandstand.inspection.Case;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.pcollections.TreePVector;

/**
 * Inspections at rest: a folder of one MapDB file each, and a catalogue of them.
 *
 * <p>One thread writes; any thread reads. Nothing here is the truth: whatever is doubtful or absent
 * is made again from the journal.
 */
public final class Store {
  private static final String CATALOGUE = "catalogue.mapdb";
  private static final String HEAD = "head";
  private static final String CASE = "case/";
  private static final String HISTORY = "history/";
  private static final int HISTORY_LINES = 4096;

  private final Path folder;
  private final BiConsumer<Path, Throwable> doubted;
  private volatile Catalogue catalogue;

  private Store(Path folder, BiConsumer<Path, Throwable> doubted, Catalogue catalogue) {
    this.folder = folder;
    this.doubted = doubted;
    this.catalogue = catalogue;
  }

  /**
   * Opens the folder, which exists; without a sound catalogue it is as good as empty.
   *
   * @param doubted told of every file that cannot be trusted
   */
  public static Store open(Path folder, BiConsumer<Path, Throwable> doubted) {
    Catalogue catalogue = Catalogue.EMPTY;
    var entries = MapFile.read(folder.resolve(CATALOGUE), doubted);
    if (entries.isPresent()) {
      try {
        catalogue = Catalogue.of(entries.get());
      } catch (RuntimeException doubt) {
        doubted.accept(folder.resolve(CATALOGUE), doubt);
      }
    }
    return new Store(folder, doubted, catalogue);
  }

  /** An inspection at rest, without reading its file. */
  public record Item(InspectionId id, long revision, byte[] summary) {}

  public List<Item> items() {
    List<Item> items = new ArrayList<>();
    catalogue
        .items()
        .forEach((id, item) -> items.add(new Item(id, item.revision(), item.summary())));
    return items;
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
      String name = "%s.%d.mapdb".formatted(state.id(), state.revision());
      MapFile.write(folder.resolve(name), entries(filing.resting()));
      items.put(
          state.id(),
          new Catalogue.Item(
              name, state.revision(), state.framework().edition().digest(), filing.summary()));
    }
    Catalogue next = new Catalogue(from, watermark, heads, items);
    MapFile.write(folder.resolve(CATALOGUE), next.entries());
    catalogue = next;
    removeReplaced();
  }

  private static SortedMap<String, byte[]> entries(Resting resting) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    entries.put(HEAD, StateJson.head(resting.state()));
    for (Case file : resting.state().cases().values()) {
      entries.put(CASE + file.reference(), StateJson.file(file));
    }
    var lines = resting.history();
    for (int from = 0; from < lines.size(); from += HISTORY_LINES) {
      var chunk = lines.subList(from, Math.min(lines.size(), from + HISTORY_LINES));
      entries.put(HISTORY + "%012d".formatted(from), Contents.bytes(chunk));
    }
    return entries;
  }

  private void removeReplaced() throws IOException {
    var kept = catalogue.items().values().stream().map(Catalogue.Item::file).toList();
    try (var files = Files.newDirectoryStream(folder, "*.mapdb*")) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (!name.equals(CATALOGUE) && !kept.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static SortedMap<String, byte[]> under(String prefix, SortedMap<String, byte[]> entries) {
    return entries.subMap(prefix, prefix + Character.MAX_VALUE);
  }
}
