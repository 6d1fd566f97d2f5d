package bandstand.http;

import bandstand.framework.CaseType;
import bandstand.framework.Framework;
import bandstand.framework.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A file of cases drawn from a seed, sound or broken in one of many ways.
 *
 * @param query how it is to be imported, without {@code dryRun}
 */
record RandomFile(String mediaType, String query, String body) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final List<String> WORDS =
      List.of("yes", "no", "na", "Y", "N", "n/a", "1", "0", "");
  private static final List<String> ODD_WORDS = List.of("maybe", "true", "2", "\"", "-");

  /** What is drawn of one case: its facts, its attributes and its answers by code. */
  private record Drawn(
      String reference, String type, Map<String, String> attributes, Map<String, String> answers) {}

  /** Any file, and any way to import it. */
  static RandomFile any(Random random, Framework framework) {
    List<String> query = new ArrayList<>();
    if (random.nextBoolean()) {
      query.add("mode=" + (random.nextBoolean() ? "partial" : "atomic"));
    }
    if (random.nextBoolean()) {
      query.add("overwrite=" + random.nextBoolean());
    }
    if (random.nextInt(4) == 0) {
      query.add("allow-identifying=a%20test");
    }
    int oddity = random.nextBoolean() ? 0 : 1 + random.nextInt(6);
    return file(random, framework, String.join("&", query), oddity);
  }

  /** One without a fault. */
  static RandomFile sound(Random random, Framework framework) {
    return file(random, framework, "", 0);
  }

  /** The oddity is how often, of thirty times, something is wrong. */
  private static RandomFile file(Random random, Framework framework, String query, int oddity) {
    List<String> columns = columns(random, framework, oddity);
    List<Drawn> cases = new ArrayList<>();
    int count = 1 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      String reference =
          oddity == 0 || random.nextInt(12) > 0 ? "C" + i : "C" + random.nextInt(count);
      cases.add(drawn(random, framework, columns, reference, oddity));
    }
    return switch (random.nextInt(4)) {
      case 0 -> new RandomFile("application/x-ndjson", query, lines(random, cases, "\n"));
      case 1 ->
          new RandomFile(
              RunningApi.JSON, query, "[" + lines(random, cases, ",").replaceAll(",$", "") + "]");
      case 2 -> new RandomFile(RunningApi.JSON, query, json(cases.getFirst()));
      default -> new RandomFile("text/csv", query, csv(random, columns, cases, oddity));
    };
  }

  private static List<String> columns(Random random, Framework framework, int oddity) {
    List<String> codes =
        framework.questions().stream()
            .filter(question -> !question.standard().caseTypes().isEmpty())
            .map(question -> question.code().toString())
            .toList();
    List<String> columns = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      String code = codes.get(random.nextInt(Math.min(codes.size(), 40)));
      if (!columns.contains(code) || odd(random, oddity)) {
        columns.add(code);
      }
    }
    if (odd(random, oddity)) {
      columns.add(List.of("9.9.9", "1.1", "surname", "2.1", "type").get(random.nextInt(5)));
    }
    columns.add("gender");
    return columns;
  }

  private static Drawn drawn(
      Random random, Framework framework, List<String> columns, String reference, int oddity) {
    List<String> types = framework.scale().caseTypes().stream().map(CaseType::id).toList();
    String type = odd(random, oddity) ? "prison" : types.get(random.nextInt(types.size()));
    Map<String, String> answers = new LinkedHashMap<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String column : columns) {
      boolean asked =
          framework.questions().stream()
              .filter(question -> question.code().toString().equals(column))
              .findFirst()
              .map(question -> question.asksCase(type))
              .orElse(false);
      if (column.matches("[0-9.]+")) {
        if (asked || odd(random, oddity)) {
          List<String> words = odd(random, oddity) ? ODD_WORDS : WORDS;
          answers.put(column, words.get(random.nextInt(words.size())));
        }
      } else {
        attributes.put(column, random.nextBoolean() ? "male" : "female");
      }
    }
    String name = odd(random, oddity) ? "a reference" : reference;
    return new Drawn(name, type, attributes, answers);
  }

  private static boolean odd(Random random, int oddity) {
    return random.nextInt(30) < oddity;
  }

  private static String csv(Random random, List<String> columns, List<Drawn> cases, int oddity) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? BYTE_ORDER_MARK : "");
    text.append("reference,type,note,").append(String.join(",", columns)).append(end);
    for (Drawn one : cases) {
      if (random.nextInt(6) == 0) {
        text.append(end);
      }
      String note = random.nextInt(5) == 0 ? "\"two\nlines, \"\"quoted\"\"\"" : "";
      text.append(one.reference()).append(',').append(one.type()).append(',').append(note);
      for (String column : columns) {
        String answer = one.answers().getOrDefault(column, "");
        text.append(',').append(one.attributes().getOrDefault(column, answer));
      }
      text.append(odd(random, oddity) ? ",more" : "").append(end);
    }
    return text.toString();
  }

  private static String lines(Random random, List<Drawn> cases, String between) {
    return cases.stream()
        .map(one -> json(one) + between + (random.nextInt(6) == 0 ? "\n" : ""))
        .collect(Collectors.joining());
  }

  private static String json(Drawn one) {
    return "{\"reference\":\"%s\",\"type\":\"%s\",\"attributes\":%s,\"answers\":%s}"
        .formatted(one.reference(), one.type(), object(one.attributes()), object(plain(one)));
  }

  /** JSON takes three words and no others. */
  private static Map<String, String> plain(Drawn one) {
    Map<String, String> answers = new LinkedHashMap<>();
    one.answers()
        .forEach(
            (code, word) -> {
              String same =
                  switch (word) {
                    case "Y", "1" -> "yes";
                    case "N", "0" -> "no";
                    case "n/a" -> "na";
                    case "\"" -> "quote";
                    default -> word;
                  };
              if (!same.isEmpty()) {
                answers.put(code, same);
              }
            });
    return answers;
  }

  private static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"%s\":\"%s\"".formatted(member.getKey(), member.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Question codes that cases of a type are asked. */
  static List<String> asked(Framework framework, String type) {
    return framework.questions().stream()
        .filter(question -> question.asksCase(type))
        .map(Question::code)
        .map(Object::toString)
        .toList();
  }
}
