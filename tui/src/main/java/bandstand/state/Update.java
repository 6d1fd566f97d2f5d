package bandstand.state;

/** The one way the state changes. Pure. */
public final class Update {
  private Update() {}

  /** The state after a message, and what is to be done. */
  public static Turn update(State state, Message message) {
    throw new UnsupportedOperationException();
  }
}
