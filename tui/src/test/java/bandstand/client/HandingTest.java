package bandstand.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandingTest {

  @Test
  void whatCameBeforeTheTakerComesFirstAndInOrder() {
    List<Integer> taken = new ArrayList<>();
    Handing<Integer> handing = new Handing<>();
    handing.accept(1);
    handing.accept(2);
    handing.accept(3);
    assertEquals(List.of(), taken);
    handing.to(taken::add);
    handing.accept(4);
    assertEquals(List.of(1, 2, 3, 4), taken);
  }
}
