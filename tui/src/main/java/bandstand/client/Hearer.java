package bandstand.client;

import bandstand.state.Message;

/** Who is brought what happens; any thread may. */
interface Hearer {

  /** Waits while too much waits. */
  void bring(Message message);

  /** Nothing more will happen. */
  void end(Ending how);
}
