package bandstand.framework;

/** A kind of case an edition inspects, such as {@code court}. */
public record CaseType(String id, String title) {}
