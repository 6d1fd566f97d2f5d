/** The REST API: routes, guards and problems. */
@NullMarked
package bandstand.http;

import org.jspecify.annotations.NullMarked;
