package bandstand.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand history}: what was done to an inspection. */
@Command(
    name = "history",
    description = {
      "List every change of an inspection, oldest first: its revision, when, who, what and how"
          + " much.",
      "A revision names it for undo, redo and receipt --at."
    })
final class HistoryCommand implements Callable<Integer> {
  private final Setting setting;
  private final Reach reach;

  @Parameters(paramLabel = "INSPECTION", description = "Its id, such as leicester-2019.")
  private String id = "";

  @Option(names = "--json", description = "Print each change as JSON, one a line.")
  private boolean json;

  HistoryCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.talk(
        client ->
            new Inspections(client)
                .find(id)
                .then(
                    row ->
                        new ChangeHistory(client, row.id())
                            .each(
                                line -> {
                                  if (json) {
                                    setting.output().pass(line.json().getBytes(UTF_8));
                                  } else {
                                    setting.output().say(ChangeHistory.words(line));
                                  }
                                })));
  }
}
