package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.store.Durable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who may do what: one token a person, kept only as its SHA-256.
 *
 * <p>The file has a line a person: name, role and hash, separated by tabs.
 */
public final class People {
  /** A large team several times over; each attempt compares with all of them. */
  private static final int MOST = 200;

  private static final int TOKEN_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private volatile List<Known> known;

  private record Known(Person person, byte[] hash) {}

  private People(Path file, List<Known> known) {
    this.file = file;
    this.known = List.copyOf(known);
  }

  /**
   * Reads the file; without one there is nobody yet.
   *
   * @throws IOException if it cannot be read, or is no such file
   */
  public static People open(Path file) throws IOException {
    List<Known> known = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] fields = line.split("\t", -1);
        Optional<Role> role = fields.length == 3 ? Role.ofWord(fields[1]) : Optional.empty();
        if (role.isEmpty() || !Person.isName(fields[0]) || !fields[2].matches("[0-9a-f]{64}")) {
          throw new IOException(
              "%s: a line is not name, role and hash".formatted(file.getFileName()));
        }
        known.add(new Known(new Person(fields[0], role.get()), HexFormat.of().parseHex(fields[2])));
      }
    }
    return new People(file, known);
  }

  /** Whose token it is; takes as long whoever it is. */
  public Optional<Person> holder(String token) {
    byte[] hash = hash(token);
    Optional<Person> found = Optional.empty();
    for (Known one : known) {
      if (MessageDigest.isEqual(one.hash(), hash)) {
        found = Optional.of(one.person());
      }
    }
    return found;
  }

  public boolean hasLead() {
    return known.stream().anyMatch(one -> one.person().isLead());
  }

  public List<Person> all() {
    return known.stream().map(Known::person).toList();
  }

  /** A new token for a new person; the only time it is told. */
  public Outcome<String> add(Person person) throws IOException {
    String token = newToken();
    return register(person, token).map(added -> token);
  }

  /** A token that nobody has yet. */
  public static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Takes a token that exists already. */
  public synchronized Outcome<Person> register(Person person, String token) throws IOException {
    if (known.stream().anyMatch(one -> one.person().name().equals(person.name()))) {
      return Outcome.refused(
          Problem.conflict("%s has a token; revoke it first".formatted(person.name()), List.of()));
    }
    if (known.size() >= MOST) {
      return Outcome.refused(
          Problem.conflict("There are %d tokens; revoke some".formatted(MOST), List.of()));
    }
    List<Known> next = new ArrayList<>(known);
    next.add(new Known(person, hash(token)));
    write(next);
    return Outcome.done(person);
  }

  /** The last lead keeps the token, so that nobody is locked out. */
  public synchronized Outcome<Person> revoke(String name) throws IOException {
    Optional<Known> found =
        known.stream().filter(one -> one.person().name().equals(name)).findFirst();
    if (found.isEmpty()) {
      return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no token of that name");
    }
    List<Known> next = known.stream().filter(one -> !one.person().name().equals(name)).toList();
    if (next.stream().noneMatch(one -> one.person().isLead())) {
      return Outcome.refused(
          Problem.conflict("This is the last lead's token; make another first", List.of()));
    }
    write(next);
    return Outcome.done(found.get().person());
  }

  private void write(List<Known> next) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Known one : next) {
      text.append(one.person().name())
          .append('\t')
          .append(one.person().role().word())
          .append('\t')
          .append(HexFormat.of().formatHex(one.hash()))
          .append('\n');
    }
    Durable.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    known = List.copyOf(next);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
