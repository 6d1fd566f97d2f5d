package bandstand.document;

import bandstand.framework.CharacteristicsText;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Rating;
import bandstand.framework.Standard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One reading of a document from a place on, as the characteristics of an edition: the judged
 * standards of its first group, each with a statement and all ratings from the highest down, as
 * many paragraphs under each (001: 4, 5, 4 and 5).
 */
final class CharacteristicsReading {
  private final Framework framework;
  private final List<Piece> pieces;
  private final Sequence<Place> places;
  private final Departures faults = new Departures();
  private final SortedMap<Code, Headed> standards = new TreeMap<>();
  private final SortedMap<Code, Map<Rating, Headed>> ratings = new TreeMap<>();
  private Code at;
  private Headed under = new Headed(0, "");
  private boolean astray;

  /** A standard's heading, or one of its ratings. */
  private record Place(Code standard, Optional<Rating> rating) {}

  private CharacteristicsReading(Framework framework, List<Piece> pieces) {
    this.framework = framework;
    this.pieces = pieces;
    List<Code> codes = described(framework);
    this.at = codes.getFirst();
    this.places =
        new Sequence<>(
            codes.stream()
                .flatMap(
                    code ->
                        Stream.concat(
                            Stream.of(new Place(code, Optional.empty())),
                            Arrays.stream(Rating.values())
                                .sorted((one, other) -> other.compareTo(one))
                                .map(rating -> new Place(code, Optional.of(rating)))))
                .toList());
  }

  /** The standards such a document would describe; none where none is judged. */
  static List<Code> described(Framework framework) {
    return framework.groups().getFirst().standards().stream()
        .filter(Standard::judged)
        .map(Standard::code)
        .toList();
  }

  static Attempt<CharacteristicsText> of(String digest, Framework framework, List<Piece> pieces) {
    CharacteristicsReading reading = new CharacteristicsReading(framework, pieces);
    reading.read();
    int found = reading.ratings.values().stream().mapToInt(Map::size).sum();
    return new Attempt<>(reading.text(digest), reading.faults, reading.standards.size() + found);
  }

  private void read() {
    for (Piece piece : pieces) {
      if (faults.enough()) {
        return;
      }
      Optional<Rating> rating = rating(piece);
      if (piece instanceof Piece.Coded coded && coded.code().depth() > 1) {
        go(new Place(coded.code(), Optional.empty()), piece, coded.code() + " " + coded.text());
      } else if (rating.isPresent()) {
        go(new Place(at, rating), piece, piece.text());
      } else {
        text(piece);
      }
    }
    int last = pieces.getLast().line();
    leftOut(places.rest(), last, "the end of the document");
    ratings.forEach(this::checkNumbers);
  }

  private Optional<Rating> rating(Piece piece) {
    return piece instanceof Piece.Plain plain
        ? Arrays.stream(Rating.values())
            .filter(rating -> framework.word(rating).title().equalsIgnoreCase(plain.text()))
            .findFirst()
        : Optional.empty();
  }

  private void go(Place place, Piece piece, String found) {
    if (place.rating().isPresent() && astray) {
      return;
    }
    if (!places.awaits(place)) {
      astray = place.rating().isEmpty();
      under = new Headed(piece.line(), "");
      faults.unexpected(
          piece.line(),
          places.next().map(Place::standard).orElse(at),
          found,
          places.next().map(next -> shown(next) + " comes next").orElse("There should be no more"));
      return;
    }
    leftOut(places.goTo(place), piece.line(), found);
    astray = false;
    at = place.standard();
    Headed headed = new Headed(piece.line(), piece.text());
    under = headed;
    if (place.rating().isPresent()) {
      ratings
          .computeIfAbsent(at, _ -> new EnumMap<>(Rating.class))
          .put(place.rating().get(), headed);
    } else {
      standards.put(at, headed);
    }
  }

  private void text(Piece piece) {
    switch (piece) {
      case Piece.Plain plain -> under.take(plain);
      case Piece.Coded coded -> under.take(coded.plain());
      case Piece.Item item when item.isDash() -> under.take(item.plain());
      case Piece.Item item ->
          faults.unexpected(item.line(), at, item.text(), "Characteristics have no lists");
    }
  }

  private void leftOut(List<Place> missing, int line, String found) {
    if (!missing.isEmpty()) {
      String more = missing.size() == 1 ? "" : " to " + shown(missing.getLast());
      Place first = missing.getFirst();
      faults.missing(line, first.standard(), shown(first) + more, found);
    }
  }

  private String shown(Place place) {
    return place
        .rating()
        .map(rating -> "%s of %s".formatted(framework.word(rating).title(), place.standard()))
        .orElse("Standard " + place.standard());
  }

  /** A paragraph that is lost, or split over a page, shows in the numbers. */
  private void checkNumbers(Code standard, Map<Rating, Headed> own) {
    int most = own.values().stream().mapToInt(one -> one.paragraphs().size()).max().orElse(0);
    own.forEach(
        (rating, headed) -> {
          int printed = headed.paragraphs().size();
          if (printed < Math.max(1, most)) {
            faults.missing(
                headed.heading().line(),
                standard,
                "%s: a paragraph like those of the other ratings"
                    .formatted(shown(new Place(standard, Optional.of(rating)))),
                "%d of %d".formatted(printed, most));
          }
        });
  }

  private CharacteristicsText text(String digest) {
    SortedMap<Code, String> statements = new TreeMap<>();
    standards.forEach(
        (code, headed) -> {
          String statement = Headed.joined(headed.paragraphs());
          if (statement.length() > Passage.MOST_CHARACTERS) {
            faults.tooLong(code, headed.paragraphs().getFirst());
          } else if (!statement.isEmpty()) {
            statements.put(code, statement);
          }
        });
    SortedMap<Code, Map<Rating, List<String>>> paragraphs = new TreeMap<>();
    ratings.forEach(
        (code, own) -> {
          Map<Rating, List<String>> texts = new EnumMap<>(Rating.class);
          own.forEach((rating, headed) -> texts.put(rating, checked(code, headed)));
          paragraphs.put(code, texts);
        });
    return new CharacteristicsText(digest, statements, paragraphs);
  }

  private List<String> checked(Code standard, Headed headed) {
    List<String> texts = new ArrayList<>();
    for (Passage passage : headed.paragraphs()) {
      if (passage.isTooLong()) {
        faults.tooLong(standard, passage);
      }
      texts.add(passage.text());
    }
    return texts;
  }
}
