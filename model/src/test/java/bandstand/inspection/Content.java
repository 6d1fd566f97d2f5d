package bandstand.inspection;

import bandstand.framework.Question;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an inspection says, field by field, whatever the revision that made it say so. */
final class Content {
  private Content() {}

  static SortedMap<String, String> of(Inspection state) {
    var content = new TreeMap<String, String>();
    state.details().forEach((name, fact) -> content.put("detail " + name, fact.value()));
    state.cases().forEach((reference, file) -> putCase(content, "case " + reference, file));
    state.answers().forEach((code, given) -> content.put("service " + code, said(given)));
    state
        .decisions()
        .judgements()
        .forEach((code, judgement) -> content.put("judgement " + code, judgement.toString()));
    state
        .decisions()
        .discretion()
        .forEach((code, judgement) -> content.put("discretion " + code, judgement.toString()));
    state.alerts().forEach((number, alert) -> content.put("alert " + number, alert.toString()));
    state.marks().forEach((name, revision) -> content.put("mark " + name, revision.toString()));
    content.putAll(tallies(state));
    return content;
  }

  static SortedMap<String, String> tallies(Inspection state) {
    return tallies(state, state.tallies());
  }

  static SortedMap<String, String> tallies(Inspection state, Tallies tallies) {
    var content = new TreeMap<String, String>();
    for (Question question : state.framework().questions()) {
      content.put("tally " + question.code(), tallies.ofCases(question).toString());
      content.put("tally of service " + question.code(), tallies.ofService(question).toString());
    }
    return content;
  }

  private static void putCase(SortedMap<String, String> content, String name, Case file) {
    content.put(name, "");
    file.facts().forEach((fact, stamped) -> content.put(name + " " + fact, stamped.value()));
    file.answers().forEach((code, given) -> content.put(name + " " + code, said(given)));
  }

  private static String said(Given given) {
    return "%s %s %s by %s at %s"
        .formatted(
            given.answer().map(Answer::word).orElse("open"),
            given.note(),
            given.ask(),
            given.by(),
            given.at());
  }
}
