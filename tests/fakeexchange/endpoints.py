# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies and weights of the public price endpoints, without HTTP.

answer(market, path, query, mutators) gives an Answer; row mutators (faults) change the rows of the ticker endpoints
before they are written. Shapes follow Binance's public documentation of /api/v3.
"""
import json
from decimal import Decimal
from typing import NamedTuple

import candles as candle_files
from market import CLEAN_PRICE, Raw

DAY_MS = 86400000
QUOTES = ("USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USDP", "DAI", "BTC", "ETH", "BNB", "EUR", "GBP", "TRY", "BRL",
          "AUD", "RUB", "UAH", "BIDR", "IDRT", "NGN", "PLN", "RON", "ARS", "ZAR", "JPY", "XRP", "TRX", "DOGE", "DOT", "VAI")
INVALID_SYMBOL = (-1121, "Invalid symbol.")
PARAMETERS = {"/api/v3/ping": (), "/api/v3/time": (),
              "/api/v3/ticker/price": ("symbol", "symbols", "symbolStatus"),
              "/api/v3/ticker/bookTicker": ("symbol", "symbols", "symbolStatus"),
              "/api/v3/ticker/24hr": ("symbol", "symbols", "symbolStatus", "type"),
              "/api/v3/klines": ("symbol", "interval", "startTime", "endTime", "limit", "timeZone"),
              "/api/v3/exchangeInfo": ("symbol", "symbols", "permissions", "showPermissionSets", "symbolStatus")}


class Answer(NamedTuple):
    status: int
    body: bytes
    weight: int


class ApiError(Exception):
    def __init__(self, code, message, status=400):
        super().__init__(message)
        self.code, self.message, self.status = code, message, status

    def body(self):
        return dump({"code": self.code, "msg": self.message}).encode()


def dump(value):
    """Compact JSON; Raw tokens pass through untouched, which json.dumps cannot do."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except TypeError:
        pass
    if isinstance(value, Raw):
        return value.text
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k, ensure_ascii=False)}:{dump(v)}" for k, v in value.items()) + "}"
    return "[" + ",".join(dump(item) for item in value) + "]"


def _symbols(query):
    """(symbols or None for all, whether one object is wanted)."""
    if "symbol" in query and "symbols" in query:
        raise ApiError(-1128, "Combination of optional parameters invalid.")
    if "symbol" in query:
        if not query["symbol"]:
            raise ApiError(-1105, "Parameter 'symbol' was empty.")
        return [query["symbol"]], True
    if "symbols" not in query:
        return None, False
    try:
        symbols = json.loads(query["symbols"])
    except ValueError:
        symbols = None
    if not isinstance(symbols, list) or not symbols or not all(isinstance(s, str) for s in symbols):
        raise ApiError(-1100, "Illegal characters found in parameter 'symbols'; "
                              "legal range is '^\\[(\"[\\w\\-._&&[^a-z]]{1,50}\"(,\"[\\w\\-._&&[^a-z]]{1,50}\"){0,}){0,1}\\]$'.")
    if len(set(symbols)) != len(symbols):
        raise ApiError(-1101, "Duplicate values for a parameter detected.")
    return symbols, False


def _by_status(market, rows, query, single):
    wanted = query.get("symbolStatus")
    if wanted is None:
        return rows
    if wanted not in ("TRADING", "HALT", "BREAK"):
        raise ApiError(-1122, "Invalid symbolStatus.")
    kept = [row for row in rows if market.status.get(row[0], "TRADING") == wanted]
    if single and not kept:
        raise ApiError(-1220, "The symbol's status does not match the requested symbolStatus.")
    return kept


def _price_row(_market, symbol, price, _query):
    return {"symbol": symbol, "price": price}


def _tick_above(price):
    if not isinstance(price, str) or not CLEAN_PRICE.fullmatch(price):
        return price
    value = Decimal(price)
    return format(value + Decimal(1).scaleb(value.as_tuple().exponent), "f")


def _book_row(_market, symbol, price, _query):
    return {"symbol": symbol, "bidPrice": price, "bidQty": "10.00000000", "askPrice": _tick_above(price),
            "askQty": "10.00000000"}


def _day_row(market, symbol, price, query):
    opening, high, low, count = market.stats.get(symbol, (price, price, price, 1))
    now = market.exchange_ms()
    mini = {"symbol": symbol, "openPrice": opening, "highPrice": high, "lowPrice": low, "lastPrice": price,
            "volume": "1000.00000000", "quoteVolume": "1000.00000000", "openTime": now - DAY_MS, "closeTime": now,
            "firstId": 1, "lastId": count, "count": count}
    if query.get("type", "FULL") == "MINI":
        return mini
    change, percent, mean = "0.00000000", "0.000", price
    if isinstance(price, str) and CLEAN_PRICE.fullmatch(price) and Decimal(opening):
        difference = Decimal(price) - Decimal(opening)
        change, percent = format(difference, "f"), format(difference * 100 / Decimal(opening), ".3f")
        mean = format((Decimal(price) + Decimal(opening)) / 2, ".8f")
    full = {"symbol": symbol, "priceChange": change, "priceChangePercent": percent, "weightedAvgPrice": mean,
            "prevClosePrice": opening, "lastPrice": price, "lastQty": "1.00000000", "bidPrice": price,
            "bidQty": "10.00000000", "askPrice": _tick_above(price), "askQty": "10.00000000"}
    return {**full, **mini}


def _ticker_weight(symbols, single):
    return 2 if single else 4


def _day_weight(symbols, single):
    if single:
        return 2
    return 80 if symbols is None or len(symbols) > 100 else 40 if len(symbols) > 20 else 2


ROW_ENDPOINTS = {"/api/v3/ticker/price": (_price_row, _ticker_weight),
                 "/api/v3/ticker/bookTicker": (_book_row, _ticker_weight),
                 "/api/v3/ticker/24hr": (_day_row, _day_weight)}


def _ticker(market, path, query, mutators):
    make, weigh = ROW_ENDPOINTS[path]
    if query.get("type", "FULL") not in ("FULL", "MINI"):
        raise ApiError(-1145, "Invalid type.")
    symbols, single = _symbols(query)
    weight = weigh(symbols, single)
    with market.lock:
        if path.endswith("/price") and symbols is None and not mutators and "symbolStatus" not in query:
            if market.raw_body is not None:
                return Answer(200, market.raw_body, weight)
        found = market.rows(symbols)
        if found is None:
            raise ApiError(*INVALID_SYMBOL)
        found = _by_status(market, found, query, single)
        rows = [make(market, symbol, price, query) for symbol, price in found]
    for mutate in mutators:
        rows = mutate(rows, single)
    if single and not rows:
        raise ApiError(*INVALID_SYMBOL)
    return Answer(200, dump(rows[0] if single else rows).encode(), weight)


def _number(query, name, default=None):
    if name not in query:
        return default
    if not query[name].isascii() or not query[name].isdigit():
        raise ApiError(-1100, f"Illegal characters found in parameter '{name}'; legal range is '^[0-9]{{1,20}}$'.")
    return int(query[name])


def _klines(market, query):
    for name in ("symbol", "interval"):
        if name not in query:
            raise ApiError(-1102, f"Mandatory parameter '{name}' was not sent, was empty/null, or malformed.")
    limit = min(_number(query, "limit", 500), 1000)
    start, end = _number(query, "startTime"), _number(query, "endTime")
    wanted = candle_files.interval_to_ms(query["interval"])
    if wanted is None:
        raise ApiError(-1120, "Invalid interval.")
    series = getattr(market.scenario, "series", {}).get(query["symbol"])
    if series is None and not market.rows([query["symbol"]]):
        raise ApiError(*INVALID_SYMBOL)
    if series is None or series.interval_ms != wanted:
        return Answer(200, b"[]", 2)
    now = market.exchange_ms() - market.offset_ms
    # Nothing has been traded in the window before the first step; older candles are history.
    now -= 1 if market.step == 0 else 0
    return Answer(200, dump(candle_files.kline_rows(series, now, start, end, limit)).encode(), 2)


def _split(symbol):
    quote = next((q for q in QUOTES if symbol.endswith(q) and len(symbol) > len(q)), None)
    return {"baseAsset": symbol[:-len(quote)], "quoteAsset": quote} if quote else {}


def _exchange_info(market, query):
    symbols, _ = _symbols(query)
    found = market.rows(symbols)
    if found is None:
        raise ApiError(*INVALID_SYMBOL)
    listed = [{"symbol": symbol, "status": market.status.get(symbol, "TRADING"), **_split(symbol),
               "isSpotTradingAllowed": True, "isMarginTradingAllowed": True, "filters": [], "permissions": [],
               "permissionSets": [["SPOT", "MARGIN"]]} for symbol, _ in found]
    limits = [{"rateLimitType": "REQUEST_WEIGHT", "interval": "MINUTE", "intervalNum": 1, "limit": 6000}]
    return Answer(200, dump({"timezone": "UTC", "serverTime": market.exchange_ms(), "rateLimits": limits,
                             "exchangeFilters": [], "symbols": listed}).encode(), 20)


def refused_weight(path):
    """What a request costs that ends in an error."""
    return 20 if path == "/api/v3/exchangeInfo" else 4 if path in ROW_ENDPOINTS else 1


def answer(market, path, query, mutators=()):
    """The Answer to one GET; raises ApiError for what Binance refuses with a code."""
    read = [name for name in query if name in PARAMETERS.get(path, query)]
    if len(read) != len(query):
        raise ApiError(-1104, f"Not all sent parameters were read; read '{len(read)}' parameter(s) "
                              f"but was sent '{len(query)}'.")
    if path == "/api/v3/ping":
        return Answer(200, b"{}", 1)
    if path == "/api/v3/time":
        return Answer(200, dump({"serverTime": market.exchange_ms()}).encode(), 1)
    if path in ROW_ENDPOINTS:
        return _ticker(market, path, query, mutators)
    if path == "/api/v3/klines":
        return _klines(market, query)
    if path == "/api/v3/exchangeInfo":
        return _exchange_info(market, query)
    return Answer(404, b"<html><body><h2>404 Not found</h2></body></html>", 1)
