# SPDX-License-Identifier: GPL-3.0-or-later
"""A fake exchange on loopback for tests and practice: Binance's public price endpoints, scripted by files.

Run with --help, or read README.md next to this file. Standard library only.
"""
import argparse
import os
import signal
import sys
import threading

sys.dont_write_bytecode = True  # a test run must not leave files in the source tree

import faults
from candles import CandleError
from market import ADVANCE_MODES, CandleScenario, Market, MarketError, NoScenario, ScriptScenario, load_price_body
from server import Exchange

EXIT_USAGE, EXIT_DATA, EXIT_PORT = 64, 65, 69
END_GRACE_S = 0.5  # the answer that carries the last prices must get out


def _parser():
    parser = argparse.ArgumentParser(prog="fakeexchange.py", description="Fake exchange on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 picks a free one (default)")
    parser.add_argument("--prices", metavar="FILE", help="a body of ticker/price, served as it is")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--script", metavar="FILE", help="a JSON script of price steps, own or in scripts/")
    source.add_argument("--candles", metavar="FILE", nargs="+", help="candle CSV files, plain or .gz")
    parser.add_argument("--advance", choices=ADVANCE_MODES, help="what moves the scenario on")
    parser.add_argument("--speed", type=float, help="time runs this many times faster; implies --advance time")
    parser.add_argument("--from-ms", type=int, help="candles: first sample time, ms UTC")
    parser.add_argument("--to-ms", type=int, help="candles: last sample time, ms UTC")
    parser.add_argument("--wait-start", action="store_true", help="time starts at the first ticker/price request")
    parser.add_argument("--time-offset-ms", type=int, default=0, help="exchange clock is off by this")
    parser.add_argument("--fault", action="append", default=[], metavar="NAME[:ARG][@COUNT]", help="may be repeated")
    parser.add_argument("--list-faults", action="store_true", help="print the table of faults and end")
    parser.add_argument("--enforce-limits", action="store_true", help="answer 429 above 6000 weight a minute")
    parser.add_argument("--exit-at-end", action="store_true", help="end when the scenario is done")
    return parser


def _advance(args, scenario):
    if args.advance:
        chosen = args.advance
    elif args.speed is not None:
        chosen = "time"
    else:
        chosen = scenario.data.get("advance", "time") if args.script else "request" if args.candles else "manual"
    if chosen not in ADVANCE_MODES:
        raise MarketError(f"{args.script}: advance must be one of {', '.join(ADVANCE_MODES)}")
    return chosen


def _market(args):
    body, prices = load_price_body(args.prices) if args.prices else (None, {})
    speed = args.speed
    if args.script:
        shipped = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scripts", args.script)
        if not os.path.exists(args.script) and os.path.exists(shipped):
            args.script = shipped
        scenario = ScriptScenario(args.script)
        speed = scenario.data.get("speed", 1.0) if speed is None else speed
        for item in scenario.faults():
            faults.parse(item)
    elif args.candles:
        scenario = CandleScenario(args.candles, args.from_ms, args.to_ms)
    else:
        scenario = NoScenario()
    speed = 1.0 if speed is None else speed
    if not isinstance(speed, (int, float)) or not speed > 0:
        raise MarketError("speed must be a number above 0")
    return Market(scenario, _advance(args, scenario), speed, body, prices, args.time_offset_ms, args.wait_start)


def _print_faults():
    for name, spec in sorted(faults.TABLE.items()):
        form = "=".join(key.upper() for key, (_, default) in spec.params.items() if default is faults.REQUIRED)
        optional = next((f"[:{key.upper()}]" for key in spec.params), "") if not form else ""
        print(f"{name + (':' + form if form else optional):34} {spec.doc}")


def _run(args):
    market = _market(args)
    started = [faults.parse(text) for text in args.fault]
    exchange = Exchange(market, args.port, args.enforce_limits)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    for fault in started:
        exchange.board.add(fault)
    exchange.start()
    print(f"listening on http://127.0.0.1:{exchange.port}", flush=True)
    while not ended.wait(0.1):
        if args.exit_at_end and market.done:
            ended.wait(END_GRACE_S)
            break
    exchange.stop.set()
    return 0


def main():
    args = _parser().parse_args()
    if args.list_faults:
        _print_faults()
        return 0
    try:
        return _run(args)
    except (MarketError, CandleError, faults.FaultError) as error:
        print(f"fakeexchange: {error}", file=sys.stderr)
        return EXIT_DATA
    except OSError as error:
        print(f"fakeexchange: {error}", file=sys.stderr)
        return EXIT_PORT if error.errno in (13, 98) else EXIT_DATA


if __name__ == "__main__":
    sys.exit(main())
