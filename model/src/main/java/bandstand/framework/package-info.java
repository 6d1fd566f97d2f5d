/** What is asked: one edition of the standards as data, and the rules it is rated by. */
@NullMarked
package bandstand.framework;

import org.jspecify.annotations.NullMarked;
