package bandstand.framework;

import java.util.List;

/** A domain (2014: theme). */
public record Group(Code code, String title, List<Standard> standards) {
  public Group {
    standards = List.copyOf(standards);
  }
}
