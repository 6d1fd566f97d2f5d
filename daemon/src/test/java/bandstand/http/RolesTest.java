package bandstand.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bandstand.inspection.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The least role of every route, as the contract says: a viewer reads, and asks what-if and the
 * calculator; an inspector also creates, imports, answers and undoes; all else that changes or
 * tells what is everybody's is a lead's.
 */
class RolesTest {
  private static final String NOBODY = "-";

  private static final String TABLE =
      """
      GET    /health/live                                       -
      GET    /health/ready                                      -
      GET    /version                                           viewer
      GET    /metrics                                           viewer
      GET    /openapi.json                                      viewer
      GET    /api/v1/me                                         viewer
      GET    /api/v1/tokens                                     lead
      POST   /api/v1/tokens                                     lead
      PATCH  /api/v1/tokens/{name}                              lead
      DELETE /api/v1/tokens/{name}                              lead
      POST   /api/v1/tokens/{name}/rotate                       viewer
      POST   /api/v1/admin/backup                               lead
      GET    /api/v1/admin/backups                              viewer
      POST   /api/v1/admin/backups                              lead
      GET    /api/v1/admin/erasures                             lead
      GET    /api/v1/subject-report                             lead
      GET    /api/v1/frameworks                                 viewer
      GET    /api/v1/frameworks/{fw}                            viewer
      PUT    /api/v1/frameworks/{fw}                            lead
      DELETE /api/v1/frameworks/{fw}                            lead
      GET    /api/v1/frameworks/{fw}/file                       viewer
      POST   /api/v1/frameworks/{fw}/rate                       viewer
      PUT    /api/v1/frameworks/{fw}/wording                    lead
      DELETE /api/v1/frameworks/{fw}/wording                    lead
      GET    /api/v1/frameworks/{fw}/characteristics            viewer
      PUT    /api/v1/frameworks/{fw}/characteristics            lead
      DELETE /api/v1/frameworks/{fw}/characteristics            lead
      GET    /api/v1/frameworks/{fw}/compare/{other}            viewer
      GET    /api/v1/inspections                                viewer
      POST   /api/v1/inspections                                inspector
      GET    /api/v1/inspections/{id}                           viewer
      PATCH  /api/v1/inspections/{id}                           inspector
      DELETE /api/v1/inspections/{id}                           lead
      POST   /api/v1/inspections/{id}/restore                   lead
      POST   /api/v1/inspections/{id}/erase                     lead
      GET    /api/v1/inspections/{id}/state                     viewer
      GET    /api/v1/inspections/{id}/framework                 viewer
      POST   /api/v1/inspections/{id}/carry                     inspector
      PUT    /api/v1/inspections/{id}/marks/{name}              lead
      GET    /api/v1/inspections/{id}/marks/{name}              viewer
      POST   /api/v1/inspections/{id}/sign-off                  lead
      DELETE /api/v1/inspections/{id}/sign-off                  lead
      GET    /api/v1/inspections/{id}/cases                     viewer
      POST   /api/v1/inspections/{id}/cases                     inspector
      GET    /api/v1/inspections/{id}/cases/{ref}               viewer
      PUT    /api/v1/inspections/{id}/cases/{ref}               inspector
      PATCH  /api/v1/inspections/{id}/cases/{ref}               inspector
      DELETE /api/v1/inspections/{id}/cases/{ref}               inspector
      POST   /api/v1/inspections/{id}/cases/{ref}/erase         lead
      PUT    /api/v1/inspections/{id}/cases/{ref}/answers/{code} inspector
      DELETE /api/v1/inspections/{id}/cases/{ref}/answers/{code} inspector
      GET    /api/v1/inspections/{id}/answers                   viewer
      POST   /api/v1/inspections/{id}/answers                   inspector
      PUT    /api/v1/inspections/{id}/answers/{code}            inspector
      DELETE /api/v1/inspections/{id}/answers/{code}            inspector
      PUT    /api/v1/inspections/{id}/judgements/{standard}     lead
      DELETE /api/v1/inspections/{id}/judgements/{standard}     lead
      PUT    /api/v1/inspections/{id}/discretion/{standard}     lead
      DELETE /api/v1/inspections/{id}/discretion/{standard}     lead
      GET    /api/v1/inspections/{id}/alerts                    viewer
      POST   /api/v1/inspections/{id}/alerts                    inspector
      GET    /api/v1/inspections/{id}/alerts/{n}                viewer
      PATCH  /api/v1/inspections/{id}/alerts/{n}                inspector
      GET    /api/v1/inspections/{id}/ratings                   viewer
      GET    /api/v1/inspections/{id}/ratings/{code}/receipt    viewer
      POST   /api/v1/inspections/{id}/what-if                   viewer
      GET    /api/v1/inspections/{id}/history                   viewer
      GET    /api/v1/inspections/{id}/history/verify            viewer
      POST   /api/v1/inspections/{id}/undo                      inspector
      POST   /api/v1/inspections/{id}/redo                      inspector
      GET    /api/v1/inspections/{id}/events                    viewer
      GET    /api/v1/events                                     viewer
      """;

  private static Map<String, String> table() {
    return TABLE
        .lines()
        .map(line -> line.split(" +", -1))
        .collect(
            Collectors.toMap(
                fields -> fields[0] + " " + fields[1],
                fields -> fields[2],
                (one, other) -> one + other,
                TreeMap::new));
  }

  @Test
  void everyRouteHasTheRoleOfTheContract(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      Map<String, String> found = new TreeMap<>();
      for (Route route : api.routes) {
        found.put(route.method() + " " + route.path(), route.role().map(Role::word).orElse(NOBODY));
      }
      assertEquals(table(), found);
    }
  }

  /** Of an inspection that is not there, so that whoever is let in changes nothing. */
  @Test
  void whoeverIsLessIsKeptOutOfIt(@TempDir Path data) throws IOException {
    try (RunningApi api = new RunningApi(data)) {
      Map<Role, String> tokens = new TreeMap<>();
      for (Role role : Role.values()) {
        tokens.put(role, api.token("a-" + role.word(), role));
      }
      for (Map.Entry<String, String> row : table().entrySet()) {
        String[] route = row.getKey().split(" ", -1);
        String path = route[1].replaceAll("\\{\\w+}", "none");
        if (row.getValue().equals(NOBODY)) {
          assertEquals(200, api.as("").send(route[0], path, RunningApi.JSON, "").status(), path);
          continue;
        }
        assertEquals(401, api.as("").send(route[0], path, RunningApi.JSON, "").status(), path);
        Role needed = Role.ofWord(row.getValue()).orElseThrow();
        for (Role role : Role.values()) {
          if (path.equals("/api/v1/events") || path.equals("/api/v1/admin/backup")) {
            continue;
          }
          int status = api.as(tokens.get(role)).send(route[0], path, RunningApi.JSON, "").status();
          String what = role + " " + row.getKey();
          if (!role.isAtLeast(needed)) {
            assertEquals(403, status, what);
          } else if (!path.endsWith("/rotate")) {
            assertNotEquals(401, status, what);
            assertNotEquals(403, status, what);
          }
        }
      }
    }
  }
}
