package bandstand.wire;

import bandstand.framework.Outcome;
import bandstand.inspection.InspectionId;
import bandstand.inspection.Limits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What an erasure came to, and where else to look. */
public final class ErasedJson {
  private static final int TEXT_CHARACTERS = 1_000;

  /**
   * What was erased.
   *
   * @param erased what the case is called since, or {@value ErasureLedger#EVERYTHING}
   * @param frames of the journal that were overwritten
   * @param elsewhere other inspections that hold a case of that reference, or one that was removed
   * @param mentions how many texts elsewhere name it
   * @param backups what to know of backups
   */
  public record Erased(
      long revision,
      String erased,
      int frames,
      List<InspectionId> elsewhere,
      int mentions,
      String backups) {
    public Erased {
      elsewhere = List.copyOf(elsewhere);
    }
  }

  private ErasedJson() {}

  public static byte[] write(Erased erased) {
    ObjectNode node =
        Json.object()
            .put("revision", erased.revision())
            .put("erased", erased.erased())
            .put("frames", erased.frames());
    var elsewhere = node.putArray("elsewhere");
    erased.elsewhere().forEach(id -> elsewhere.add(id.text()));
    return Json.bytes(node.put("mentions", erased.mentions()).put("backups", erased.backups()));
  }

  /** Read back from {@link #write}. */
  public static Outcome<Erased> read(byte[] json) {
    return Reply.read(
        json,
        (answer, _) -> {
          Optional<Long> revision = answer.required("revision", answer::revision);
          Optional<Integer> frames =
              answer.required("frames", name -> answer.integer(name, 0, Integer.MAX_VALUE));
          String erased = answer.needed("erased", Limits.NAME_CHARACTERS);
          List<InspectionId> elsewhere =
              answer.strings("elsewhere", Limits.NAME_CHARACTERS).stream()
                  .flatMap(text -> InspectionId.parse(text).stream())
                  .toList();
          int mentions = answer.integer("mentions", 0, Integer.MAX_VALUE).orElse(0);
          String backups = answer.string("backups", TEXT_CHARACTERS).orElse("");
          return revision.flatMap(
              made ->
                  frames.map(
                      count -> new Erased(made, erased, count, elsewhere, mentions, backups)));
        });
  }
}
