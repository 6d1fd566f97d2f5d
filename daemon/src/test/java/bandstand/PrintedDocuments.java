package bandstand;

import bandstand.framework.Framework;
import bandstand.framework.Group;
import bandstand.framework.KeyQuestion;
import bandstand.framework.Prompt;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import java.util.Arrays;

/** Documents that print our labels where the real ones print their words. */
public final class PrintedDocuments {
  private PrintedDocuments() {}

  public static String wording(Framework edition) {
    StringBuilder text = new StringBuilder();
    for (Group group : edition.groups()) {
      text.append(group.code()).append(". ").append(group.title()).append("\n\n");
      for (Standard standard : group.standards()) {
        text.append(standard.code()).append(' ').append(standard.title()).append("\n\n");
        text.append("The statement of ").append(standard.title()).append(".\n\n");
        for (KeyQuestion asked : standard.keyQuestions()) {
          text.append(asked.code()).append(' ').append(asked.label()).append("?\n\n");
          for (Prompt prompt : asked.prompts()) {
            text.append("- ").append(prompt.letter()).append(") ").append(prompt.label());
            text.append("?\n");
          }
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  public static String characteristics(Framework edition) {
    StringBuilder text = new StringBuilder();
    for (Standard standard : edition.groups().getFirst().standards()) {
      text.append(standard.code()).append(' ').append(standard.title()).append("\n\n");
      text.append("In short, ").append(standard.title()).append(".\n\n");
      for (Rating rating : Arrays.asList(Rating.values()).reversed()) {
        String title = edition.word(rating).title();
        text.append(title).append("\n\n").append("It is ").append(title).append(".\n\n");
      }
    }
    return text.toString();
  }
}
