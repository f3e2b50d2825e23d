#!/usr/bin/env bash
# The dashboard under load and in a browser, beside a floor app, stock and tuned, in one run: ratios.
# The harness (compare.py with its floor_app/) is not part of this repository; BENCH_DIR names its folder.
#
#     BENCH_DIR=… bench/server.sh                          every page; about 25 minutes
#     BENCH_DIR=… bench/server.sh --levels 1,10 --rounds 1   3 minutes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ ! -f "${BENCH_DIR:-}/compare.py" ]; then
  echo "BENCH_DIR must name the folder of the load harness, the one with compare.py and floor_app/." >&2
  echo "Without it, what a page costs beside a bare one:  .venv/bin/python -m bench.app" >&2
  exit 2
fi
python=$PWD/.venv/bin/python
app=$PWD/serve.py
cd "$BENCH_DIR"
tuned='floor_tuned=floor_app/app.py;arg=--runner.postScriptGC=false;arg=--server.fileWatcherType=none'
if [ $# -eq 0 ]; then set -- --levels 1,10,50,100 --rounds 1 --held --browser; fi
exec "$python" compare.py "$app" --target "$tuned" "$@"
