/**
 * The real terminal: keys in, frames out. The only package that knows Lanterna.
 *
 * <p>Lanterna is the terminal: it takes it over and gives it back ({@link Tty} is its {@code
 * UnixTerminal}, with its shutdown hook), it hears of a new window size, it writes every cursor
 * movement, colour and attribute, it knows which escape sequence is which key, and its virtual
 * terminal is what the tests paint on.
 *
 * <p>Done here instead, because Lanterna's way costs too much or cannot do it: which cells to write
 * ({@link Painter}; its screen layer writes a cell at a time), where one key ends and the next
 * begins ({@link KeyDecoder}; it splits sequences on a slow line, turns unknown ones into letters
 * and knows no bracketed paste), the terminal's modes in one {@code stty} call rather than four
 * ({@link Stty}), the size without a question to the terminal, and UTF-8 text in whole characters.
 */
@NullMarked
package bandstand.terminal;

import org.jspecify.annotations.NullMarked;
