package bandstand.inspection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do; each role may do what those before it may. */
public enum Role {
  VIEWER,
  INSPECTOR,
  LEAD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(Role other) {
    return compareTo(other) >= 0;
  }

  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
