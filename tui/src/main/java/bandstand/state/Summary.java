package bandstand.state;

import bandstand.framework.Framework;
import bandstand.inspection.InspectionId;
import bandstand.rating.Overall;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One inspection in the list of all.
 *
 * @param edition the one it was made with
 * @param cases how many there are
 * @param done how many of them have no open judgement
 * @param overall empty when the daemon does not say
 * @param carriedFrom the inspection it was carried from; empty when it was not
 * @param retainUntil the last day it is kept; empty when there is none
 * @param signedOffBy who froze it; empty while it is open
 */
public record Summary(
    InspectionId id,
    String service,
    Framework edition,
    int cases,
    int done,
    Optional<Overall> overall,
    Optional<InspectionId> carriedFrom,
    Optional<LocalDate> retainUntil,
    Optional<String> signedOffBy) {}
