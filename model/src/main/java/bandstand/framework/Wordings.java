package bandstand.framework;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the documents of two editions print, to tell where they print the same.
 *
 * @param from digests of the one edition's texts, by code: {@link Wording#textDigests}; none while
 *     its document is not loaded
 * @param to those of the other's
 */
public record Wordings(Map<Code, String> from, Map<Code, String> to) {
  /** Neither document is loaded. */
  public static final Wordings NONE = new Wordings(Map.of(), Map.of());

  public Wordings {
    from = Map.copyOf(from);
    to = Map.copyOf(to);
  }

  /** Of documents that may be loaded. */
  public static Wordings of(Optional<Wording> from, Optional<Wording> to) {
    return new Wordings(
        from.map(Wording::textDigests).orElse(Map.of()),
        to.map(Wording::textDigests).orElse(Map.of()));
  }

  /** Whether both print the same under these codes; what is not printed is the same as nothing. */
  public boolean same(Code here, Code there) {
    String digest = from.get(here);
    return digest != null && digest.equals(to.get(there));
  }

  /** The one pair among these codes that print the same; empty where either has more such. */
  public Optional<Code> only(Code here, List<Code> allHere, List<Code> allThere) {
    List<Code> there = allThere.stream().filter(code -> same(here, code)).toList();
    boolean alone =
        there.size() == 1
            && allHere.stream().filter(code -> same(code, there.getFirst())).count() == 1;
    return alone ? Optional.of(there.getFirst()) : Optional.empty();
  }
}
