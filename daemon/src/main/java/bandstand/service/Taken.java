package bandstand.service;

import bandstand.inspection.Recorded;
import java.util.Optional;

/**
 * What came of a write.
 *
 * @param recorded empty when what was asked for already stood: no revision, no event
 */
public record Taken(Optional<Recorded> recorded, Snapshot before, Snapshot after) {}
