package bandstand.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import bandstand.framework.Outcome;
import bandstand.wire.Sample;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A script's way to the daemon. */
final class Api implements AutoCloseable {
  private static final String JSON = "application/json";

  private final String inspections;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Api(String url, String token) {
    this.inspections = url + "/api/v1/inspections";
    this.token = token;
  }

  /** Loads a sample with all that its files hold. */
  void load(Path samples, String name, String cases, String mediaType) throws IOException {
    if (!(Sample.read(Files.readAllBytes(samples.resolve(name + ".json")), Optional.empty())
        instanceof Outcome.Done<Sample>(Sample sample))) {
      throw new IllegalStateException("not a sample: " + name);
    }
    String own = "/" + sample.id().text();
    send("POST", "", JSON, new String(sample.inspection().json(), UTF_8));
    send("POST", own + "/cases", mediaType, Files.readString(samples.resolve(cases)));
    if (sample.serviceAnswers().isPresent()) {
      send("POST", own + "/answers", JSON, sample.serviceAnswers().get());
    }
    sample
        .judgements()
        .forEach((standard, body) -> send("PUT", own + "/judgements/" + standard, JSON, body));
  }

  /** Answers a prompt, and waits for the answer to that. */
  void answer(String inspection, String reference, String code, String answer) {
    send("PUT", path(inspection, reference, code), JSON, body(answer));
  }

  /** The command that has curl do the same. */
  ProcessBuilder curl(String inspection, String reference, String code, String answer) {
    return new ProcessBuilder(
            "curl",
            "--silent",
            "--show-error",
            "--fail",
            "--output",
            "/dev/null",
            "--request",
            "PUT",
            "--header",
            "Authorization: Bearer " + token,
            "--header",
            "Content-Type: " + JSON,
            "--data",
            body(answer),
            inspections + path(inspection, reference, code))
        .inheritIO();
  }

  private static String path(String inspection, String reference, String code) {
    return "/" + inspection + "/cases/" + reference + "/answers/" + code;
  }

  private static String body(String answer) {
    return "{\"answer\":\"" + answer + "\"}";
  }

  private void send(String method, String path, String mediaType, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(inspections + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", mediaType)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(method + " " + path, failed);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
