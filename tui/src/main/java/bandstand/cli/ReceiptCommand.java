package bandstand.cli;

import bandstand.client.DaemonClient;
import bandstand.client.Request;
import bandstand.framework.Code;
import bandstand.framework.Framework;
import bandstand.framework.Outcome;
import bandstand.inspection.Judgement;
import bandstand.rating.GroupRatings;
import bandstand.rating.Ratings;
import bandstand.view.Figures;
import bandstand.view.RatingLines;
import bandstand.wire.RatingsTree;
import bandstand.wire.ReceiptReading;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bandstand receipt}: why a figure is what it is. */
@Command(
    name = "receipt",
    description = {
      "Why a figure is what it is: the cases counted and left out, the rules with their sources,"
          + " and a digest.",
      "The same revision always gives the same receipt."
    })
final class ReceiptCommand implements Callable<Integer> {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final String USED = "by discretion";

  private final Setting setting;
  private final Reach reach;

  @Parameters(index = "0", paramLabel = "ID", description = "The inspection.")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      description = "A key question (2.1.1), a standard (2.1) or overall.")
  private String code = "";

  @Option(
      names = "--at",
      paramLabel = "REVISION",
      description = "As it was then: a revision, or the name of a mark.")
  private Optional<String> at = Optional.empty();

  @Option(
      names = "--json",
      description =
          "Print the receipt as the daemon wrote it. Its digest is that of jq -cjS 'del(.sha256)' |"
              + " sha256sum.")
  private boolean json;

  ReceiptCommand(Setting setting, Reach reach) {
    this.setting = setting;
    this.reach = reach;
  }

  @Override
  public Integer call() {
    return reach.talk(
        client -> new Inspections(client).find(id).then(row -> received(client, row.edition())));
  }

  private Result<ExitCode> received(DaemonClient client, Framework edition) {
    return Result.of(
            client.ask(
                then(Request.get("inspections", id, "ratings", code, "receipt")), Outcome::done))
        .then(body -> json ? passed(body) : told(client, edition, body));
  }

  private Request then(Request request) {
    return at.map(revision -> request.with("at", revision)).orElse(request);
  }

  private Result<ExitCode> passed(byte[] body) {
    setting.output().pass(body);
    return new Result.Done<>(ExitCode.DONE);
  }

  private Result<ExitCode> told(DaemonClient client, Framework edition, byte[] body) {
    return Result.of(ReceiptReading.read(body), ExitCode.FAILED)
        .then(
            receipt ->
                Result.of(
                        client.ask(
                            Request.get("inspections", id, "ratings")
                                .with("at", Long.toString(receipt.revision())),
                            tree -> RatingsTree.read(tree, edition)))
                    .map(tree -> said(tree, receipt)));
  }

  private ExitCode said(RatingsTree tree, ReceiptReading receipt) {
    Output output = setting.output();
    output.say(
        "%s  %s  revision %d  %s %s"
            .formatted(
                receipt.inspection(),
                Figures.of(tree.ratings().framework()),
                receipt.revision(),
                receipt.code(),
                receipt.title()));
    Code asked = Code.parse(receipt.code()).orElse(Code.OVERALL);
    (asked.equals(Code.OVERALL)
            ? RatingLines.of(tree.ratings())
            : RatingLines.within(tree.ratings(), asked))
        .forEach(output::say);
    decisions(tree.ratings(), asked).forEach(output::say);
    receipt.counted().forEach(cases -> output.say(line("counted " + cases.what(), cases)));
    receipt.leftOut().forEach(cases -> output.say(line("left out, " + why(cases.what()), cases)));
    receipt.rules().forEach(rule -> output.say("rule: " + rule));
    output.say("edition " + receipt.frameworkDigest());
    output.say("receipt " + receipt.sha256());
    return ExitCode.DONE;
  }

  /** What people decided of just this: the words, who and when, and why. */
  private static List<String> decisions(Ratings ratings, Code code) {
    Framework edition = ratings.framework();
    List<String> lines = new ArrayList<>();
    ratings
        .standard(code)
        .ifPresent(
            rated -> {
              rated.judgement().ifPresent(one -> lines.addAll(decision(edition, "judged", one)));
              rated.discretion().ifPresent(one -> lines.addAll(decision(edition, USED, one)));
            });
    ratings
        .group(code)
        .flatMap(GroupRatings::judgement)
        .ifPresent(one -> lines.addAll(decision(edition, "judged", one)));
    if (code.equals(Code.OVERALL)) {
      ratings.overall().discretion().ifPresent(one -> lines.addAll(decision(edition, USED, one)));
    }
    return lines;
  }

  private static List<String> decision(Framework edition, String what, Judgement judgement) {
    String rating =
        judgement.rating().map(one -> Figures.word(edition, one)).orElse("as not rated");
    String agreed = judgement.agreed().map(who -> ", agreed by " + signed(who)).orElse("");
    return List.of(
        "%s %s by %s%s".formatted(what, rating, signed(judgement.by()), agreed),
        "reason: " + judgement.reason());
  }

  private static String signed(Judgement.Signature who) {
    return who.name() + ", " + WHEN.format(who.at().atZone(ZoneId.systemDefault()));
  }

  /** {@code counted yes: 3 (C01 C04 C09)}. */
  private static String line(String what, ReceiptReading.Cases cases) {
    int count = cases.references().size();
    String names = count == 0 ? "" : " (" + String.join(" ", cases.references()) + ")";
    return what + ": " + count + names;
  }

  private static String why(String word) {
    return word.replace('-', ' ');
  }
}
