package bandstand.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Forms left without saving, each opened again where it was begun.
 *
 * @param forms in the order they were left; the oldest go when there are more than {@value
 *     #MOST_DRAFTS}
 */
public record Drafts(Map<Form.About, Form> forms) {
  /** Nobody comes back to more. */
  static final int MOST_DRAFTS = 100;

  static final Drafts NONE = new Drafts(Map.of());

  public Drafts {
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
  }

  Optional<Form> of(Form.About about) {
    return Optional.ofNullable(forms.get(about));
  }

  Drafts keep(Form form) {
    Map<Form.About, Form> others = new LinkedHashMap<>(forms);
    others.remove(form.about());
    if (others.size() == MOST_DRAFTS) {
      others.remove(others.keySet().iterator().next());
    }
    others.put(form.about(), form);
    return new Drafts(others);
  }

  Drafts drop(Form.About about) {
    Map<Form.About, Form> others = new LinkedHashMap<>(forms);
    others.remove(about);
    return new Drafts(others);
  }
}
