package bandstand.store;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.wire.BuiltInEditions;
import bandstand.wire.FrameworkFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The editions: those this program brings, and the bytes of every edition an inspection was made
 * with, so that nothing changes under it. Published documents lie in the same folder.
 */
public final class Editions {
  private final Path folder;
  private final BuiltInEditions builtIn;
  private final Documents documents;
  private final Map<String, Framework> byDigest = new ConcurrentHashMap<>();

  /** Over a folder that exists. */
  public Editions(Path folder, BuiltInEditions builtIn) {
    this.folder = folder;
    this.builtIn = builtIn;
    this.documents = new Documents(folder);
  }

  /** The editions an inspection can be made with, in the order they are listed. */
  public Collection<Framework> all() {
    return builtIn.frameworks().values();
  }

  public Optional<Framework> byId(String id) {
    return Optional.ofNullable(builtIn.frameworks().get(id));
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

  /** Keeps the bytes of an edition for good; before the first inspection is made with it. */
  public synchronized void keep(Framework framework) throws IOException {
    Path file = file(framework.edition().digest());
    if (Files.exists(file)) {
      return;
    }
    Durable.replace(file, builtIn.file(framework.id()));
  }

  private @Nullable Framework read(String digest) {
    Path file = file(digest);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return FrameworkFile.read(Files.readAllBytes(file)) instanceof Outcome.Done<Framework> done
              && done.value().edition().digest().equals(digest)
          ? done.value()
          : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Path file(String digest) {
    return folder.resolve(digest + ".json");
  }
}
