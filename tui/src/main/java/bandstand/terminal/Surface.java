package bandstand.terminal;

import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;

/** A Lanterna terminal with what its interface lacks. */
interface Surface extends Terminal {

  /** Text written from here on is dim, until colours and attributes are reset. */
  void dim() throws IOException;

  /** Blanks the cursor's cell and all to its right; the cursor stays. */
  void eraseToRowEnd() throws IOException;
}
