/** The one writer: validate, journal, apply, publish. */
@NullMarked
package bandstand.service;

import org.jspecify.annotations.NullMarked;
