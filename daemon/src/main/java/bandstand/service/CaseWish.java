package bandstand.service;

import bandstand.framework.Code;
import bandstand.inspection.Reference;
import bandstand.wire.Place;
import bandstand.wire.Update;
import java.util.Map;
import java.util.SortedMap;

/**
 * What somebody says of a case: a row of an import, or a request for one case.
 *
 * @param facts by their names in {@link bandstand.inspection.Case}; what is not named stays
 * @param replacesAttributes whether attributes not named here go
 * @param answers what is not named stays
 */
public record CaseWish(
    Place place,
    Reference reference,
    Map<String, Update<String>> facts,
    boolean replacesAttributes,
    SortedMap<Code, Saying> answers) {}
