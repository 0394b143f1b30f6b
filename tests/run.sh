#!/usr/bin/env bash
# Installs what the tests need, builds everything, runs every test project, and ends with "N passed, N failed".
# A test that fails is run once more by itself: failing again it is a failure, passing it is told by name as unsteady (and to be mended).
# Usage: tests/run.sh [PROJECT ...]   (folder names under tests/; all of them when none is named)
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { say "$*"; echo; echo "0 passed, 1 failed"; exit 1; }

missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
[ -x /usr/sbin/slapd ] || missing+=(slapd)
[ -x /usr/sbin/nginx ] || missing+=(nginx-light)
[ -x /usr/lib/cgi-bin/mapserv ] || missing+=(cgi-mapserver mapserver-bin)
[ -x /usr/bin/spawn-fcgi ] || missing+=(spawn-fcgi)
if [ ${#missing[@]} -gt 0 ]; then
  say "installing ${missing[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null 2>&1 \
    || fail "could not install ${missing[*]}: run 'apt-get install ${missing[*]}' as root, then again"
fi
axe=artifacts/npm/node_modules/axe-core/axe.min.js
if [ ! -f "$axe" ]; then
  say "installing axe-core"
  npm install --silent --no-audit --no-fund --prefix artifacts/npm axe-core@4.14.1 >/dev/null 2>&1 \
    || fail "could not install axe-core: is npm there and its registry in reach?"
fi
oidc=artifacts/npm/node_modules/oidc-provider
if [ ! -f "$oidc/lib/index.js" ]; then
  say "installing oidc-provider"
  npm install --silent --no-audit --no-fund --prefix artifacts/npm oidc-provider@9.13.3 >/dev/null 2>&1 \
    || fail "could not install oidc-provider: is npm there and its registry in reach?"
fi
export HUB_TEST_OIDC="$PWD/$oidc"
export HUB_TEST_AXE="$PWD/$axe" HUB_TEST_CHROMIUM="${HUB_TEST_CHROMIUM:-$(command -v chromium)}"

say "building"
dotnet build IntegrationHub.sln -c Release -v q --nologo || fail "the build failed"

projects=("$@")
if [ ${#projects[@]} -eq 0 ]; then
  for folder in tests/*/; do
    name=$(basename "$folder")
    grep -qs '<IsTestProject>false' "$folder$name.csproj" || projects+=("$name")
  done
fi

results=artifacts/test-results
rm -rf "$results" artifacts/fault-matrix
mkdir -p "$results"
count() { grep -o "$1=\"[0-9]*\"" "$2" | head -n 1 | tr -dc 0-9; }
# run PROJECT TRX [OPTION ...]
run() { dotnet test "tests/$1" -c Release --no-build --nologo -v q --logger "trx;LogFileName=$2.trx" --results-directory "$results" "${@:3}" 2>&1; }
# The tests that failed, one name a line; and with the first lines of what each said.
failures() { grep -o '<UnitTestResult [^>]*outcome="Failed"' "$1" | sed 's/.* testName="\([^"]*\)".*/\1/'; }
reasons() {
  awk '/<UnitTestResult .*outcome="Failed"/ { match($0, /testName="[^"]*"/); print "  " substr($0, RSTART + 10, RLENGTH - 11); on = 1; left = 12 }
       on && /<Message>/ { saying = 1 } saying && left-- > 0 { print "    " $0 } /<\/StackTrace>/ { on = saying = 0 }' "$1"
}
# test PROJECT: leaves its counts in PROJECT.counts, and what there is to tell in PROJECT.told and PROJECT.unsteady.
test_project() {
  local name=$1 started=$SECONDS output code trx p f total e filter told=""
  output=$(run "$name" "$name")
  code=$?
  trx="$results/$name.trx"
  if [ ! -f "$trx" ]; then
    say "$name: no result"
    printf '%s: no result\n%s\n' "$name" "$(printf '%s\n' "$output" | tail -n 40)" >"$results/$name.told"
    echo "0 1 0" >"$results/$name.counts"
    return
  fi
  p=$(count passed "$trx") f=$(count failed "$trx") total=$(count total "$trx") e=$(count executed "$trx")
  if [ "$f" -gt 0 ] && [ "$f" -le 5 ]; then
    filter=$(failures "$trx" | sed 's/(.*//; s/^/FullyQualifiedName=/' | sort -u | paste -sd '|')
    run "$name" "$name.again" --filter "$filter" >/dev/null
    code=$?
    if [ $code -eq 0 ] && [ "$(count passed "$results/$name.again.trx")" -ge "$f" ]; then
      { echo "$name"; reasons "$trx"; } >"$results/$name.unsteady"
      p=$((p + f)) f=0
    fi
  fi
  say "$name: $p passed, $f failed, $((total - e)) skipped ($((SECONDS - started)) s)"
  if [ "$f" -gt 0 ]; then
    told="$name: $f failed"$'\n'"$(reasons "$trx")"
  elif [ $code -ne 0 ]; then
    f=1 told="$name: exit code $code"$'\n'"$(printf '%s\n' "$output" | tail -n 40)"
  fi
  [ -z "$told" ] || printf '%s\n' "$told" >"$results/$name.told"
  echo "$p $f $((total - e))" >"$results/$name.counts"
}
# Two projects at a time: the tests wait more than they work.
for name in "${projects[@]}"; do
  [ "$(jobs -rp | wc -l)" -lt 2 ] || wait -n
  test_project "$name" &
done
wait
passed=0 failed=0 skipped=0
for name in "${projects[@]}"; do
  read -r p f e <"$results/$name.counts" || { p=0 f=1 e=0; echo "$name: no counts" >>"$results/$name.told"; }
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + e))
done
unsteady=$(cat "$results"/*.unsteady 2>/dev/null) told=$(cat "$results"/*.told 2>/dev/null)
if ls artifacts/fault-matrix/*.txt >/dev/null 2>&1; then
  echo
  echo "| connector | contract | fault | ends in | kept |"
  cat artifacts/fault-matrix/*.txt
fi
[ -z "$unsteady" ] || printf '\nUnsteady: failed, then passed by itself\n%s\n' "$unsteady"
[ -z "$told" ] || printf '\nWhat failed\n%s\n' "$told"
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
