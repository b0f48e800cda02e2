# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of faults: every fault is a small function, found by name, with typed arguments.

Kinds, in the order they act on one request:
  state  changes the exchange itself while active      fn(None)  (the server supplies on/off hooks)
  pause  waits before anything is answered             fn(wire, args)
  reply  replaces the whole answer                     fn(args) -> Reply
  rows   changes the rows of a ticker answer           fn(rows, single, args) -> rows
  body   changes the bytes of a good answer            fn(body, args) -> bytes
  head   adds or overrides headers                     fn(args) -> {name: value}
  wire   sends the answer itself, then the connection is closed   fn(wire, reply, args)
"""
import json
import re
from typing import NamedTuple

import bodyfaults as b
import wirefaults as w

REQUIRED = object()
COMMON_ARGS = {"path": str, "every": int}


class FaultError(ValueError):
    """A fault that does not exist or has wrong arguments."""


class Spec(NamedTuple):
    kind: str
    apply: object
    params: dict  # name -> (type, default or REQUIRED); the order is the order of the NAME:ARG form
    doc: str
    count: int = -1


SYM = {"symbol": (str, REQUIRED)}
ANY_SYM = {"symbol": (str, "*")}
RETRY = {"retry_after": (str, "7"), "seconds": (float, 7.0)}


def _status_specs():
    docs = {403: "403, HTML of a web application firewall", 404: "404, no such endpoint", 451: "451, restricted location", 500: "500", 502: "502",
            503: "503", 504: "504 with -1007, outcome unknown"}
    return {f"status_{code}": Spec("reply", b.status(code), {}, text) for code, text in docs.items()}


TABLE = {
    "silent": Spec("wire", w.silent, {}, "accept and read, never answer"),
    "refuse": Spec("state", None, {"seconds": (float, 10.0)},
                   "connection refused for SECONDS; an open connection is reset at its next request"),
    "reset": Spec("wire", w.reset, {}, "RST instead of an answer"),
    "close_early": Spec("wire", w.close_early, {}, "full Content-Length, half of the body, then close"),
    "drop_after": Spec("wire", w.drop_after, {}, "good answer, then a keep-alive connection closed unannounced"),
    "trickle": Spec("wire", w.trickle, {"interval_ms": (int, 400)}, "body one byte per INTERVAL_MS"),
    "trickle_head": Spec("wire", w.trickle_head, {"interval_ms": (int, 400)}, "status line and headers that slowly too"),
    "huge": Spec("wire", w.huge, {"bytes": (int, 2 << 30)}, "body of BYTES with Content-Length"),
    "huge_chunked": Spec("wire", w.huge_chunked, {}, "endless chunked body"),
    "huge_head": Spec("wire", w.huge_head, {}, "endless headers"),
    "gzip_bomb": Spec("wire", w.gzip_bomb, {"bytes": (int, 1 << 30)}, "gzip that unpacks to BYTES of valid JSON"),
    "wrong_length": Spec("wire", w.wrong_length, {}, "Content-Length ten bytes too small"),
    "garbage_http": Spec("wire", w.garbage_http, {}, "bytes that are not HTTP"),
    "html": Spec("reply", b.html, {}, "200 with the page of a captive portal"),
    "empty": Spec("reply", b.empty, {}, "200 with an empty body"),
    "deep_json": Spec("reply", b.deep_json, {"depth": (int, 100000)}, "200 with DEPTH nested arrays"),
    "redirect_301": Spec("reply", b.redirect(301), {"to": (str, REQUIRED)}, "301 to HOST:PORT or a URL"),
    "redirect_302": Spec("reply", b.redirect(302), {"to": (str, REQUIRED)}, "302 likewise"),
    "redirect_307": Spec("reply", b.redirect(307), {"to": (str, REQUIRED)}, "307 likewise"),
    "redirect_308": Spec("reply", b.redirect(308), {"to": (str, REQUIRED)}, "308 likewise"),
    "status_429": Spec("reply", b.limited(429), RETRY, "429; Retry-After a number, absent, garbage, date, or any text"),
    "status_418": Spec("reply", b.limited(418), RETRY, "418 ban; Retry-After likewise"),
    "banned_text": Spec("reply", b.banned_text, {"seconds": (int, 120), "status": (int, 418)},
                        "-1003 'IP banned until <ms>' without Retry-After"),
    **_status_specs(),
    "error_1121": Spec("reply", lambda args: b.error_code({"code": -1121, "msg": "Invalid symbol."}), {}, "400 with -1121"),
    "error_code": Spec("reply", b.error_code, {"code": (int, REQUIRED), "msg": (str, "Fake error.")}, "400 with CODE"),
    "delay": Spec("pause", w.delay, {"seconds": (float, REQUIRED)}, "good answer after SECONDS"),
    "frozen": Spec("state", None, {}, "the last body of each request again and again, exchange time included"),
    "time_shift": Spec("state", None, {"ms": (int, REQUIRED)}, "exchange clock moved by MS (negative: backwards)"),
    "date_shift": Spec("head", b.date_shift, {"ms": (int, REQUIRED)}, "Date header moved by MS"),
    "weight_95": Spec("head", lambda args: {"X-MBX-USED-WEIGHT-1M": "5700"}, {}, "weight header at 95 % of the limit"),
    "missing_symbol": Spec("rows", b.missing_symbol, SYM, "SYMBOL left out, the rest is there"),
    "zero_price": Spec("rows", b.zero_price, SYM, 'price "0.00000000"'),
    "negative": Spec("rows", b.negative, SYM, "minus before the price"),
    "price_text": Spec("rows", b.price_text, {**SYM, "text": (str, REQUIRED)}, "SYMBOL=TEXT: TEXT as the price string"),
    "price_raw": Spec("rows", b.price_raw, {**SYM, "token": (str, REQUIRED)}, "SYMBOL=TOKEN: TOKEN unquoted"),
    "price_number": Spec("rows", b.price_number, ANY_SYM, "price as a JSON number"),
    "price_null": Spec("rows", b.token("null"), ANY_SYM, "price null"),
    "price_bool": Spec("rows", b.token("true"), ANY_SYM, "price true"),
    "price_object": Spec("rows", b.price_object, ANY_SYM, "price inside an object"),
    "nan_bare": Spec("rows", b.token("NaN"), ANY_SYM, "bare NaN as the price"),
    "duplicate_symbol": Spec("rows", b.duplicate_symbol, SYM, "SYMBOL twice, the second at twice the price"),
    "duplicate_key": Spec("rows", b.duplicate_key, ANY_SYM, 'key "price" twice, the first with 1'),
    "extra_symbols": Spec("rows", b.extra_symbols, {"number": (int, 5000)}, "NUMBER unknown symbols in every list"),
    "old_close": Spec("rows", b.old_close, {**SYM, "ms": (int, REQUIRED), "count": (int, 500000)},
                      "SYMBOL=MS: its closeTime lies MS back although COUNT says that it trades"),
    "no_times": Spec("rows", b.without("closeTime", "count"), {}, "24hr without closeTime and count"),
    "no_count": Spec("rows", b.without("count"), {}, "24hr without count"),
    "spike": Spec("rows", b.spike, {**SYM, "factor": (str, REQUIRED)}, "SYMBOL=FACTOR: price times FACTOR", 1),
    "garbage_after": Spec("body", lambda body, args: body + b"]}<!-- junk -->", {}, "valid JSON, then junk"),
    "truncated": Spec("body", lambda body, args: body[:len(body) // 2], {}, "half of the JSON, correct Content-Length"),
    "bom": Spec("body", lambda body, args: b"\xef\xbb\xbf" + body, {}, "byte order mark before the JSON"),
    "invalid_utf8": Spec("body", lambda body, args: body.replace(b'"symbol":"', b'"symbol":"\xff\xfe', 1), {},
                         "broken UTF-8 in the first symbol"),
}


class Fault:
    """One active fault: which, with what arguments, for how many more requests (-1: until cleared)."""

    def __init__(self, name, args=None, count=None):
        if name not in TABLE:
            raise FaultError(f"unknown fault '{name}'; known: {', '.join(sorted(TABLE))}")
        self.name, self.spec = name, TABLE[name]
        self.count = self.spec.count if count is None else count
        if isinstance(self.count, bool) or not isinstance(self.count, int) or (self.count < 1 and self.count != -1):
            raise FaultError(f"{name}: count must be -1 or above 0")
        self.args = self._checked(args or {})
        self.seen = 0

    def _checked(self, args):
        if not isinstance(args, dict):
            raise FaultError(f"{self.name}: args must be an object")
        result = {}
        for key, value in args.items():
            kind = COMMON_ARGS.get(key) or self.spec.params.get(key, (None,))[0]
            if kind is None:
                raise FaultError(f"{self.name}: unknown argument '{key}'; known: {', '.join(self.spec.params) or 'none'}")
            try:
                result[key] = kind(value)
            except (TypeError, ValueError):
                raise FaultError(f"{self.name}: argument '{key}' has a bad value {value!r}") from None
        for key, (_, default) in self.spec.params.items():
            if key not in result and default is REQUIRED:
                raise FaultError(f"{self.name}: argument '{key}' is missing")
            result.setdefault(key, default)
        if result.get("every", 1) < 1:
            raise FaultError(f"{self.name}: every must be above 0")
        return result

    def matches(self, path):
        if "path" in self.args:
            return path == self.args["path"]
        return path.startswith("/api/v3/ticker/" if self.spec.kind in ("rows", "body") else "/api/")

    def describe(self):
        return {"name": self.name, "count": self.count, "args": self.args}


def parse(value):
    """A Fault from "NAME[:ARG][@COUNT]", "NAME[:COUNT]" for a fault without arguments, or the object form."""
    if isinstance(value, str) and value.startswith("{"):
        try:
            value = json.loads(value)
        except ValueError as error:
            raise FaultError(f"fault {value}: {error}") from None
    if isinstance(value, dict):
        extra = set(value) - {"name", "count", "args"}
        if extra or not isinstance(value.get("name"), str):
            raise FaultError("a fault object has name, and optionally count and args")
        return Fault(value["name"], value.get("args"), value.get("count"))
    match = re.fullmatch(r"([A-Za-z0-9_]+)(?::(.*?))?(?:@(-?\d+))?", value, re.S) if isinstance(value, str) else None
    if not match:
        raise FaultError(f"not a fault: {value!r}")
    name, text, count = match[1], match[2], match[3]
    spec = TABLE.get(name)
    if spec and text is not None and not spec.params:
        if count is not None or not re.fullmatch(r"-?\d+", text):
            raise FaultError(f"{name}: takes only a count, not '{text}'")
        text, count = None, text
    args = {}
    if spec and text is not None:
        keys = [key for key in spec.params if spec.params[key][1] is REQUIRED] or list(spec.params)[:1]
        args = dict(zip(keys, text.split("=", 1) if len(keys) > 1 else [text]))
    return Fault(name, args, None if count is None else int(count))
