package bandstand.state;

import java.time.ZoneId;

/**
 * How this person's terminal wants it; fixed for a run.
 *
 * @param ascii draw in ASCII alone
 * @param colour use the terminal's colours
 * @param zone for the times of day on the screen
 */
public record Settings(boolean ascii, boolean colour, ZoneId zone) {}
