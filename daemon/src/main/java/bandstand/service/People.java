package bandstand.service;

import bandstand.framework.Outcome;
import bandstand.framework.Problem;
import bandstand.inspection.Holder;
import bandstand.inspection.Person;
import bandstand.inspection.Role;
import bandstand.service.PeopleFile.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Who may do what: one token a person, kept only as its SHA-256.
 *
 * <p>A change is on disk when it returns, and the log says who made it. The day of a token's last
 * use is in memory until the next change, or {@link #keep}: a request writes nothing.
 */
public final class People {
  private static final System.Logger LOG = System.getLogger(People.class.getName());

  /** A large team several times over; each attempt compares with all of them. */
  private static final int MOST = 200;

  private static final int TOKEN_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final InstantSource clock;
  private final Map<String, LocalDate> used = new ConcurrentHashMap<>();
  private volatile List<Line> known;

  private People(Path file, InstantSource clock, List<Line> known) {
    this.file = file;
    this.clock = clock;
    this.known = List.copyOf(known);
  }

  /**
   * Reads the file; without one there is nobody yet.
   *
   * @throws IOException if it cannot be read, or is no such file
   */
  public static People open(Path file, InstantSource clock) throws IOException {
    return new People(file, clock, PeopleFile.read(file));
  }

  /** Whose token it is; takes as long whoever it is. */
  public Optional<Person> holder(String token) {
    Optional<Person> found = owner(hash(token));
    if (found.isPresent()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      if (!today.equals(used.get(found.get().name()))) {
        used.put(found.get().name(), today);
      }
    }
    return found;
  }

  private Optional<Person> owner(byte[] hash) {
    Optional<Person> found = Optional.empty();
    for (Line one : known) {
      if (MessageDigest.isEqual(one.hash(), hash)) {
        found = Optional.of(one.person());
      }
    }
    return found;
  }

  public boolean hasLead() {
    return hasLead(known);
  }

  private static boolean hasLead(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.person().isLead());
  }

  /** In the order in which they came. */
  public List<Holder> all() {
    return known.stream().map(this::upToDate).map(Line::holder).toList();
  }

  /**
   * A new token for a new person; the only time it is told.
   *
   * @param by the name of whoever makes it
   */
  public Outcome<String> add(Person person, String by) throws IOException {
    String token = newToken();
    return register(person, token, by).map(added -> token);
  }

  /** A token that nobody has yet. */
  public static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Takes a token that exists already. */
  public synchronized Outcome<Person> register(Person person, String token, String by)
      throws IOException {
    if (find(person.name()).isPresent()) {
      return conflict("%s has a token; revoke or rotate it".formatted(person.name()));
    }
    if (known.size() >= MOST) {
      return conflict("There are %d tokens; revoke some".formatted(MOST));
    }
    if (owner(hash(token)).isPresent()) {
      return taken();
    }
    List<Line> next = new ArrayList<>(upToDate(line -> true));
    next.add(line(person, token, by));
    write(next);
    tell("{0} made a token for {1}, {2}", by, person.name(), person.role().word());
    return Outcome.done(person);
  }

  /**
   * Replaces somebody's token, which is known no longer when this returns.
   *
   * @param token the new one
   */
  public synchronized Outcome<Person> rotate(String name, String token, String by)
      throws IOException {
    Optional<Line> found = find(name);
    if (found.isEmpty()) {
      return absent();
    }
    if (owner(hash(token)).isPresent()) {
      return taken();
    }
    write(replaced(name, line -> line(line.person(), token, by)));
    tell("{0} rotated the token of {1}", by, name);
    return Outcome.done(found.get().person());
  }

  /** Gives somebody another role; the token stays. One lead remains. */
  public synchronized Outcome<Person> promote(Person wished, String by) throws IOException {
    if (find(wished.name()).isEmpty()) {
      return absent();
    }
    List<Line> next =
        replaced(
            wished.name(),
            line ->
                new Line(
                    new Holder(wished, line.holder().made(), line.holder().lastUsed()),
                    line.hash()));
    if (!hasLead(next)) {
      return lastLead();
    }
    write(next);
    tell("{0} made {1} {2}", by, wished.name(), wished.role().word());
    return Outcome.done(wished);
  }

  /** The last lead keeps the token, so that nobody is locked out. */
  public synchronized Outcome<Person> revoke(String name, String by) throws IOException {
    Optional<Line> found = find(name);
    if (found.isEmpty()) {
      return absent();
    }
    List<Line> next = upToDate(line -> !line.name().equals(name));
    if (!hasLead(next)) {
      return lastLead();
    }
    write(next);
    tell("{0} revoked the token of {1}", by, name);
    return Outcome.done(found.get().person());
  }

  /**
   * Makes this token a lead's, whatever stands: whoever has it becomes lead, else it takes the
   * place of that person's token or comes as a new one.
   *
   * @return who has it
   */
  public synchronized Person mend(String name, String token) throws IOException {
    String holder = owner(hash(token)).map(Person::name).orElse(name);
    Person lead = new Person(holder, Role.LEAD);
    List<Line> next = new ArrayList<>(upToDate(line -> !line.name().equals(holder)));
    next.add(line(lead, token, name));
    write(next);
    return lead;
  }

  /** Writes down when tokens were last used. */
  public synchronized void keep() throws IOException {
    if (!used.isEmpty()) {
      write(upToDate(line -> true));
    }
  }

  private Optional<Line> find(String name) {
    return known.stream().filter(line -> line.name().equals(name)).findFirst();
  }

  private List<Line> replaced(String name, UnaryOperator<Line> change) {
    return upToDate(line -> true).stream()
        .map(line -> line.name().equals(name) ? change.apply(line) : line)
        .toList();
  }

  private List<Line> upToDate(Predicate<Line> wanted) {
    return known.stream().filter(wanted).map(this::upToDate).toList();
  }

  private Line upToDate(Line line) {
    Optional<LocalDate> day =
        Optional.ofNullable(used.get(line.name())).or(() -> line.holder().lastUsed());
    return new Line(new Holder(line.person(), line.holder().made(), day), line.hash());
  }

  /** A token that has not been used. */
  private Line line(Person person, String token, String by) {
    Holder.Made made = new Holder.Made(clock.instant(), by);
    return new Line(new Holder(person, Optional.of(made), Optional.empty()), hash(token));
  }

  private void write(List<Line> next) throws IOException {
    PeopleFile.write(file, next);
    known = List.copyOf(next);
    used.clear();
  }

  private static void tell(String what, String... names) {
    LOG.log(System.Logger.Level.INFO, what, (Object[]) names);
  }

  private static Outcome<Person> conflict(String detail) {
    return Outcome.refused(Problem.conflict(detail, List.of()));
  }

  /** A name without a token. */
  public static Outcome<Person> absent() {
    return Outcome.refused(Problem.Kind.NOT_FOUND, "There is no token of that name");
  }

  private static Outcome<Person> taken() {
    return conflict("This token is in use already; make another");
  }

  private static Outcome<Person> lastLead() {
    return conflict("This is the last lead's token; make another lead first");
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
