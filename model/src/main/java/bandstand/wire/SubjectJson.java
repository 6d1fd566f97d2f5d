package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.Alert;
import bandstand.inspection.Edit;
import bandstand.inspection.Inspection;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is held under one reference, for the person it stands for. */
public final class SubjectJson {

  /**
   * What one inspection holds.
   *
   * @param changes those that touch the case or an alert about it, oldest first
   * @param mentions texts about something else that name it: a person has to look at them
   */
  public record Held(Inspection state, List<Recorded> changes, List<Mention> mentions) {
    public Held {
      changes = List.copyOf(changes);
      mentions = List.copyOf(mentions);
    }

    public boolean nothing() {
      return changes.isEmpty() && mentions.isEmpty();
    }
  }

  /**
   * A text that names the case.
   *
   * @param field as in {@link Edit#field}; {@code reason} of a change's reason
   */
  public record Mention(long revision, String field, String text) {}

  /**
   * The report's outline, as read.
   *
   * @param reference whom it is about
   * @param held a line an inspection that holds something
   */
  public record Told(String reference, List<Line> held) {
    public Told {
      held = List.copyOf(held);
    }
  }

  /** How much one inspection holds. */
  public record Line(InspectionId id, String service, int changes, int alerts, int mentions) {}

  private SubjectJson() {}

  /**
   * Writes the report.
   *
   * @param held those inspections that hold something
   * @param backup the last verified one; older ones are not known to the daemon
   */
  public static byte[] write(
      Reference reference, Instant at, List<Held> held, Optional<BackupJson.Proof> backup) {
    ObjectNode node = Json.object().put("reference", reference.text()).put("at", at.toString());
    ArrayNode inspections = node.putArray("inspections");
    held.forEach(one -> inspections.add(inspection(reference, one)));
    node.set("lastBackup", backup.map(one -> Json.parseOwn(BackupJson.proof(one))).orElse(null));
    return Json.bytes(node);
  }

  private static ObjectNode inspection(Reference reference, Held held) {
    Inspection state = held.state();
    ObjectNode node =
        Json.object()
            .put("id", state.id().text())
            .put("service", state.detail(Inspection.SERVICE).orElse(""))
            .put("framework", state.framework().id())
            .put("revision", state.revision())
            .put("deleted", state.deleted())
            .put("signedOff", state.signedOff());
    node.put(Inspection.RETAIN_UNTIL, state.detail(Inspection.RETAIN_UNTIL).orElse(null));
    node.put("carriedFrom", state.detail(Inspection.CARRIED_FROM).orElse(null));
    node.set(
        "case",
        state
            .file(reference)
            .map(file -> Json.parseOwn(CaseJson.write(file, state.framework())))
            .orElse(null));
    ArrayNode alerts = node.putArray("alerts");
    state.alerts().values().stream()
        .filter(alert -> isAbout(Optional.of(alert), reference))
        .forEach(alert -> alerts.add(Json.parseOwn(AlertJson.write(alert))));
    ArrayNode changes = node.putArray("changes");
    held.changes().forEach(change -> changes.add(change(reference, change)));
    ArrayNode mentions = node.putArray("mentions");
    held.mentions()
        .forEach(
            mention ->
                mentions
                    .addObject()
                    .put("revision", mention.revision())
                    .put("field", mention.field())
                    .put("text", mention.text()));
    return node;
  }

  private static ObjectNode change(Reference reference, Recorded recorded) {
    Envelope envelope = new Envelope(recorded.revision(), recorded.by(), recorded.at());
    ObjectNode node =
        Json.object()
            .put("revision", recorded.revision())
            .put("by", recorded.by())
            .put("at", recorded.at().toString())
            .put("kind", recorded.change().kind().word());
    if (!recorded.change().reason().isEmpty()) {
      node.put("reason", recorded.change().reason());
    }
    ArrayNode edits = node.putArray("edits");
    recorded.change().edits().stream()
        .filter(edit -> touches(edit, reference))
        .forEach(edit -> edits.add((JsonNode) EditJson.write(edit, envelope)));
    return node;
  }

  /** Whether an edit is of the case, or of an alert that is or was about it. */
  public static boolean touches(Edit edit, Reference reference) {
    return edit.touches().equals(Optional.of(reference))
        || edit instanceof Edit.ToAlert(_, var before, var after)
            && (isAbout(before, reference) || isAbout(after, reference));
  }

  private static boolean isAbout(Optional<Alert> alert, Reference reference) {
    return alert.flatMap(Alert::subject).equals(Optional.of(reference));
  }

  /** Read back from {@link #write}, without the content. */
  public static Outcome<Told> read(byte[] json) {
    return Reply.read(
        json,
        (answer, _) -> {
          String reference = answer.needed("reference", Limits.NAME_CHARACTERS);
          List<Line> lines =
              answer.neededObjects("inspections").stream()
                  .flatMap(one -> line(one).stream())
                  .toList();
          return Optional.of(new Told(reference, lines));
        });
  }

  private static Optional<Line> line(Fields one) {
    return InspectionId.parse(one.needed("id", Limits.NAME_CHARACTERS))
        .map(
            id ->
                new Line(
                    id,
                    one.string(Inspection.SERVICE, Limits.NAME_CHARACTERS).orElse(""),
                    one.objects("changes").size(),
                    one.objects("alerts").size(),
                    one.objects("mentions").size()));
  }
}
