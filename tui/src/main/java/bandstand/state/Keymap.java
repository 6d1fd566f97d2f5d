package bandstand.state;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@link Action}s found by key, by word and by command. */
public final class Keymap {
  private static final Map<Where, Map<Key, Action>> BY_KEY = byKey();

  private Keymap() {}

  /** What a key does on a screen; empty when nothing. */
  public static Optional<Action> action(Where where, Key key) {
    return Optional.ofNullable(BY_KEY.getOrDefault(where, Map.of()).get(key));
  }

  /** What the bottom line of a screen names, most important first. */
  public static List<Action> hints(Where where) {
    return Arrays.stream(Action.values())
        .filter(action -> action.where().contains(where) && !action.hint().isEmpty())
        .toList();
  }

  /** A hint in the words of what is selected. */
  public static String hint(State state, Action action) {
    return switch (action) {
      case OPEN, LIST_NO_CASES ->
          Opening.entered(state).map(words -> action.label() + " " + words).orElse(action.hint());
      case FIGURE ->
          state.screen() instanceof Screen.Calculator screen
              ? Calculating.takes(screen.cursor())
              : action.hint();
      default -> action.hint();
    };
  }

  /** The signs found by what was typed: by themselves or by all words typed. */
  public static List<Sign> signs(String typed) {
    String wanted = typed.strip();
    return Arrays.stream(Sign.values())
        .filter(
            sign ->
                List.of(sign.sign().split(" ")).contains(wanted)
                    || List.of(sign.ascii().split(" ")).contains(wanted)
                    || Rows.holds(wanted, "sign " + sign.sign() + " " + sign.says()))
        .toList();
  }

  /**
   * The actions found by what was typed: first those with that key, then those that say just that,
   * then those whose words hold all words typed.
   */
  public static List<Action> search(String typed) {
    String wanted = typed.strip();
    String lower = wanted.toLowerCase(Locale.ROOT);
    List<Predicate<Action>> closeness =
        List.of(
            action -> List.of(action.label().split(" ")).contains(wanted),
            action -> action.says().contains(lower),
            action -> Rows.holds(lower, words(action)));
    Set<Action> found = new LinkedHashSet<>();
    for (Predicate<Action> close : closeness) {
      Arrays.stream(Action.values()).filter(close).forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** Commands whose name starts so, in the order of the table; an exact name alone. */
  public static List<Action> commands(String start) {
    List<Action> found =
        Arrays.stream(Action.values())
            .filter(action -> action.isCommand() && action.command().startsWith(start))
            .toList();
    List<Action> exact = found.stream().filter(action -> action.command().equals(start)).toList();
    return exact.isEmpty() ? found : exact;
  }

  /** The table as the README prints it. */
  public static String markdown() {
    return Arrays.stream(Action.values())
        .map(
            action ->
                "| `" + action.label() + "` | " + action.says() + " | " + places(action) + " |\n")
        .collect(Collectors.joining("", "| keys | what | where |\n|---|---|---|\n", ""));
  }

  /** The screens an action is for, in words. */
  public static String places(Action action) {
    if (action.where().size() == Where.values().length) {
      return "everywhere";
    }
    return action.where().stream().map(Where::title).distinct().collect(Collectors.joining(", "));
  }

  private static String words(Action action) {
    return String.join(" ", action.says(), action.hint(), action.label(), places(action));
  }

  private static Map<Where, Map<Key, Action>> byKey() {
    Map<Where, Map<Key, Action>> all = new EnumMap<>(Where.class);
    for (Action action : Action.values()) {
      for (Where where : action.where()) {
        for (Key key : action.keys()) {
          Action other = all.computeIfAbsent(where, any -> new HashMap<>()).put(key, action);
          if (other != null) {
            throw new IllegalStateException(where + ": " + other + " and " + action);
          }
        }
      }
    }
    return all;
  }
}
