package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import bandstand.framework.Outcome;
import io.helidon.http.HeaderName;
import io.helidon.webserver.http.ServerResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A download whose reader is gone before it begins. */
class DownloadTest {
  @Test
  void whatIsNeverBegunIsEndedToo() {
    ServerResponse response = mock(ServerResponse.class);
    when(response.header(any(HeaderName.class), anyString())).thenReturn(response);
    when(response.outputStream()).thenThrow(new IllegalStateException("the reader left"));
    AtomicInteger ended = new AtomicInteger();
    Route.Download download =
        new Route.Download("application/zip", "b.zip", out -> {}, ended::incrementAndGet);
    assertThrows(
        IllegalStateException.class,
        () -> Answering.download(new Sending(response, false), Outcome.done(download)));
    assertEquals(1, ended.get());
  }
}
