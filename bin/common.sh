# Shared by the scripts beside it: words in two languages, the right Java, and a built, quickly starting application.
# Sourced, never run by itself.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
work="$root/target"
app_pointer="$work/app.current"

export SAMVERKAN_LANGUAGE="${SAMVERKAN_LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-sv}}}}"
# Whatever the terminal's locale is, names of files and schools keep their å, ä and ö.
export LC_ALL=C.UTF-8

# Prints the Swedish sentence, or the English one where the terminal speaks English.
say() {
  case "$SAMVERKAN_LANGUAGE" in
    en*) printf '%s\n' "$2" >&2 ;;
    *) printf '%s\n' "$1" >&2 ;;
  esac
}

give_up() {
  say "$@"
  exit 1
}

is_jdk_25() {
  [[ -x "$1/bin/javac" ]] && grep -qs '^JAVA_VERSION="25[."]' "$1/release"
}

# Every place where a JDK usually lies, one folder a line.
jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}" "$root/.toolchain"/*
  local java
  java="$(command -v javac || true)"
  if [[ -n "$java" ]]; then
    dirname "$(dirname "$(readlink -f "$java")")"
  fi
  printf '%s\n' /usr/lib/jvm/*25* /usr/java/*25* /opt/*25* /opt/java/*25* \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home
  sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml" 2>/dev/null || true
}

find_java() {
  local candidate
  while IFS= read -r candidate; do
    if [[ -n "$candidate" ]] && is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return
    fi
  done < <(jdk_candidates)
  give_up \
    "Samverkan behöver JDK 25: installera det (till exempel Eclipse Temurin 25) och kör samma kommando igen." \
    "Samverkan needs JDK 25: install it (for example Eclipse Temurin 25) and run the same command again."
}

may_install() {
  command -v apt-get >/dev/null && { [[ "$(id -u)" == 0 ]] || sudo -n true 2>/dev/null; }
}

# Installs Debian packages where this user may; says nothing and fails where not.
install_packages() {
  may_install || return 1
  local as_root=()
  [[ "$(id -u)" == 0 ]] || as_root=(sudo -n)
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -qq >&2 </dev/null &&
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >&2 </dev/null
}

find_maven() {
  command -v mvn >/dev/null || install_packages maven || give_up \
    "Samverkan byggs med Maven: installera det (paketet heter maven) och kör samma kommando igen." \
    "Samverkan is built with Maven: install it (the package is called maven) and run the same command again."
}

maven() {
  # Maven 3.8 itself uses what JDK 25 warns of; the warnings would hide ours.
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    mvn -B --no-transfer-progress -f "$root/pom.xml" "$@" </dev/null
}

# The folder of the built application; empty where nothing is built or the sources are newer.
built_app() {
  [[ -f "$app_pointer" ]] || return 0
  local app newer
  app="$(<"$app_pointer")"
  newer="$(find "$root/pom.xml" "$root/src/main" -newer "$app_pointer" -print -quit)"
  if [[ -z "$newer" && -f "$app/samverkan.jar" && -x "$(<"$app/java")/bin/java" ]]; then
    printf '%s' "$app"
  fi
}

# Sets app to the folder of the application and JAVA_HOME to its Java, building first where that is needed.
ensure_built() {
  app="$(built_app)"
  if [[ -z "$app" ]]; then
    find_java
    find_maven
    mkdir -p "$work"
    exec 9>"$work/build.lock"
    command -v flock >/dev/null && flock 9
    app="$(built_app)"
    [[ -n "$app" ]] || build
    exec 9>&-
  fi
  JAVA_HOME="$(<"$app/java")"
  export JAVA_HOME
}

# Each build gets a folder of its own, so that a server that is running keeps the files it started from.
build() {
  local started
  started="$(date +%s)"
  say "Bygger Samverkan (en till några minuter första gången) …" "Building Samverkan (one to a few minutes the first time) …"
  local began="$work/build.began"
  touch "$began"
  if ! maven -q -Pquick -Dmaven.test.skip=true package >"$work/build.log" 2>&1; then
    tail -n 40 "$work/build.log" >&2
    give_up "Bygget misslyckades; hela loggen ligger i $work/build.log." "The build failed; the whole log is in $work/build.log."
  fi
  app="$work/app-$(date +%Y%m%d-%H%M%S)"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$work/samverkan.jar" extract --destination "$app" >/dev/null
  printf '%s' "$JAVA_HOME" >"$app/java"
  train
  # As old as the beginning of the build: what was edited meanwhile is built the next time.
  printf '%s' "$app" >"$app_pointer.new"
  touch -r "$began" "$app_pointer.new"
  mv "$app_pointer.new" "$app_pointer"
  remove_old_builds
  say "Byggt på $(($(date +%s) - started)) s." "Built in $(($(date +%s) - started)) s."
}

remove_old_builds() {
  local old
  # The newest three stay, for servers that still run from them.
  ls -1d "$work"/app-2* | sort -r | tail -n +4 | while IFS= read -r old; do rm -rf "$old"; done
}

# Flags of every start. Small heap and the serial collector keep the resident memory low on small machines; the cache
# below is only accepted with the flags it was made with.
java_flags() {
  flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx320m --enable-native-access=ALL-UNNAMED
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
}

# Starts the application once on a throw-away database and lets the JDK keep what it learned (classes loaded, linked and
# profiled) in a cache beside the jar: later starts take half the time. A failed training costs only that.
train() {
  say "Förbereder snabb start …" "Preparing quick starts …"
  local practice="$app/practice" log="$work/training.log" process
  java_flags
  SAMVERKAN_LOG='' SAMVERKAN_DB_URL='' "$JAVA_HOME/bin/java" "${flags[@]}" -XX:AOTCacheOutput="$app/samverkan.aot" \
    -jar "$app/samverkan.jar" run --empty --port 0 --data "$practice" >"$log" 2>&1 </dev/null 9>&- &
  process=$!
  until grep -qs 'http://' "$log" || ! kill -0 "$process" 2>/dev/null; do sleep 0.2; done
  kill -TERM "$process" 2>/dev/null || true
  wait "$process" || true
  rm -rf "$practice"
  [[ -f "$app/samverkan.aot" ]] || say \
    "Snabbstarten kunde inte förberedas (se $log); starten tar några sekunder längre." \
    "Quick starts could not be prepared (see $log); starting takes a few seconds longer."
}

# Becomes the application with these arguments. Relative paths mean the folder the person stands in.
run_application() {
  ensure_built
  java_flags
  [[ -f "$app/samverkan.aot" ]] && flags+=(-XX:AOTCache="$app/samverkan.aot" -Xlog:aot=off -Xlog:cds=off)
  # A command that only computes is done before the thorough compiler would pay.
  [[ "${1:-}" == estimate || "${1:-}" == draw ]] && flags+=(-XX:TieredStopAtLevel=1)
  # A large panel needs room, and for a moment only.
  [[ "${1:-}" == evaluate ]] && flags+=(-Xmx1g)
  # shellcheck disable=SC2086 # JAVA_OPTIONS is a list of words
  exec "$JAVA_HOME/bin/java" "${flags[@]}" ${JAVA_OPTIONS:-} -jar "$app/samverkan.jar" "$@"
}
