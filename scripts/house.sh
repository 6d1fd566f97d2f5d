# Sourced by the commands beside it: finds a JDK 25, and the folder of what was built.
# shellcheck shell=bash

# Sets JAVA_HOME and jdk_version, or says what is missing and ends. It runs no java, since a start
# pays for every process, and each JDK says its version in a file.
find_jdk() {
  local home java
  java=$(type -P java || true)
  if [[ -n $java ]]; then
    java=$(readlink -f "$java")
    java=${java%/bin/java}
  fi
  for home in "${JAVA_HOME:-}" "$java" /usr/lib/jvm/*; do
    if [[ -n $home && -x $home/bin/java && -x $home/bin/javac ]] && is_25 "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  echo "bandstand: no JDK 25 found (looked at JAVA_HOME, the java on PATH, /usr/lib/jvm):" \
    "install one or point JAVA_HOME at it" >&2
  exit 1
}

is_25() {
  local line
  [[ -r $1/release ]] || return 1
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"(25[.+\"-].*) ]]; then
      jdk_version=${BASH_REMATCH[1]%\"}
      return 0
    fi
  done <"$1/release"
  return 1
}

# Sets built, the folder for what scripts/build makes: in the tree, or in the user's cache when the
# tree is read-only and nobody has built it. built/current is the finished build, replaced whole.
find_built() {
  root=$1
  built=$root/target/bandstand
  if [[ ! -w $root ]] && ! is_current; then
    built=${XDG_CACHE_HOME:-${HOME:?}/.cache}/bandstand/built${root//[^A-Za-z0-9]/-}
  fi
}

# True when nothing was touched, added or removed since the build, and it was made for this tree's
# place and this JDK: the start-up caches hold only for them.
is_current() {
  local made_for
  [[ -r $built/current/made-for ]] || return 1
  IFS= read -r made_for <"$built/current/made-for" || return 1
  [[ $made_for == "$(made_for)" ]] || return 1
  [[ -z $(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main \
    "$root"/scripts/{build,daemon.jvm,tui.jvm} \
    -newer "$built/current/made-for" -print -quit) ]]
}

made_for() {
  echo "$root $JAVA_HOME $jdk_version"
}

find_maven() {
  if ! type -P mvn >/dev/null; then
    echo "bandstand: no Maven found: install it (3.8.6 or newer); only building needs it" >&2
    exit 1
  fi
}

# Maven on the JDK found, which its short runs leave before an optimising compiler pays.
maven() {
  local flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
  flags+=" --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  MAVEN_OPTS="$flags ${MAVEN_OPTS:-}" mvn -B -f "$root/pom.xml" "$@"
}
