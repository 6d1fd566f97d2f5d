/** Published documents: which edition one is of, and what it prints under every code. */
@NullMarked
package bandstand.document;

import org.jspecify.annotations.NullMarked;
