package bandstand.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bandstand redo}: brings back what an undo took. */
@Command(
    name = "redo",
    description =
        "Bring back what was taken back last: by your own last undo, or by the undo REVISION.")
final class RedoCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Mixin private final TakingBackOptions options = new TakingBackOptions();

  RedoCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return options.run(setting, reach, "redo");
  }
}
