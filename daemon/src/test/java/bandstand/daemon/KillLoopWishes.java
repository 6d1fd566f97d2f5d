package bandstand.daemon;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What a {@link KillLoopWriter} asks for: something new each time, by chance. */
final class KillLoopWishes {
  static final String CSV = "text/csv";
  static final List<String> CODES = List.of("2.1.1", "2.1.2", "2.1.3", "2.2.1", "2.3.1");

  private final String name;
  private final List<String> references;
  private final SplittableRandom random;
  private final Map<String, String> standing;
  private final Deque<Wish> undoable;
  private long said;

  /**
   * One request: what its fields are before and after it; empty when absent.
   *
   * @param undo whether it takes back the one before it
   */
  record Wish(
      String method,
      String path,
      String mediaType,
      String body,
      Map<String, String> before,
      Map<String, String> after,
      boolean undo) {}

  /**
   * Of one writer.
   *
   * @param standing what its fields are, as it changes
   * @param undoable its wishes that can be taken back, the newest last, as they change
   */
  KillLoopWishes(
      String name,
      List<String> references,
      SplittableRandom random,
      Map<String, String> standing,
      Deque<Wish> undoable) {
    this.name = name;
    this.references = references;
    this.random = random;
    this.standing = standing;
    this.undoable = undoable;
  }

  Wish any() {
    return switch (random.nextInt(12)) {
      case 0 -> batch();
      case 1 -> load();
      case 2 -> clear();
      case 3 -> undoable.isEmpty() ? answer() : undo();
      default -> answer();
    };
  }

  private String something() {
    said++;
    return name + " says " + said;
  }

  private String anyReference() {
    return references.get(random.nextInt(references.size()));
  }

  private static String anyCode(SplittableRandom random) {
    return CODES.get(random.nextInt(CODES.size()));
  }

  private Wish wish(
      String method, String path, String mediaType, String body, Map<String, String> after) {
    Map<String, String> before = new TreeMap<>();
    after.keySet().forEach(field -> before.put(field, standing.getOrDefault(field, "")));
    return new Wish(method, KillLoop.INSPECTION + path, mediaType, body, before, after, false);
  }

  private Wish answer() {
    String reference = anyReference();
    String code = anyCode(random);
    String note = something();
    return wish(
        "PUT",
        "/cases/%s/answers/%s".formatted(reference, code),
        "application/json",
        "{\"answer\":\"%s\",\"note\":\"%s\"}".formatted(word(), note),
        Map.of(reference + "/" + code, note));
  }

  private String word() {
    return List.of("yes", "no", "na").get(random.nextInt(3));
  }

  /** Something that stands, so that it is a change. */
  private Wish clear() {
    List<String> answers =
        standing.keySet().stream().filter(key -> !key.endsWith(KillLoopWriter.MARK)).toList();
    if (answers.isEmpty()) {
      return answer();
    }
    String field = answers.get(random.nextInt(answers.size()));
    String path = "/cases/" + field.replace("/", "/answers/");
    return wish("DELETE", path, "", "", Map.of(field, ""));
  }

  private Wish batch() {
    Map<String, String> after = new TreeMap<>();
    List<String> rows = new ArrayList<>();
    String code = anyCode(random);
    for (String reference : references) {
      String note = something();
      after.put(reference + "/" + code, note);
      rows.add(
          "{\"case\":\"%s\",\"code\":\"%s\",\"answer\":\"%s\",\"note\":\"%s\"}"
              .formatted(reference, code, word(), note));
    }
    return wish("POST", "/answers", "application/json", "[" + String.join(",", rows) + "]", after);
  }

  Wish load() {
    Map<String, String> after = new TreeMap<>();
    StringBuilder rows = new StringBuilder("reference,type,mark\n");
    for (String reference : references) {
      String mark = something();
      after.put(reference + "/" + KillLoopWriter.MARK, mark);
      rows.append(reference).append(",court,").append(mark).append('\n');
    }
    return wish("POST", "/cases", CSV, rows.toString(), after);
  }

  private Wish undo() {
    Wish last = undoable.getLast();
    return new Wish(
        "POST", KillLoop.INSPECTION + "/undo", "", "", last.after(), last.before(), true);
  }
}
