package bandstand.daemon;

/** What the end of the daemon, or of a command on its data, tells a script. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  /** As the client says of every file it is given. */
  BAD_INPUT(5),
  DATA_IN_USE(6),
  PORT_TAKEN(7),
  NOT_THE_OWNER(8),
  NO_TOKEN(9),
  NOT_USABLE(10);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** For the end of a help text. */
  static String[] table() {
    return new String[] {
      "",
      "Exit codes: 0 stopped or done, 1 refused or failed, 2 usage, 5 the backup is not sound,",
      "6 another daemon uses the data, 7 the port or socket is taken, 8 the data is another's,",
      "9 the token can be read by others or is none, 10 a file or folder cannot be used,",
      "143 stopped by SIGTERM."
    };
  }
}
