package bandstand.state;

import bandstand.framework.Code;
import bandstand.wire.CarryJson;
import java.util.Optional;

/** What lies over the screen and takes the keys. */
public sealed interface Overlay {

  /** Every action, those whose words or keys hold what is typed; the chosen one can be run. */
  record Help(TextField search, int chosen) implements Overlay {}

  /** The glossary's terms, those that what is typed leaves; the chosen one is told whole. */
  record Glossary(TextField search, int chosen) implements Overlay {}

  /** The command line after {@code :}. */
  record CommandLine(TextField text) implements Overlay {}

  /**
   * The filter being typed; the list follows.
   *
   * @param earlier the filter that Esc brings back
   */
  record FilterLine(TextField text, String earlier) implements Overlay {}

  /** Something being written. */
  record Writing(Form form) implements Overlay {}

  /** The full words of a group, standard, key question or prompt. */
  record Wording(Code code, int scrolled) implements Overlay {}

  /**
   * What carrying would come to, to be confirmed.
   *
   * @param form that it was asked in, which Esc goes back to
   * @param told empty until the daemon has answered
   */
  record Carrying(Form form, Effect.PreviewCarry asked, Optional<CarryJson.Told> told, int scrolled)
      implements Overlay {}

  /** Leaving although answers wait: the word {@code quit} must be typed. */
  record Leaving(TextField typed) implements Overlay {}
}
