package bandstand.wire;

import bandstand.framework.Framework;
import bandstand.framework.Question;
import bandstand.inspection.Case;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A case as the API shows it. */
public final class CaseJson {
  private CaseJson() {}

  /**
   * How far a case is answered; not applicable is an answer.
   *
   * @param judged key questions with an entered judgement
   * @param keyQuestions asked of it
   * @param answered prompts with an answer
   * @param prompts asked of it
   */
  public record Progress(int judged, int keyQuestions, int answered, int prompts) {

    /** Whether a key question lacks its judgement. */
    public boolean open() {
      return judged < keyQuestions;
    }
  }

  public static Progress progress(Case file, Framework framework) {
    return progress(file, framework, asked(file.type(), framework));
  }

  /** Of a case without any answer. */
  static Progress asked(String type, Framework framework) {
    int keyQuestions = 0;
    int prompts = 0;
    for (Question question : framework.questions()) {
      if (question.asksCase(type)) {
        keyQuestions += question.isPrompt() ? 0 : 1;
        prompts += question.isPrompt() ? 1 : 0;
      }
    }
    return new Progress(0, keyQuestions, 0, prompts);
  }

  /** The same for a case of the type that is asked this much: as dear as its answers are many. */
  static Progress progress(Case file, Framework framework, Progress asked) {
    String type = file.type();
    int judged = 0;
    int answered = 0;
    for (var answer : file.answers().entrySet()) {
      var question = framework.question(answer.getKey()).filter(known -> known.asksCase(type));
      if (question.isPresent() && answer.getValue().answer().isPresent()) {
        judged += question.get().isPrompt() ? 0 : 1;
        answered += question.get().isPrompt() ? 1 : 0;
      }
    }
    return new Progress(judged, asked.keyQuestions(), answered, asked.prompts());
  }

  /** Whether a key question lacks its judgement. */
  public static boolean isOpen(Case file, Framework framework) {
    return progress(file, framework).open();
  }

  public static byte[] write(Case file, Framework framework) {
    ObjectNode node =
        Json.object().put("reference", file.reference().text()).put("type", file.type());
    ObjectNode attributes = node.putObject("attributes");
    file.attributes().forEach(attributes::put);
    file.assignee().ifPresent(name -> node.put(Case.ASSIGNEE, name));
    file.fact(Case.MANAGER).ifPresent(name -> node.put(Case.MANAGER, name));
    node.put(Case.STEP, file.step().word());
    file.fact(Case.NOTE).ifPresent(text -> node.put(Case.NOTE, text));
    ObjectNode answers = node.putObject("answers");
    file.answers().forEach((code, given) -> answers.set(code.toString(), GivenJson.write(given)));
    node.set("progress", progress(progress(file, framework)));
    return Json.bytes(node.put("revision", file.revision()));
  }

  private static ObjectNode progress(Progress progress) {
    return Json.object()
        .put("judged", progress.judged())
        .put("keyQuestions", progress.keyQuestions())
        .put("answered", progress.answered())
        .put("prompts", progress.prompts())
        .put("open", progress.open());
  }
}
