package bandstand.service;

import bandstand.inspection.Recorded;
import bandstand.rating.Ratings;

/**
 * A change that is on disk, with the ratings on either side of it.
 *
 * @param sequence of its last journal frame: the id of daemon-wide events
 */
public record Published(long sequence, Recorded recorded, Ratings before, Ratings after) {}
