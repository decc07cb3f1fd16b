#!/bin/sh
# What the tests drive beside Python: Chromium (with CJK fonts) and Node. Installed where the machine allows it;
# else the tests that need them skip with one line (with ONETHING_REQUIRE_ALL=1 they fail instead).
set -u
need=""
command -v chromium >/dev/null 2>&1 || need="chromium fonts-noto-cjk"
command -v node >/dev/null 2>&1 || need="$need nodejs"
[ -z "$need" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $need; } >/dev/null 2>&1 && exit 0
fi
echo "note: could not install:$need – the tests that need it will skip"
exit 0
