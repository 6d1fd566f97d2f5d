package bandstand.wire;

import bandstand.inspection.Change;
import bandstand.inspection.Edit;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Once;
import bandstand.inspection.Recorded;
import bandstand.inspection.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change as payloads for the journal, with old and new values.
 *
 * <p>No payload holds edits of two cases, so that a case is erased by erasing payloads. The last
 * one holds the kind, the reason and the edits that touch no case; a change that touches one case
 * and nothing else, or no case, is that one payload. What an erasure is stands in a payload without
 * edits, so that another erasure leaves it. What would be larger than {@link #PAYLOAD_BYTES} is
 * spread over several. Edits of one case keep their order, and so do those that touch none: folding
 * them gives the same state.
 */
public final class RecordedJson {
  /** Full at this size; the edit that fills it, two notes at most, keeps it under 2 MiB. */
  static final int PAYLOAD_BYTES = 3 << 19;

  private static final String KIND = "kind";
  private static final String OF = "of";
  private static final String REASON = "reason";
  private static final String KEY = "key";
  private static final String DIGEST = "digest";
  private static final String ERASURE = "erasure";
  static final String CASE = "case";
  static final String EDITS = "edits";
  private static final String FREE_EDITS = "others";

  private RecordedJson() {}

  /** At least one; the inspection, the revision, the author and the time travel beside them. */
  public static List<byte[]> encode(Recorded recorded) {
    Change change = recorded.change();
    Envelope envelope = new Envelope(recorded.revision(), recorded.by(), recorded.at());
    Map<Optional<Reference>, List<Edit>> editsBySubject = new LinkedHashMap<>();
    for (Edit edit : change.edits()) {
      editsBySubject.computeIfAbsent(edit.touches(), subject -> new ArrayList<>()).add(edit);
    }
    List<Edit> free = editsBySubject.remove(Optional.<Reference>empty());
    Packing packing = new Packing(envelope);
    boolean apart = editsBySubject.size() > 1 || free != null;
    editsBySubject.values().forEach(edits -> packing.add(edits, apart));
    packing.add(free == null ? List.of() : free, apart);
    return packing.closed(change);
  }

  /**
   * The payloads of one case, in a change that touches others too: those that {@link #encode} makes
   * of these edits.
   *
   * @param at of the change, or a time that nothing recorded has: answers given then read back as
   *     given with the change, whenever that is recorded
   */
  public static List<byte[]> encodeCase(long revision, String by, Instant at, List<Edit> edits) {
    Envelope envelope = new Envelope(revision, by, at);
    if (SmallPayload.fits(edits)) {
      return List.of(SmallPayload.write(edits, envelope));
    }
    Packing packing = new Packing(envelope);
    packing.add(edits, true);
    return packing.written();
  }

  /**
   * What {@link #encode} was given, but for the order of edits.
   *
   * @param payloads empty where erased: a change that lacks one is of kind {@link
   *     Change.Kind#ERASED} and has the edits that are left; an erasure stays what it is
   */
  public static Recorded decode(
      InspectionId inspection,
      long revision,
      String by,
      Instant at,
      List<Optional<byte[]>> payloads) {
    Envelope envelope = new Envelope(revision, by, at);
    List<Edit> edits = new ArrayList<>();
    Change change = Change.none(Change.Kind.ERASED);
    for (Optional<byte[]> payload : payloads) {
      if (payload.isPresent()) {
        JsonNode node = Json.parseOwn(payload.get());
        Optional<Reference> subject = ValueJson.member(node, CASE).map(ValueJson::reference);
        node.path(EDITS).forEach(edit -> edits.add(EditJson.read(edit, subject, envelope)));
        node.path(FREE_EDITS)
            .forEach(edit -> edits.add(EditJson.read(edit, Optional.empty(), envelope)));
        change = node.has(KIND) ? closing(node) : change;
      }
    }
    boolean whole = payloads.stream().allMatch(Optional::isPresent);
    Change said =
        whole || change.kind() == Change.Kind.ERASE ? change : Change.none(Change.Kind.ERASED);
    return new Recorded(
        inspection,
        revision,
        by,
        at,
        new Change(said.kind(), edits, said.of(), said.reason(), said.once(), said.erasure()));
  }

  private static Change closing(JsonNode node) {
    JsonNode kind = node.required(KIND);
    return new Change(
        ValueJson.known(Change.Kind.ofWord(kind.textValue()), kind),
        List.of(),
        ValueJson.member(node, OF).map(JsonNode::longValue),
        node.path(REASON).asText(),
        ValueJson.member(node, KEY)
            .map(key -> new Once(key.textValue(), node.required(DIGEST).textValue())),
        ValueJson.member(node, ERASURE).map(ErasureJson::read));
  }

  /** Edits being laid into payloads. */
  private static final class Packing {
    private final List<byte[]> payloads = new ArrayList<>();
    private final Envelope envelope;
    private ObjectNode last = Json.object();
    private int bytes;

    Packing(Envelope envelope) {
      this.envelope = envelope;
    }

    void add(List<Edit> edits, boolean apart) {
      if (apart && !last.isEmpty()) {
        open();
      }
      for (Edit edit : edits) {
        if (bytes >= PAYLOAD_BYTES) {
          open();
        }
        ObjectNode written = EditJson.write(edit, envelope);
        edit.touches().ifPresent(subject -> last.put(CASE, subject.text()));
        last.withArray(edit.touches().isPresent() ? EDITS : FREE_EDITS).add(written);
        bytes += mostBytes(written);
      }
    }

    List<byte[]> closed(Change change) {
      if (change.erasure().isPresent()) {
        open();
        last.set(ERASURE, ErasureJson.write(change.erasure().get()));
      }
      last.put(KIND, change.kind().word());
      change.of().ifPresent(revision -> last.put(OF, revision));
      if (!change.reason().isEmpty()) {
        last.put(REASON, change.reason());
      }
      change.once().ifPresent(once -> last.put(KEY, once.key()).put(DIGEST, once.digest()));
      return written();
    }

    List<byte[]> written() {
      open();
      return List.copyOf(payloads);
    }

    private void open() {
      payloads.add(Json.bytes(last));
      last = Json.object();
      bytes = 0;
    }

    /** Three bytes of UTF-8 a character, and room for names and numbers. */
    private static int mostBytes(JsonNode node) {
      int most = 64 + 3 * node.asText().length();
      for (JsonNode child : node) {
        most += mostBytes(child);
      }
      return most;
    }
  }
}
