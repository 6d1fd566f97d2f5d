package bandstand.document;

/**
 * One printed line.
 *
 * @param number of the physical line it stands on, from 1
 * @param text with blanks of every kind as spaces and without what is never seen; blank at a page's
 *     end
 */
record Line(int number, String text) {}
