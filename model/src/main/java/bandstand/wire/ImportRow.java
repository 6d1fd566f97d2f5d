package bandstand.wire;

import bandstand.inspection.Reference;

/**
 * One case of a file to be imported, without fault as far as the file alone can tell.
 *
 * @param number which row of the file it is, from 1; headers and blank lines are none
 */
public record ImportRow(int number, Place place, Reference reference, CaseRequest request) {}
