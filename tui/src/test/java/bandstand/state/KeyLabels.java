package bandstand.state;

/** Keys by the labels that the help shows. */
final class KeyLabels {
  private KeyLabels() {}

  static Key key(String label) {
    if (label.codePointCount(0, label.length()) == 1) {
      return new Key.Char(label.codePointAt(0));
    }
    if (label.startsWith("Ctrl-")) {
      return new Key.Control(label.charAt(5));
    }
    for (Key.Named named : Key.Named.values()) {
      if (Action.label(named).equals(label)) {
        return named;
      }
    }
    throw new IllegalArgumentException("no key " + label);
  }
}
