package bandstand.inspection;

/** A fact in words, and the revision that last set it. */
public record Stamped(String value, long revision) {}
