package bandstand.service;

import bandstand.inspection.Case;
import bandstand.inspection.Reference;
import bandstand.wire.CaseRequest;
import bandstand.wire.Place;

/**
 * What somebody says of a case: a row of an import, or a request for one case.
 *
 * @param replaces whether strata that are not named go, once one is named
 */
public record CaseWish(Place place, Reference reference, CaseRequest request, boolean replaces) {

  boolean replacesAttributes() {
    return replaces && request.facts().keySet().stream().anyMatch(CaseWish::isAttribute);
  }

  /** An attribute as its sender calls it. */
  static String attribute(String fact) {
    return fact.substring(Case.ATTRIBUTE_PREFIX.length());
  }

  static boolean isAttribute(String fact) {
    return fact.startsWith(Case.ATTRIBUTE_PREFIX);
  }
}
