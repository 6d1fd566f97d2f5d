package bandstand.inspection;

import bandstand.framework.Code;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.TreePMap;

/**
 * One child's case file, known by a pseudonym.
 *
 * <p>Its facts are words under names: {@code type}, {@code step}, {@code assignee}, {@code
 * manager}, {@code note} and, for each stratum, {@code attributes.NAME}. An absent fact is not in
 * the map.
 *
 * @param revision of the case's last change, whatever it changed
 */
public record Case(
    Reference reference,
    TreePMap<String, Stamped> facts,
    TreePMap<Code, Given> answers,
    long revision) {
  public static final String TYPE = "type";
  public static final String STEP = "step";
  public static final String ASSIGNEE = "assignee";
  public static final String MANAGER = "manager";
  public static final String NOTE = "note";
  public static final String ATTRIBUTE_PREFIX = "attributes.";

  public static Case empty(Reference reference) {
    return new Case(reference, TreePMap.empty(), TreePMap.empty(), 0);
  }

  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name)).map(Stamped::value);
  }

  /** The case type; a recorded case always has one. */
  public String type() {
    return fact(TYPE).orElse("");
  }

  /** Whether it is what an erasure left: nobody can answer anything more for it. */
  public boolean isErased() {
    return Remains.number(reference).isPresent();
  }

  public Step step() {
    return fact(STEP).flatMap(Step::ofWord).orElse(Step.OPEN);
  }

  public Optional<String> assignee() {
    return fact(ASSIGNEE);
  }

  /** Strata by name, without their prefix. */
  public SortedMap<String, String> attributes() {
    SortedMap<String, String> attributes = new TreeMap<>();
    facts.forEach(
        (name, stamped) -> {
          if (name.startsWith(ATTRIBUTE_PREFIX)) {
            attributes.put(name.substring(ATTRIBUTE_PREFIX.length()), stamped.value());
          }
        });
    return attributes;
  }

  public Optional<Given> given(Code code) {
    return Optional.ofNullable(answers.get(code));
  }

  public Optional<Answer> answer(Code code) {
    return given(code).flatMap(Given::answer);
  }
}
