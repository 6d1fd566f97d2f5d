package bandstand.client;

/**
 * One event of a daemon's stream.
 *
 * @param type {@code message} when the daemon names none
 * @param text its data; lines are parted by {@code \n}
 * @param id of the latest event that carried one, this one included; empty before any did
 */
public record ServerEvent(String type, String text, String id) {}
