package bandstand.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path data;

  private Optional<Instant> writtenAfter(Duration later) throws IOException {
    Path segment = data.resolve("journal/journal-000000000001.log");
    Files.createDirectories(segment.getParent());
    Files.writeString(segment, "");
    Files.setLastModifiedTime(segment, FileTime.from(NOW.plus(later)));
    return new Places(data).writtenAfter(NOW);
  }

  @Test
  void aClockThatIsBehindWhatWasWrittenIsSeen() throws IOException {
    assertEquals(Optional.empty(), new Places(data).writtenAfter(NOW), "no journal yet");
    assertEquals(Optional.empty(), writtenAfter(Duration.ofDays(-3653)));
    assertEquals(Optional.empty(), writtenAfter(Duration.ofSeconds(59)));
    assertEquals(Optional.of(NOW.plusSeconds(3600)), writtenAfter(Duration.ofHours(1)));
    assertEquals(Optional.of(NOW.plusSeconds(86_400)), writtenAfter(Duration.ofDays(1)));
  }

  @Test
  void whatNoDaemonPutThereIsSeen() throws IOException {
    for (String own : List.of("tokens", "tokens.building", "erasures.json", "access.log.1")) {
      Files.writeString(data.resolve(own), "");
    }
    assertEquals(List.of(), new Places(data).strange());
    Path backup = Files.writeString(data.resolve("backup.zip"), "");
    assertEquals(List.of(backup), new Places(data).strange());
  }
}
