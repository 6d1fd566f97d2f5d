package bandstand.view;

import bandstand.state.State;

/** The one way the state is shown. Pure. */
public final class View {
  private View() {}

  /** What a terminal of this size shows. */
  public static Frame view(State state, Size size) {
    throw new UnsupportedOperationException();
  }
}
