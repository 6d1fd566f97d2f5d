package bandstand.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bandstand undo}: takes one change back. */
@Command(
    name = "undo",
    description = {
      "Take back one change of an inspection as a new change: your own last one, or REVISION.",
      "An import is one change. A lead may take back anybody's; what later changes stand on stays."
          + " Erasures, sign-offs and deletions are not taken back this way."
    })
final class UndoCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Mixin private final TakingBackOptions options = new TakingBackOptions();

  UndoCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return options.run(setting, reach, "undo");
  }
}
