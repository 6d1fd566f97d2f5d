package bandstand.client;

import bandstand.inspection.InspectionId;
import bandstand.state.Message;
import bandstand.state.Settings;
import bandstand.state.State;
import bandstand.terminal.Event;
import bandstand.terminal.Screen;
import bandstand.terminal.Surroundings;
import bandstand.view.Frame;
import bandstand.view.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** The client in a terminal, from taking it over to giving it back. */
public final class Client {
  private Client() {}

  /**
   * Shows a daemon's inspections until the person leaves.
   *
   * @param revival brings it up again should it die
   * @param first the inspection to open at once
   * @throws IOException if the terminal cannot be taken over
   */
  public static Ending show(
      Found found, Revival revival, Surroundings surroundings, Optional<InspectionId> first)
      throws IOException, InterruptedException {
    Settings settings =
        new Settings(surroundings.ascii(), surroundings.colour(), ZoneId.systemDefault());
    try (Connecting connecting = new Connecting(found, revival)) {
      Loop loop = new Loop(begun(settings, first), connecting);
      try (Screen screen = Screen.open(surroundings, event -> loop.bring(message(event)))) {
        connecting.begin(loop);
        return loop.run(new Shown(screen));
      }
    }
  }

  /**
   * The same line by line.
   *
   * @param input ends the client with its end
   * @param output takes a line for a person
   */
  public static Ending tell(
      Found found,
      Revival revival,
      Surroundings surroundings,
      InputStream input,
      Consumer<String> output)
      throws InterruptedException {
    Settings settings = new Settings(surroundings.ascii(), false, ZoneId.systemDefault());
    try (Connecting connecting = new Connecting(found, revival)) {
      PlainLoop loop =
          new PlainLoop(PlainSession.start(begun(settings, Optional.empty())), output, connecting);
      connecting.begin(loop);
      return loop.run(input);
    }
  }

  private static Message message(Event event) {
    return switch (event) {
      case Event.Pressed(var key) -> new Message.Pressed(key, Instant.now());
      case Event.Resized(Size size) -> new Message.Resized(size.rows(), size.columns());
    };
  }

  private record Shown(Screen screen) implements Loop.Stage {
    @Override
    public Size size() {
      return screen.size();
    }

    @Override
    public void show(Frame frame) {
      screen.show(frame);
    }

    @Override
    public void ring() {
      screen.ring();
    }

    @Override
    public void redraw() {
      screen.redraw();
    }
  }

  /** The state before the first message. */
  private static State begun(Settings settings, Optional<InspectionId> first) {
    return State.start(settings, first).withNow(Instant.now());
  }
}
