package bandstand.wire;

import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The ratings as they stand, and as supposed changes would make them. */
public record WhatIf(RatingsTree before, RatingsTree after) {

  public List<RatingMove> moves() {
    return RatingMove.between(before.ratings(), after.ratings());
  }

  public byte[] json() {
    ObjectNode node = Json.object();
    node.set("before", before.node());
    node.set("after", after.node());
    node.set("changed", RatingMove.node(moves(), after.ratings().framework()));
    return Json.bytes(node);
  }

  /** Read back from {@link #json}. */
  public static Outcome<WhatIf> read(byte[] json, Framework framework) {
    return Reply.read(
        json,
        (answer, faults) -> {
          answer.needs("before");
          answer.needs("after");
          Optional<RatingsTree> before = RatingsTree.read(answer.object("before"), framework);
          Optional<RatingsTree> after = RatingsTree.read(answer.object("after"), framework);
          return before.flatMap(from -> after.map(to -> new WhatIf(from, to)));
        });
  }
}
