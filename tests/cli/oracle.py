# SPDX-License-Identifier: GPL-3.0-or-later
"""An independent margin calculator over fractions.Fraction, written from the published contract and from nothing else.

Amounts are text in plain decimals, values are exact fractions in the account's quote asset. It is slow and plain on purpose: its
only job is to disagree with the product when the product is wrong.
"""
import math
import re
from dataclasses import dataclass, field
from fractions import Fraction

DECIMAL = re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})?\Z")
BRIDGES = ("USDT", "BTC", "USDC", "FDUSD", "BNB", "ETH")
PROFILES = {"faq-2020-5x": {"initial": "1.25", "marginCall": "1.10", "liquidation": "1.05"}}
DOWN, UP = -1, 1
INFINITE = "infinite"


def decimal(text):
    if not isinstance(text, str) or not DECIMAL.match(text):
        raise ValueError(f"not a decimal: {text!r}")
    return Fraction(text)


def rounded(value, digits, direction):
    scaled = value * 10**digits
    whole = math.floor(scaled) if direction == DOWN else math.ceil(scaled)
    return Fraction(whole, 10**digits)


def plain(value, digits=18):
    """Plain notation of a fraction that has at most `digits` decimals; trailing zeros removed."""
    scaled = value * 10**digits
    assert scaled.denominator == 1, f"{value} has more than {digits} decimals"
    sign, scaled = ("-" if scaled < 0 else ""), abs(int(scaled))
    whole, rest = divmod(scaled, 10**digits)
    rest = str(rest).rjust(digits, "0").rstrip("0")
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def price_table(ticker):
    """symbol -> price; a symbol whose price is zero, negative or malformed is listed as None."""
    table = {}
    for row in ticker:
        try:
            price = decimal(row["price"])
        except ValueError:
            price = Fraction(0)
        table[row["symbol"]] = price if price > 0 else None
    return table


class Prices:
    """The route rules: the pair, the inverted pair, one bridge; rounded to 18 decimals against the user."""

    def __init__(self, table):
        self.table = table

    def leg(self, asset, quote, direction):
        """(whether a pair of the two is listed, its value). A listed pair with a bad price is unknown, not a reason to look elsewhere."""
        if asset + quote in self.table:
            return True, self.table[asset + quote]
        if quote + asset in self.table:
            inverse = self.table[quote + asset]
            return True, inverse and rounded(1 / inverse, 18, direction)
        return False, None

    def of(self, asset, quote, direction):
        if asset == quote:
            return Fraction(1)
        listed, value = self.leg(asset, quote, direction)
        if listed:
            return value
        for bridge in BRIDGES:
            if bridge in (asset, quote):
                continue
            (has_first, first), (has_second, second) = self.leg(asset, bridge, direction), self.leg(bridge, quote, direction)
            if has_first and has_second:
                return rounded(first * second, 18, direction) if first and second else None
        return None


@dataclass
class Term:
    asset: str
    total: Fraction
    debt: Fraction


@dataclass
class Evaluation:
    status: str
    level: Fraction | None = None
    level_text: str | None = None
    level_range: dict | None = None
    assets: Fraction | None = None
    debt: Fraction | None = None
    profit: Fraction | None = None
    call_prices: list = field(default_factory=list)
    liquidation_prices: list = field(default_factory=list)
    to_initial: dict | None = None
    missing: set = field(default_factory=set)


def terms_of(account):
    terms = []
    for row in account.get("balances", []):
        amount = {name: decimal(row.get(name, "0")) for name in ("free", "locked", "borrowed", "interest")}
        terms.append(Term(row["asset"], amount["free"] + amount["locked"], amount["borrowed"] + amount["interest"]))
    return terms


def bars_of(account):
    chosen = account.get("thresholds") or PROFILES[account["profile"]]
    return {name: decimal(chosen[name]) for name in ("initial", "marginCall", "liquidation")}


def status_of(assets, debt, bars):
    if debt == 0:
        return "no_debt"
    if assets <= bars["liquidation"] * debt:
        return "liquidation"
    return "margin_call" if assets <= bars["marginCall"] * debt else "normal"


def level_text(level, bars):
    """Two decimals, half up; more digits while the text stands on or across a bar the level is not on."""
    def side(value, bar):
        return (value > bar) - (value < bar)
    for digits in range(2, 40):
        shown = Fraction(math.floor(level * 10**digits + Fraction(1, 2)), 10**digits)
        if all(side(shown, bar) == side(level, bar) for bar in bars.values() if level != bar):
            scaled = str(int(shown * 10**digits)).rjust(digits + 1, "0")
            return f"{scaled[:-digits]}.{scaled[-digits:]}"
    return None


def range_of(assets, debt, unknown):
    """Unknown prices may be anything above zero: the ratio stays between the least and the greatest of its parts."""
    parts = []
    for top, bottom in [(assets, debt)] + [(term.total, term.debt) for term in unknown]:
        if bottom:
            parts.append(top / bottom)
        elif top:
            parts.append(INFINITE)
    finite = [part for part in parts if part != INFINITE]
    show = lambda part: plain(rounded(part, 8, DOWN), 8)
    return {"worst": show(min(finite)) if finite else None, "best": None if INFINITE in parts else show(max(finite))}


def bound_of(assets, debt, unknown):
    """The least that the level can be; None where nothing bounds it."""
    parts = [(assets, debt)] + [(term.total, term.debt) for term in unknown]
    return min((top / bottom for top, bottom in parts if bottom), default=None)


def carries(bound, bars):
    """Whether no missing price could change that the account is normal."""
    return bound is not None and bound > bars["initial"]


def bar_prices(terms, values, quote, bar):
    found = []
    assets, debt = sum(v[0] for v in values), sum(v[1] for v in values)
    for term, (own_assets, own_debt) in zip(terms, values):
        slope = term.total - bar * term.debt
        if term.asset == quote or slope == 0:
            continue
        price = (bar * (debt - own_debt) - (assets - own_assets)) / slope
        direction = "below" if slope > 0 else "above"
        price = rounded(price, 18, UP if direction == "below" else DOWN)
        if price > 0:
            found.append({"asset": term.asset, "price": plain(price), "direction": direction})
    return found


def to_initial(assets, debt, initial):
    need = initial * debt - assets
    if need <= 0:
        return {"deposit": "0", "repay": "0", "sellAndRepay": "0"}
    up = lambda value: plain(rounded(value, 8, UP), 8)
    repay = debt - assets / initial
    sell = need / (initial - 1) if initial > 1 else None
    reachable = sell is not None and sell <= assets and sell <= debt
    return {"deposit": up(need), "repay": up(repay), "sellAndRepay": up(sell) if reachable else None}


def evaluate(account, prices):
    quote, bars = account["quoteAsset"], bars_of(account)
    terms = [term for term in terms_of(account) if term.total or term.debt]
    values, unknown = [], []
    for term in terms:
        low, high = prices.of(term.asset, quote, DOWN), prices.of(term.asset, quote, UP)
        if low is None:
            unknown.append(term)
            values.append((Fraction(0), Fraction(0)))
        else:
            values.append((term.total * low, term.debt * high))
    assets, debt = sum((v[0] for v in values), Fraction(0)), sum((v[1] for v in values), Fraction(0))
    if unknown and any(term.debt for term in terms) and not carries(bound_of(assets, debt, unknown), bars):
        return Evaluation("unknown", level_range=range_of(assets, debt, unknown), missing={term.asset for term in unknown})
    result = Evaluation(status_of(assets, debt, bars), assets=assets, debt=debt, missing={term.asset for term in unknown})
    if unknown and any(term.debt for term in terms):
        return at_least(result, account, terms, values, unknown, bars)
    if "contributed" in account and not unknown:
        result.profit = assets - debt - decimal(account["contributed"])
    if debt:
        result.level = assets / debt
        result.level_text = level_text(result.level, bars)
        result.call_prices = bar_prices(terms, values, quote, bars["marginCall"])
        result.liquidation_prices = bar_prices(terms, values, quote, bars["liquidation"])
        result.to_initial = to_initial(assets, debt, bars["initial"])
    return result


def at_least(result, account, terms, values, unknown, bars):
    """What can be said of an account that is normal whatever the missing prices are: they count as nothing."""
    result.level_range = range_of(result.assets, result.debt, unknown)
    result.status, result.level = "normal", bound_of(result.assets, result.debt, unknown)
    result.level_text = level_text(result.level, bars)
    result.to_initial = {"deposit": "0", "repay": "0", "sellAndRepay": "0"}
    if any(term.debt for term in unknown):
        result.assets = result.debt = None
        return result
    if "contributed" in account:
        result.profit = result.assets - result.debt - decimal(account["contributed"])
    priced = [(term, value) for term, value in zip(terms, values) if term not in unknown]
    result.call_prices = bar_prices([t for t, _ in priced], [v for _, v in priced], account["quoteAsset"], bars["marginCall"])
    result.liquidation_prices = bar_prices([t for t, _ in priced], [v for _, v in priced], account["quoteAsset"], bars["liquidation"])
    return result


def level_string(level):
    return None if level is None else plain(rounded(level, 8, DOWN), 8)


def samples_of(rows, interval):
    """rows: (open time, open, high, low, close[, length]) as text prices; yields (time, price text, end of belief), four for each candle.

    Without a length of its own a candle is `interval` long; one whose last sample would not come before the next candle ends there."""
    rows = list(rows)
    for row, following in zip(rows, rows[1:] + [None]):
        time, opening, high, low, close = row[:5]
        length = row[5] if len(row) > 5 else interval
        if following and length * 3 // 4 >= following[0] - time:
            length = following[0] - time
        path = (low, high) if Fraction(close) >= Fraction(opening) else (high, low)
        for step, price in enumerate((opening, *path, close)):
            yield time + length * step // 4, price, time + length * step // 4 + max(3 * (length // 4), 30000)


def moments(candles, interval):
    """(time, new prices, symbols that are stale from here on), and how many prices there were. A price is stale where none follows in time."""
    steps, count, last = {}, 0, 0
    for rows in candles.values():
        last = max([last, *(time for time, _, _ in samples_of(rows, interval))])
    for symbol, rows in candles.items():
        believed = None
        for time, price, until in samples_of(rows, interval):
            if believed is not None and believed < time:
                steps.setdefault(believed, ({}, set()))[1].add(symbol)
            steps.setdefault(time, ({}, set()))[0][symbol] = Fraction(price)
            believed = until
            count += 1
        if believed is not None and believed <= last:
            steps.setdefault(believed, ({}, set()))[1].add(symbol)
    return [(time, *steps[time]) for time in sorted(steps)], count


def replay(portfolio, candles, interval=60000):
    """candles: symbol -> rows. Returns the events in order and the summary that the contract asks for."""
    walk, count = moments(candles, interval)
    accounts = portfolio["accounts"]
    state = {a["id"]: {"status": None, "lowest": None, "at": None, "closed": False} for a in accounts}
    table, events, evaluations = {}, [], 0
    for time, fresh, stale in walk:
        table.update(fresh)
        table.update({symbol: None for symbol in stale})
        prices = Prices(table)
        for account in accounts:
            own = state[account["id"]]
            if own["closed"]:
                continue
            evaluations += 1
            got = _quick(account, prices)
            if got[1] is not None and (own["lowest"] is None or got[1] < own["lowest"]):
                own["lowest"], own["at"] = got[1], time
            if got[0] != own["status"]:
                used = {s: p for s, p in table.items() if p is not None and any(s == t.asset + account["quoteAsset"] for t in _terms(account))}
                events.append({"time": time, "account": account["id"], "from": own["status"], "to": got[0],
                               "marginLevel": level_string(got[1]), "prices": used})
                own["status"] = got[0]
            own["closed"] = got[0] == "liquidation"
    summary = {"samples": count, "evaluations": evaluations, "accounts": [
        {"id": name, "lowestLevel": level_string(s["lowest"]), "lowestAt": s["at"], "closed": s["closed"], "status": s["status"]}
        for name, s in state.items()]}
    return events, summary


_cache = {}


def _terms(account):
    if id(account) not in _cache:
        _cache[id(account)] = (account, terms_of(account), bars_of(account))
    return _cache[id(account)][1]


def _quick(account, prices):
    """Status and level only: a replay has a hundred thousand evaluations."""
    terms, bars = _terms(account), _cache[id(account)][2]
    assets = debt = Fraction(0)
    unknown, owes = [], False
    for term in terms:
        if not term.total and not term.debt:
            continue
        owes = owes or bool(term.debt)
        low = prices.of(term.asset, account["quoteAsset"], DOWN)
        if low is None:
            unknown.append(term)
            continue
        assets += term.total * low
        if term.debt:
            debt += term.debt * prices.of(term.asset, account["quoteAsset"], UP)
    if unknown and owes:
        return ("normal" if carries(bound_of(assets, debt, unknown), bars) else "unknown"), None
    return status_of(assets, debt, bars), (assets / debt if debt else None)


def alarm_bars(account):
    """The alarms' bars of docs/alarms.md, rounded up at the 18th digit; the dead bands play no part in a first raise."""
    bars = bars_of(account)
    middle = lambda low, high: rounded(low + (high - low) / 2, 18, UP)
    return {"watch": middle(bars["marginCall"], bars["initial"]), "call": bars["marginCall"],
            "critical": middle(bars["liquidation"], bars["marginCall"]), "liquidation": bars["liquidation"]}


class AlarmTrack:
    """When the level alarms of one account are raised for the first time, and when its bars are crossed."""

    def __init__(self, account):
        self.account, self.bars = account, alarm_bars(account)
        self.crossed, self.raised = {}, {}
        self.row = 0  # samples in a row at or below the watch bar
        self.points = []  # remembered levels, at most one in 15 s
        self.closed = False

    def falls(self, time, level):
        call, floor = self.bars["call"], self.bars["liquidation"]
        if level > 2 * call:
            return False
        short = rounded(level, 8, DOWN)
        seen = next(((then, value) for then, value in self.points if time - then <= 300000), None)
        on_its_way = (level <= Fraction(12, 10) * call and seen is not None and time - seen[0] >= 60000 and seen[1] > short
                      and (short - floor) * (time - seen[0]) < (seen[1] - short) * 600000)
        if not self.points or time - self.points[-1][0] >= 15000:
            self.points = (self.points + [(time, short)])[-24:]
        return on_its_way

    def look(self, time, status, level):
        if self.closed or level is None:
            self.row = 0
            return
        on_its_way = self.falls(time, level)
        for name, bar in self.bars.items():
            if level <= bar:
                self.crossed.setdefault(name, (time, level_string(level)))
        self.row = self.row + 1 if level <= self.bars["watch"] else 0
        holds = {"watch": self.row >= 2, "call": level <= self.bars["call"], "critical": on_its_way or level <= self.bars["critical"],
                 "liquidation": level <= self.bars["liquidation"]}
        for name, true in holds.items():
            if true:
                self.raised.setdefault(name, time)
        self.closed = status == "liquidation"


def alarms(portfolio, candles, interval=60000):
    """account id -> AlarmTrack, after the walk of replay()."""
    tracks = {account["id"]: AlarmTrack(account) for account in portfolio["accounts"]}
    table = {}
    for time, fresh, stale in moments(candles, interval)[0]:
        table.update(fresh)
        table.update({symbol: None for symbol in stale})
        prices = Prices(table)
        for track in tracks.values():
            if not track.closed:
                track.look(time, *_quick(track.account, prices))
    return tracks
