# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults that concern what an answer says: replaced answers and changed rows. Listed in faults.TABLE."""
import email.utils
import json
import time
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from market import Raw

PRICE_KEYS = ("price", "lastPrice", "bidPrice", "askPrice")
HTML = "text/html; charset=utf-8"
PORTAL = b"<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>Sign in to this Wi-Fi</h1></body></html>"


class Reply(NamedTuple):
    status: int
    body: bytes
    headers: dict = {}
    needs_target: bool = False  # the Location header wants the request target appended


def _error(status, code, message, headers=None):
    return Reply(status, json.dumps({"code": code, "msg": message}, separators=(",", ":")).encode(), headers or {})


def html(_args):
    return Reply(200, PORTAL, {"Content-Type": HTML})


def empty(_args):
    return Reply(200, b"")


def deep_json(args):
    return Reply(200, b"[" * args["depth"] + b"]" * args["depth"])


def redirect(code):
    def reply(args):
        to = args["to"] if "://" in args["to"] else f"http://{args['to']}"
        return Reply(code, b"", {"Location": to}, "/" not in to.split("://", 1)[1])
    return reply


def _retry_after(args):
    text = args["retry_after"]
    if text == "absent":
        return {}
    if text == "date":
        text = email.utils.formatdate(time.time() + args["seconds"], usegmt=True)
    return {"Retry-After": text}


def limited(code):
    words = ("Too much request weight used; current limit is 6000 request weight per 1 MINUTE. Please use WebSocket "
             "Streams for live updates to avoid polling the API.")
    return lambda args: _error(code, -1003, words, _retry_after(args))


def banned_text(args):
    until = int((time.time() + args["seconds"]) * 1000)
    return _error(args["status"], -1003, f"Way too much request weight used; IP banned until {until}. Please use "
                                         "WebSocket Streams for live updates to avoid bans.")


def status(code):
    if code == 451:
        return lambda args: _error(451, 0, "Service unavailable from a restricted location.")
    if code == 504:
        return lambda args: _error(504, -1007, "Timeout waiting for response from backend server. Send status unknown; "
                                               "execution status unknown.")
    if code == 500:
        return lambda args: _error(500, -1000, "An unknown error occurred while processing the request.")
    page = f"<html><head><title>{code}</title></head><body><center><h1>{code}</h1></center></body></html>".encode()
    return lambda args: Reply(code, page, {"Content-Type": HTML})


def error_code(args):
    return _error(400, args["code"], args["msg"])


def _change(rows, symbol, change):
    """Applies change(price) to every price of the rows of the symbol ("*": all)."""
    return [{key: change(value) if key in PRICE_KEYS else value for key, value in row.items()}
            if symbol in ("*", row["symbol"]) else row for row in rows]


def missing_symbol(rows, _single, args):
    return [row for row in rows if row["symbol"] != args["symbol"]]


def zero_price(rows, _single, args):
    return _change(rows, args["symbol"], lambda price: "0.00000000")


def negative(rows, _single, args):
    return _change(rows, args["symbol"], lambda price: f"-{price}")


def price_text(rows, _single, args):
    return _change(rows, args["symbol"], lambda price: args["text"])


def price_raw(rows, _single, args):
    return _change(rows, args["symbol"], lambda price: Raw(args["token"]))


def price_number(rows, _single, args):
    return _change(rows, args["symbol"], lambda price: Raw(price) if isinstance(price, str) else price)


def token(text):
    return lambda rows, _single, args: _change(rows, args["symbol"], lambda price: Raw(text))


def price_object(rows, _single, args):
    return _change(rows, args["symbol"], lambda price: {"value": price})


def _times(price, factor):
    try:
        value = Decimal(price)
        return format((value * Decimal(factor)).quantize(Decimal(1).scaleb(min(-8, value.as_tuple().exponent))), "f")
    except (InvalidOperation, TypeError):
        return price


def old_close(rows, _single, args):
    return [{**row, "closeTime": row["closeTime"] - args["ms"], "count": args["count"]}
            if "closeTime" in row and args["symbol"] in ("*", row["symbol"]) else row for row in rows]


def without(*keys):
    return lambda rows, _single, _args: [{key: value for key, value in row.items() if key not in keys} for row in rows]


def date_shift(args):
    return {"Date": email.utils.formatdate(time.time() + args["ms"] / 1000, usegmt=True)}


def spike(rows, _single, args):
    return _change(rows, args["symbol"], lambda price: _times(price, args["factor"]))


def duplicate_symbol(rows, single, args):
    if single:
        return rows
    again = [row for row in rows if row["symbol"] == args["symbol"]]
    return rows + _change(again, args["symbol"], lambda price: _times(price, "2"))


def duplicate_key(rows, _single, args):
    def doubled(row):
        cells = []
        for key, value in row.items():
            if key in PRICE_KEYS:
                cells.append(f'"{key}":"1"')
            written = value.text if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False)
            cells.append(f'"{key}":{written}')
        return Raw("{" + ",".join(cells) + "}")
    return [doubled(row) if args["symbol"] in ("*", row["symbol"]) else row for row in rows]


def extra_symbols(rows, single, args):
    if single or not rows:
        return rows
    keys = rows[0].keys()
    return rows + [{key: f"EXTRA{n:05}USDT" if key == "symbol" else "1.00000000" if key in PRICE_KEYS else rows[0][key]
                    for key in keys} for n in range(args["number"])]
