// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringView>

namespace plimsoll::report {

/// How every page looks: by daylight, in the dark, on paper. The colours are those of the window; every state has a
/// shape and a word beside its colour.
inline constexpr QStringView kPageStyle =
    u":root{color-scheme:light dark;--ink:#18202b;--muted:#5a6676;--line:#d8dee7;--ground:#fff;--raised:#f3f6fa;"
    "--value:#1f6fb8;--safe:#17794a;--call:#9a6200;--call-ground:#f6b93b26;--liquidation:#c02c12;"
    "--liquidation-ground:#e8503326}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6ebf2;--muted:#9ca9ba;--line:#2b3644;--ground:#11171f;"
    "--raised:#1a222d;--value:#5aa9ef;--safe:#58c98a;--call:#f0b541;--call-ground:#f0b54122;--liquidation:#ff7f63;"
    "--liquidation-ground:#ff7f6322}}"
    "body{font:14px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:1040px;"
    "margin:2.5rem auto;padding:0 1.25rem}"
    "h1{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem}"
    "h2{font-size:1.15rem;margin:2.25rem 0 .6rem;padding-top:1.1rem;border-top:1px solid var(--line);"
    "overflow-wrap:anywhere}"
    "h3{font-size:1rem;margin:1.4rem 0 .4rem}.lead,.none{color:var(--muted);max-width:80ch}"
    ".facts{display:flex;flex-wrap:wrap;gap:.75rem;list-style:none;padding:0;margin:1.4rem 0}"
    ".facts li{background:var(--raised);border-radius:8px;padding:.6rem 1rem;min-width:7rem}"
    ".facts b{display:block;font-size:1.3rem;line-height:1.3;font-variant-numeric:tabular-nums}"
    ".facts span{color:var(--muted);font-size:.86rem}"
    ".wide{overflow-x:auto}table{border-collapse:collapse;width:100%}"
    "th{font-weight:600;font-size:.95em;color:var(--muted);vertical-align:bottom}"
    "th,td{text-align:left;padding:.32rem 1.25rem .32rem 0;border-bottom:1px solid var(--line);vertical-align:top}"
    "th:last-child,td:last-child{padding-right:0}"
    ".fixed,.figure{white-space:nowrap;font-variant-numeric:tabular-nums}th.figure,td.figure{text-align:right}"
    ".words{overflow-wrap:anywhere;min-width:11rem}"
    ".state i{font-style:normal;display:inline-block;width:1.3em}.state.normal i,.state.no_debt i{color:var(--safe)}"
    ".state.margin_call{color:var(--call)}.state.liquidation,.state.liquidated{color:var(--liquidation)}"
    ".state.unknown{color:var(--muted)}"
    "svg{display:block;width:100%;height:auto;margin:.6rem 0 1rem;min-width:400px}svg.large{min-width:760px}"
    "svg text{font-size:11px;fill:var(--muted);font-variant-numeric:tabular-nums}svg .bar{fill:var(--ink)}"
    ".value-tick{text-anchor:end}.time-tick{text-anchor:middle}.grid{stroke:var(--line);stroke-width:.75}"
    ".value{fill:none;stroke:var(--value);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}"
    "line.call{stroke:var(--call);stroke-dasharray:6 4}line.liquidation{stroke:var(--liquidation);stroke-dasharray:2 3}"
    ".call-ground{fill:var(--call-ground)}.liquidation-ground{fill:var(--liquidation-ground)}"
    ".moment{stroke:var(--muted);stroke-width:.75;opacity:.5}.call-sign{fill:var(--call)}"
    ".liquidation-sign{fill:var(--liquidation)}.booking-sign{fill:var(--value)}"
    ".pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(420px,100%),1fr));gap:0 2rem}"
    "tr,svg,.facts li{break-inside:avoid}h2,h3{break-after:avoid}"
    "@media print{:root{color-scheme:light;--ink:#000;--muted:#444;--line:#ccc;--ground:#fff;--raised:#f3f3f3;"
    "--value:#1f6fb8;--safe:#17794a;--call:#9a6200;--liquidation:#c02c12}"
    "body{max-width:none;margin:0;padding:0;font-size:10.5px}th,td{padding-right:.7rem}.wide{overflow:visible}}";

} // namespace plimsoll::report
