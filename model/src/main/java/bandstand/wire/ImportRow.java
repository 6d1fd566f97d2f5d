package bandstand.wire;

import bandstand.inspection.Reference;

/** One case of a file to be imported, without fault as far as the file alone can tell. */
public record ImportRow(Place place, Reference reference, CaseRequest request) {}
