/** The command line: every bandstand command. */
@NullMarked
package bandstand.cli;

import org.jspecify.annotations.NullMarked;
