package bandstand.inspection;

import java.time.Instant;

/**
 * A change as it stands in an inspection's history.
 *
 * @param revision of the inspection after it, from 1 without gaps
 * @param by the person's name
 * @param at by the daemon's clock; order never depends on it
 */
public record Recorded(
    InspectionId inspection, long revision, String by, Instant at, Change change) {}
