package bandstand.store;

import bandstand.document.PublishedDocument;
import bandstand.framework.CharacteristicsText;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.framework.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Published documents attached to editions: the bytes as they came, a file for each edition and
 * kind. What they say is read when first asked for. They are in no journal and in no digest of
 * anything else.
 */
public final class Documents {
  private static final System.Logger LOG = System.getLogger(Documents.class.getName());

  private final Kind<Wording> wording;
  private final Kind<CharacteristicsText> characteristics;

  /** Over a folder that exists. */
  Documents(Path folder) {
    this.wording = new Kind<>(folder, "wording", PublishedDocument::wording);
    this.characteristics =
        new Kind<>(folder, "characteristics", PublishedDocument::characteristics);
  }

  /** The standards' own wording. */
  public Kind<Wording> wording() {
    return wording;
  }

  /** The characteristics of judged standards. */
  public Kind<CharacteristicsText> characteristics() {
    return characteristics;
  }

  /** The documents of one kind, and how such a document is read. */
  public static final class Kind<T> {
    private final Path folder;
    private final String name;
    private final BiFunction<PublishedDocument, Framework, Outcome<T>> reading;

    /**
     * By the edition's id, which the file is called after, and its digest: editions of one id have
     * one document, and each is read for by its own structure.
     */
    private final Map<String, Map<String, Optional<T>>> read = new HashMap<>();

    private Kind(
        Path folder, String name, BiFunction<PublishedDocument, Framework, Outcome<T>> reading) {
      this.folder = folder;
      this.name = name;
      this.reading = reading;
    }

    /** Empty if none is attached, or if what is attached no longer fits; the log tells that. */
    public synchronized Optional<T> of(Framework framework) {
      return read.computeIfAbsent(framework.id(), _ -> new HashMap<>())
          .computeIfAbsent(framework.edition().digest(), _ -> load(framework));
    }

    /**
     * Attaches a document that fits, in place of an earlier one; on disk when it returns. Nobody
     * waits while it is read. When it throws, either stands: whichever the disk has.
     */
    public Outcome<T> attach(Framework framework, byte[] document) throws IOException {
      Outcome<T> text = read(framework, document);
      if (text instanceof Outcome.Done<T>(T value)) {
        keep(framework, document, value);
      }
      return text;
    }

    private synchronized void keep(Framework framework, byte[] document, T text)
        throws IOException {
      read.remove(framework.id());
      Durable.replace(file(framework), document);
      Map<String, Optional<T>> known = new HashMap<>();
      known.put(framework.edition().digest(), Optional.of(text));
      read.put(framework.id(), known);
    }

    /**
     * Takes it off every edition of this id, if one is attached; gone from the disk when it
     * returns.
     */
    public synchronized void remove(Framework framework) throws IOException {
      read.remove(framework.id());
      Durable.remove(file(framework));
    }

    private Outcome<T> read(Framework framework, byte[] document) {
      return PublishedDocument.of(document).then(one -> reading.apply(one, framework));
    }

    private Optional<T> load(Framework framework) {
      Path file = file(framework);
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      try {
        return switch (read(framework, Files.readAllBytes(file))) {
          case Outcome.Done<T>(T text) -> Optional.of(text);
          case Outcome.Refused<T>(Problem problem) -> unusable(file, problem.detail());
        };
      } catch (IOException unreadable) {
        return unusable(file, unreadable.toString());
      }
    }

    private Optional<T> unusable(Path file, String why) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} is left out, attach it again: {1}",
          file.getFileName(),
          why);
      return Optional.empty();
    }

    private Path file(Framework framework) {
      return folder.resolve(framework.id() + "." + name + ".txt");
    }
  }
}
