package bandstand.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bandstand.view.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SttyTest {

  @ParameterizedTest
  @CsvSource({
    "'50 132\n', 50, 132",
    "'0 0\n', 24, 80",
    "'0 80\n', 24, 80",
    "'', 24, 80",
    "nonsense, 24, 80",
    "99999 99999, 2000, 2000",
    "1 1, 1, 1"
  })
  void theSizeIsTheNearestPossible(String output, int rows, int columns) throws IOException {
    assertEquals(new Size(rows, columns), new Stty(_ -> output).size());
  }

  @Test
  void modesThatWereNeverSavedBecomeSane() throws IOException {
    List<List<String>> commands = new ArrayList<>();
    Stty stty =
        new Stty(
            arguments -> {
              commands.add(arguments);
              return " 1:2:3\n";
            });
    stty.restore();
    stty.save();
    stty.restore();
    assertEquals(List.of(List.of("sane"), List.of("-g"), List.of("1:2:3")), commands);
  }
}
