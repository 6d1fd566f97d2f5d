package bandstand.journal;

/** How much there is of a journal: its files, and their bytes. */
public record Extent(int segments, long bytes) {}
