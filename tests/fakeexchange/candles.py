# SPDX-License-Identifier: GPL-3.0-or-later
"""Candle files and the price samples made from them.

Reads the project's own six-column CSV and Binance's twelve-column kline CSV (header or not, times in ms or us,
plain or .gz). Prices stay the text of the file; Decimal is used only to compare. Every candle gives four samples:
open, low and high (low first when close >= open), close, at 0, 1/4, 2/4, 3/4 of its interval. Times are ms UTC.
"""
import csv
import gzip
import heapq
import io
import os
import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

UNIT_MS = {"s": 1000, "m": 60000, "h": 3600000, "d": 86400000, "w": 604800000, "M": 2592000000}
FIRST_MICROSECOND_VALUE = 10 ** 14  # as milliseconds this is the year 5138, so anything above must be us


class CandleError(ValueError):
    """A candle file that cannot be used; the text names the file and the line."""


class Candle(NamedTuple):
    time: int
    open: str
    high: str
    low: str
    close: str
    volume: str
    rest: tuple  # columns 7 to 12 of Binance's format, empty for the own format


class Series(NamedTuple):
    symbol: str
    interval_ms: int
    candles: list


def interval_to_ms(text):
    match = re.fullmatch(r"(\d+)([smhdwM])", text)
    return int(match[1]) * UNIT_MS[match[2]] if match and int(match[1]) else None


def symbol_of(path):
    name = os.path.basename(path)
    return name.split("-", 1)[0] if "-" in name else name.split(".", 1)[0]


def _interval_of(path, candles, close_times):
    parts = os.path.basename(path).split("-")
    named = interval_to_ms(parts[1].split(".")[0]) if len(parts) > 1 else None
    if named:
        return named
    if close_times:
        return min(close - open_ + 1 for open_, close in close_times)
    gaps = [b.time - a.time for a, b in zip(candles, candles[1:])]
    if not gaps:
        raise CandleError(f"{path}: one candle and no interval in the file name (SYMBOL-1m-...csv)")
    return min(gaps)


def _to_ms(text):
    value = int(text)
    return value // 1000 if value >= FIRST_MICROSECOND_VALUE else value


def _candle(path, number, row):
    if len(row) not in (6, 12):
        raise CandleError(f"{path}:{number}: expected 6 or 12 columns, found {len(row)}")
    try:
        for text in row[1:5]:
            if not Decimal(text).is_finite():
                raise ValueError(text)
        return Candle(_to_ms(row[0]), *row[1:6], tuple(row[6:]))
    except (ValueError, InvalidOperation):
        raise CandleError(f"{path}:{number}: not a candle: {','.join(row)}") from None


def read_file(path):
    """One file as a Series sorted by time; of two candles with one open time the later line wins."""
    with open(path, "rb") as raw:
        data = raw.read()
    try:
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise CandleError(f"{path}: {error}") from None
    by_time, close_times = {}, []
    for number, row in enumerate(csv.reader(io.StringIO(text)), 1):
        row = [cell.strip() for cell in row]
        if not any(row) or (number == 1 and not row[0].isdigit()):
            continue
        candle = _candle(path, number, row)
        by_time[candle.time] = candle
        if candle.rest:
            close_times.append((candle.time, _to_ms(candle.rest[0])))
    if not by_time:
        raise CandleError(f"{path}: no candles")
    candles = [by_time[time] for time in sorted(by_time)]
    return Series(symbol_of(path), _interval_of(path, candles, close_times), candles)


def read_files(paths):
    """symbol -> Series; several files of one symbol are joined, they must have one interval."""
    result = {}
    for path in paths:
        series = read_file(path)
        earlier = result.get(series.symbol)
        if earlier:
            if earlier.interval_ms != series.interval_ms:
                raise CandleError(f"{path}: interval differs from another file of {series.symbol}")
            joined = {candle.time: candle for candle in earlier.candles + series.candles}
            series = series._replace(candles=[joined[time] for time in sorted(joined)])
        result[series.symbol] = series
    return result


def samples_of(candle, interval_ms):
    """The four (time, price text) samples of one candle."""
    low_first = Decimal(candle.close) >= Decimal(candle.open)
    inner = (candle.low, candle.high) if low_first else (candle.high, candle.low)
    prices = (candle.open, *inner, candle.close)
    return [(candle.time + interval_ms * quarter // 4, price) for quarter, price in enumerate(prices)]


def _walk(series):
    for candle in series.candles:
        for time, price in samples_of(candle, series.interval_ms):
            yield time, series.symbol, price


def merged_steps(all_series, from_ms=None, to_ms=None):
    """Yields (time, {symbol: price}) in time order, one per distinct sample time in [from_ms, to_ms]."""
    current, prices = None, {}
    for time, symbol, price in heapq.merge(*(_walk(series) for series in all_series.values())):
        if (from_ms is not None and time < from_ms) or (to_ms is not None and time > to_ms):
            continue
        if time != current and prices:
            yield current, prices
            prices = {}
        current = time
        prices[symbol] = price
    if prices:
        yield current, prices


def count_steps(all_series, from_ms=None, to_ms=None):
    times = set()
    for series in all_series.values():
        for candle in series.candles:
            times.update(candle.time + series.interval_ms * quarter // 4 for quarter in range(4))
    return sum(1 for time in times
               if (from_ms is None or time >= from_ms) and (to_ms is None or time <= to_ms))


def _partial(candle, interval_ms, now_ms):
    seen = [price for time, price in samples_of(candle, interval_ms) if time <= now_ms]
    return candle._replace(high=max(seen, key=Decimal), low=min(seen, key=Decimal), close=seen[-1])


def kline_rows(series, now_ms, start_ms, end_ms, limit):
    """Rows of GET /api/v3/klines as known at now_ms: a running candle shows only its samples so far."""
    chosen = [c for c in series.candles if c.time <= now_ms and (start_ms is None or c.time >= start_ms)
              and (end_ms is None or c.time <= end_ms)]
    # Binance counts the limit from startTime when it is given, otherwise back from the newest candle.
    chosen = chosen[:limit] if start_ms is not None else chosen[-limit:]
    rows = []
    for candle in chosen:
        if now_ms < candle.time + series.interval_ms * 3 // 4:
            candle = _partial(candle, series.interval_ms, now_ms)
        close_time = candle.time + series.interval_ms - 1
        rest = candle.rest[1:] or ("0", "0", "0", "0", "0")
        rows.append([candle.time, candle.open, candle.high, candle.low, candle.close, candle.volume, close_time,
                     rest[0], int(rest[1]), rest[2], rest[3], rest[4]])
    return rows
