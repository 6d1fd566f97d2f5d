package bandstand.terminal;

import bandstand.state.Key;
import bandstand.view.Size;

/** What the terminal tells its program. */
public sealed interface Event {

  /** A person pressed a key or pasted, or the terminal is gone. */
  record Pressed(Key key) implements Event {}

  /** The window has another size; what it shows is undefined until the next frame. */
  record Resized(Size size) implements Event {}
}
