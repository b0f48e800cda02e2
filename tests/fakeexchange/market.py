# SPDX-License-Identifier: GPL-3.0-or-later
"""The fake market: which prices hold now, what the exchange's clock says, and how the scenario moves on.

A Market owns one scenario (none, script or candles) and is advanced by time, by request or by hand. All prices
are text and never converted. Every public member may be called from any thread. Times are ms UTC.
"""
import json
import re
import threading
import time
from decimal import Decimal

import candles as candle_files

ADVANCE_MODES = ("time", "request", "manual")
CLEAN_PRICE = re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})?")


class MarketError(ValueError):
    """A scenario or price that cannot be used; the text says where."""


class Raw:
    """A JSON token written into the answer exactly as given (a bare number, null, a broken word)."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Raw) and other.text == self.text


def load_price_body(path):
    """(bytes of the file, {symbol: price}); prices that are not strings are kept as raw tokens."""
    with open(path, "rb") as file:
        body = file.read()
    try:
        rows = json.loads(body, parse_float=Raw, parse_int=Raw, parse_constant=Raw)
        return body, {row["symbol"]: row["price"] for row in rows}
    except (ValueError, KeyError, TypeError) as error:
        raise MarketError(f"{path}: not a body of ticker/price: {error!r}") from None


class NoScenario:
    """Prices that never move by themselves."""
    total, loop, start_ms, period_s = 0, False, None, None
    initial, status = {}, {}

    def steps(self):
        return iter(())


class ScriptScenario(NoScenario):
    """A JSON script; see README.md for its fields."""

    def __init__(self, path):
        with open(path, "rb") as file:
            try:
                data = json.load(file)
            except ValueError as error:
                raise MarketError(f"{path}: {error}") from None
        if not isinstance(data, dict):
            raise MarketError(f"{path}: a script is a JSON object")
        self.path, self.data = path, data
        self.initial = self._prices(data.get("symbols", {}), "symbols")
        self.rows = data.get("steps", [])
        self.total, self.loop = len(self.rows), bool(data.get("loop", False))
        self.start_ms = data.get("startMs")
        self.status = data.get("status", {})
        last = -1
        for index, row in enumerate(self.rows):
            self._prices(row.get("prices", {}), f"steps[{index}].prices")
            if not isinstance(row.get("at", 0), (int, float)) or row.get("at", 0) < last:
                raise MarketError(f"{path}: steps[{index}].at must be a number and not below the step before")
            last = row.get("at", 0)
        if self.loop and not self.rows:
            raise MarketError(f"{path}: a loop needs steps")
        before = self.rows[-2].get("at", 0) if self.total > 1 else last - 1
        self.period_s = data.get("period", last + ((last - before) or 1))
        if self.loop and self.period_s <= last:
            raise MarketError(f"{path}: period must be longer than the last step's at")

    def _prices(self, prices, where):
        if not isinstance(prices, dict) or not all(v is None or isinstance(v, str) for v in prices.values()):
            raise MarketError(f"{self.path}: {where}: prices are an object of strings (or null: no longer listed)")
        return prices

    def faults(self):
        """Every fault the script names, so that a wrong name is found at start."""
        named = [row["fault"] for row in self.rows if row.get("fault")]
        return [one for item in named for one in (item if isinstance(item, list) else [item])]

    def steps(self):
        for row in self.rows:
            moment = None if self.start_ms is None else self.start_ms + int(row.get("at", 0) * 1000)
            yield row.get("at", 0), moment, row


class CandleScenario(NoScenario):
    def __init__(self, paths, from_ms=None, to_ms=None):
        self.series = candle_files.read_files(paths)
        self.window = (from_ms, to_ms)
        self.total = candle_files.count_steps(self.series, *self.window)
        if not self.total:
            raise MarketError("no sample of the candle files lies in the window")
        self.start_ms = next(self.steps())[1]

    def steps(self):
        first = None
        for moment, prices in candle_files.merged_steps(self.series, *self.window):
            first = moment if first is None else first
            yield (moment - first) / 1000, moment, {"prices": prices}


class Market:
    def __init__(self, scenario, advance="manual", speed=1.0, body=None, prices=None, offset_ms=0, wait_start=False):
        self.lock = threading.RLock()
        self.scenario, self.advance, self.speed = scenario, advance, speed
        self.raw_body, self.base = body, dict(prices or {})
        self.offset_ms = offset_ms
        self.status = dict(scenario.status)
        self.prices, self.stats = {}, {}
        self.on_fault = lambda fault: None  # called with a step's fault, or None, when a step is applied
        self.step, self.label, self.moment, self.done = 0, None, scenario.start_ms, scenario.total == 0
        self.started = None
        self.wait_start = wait_start
        self._rewind()

    def _rewind(self):
        self._set(self.base, keep_body=True)
        self._set(self.scenario.initial)
        self._iterator = self.scenario.steps()
        self._pending = next(self._iterator, None)

    def start(self):
        if not self.wait_start:
            with self.lock:
                self.started = time.monotonic()
                self.tick()

    def tick(self):
        """Applies what is due in "time" mode; harmless otherwise."""
        with self.lock:
            if self.advance != "time" or self.started is None:
                return
            while self._pending and self._elapsed() >= self._pending[0]:
                self._apply_next()
            if self.scenario.loop and not self._pending and self._elapsed() >= self.scenario.period_s:
                self.started += self.scenario.period_s / self.speed
                self._rewind()
                self.tick()

    def _elapsed(self):
        return (time.monotonic() - self.started) * self.speed

    def price_request(self):
        """A ticker/price request has arrived: starts a waiting clock, or moves one step in "request" mode."""
        with self.lock:
            if self.started is None:
                self.started = time.monotonic()
            if self.advance == "request":
                self.move(1)
            self.tick()

    def move(self, count):
        with self.lock:
            for _ in range(count):
                if not self._pending and self.scenario.loop:
                    self._rewind()
                if not self._pending:
                    return
                self._apply_next()

    def _apply_next(self):
        _, moment, row = self._pending
        self._pending = next(self._iterator, None)
        self._set(row.get("prices", {}))
        self.status.update(row.get("status", {}))
        self.moment = moment if moment is not None else self.moment
        self.label = row.get("label", self.label)
        self.step += 1
        self.done = self._pending is None and not self.scenario.loop
        self.on_fault(row.get("fault"))

    def set_prices(self, prices):
        if not isinstance(prices, dict) or not all(v is None or isinstance(v, str) for v in prices.values()):
            raise MarketError("prices are an object of strings (or null: no longer listed)")
        with self.lock:
            self._set(prices)

    def set_status(self, status):
        if not isinstance(status, dict) or not all(isinstance(word, str) for word in status.values()):
            raise MarketError("statuses are an object of strings")
        with self.lock:
            self.status.update(status)

    def _set(self, prices, keep_body=False):
        if prices and not keep_body:
            self.raw_body = None
        for symbol, price in prices.items():
            if price is None:
                self.prices.pop(symbol, None)
            else:
                self.prices[symbol] = price
                self._remember(symbol, price)

    def _remember(self, symbol, price):
        # Open, high and low run from the start of the run: enough to be consistent with the last price.
        if not isinstance(price, str) or not CLEAN_PRICE.fullmatch(price):
            return
        known = self.stats.get(symbol)
        if not known:
            self.stats[symbol] = [price, price, price, 1]
            return
        known[1] = max(known[1], price, key=Decimal)
        known[2] = min(known[2], price, key=Decimal)
        known[3] += 1

    def exchange_ms(self):
        with self.lock:
            if self.moment is None:
                now = time.time_ns() // 1000000
            else:
                now = self.moment
            return now + self.offset_ms

    def rows(self, symbols=None):
        """[(symbol, price)] of all symbols, or of those asked for; None if one of them is not listed."""
        with self.lock:
            if symbols is None:
                return list(self.prices.items())
            if any(symbol not in self.prices for symbol in symbols):
                return None
            return [(symbol, self.prices[symbol]) for symbol in symbols]

    def state(self):
        with self.lock:
            return {"done": self.done, "step": self.step, "total": self.scenario.total, "label": self.label,
                    "advance": self.advance, "exchangeTime": self.exchange_ms(), "symbols": len(self.prices)}
