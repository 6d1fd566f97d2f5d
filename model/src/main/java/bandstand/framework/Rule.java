package bandstand.framework;

/**
 * One rule of the method in words, for people.
 *
 * @param source the document and place, such as {@code 004 Annex 2}; empty when it has none
 */
public record Rule(String name, String says, Basis basis, String source) {}
