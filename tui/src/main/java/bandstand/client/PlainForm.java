package bandstand.client;

import bandstand.state.Form;
import bandstand.state.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A form asked field by field: a line for each. */
final class PlainForm {
  private static final String LEAVE = ".";
  private static final String EMPTY = "-";

  private PlainForm() {}

  /** {@code reason for no? now: …}. */
  static String prompt(Form form) {
    Form.Field field = form.focused();
    String problem = form.problem().isEmpty() ? "" : form.problem() + ". ";
    String choices = field.isChoice() ? " (" + String.join(", ", field.choices()) + ")" : "";
    String text = field.value().text().replace('\n', ' ');
    String now = text.isEmpty() ? "" : " now: " + text;
    return problem + field.label() + choices + "?" + now;
  }

  /** What else a line may be; said when a form is opened. */
  static String manners() {
    return "nothing keeps what stands, - empties it, . leaves without saving";
  }

  /**
   * The keys that put a line in place of what stands in the field, and go on; empty when it is no
   * choice.
   */
  static Optional<List<Key>> keys(Form form, String line) {
    if (line.equals(LEAVE)) {
      return Optional.of(List.of(Key.Named.ESC));
    }
    if (line.isEmpty()) {
      return Optional.of(List.of(Key.Named.ENTER));
    }
    return form.focused().isChoice()
        ? chosen(form.focused(), line)
        : Optional.of(replaced(form.focused(), line.equals(EMPTY) ? "" : line));
  }

  /** The keys that put a text in place of what stands, whatever it is, and save. */
  static List<Key> replaced(Form.Field field, String text) {
    String before = field.value().text();
    List<Key> keys = new ArrayList<>(List.of(Key.Named.END));
    int characters = before.codePointCount(0, before.length());
    keys.addAll(Collections.nCopies(characters, Key.Named.DELETE));
    keys.addAll(Collections.nCopies(characters, Key.Named.BACKSPACE));
    keys.add(new Key.Paste(text, false));
    keys.add(Key.Named.ENTER);
    return keys;
  }

  private static Optional<List<Key>> chosen(Form.Field field, String line) {
    int wanted = field.choices().indexOf(line);
    if (wanted < 0) {
      return Optional.empty();
    }
    int steps =
        Math.floorMod(
            wanted - field.choices().indexOf(field.value().text()), field.choices().size());
    List<Key> keys = new ArrayList<>(Collections.nCopies(steps, Key.Named.RIGHT));
    keys.add(Key.Named.ENTER);
    return Optional.of(keys);
  }
}
