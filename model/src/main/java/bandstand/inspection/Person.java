package bandstand.inspection;

import java.nio.charset.StandardCharsets;

/** Who asks for something: a name of 1 to 64 letters, digits and {@code . _ -}, and a role. */
public record Person(String name, Role role) {
  /** A frame of the journal holds the author in one byte's length; nobody's name comes near. */
  private static final int NAME_BYTES = 200;

  public Person {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name: " + name);
    }
  }

  public static boolean isName(String text) {
    return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}")
        && text.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES;
  }

  public boolean isLead() {
    return role.isAtLeast(Role.LEAD);
  }
}
