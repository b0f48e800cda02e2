#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD_DIR: all benchmarks; ratios inside one run are what to compare, not wall times between machines.
set -euo pipefail
bin=$1/bin
"$bin/bench_engine" --benchmark_min_time=0.3
"$bin/bench_alarm" --benchmark_min_time=0.3
"$bin/bench_analysis" --benchmark_min_time=0.3
echo
"$bin/bench_chance"
echo
"$bin/bench_storage"
echo
echo "start to first frame (offscreen, software), median of 9; work by accounts; memory"
python3 "$(dirname "$0")/startup.py" "$bin"
if command -v dbus-run-session >/dev/null && /usr/bin/python3 -c 'import dbus, gi' 2>/dev/null; then
    echo
    echo "from a price at the exchange to the notification accepted, polled every 250 ms"
    QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='qt.*=false' dbus-run-session \
        --config-file="$(dirname "$0")/../integration/notify/bus.conf" -- python3 -B "$(dirname "$0")/notice_latency.py" "$bin"
fi
