package bandstand.http;

import bandstand.framework.Outcome;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.Backups;
import bandstand.service.Erasures;
import bandstand.service.Inspections;
import bandstand.service.People;
import bandstand.store.Editions;
import bandstand.store.Store;
import bandstand.wire.BuiltInEditions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The real API on a free port over a data folder, and a client for it. */
final class RunningApi implements AutoCloseable {
  static final String JSON = "application/json";

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger LIBRARY = Logger.getLogger("io.helidon");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  final Inspections inspections;
  final Server server;

  /** The whole table. */
  final List<Route> routes;

  private final People people;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String token;

  /** An answer: its status, headers and body. */
  record Answer(int status, HttpResponse<String> response) {
    JsonNode json() {
      try {
        return MAPPER.readTree(response.body());
      } catch (IOException unreadable) {
        throw new AssertionError(response.body(), unreadable);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The stable name of a problem, with its media type checked. */
    String problem() {
      if (!header("Content-Type").equals("application/problem+json")
          || json().path("status").asInt() != status) {
        throw new AssertionError("no problem: " + status + " " + response.body());
      }
      return json().path("type").asText().replace("urn:bandstand:problem:", "");
    }
  }

  RunningApi(Path data) throws IOException {
    this(data, new Doors(0, List.of()));
  }

  RunningApi(Path data, Doors doors) throws IOException {
    LIBRARY.setLevel(Level.SEVERE);
    for (String part : new String[] {"journal", "inspections", "editions"}) {
      Files.createDirectories(data.resolve(part));
    }
    Store store = Store.open(data.resolve("inspections"), (file, why) -> {});
    Editions editions =
        Editions.open(data.resolve("editions"), BuiltInEditions.load(), (file, why) -> {});
    InstantSource clock = InstantSource.system();
    inspections =
        done(
            Inspections.open(
                data.resolve("journal"),
                store,
                editions,
                data.resolve("erasures.json"),
                clock,
                Api::summary));
    people = People.open(data.resolve("tokens"), clock);
    token = people.hasLead() ? "" : token("lead", Role.LEAD);
    Erasures erasures = new Erasures(inspections);
    Backups backups =
        Backups.open(data, data.resolve("last-backup.json"), inspections, erasures, clock, "test");
    routes =
        Api.routes(inspections, people, backups, erasures, Instruments.in(data), clock, "test");
    server =
        Api.server(inspections, people, backups, erasures, clock, "test", data, doors, () -> {});
    if (!server.start()) {
      throw new AssertionError("not started");
    }
  }

  /** JSON to compare an answer with. */
  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException unreadable) {
      throw new AssertionError(json, unreadable);
    }
  }

  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T> refused -> throw new AssertionError(refused.problem());
    };
  }

  String token(String name, Role role) throws IOException {
    return done(people.add(new Person(name, role), "lead"));
  }

  /** Speaks for another person from now on. */
  RunningApi as(String otherToken) {
    token = otherToken;
    return this;
  }

  String token() {
    return token;
  }

  Answer get(String path) {
    return send("GET", path, JSON, "");
  }

  Answer put(String path, String json) {
    return send("PUT", path, JSON, json);
  }

  Answer post(String path, String json) {
    return send("POST", path, JSON, json);
  }

  Answer delete(String path) {
    return send("DELETE", path, JSON, "");
  }

  /** Headers as name and value in turn. */
  Answer send(String method, String path, String mediaType, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", mediaType);
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(method + " " + path, failed);
    }
  }

  /** Sends and reads no more than the head of the answer, which may have no end. */
  HttpResponse<InputStream> begun(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      response.body().close();
      return response;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(method + " " + path, failed);
    }
  }

  @Override
  public void close() throws IOException {
    inspections.hub().stop();
    server.stop();
    inspections.close();
    client.close();
  }
}
