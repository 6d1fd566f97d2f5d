package bandstand.inspection;

/** Who asks for something: a name of 1 to 64 letters, digits and {@code . _ -}, and a role. */
public record Person(String name, Role role) {
  public Person {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name: " + name);
    }
  }

  public static boolean isName(String text) {
    return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
  }

  public boolean isLead() {
    return role.isAtLeast(Role.LEAD);
  }
}
