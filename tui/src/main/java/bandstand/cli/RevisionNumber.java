package bandstand.cli;

import picocli.CommandLine;

/** A revision or the id of an event, as a person types it. */
final class RevisionNumber implements CommandLine.ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new CommandLine.TypeConversionException(
          "\"" + text + "\" is no whole number, such as 57; bandstand history lists them");
    }
    return Long.valueOf(text);
  }
}
