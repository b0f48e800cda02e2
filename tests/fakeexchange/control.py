# SPDX-License-Identifier: GPL-3.0-or-later
"""The /control/ endpoints: how a test looks into the fake exchange and steers it. Never subject to faults."""
import json

import faults
from bodyfaults import Reply
from market import MarketError


class ControlError(ValueError):
    """A control request that makes no sense; the text is for the person who wrote the test."""


def _body(request):
    if not request.body.strip():
        return {}
    data = json.loads(request.body)
    if not isinstance(data, dict):
        raise ControlError("the body must be a JSON object")
    return data


def _number(value, name):
    if isinstance(value, str) and value.isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ControlError(f"{name} must be a whole number, 0 or more")
    return value


def _log(exchange, request):
    return exchange.log_entries(_number(request.query().get("since", 0), "since"))


def _state(exchange, _request):
    return exchange.state()


def _fault(exchange, request):
    data = _body(request)
    if data.get("name") == "none":
        exchange.board.clear()
    else:
        exchange.board.add(faults.parse(data))
    return exchange.board.describe()


def _prices(exchange, request):
    exchange.market.set_prices(_body(request))
    return exchange.state()


def _status(exchange, request):
    exchange.market.set_status(_body(request))
    return exchange.state()


def _step(exchange, request):
    count = request.query().get("n", _body(request).get("n", 1))
    exchange.market.move(_number(count, "n"))
    return exchange.state()


ROUTES = {("GET", "/control/log"): _log, ("GET", "/control/state"): _state, ("POST", "/control/fault"): _fault,
          ("POST", "/control/prices"): _prices, ("POST", "/control/status"): _status, ("POST", "/control/step"): _step}


def answer(exchange, request):
    route = ROUTES.get((request.method, request.path))
    if route is None:
        known = ", ".join(f"{method} {path}" for method, path in ROUTES)
        return _json(404, {"error": f"no such control; known: {known}"})
    try:
        return _json(200, route(exchange, request))
    except (ControlError, faults.FaultError, MarketError, ValueError) as error:
        return _json(400, {"error": str(error)})


def _json(status, data):
    return Reply(status, json.dumps(data, ensure_ascii=False).encode())
