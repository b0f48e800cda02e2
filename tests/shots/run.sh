#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BUILD_DIR OUT_DIR: every page and dialog of the reference example, light and dark, as PNG, through the real program under a
# virtual display.
set -euo pipefail
program=$1/bin/plimsoll
out=$2
mkdir -p "$out"
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
pages=$("$program" --list-pages)
for theme in light dark; do
    for page in $pages; do
        rm -rf "$data"/*
        example=(--example)
        [ "$page" = first-run ] && example=()
        QT_QUICK_BACKEND=software LC_ALL=C.UTF-8 xvfb-run -a -s "-screen 0 1600x1200x24" \
            "$program" --data-dir "$data/d" "${example[@]}" --theme "$theme" --screenshot "$out/$page-$theme.png" --page "$page" \
            --price-url http://127.0.0.1:9
        echo "$out/$page-$theme.png"
    done
done
