/**
 * The real terminal: keys in, frames out. The only package that knows Lanterna.
 *
 * <p>Lanterna is the terminal: it takes it over and gives it back ({@link Tty} is its {@code
 * UnixTerminal}, with its shutdown hook), it hears of a new window size, and it knows which escape
 * sequence is which key.
 *
 * <p>Done here instead, because Lanterna's way costs too much or cannot do it: what to write for a
 * frame ({@link Repainting}; its screen layer writes a cell at a time, its sequences are longer
 * than they need be on a slow line, and it moves no rows), where one key ends and the next begins
 * ({@link KeyDecoder}; it splits sequences on a slow line, turns unknown ones into letters and
 * knows no bracketed paste), the terminal's modes in one {@code stty} call rather than four ({@link
 * Stty}), the size without a question to the terminal, and UTF-8 text in whole characters. Its
 * virtual terminal knows no control sequences, so the tests have a terminal of their own.
 */
@NullMarked
package bandstand.terminal;

import org.jspecify.annotations.NullMarked;
