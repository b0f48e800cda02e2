# SPDX-License-Identifier: GPL-3.0-or-later
"""Worked margin examples with invented values, in fractions and by the formulas of docs/formulas.md: a second way beside the program's decimals."""
from fractions import Fraction

PROFILES = {"3x": ("1.5", "1.3", "1.1"), "5x": ("1.25", "1.16", "1.1"), "10x": ("1.111", "1.1", "1.05"), "faq": ("1.25", "1.1", "1.05")}


def fixed(value, places):
    """Rounded half up."""
    units = (Fraction(value) * 10**places * 2 + 1) // 2
    return f"{units // 10**places}.{units % 10**places:0{places}d}"


def text(value):
    """With the exchange's eight places, without the zeros at the end."""
    return fixed(value, 8).rstrip("0").rstrip(".")


def status(level, bars):
    """At a bar is below it: level <= bar."""
    _, call, liquidation = map(Fraction, bars)
    return "liquidation" if level <= liquidation else "margin_call" if level <= call else "normal"


class Book:
    """held and owed: [(coin, amount, price)] and [(coin, principal, interest, price)], as text; the money is USDT at 1."""

    def __init__(self, held, owed, bars):
        self.held, self.owed, self.bars = held, owed, bars
        self.assets = sum((Fraction(amount) * Fraction(price) for _, amount, price in held), Fraction(0))
        self.debt = sum(((Fraction(principal) + Fraction(interest)) * Fraction(price) for _, principal, interest, price in owed), Fraction(0))

    def price_at(self, coin, level):
        """The price of `coin` at which assets / debt is `level`, all else as it is: (level x other debt - other assets) / (held - level x owed)."""
        held = sum((Fraction(amount) for name, amount, _ in self.held if name == coin), Fraction(0))
        owed = sum((Fraction(principal) + Fraction(interest) for name, principal, interest, _ in self.owed if name == coin), Fraction(0))
        assets = sum((Fraction(amount) * Fraction(price) for name, amount, price in self.held if name != coin), Fraction(0))
        debt = sum(((Fraction(principal) + Fraction(interest)) * Fraction(price) for name, principal, interest, price in self.owed if name != coin), Fraction(0))
        return (level * debt - assets) / (held - level * owed)

    def vector(self, name, *, price_of=None, top_ups=(), ratio=False, shown=False):
        level = self.assets / self.debt
        initial, call, liquidation = self.bars
        profit = self.assets - self.debt - 200  # every account had 200 put in
        expected = {"marginLevel": text(level), "status": status(level, self.bars), "profit": ("-" if profit < 0 else "") + text(abs(profit))}
        if shown:
            expected["display2"] = fixed(level, 2)
        if price_of:
            expected |= {"liquidationAsset": price_of, "liquidationPrice": text(self.price_at(price_of, Fraction(liquidation))),
                         "marginCallPrice": text(self.price_at(price_of, Fraction(call)))}
        if ratio:
            expected["debtRatio"] = text(self.debt / self.assets)
        expected |= {f"topUpTo_{target}": text(Fraction(target) * self.debt - self.assets) for target in top_ups}
        return {"id": name, "check": "level",
                "assets": [dict(zip(("asset", "qty", "price"), row)) for row in self.held],
                "debts": [dict(zip(("asset", "principal", "interest", "price"), row)) for row in self.owed],
                "thresholds": {"initialRatio": initial, "marginCallRatio": call, "liquidationRatio": liquidation},
                "expected": expected, "computed": {"totalAssets": text(self.assets), "totalDebt": text(self.debt)}}


def level_vectors():
    faq, wide = PROFILES["faq"], PROFILES["3x"]
    usdt = lambda principal, interest="0": ("USDT", principal, interest, "1")
    yield Book([("ETH", "3.5", "1840"), ("BCH", "12", "255.5")], [usdt("7000", "12.25")], faq).vector("two coins and interest", shown=True)
    yield Book([("ETH", "4", "330")], [usdt("960")], faq).vector("a level that ends in five is shown upwards", shown=True)
    yield Book([("USDT", "9000", "1")], [("BTC", "0.2", "0.0001", "31250")], wide).vector("short", price_of="BTC", shown=True)
    yield Book([("BTC", "0.75", "28000"), ("USDT", "350", "1")], [("BTC", "0.05", "0.00002", "28000"), usdt("15000", "3.75")], wide).vector(
        "held and owed at once", price_of="BTC", ratio=True)
    yield Book([("SOL", "7", "24.8")], [usdt("140", "0.35")], faq).vector("price of the bars, and what is missing", price_of="SOL", top_ups=("1.25", "1.5"), ratio=True)
    yield Book([("SOL", "7", "21.5")], [usdt("140", "0.35")], faq).vector("in call", price_of="SOL", top_ups=("1.1", "1.25"), shown=True)
    yield Book([("XRP", "2500.12345678", "0.51234567")], [usdt("900.00000001", "0.12345678")], wide).vector("all eight places", price_of="XRP", ratio=True)
    yield Book([("SHIB", "98765432.1", "0.00001127")], [usdt("1050")], faq).vector("a coin of little worth", price_of="SHIB")
    for interest in ("0", "7", "9.5", "9.6"):  # 840 / 800 is the bar; interest alone carries the account over it
        yield Book([("BCH", "5", "170")], [usdt("800", interest)], faq).vector(f"interest of {interest} counts as debt")
    for name, bars in PROFILES.items():
        for bar in bars[1:]:
            for step in ("-0.0000001", "0", "0.0000001"):
                yield Book([("USDT", text(Fraction(bar) + Fraction(step)), "1")], [usdt("1")], bars).vector(f"{name}: {bar} {step}")


def interest_vector(name, principal, rate, hours, **more):
    """Principal x daily rate / 24 for each hour begun."""
    return {"id": name, "check": "interest", "expected": {"principal": principal, "dailyRate": rate, "hours": hours, **more,
                                                          "interest": text(Fraction(principal) * Fraction(rate) / 24 * hours)}}


def clock_vector(principal, rate, borrowed, repaid):
    """The hour of borrowing, and one more at every full hour that is reached."""
    hour = lambda clock: int(clock[:2])
    hours = 1 + hour(repaid) - hour(borrowed)
    return interest_vector(f"borrowed {borrowed}, repaid {repaid}", principal, rate, hours, borrowedAt=borrowed, repaidAt=repaid, hoursCharged=hours)


def other_vectors():
    row = {"asset": "BNB", "free": "1234.50000000", "borrowed": "217.00000031", "interest": "0.00412345"}
    row["netAsset"] = text(Fraction(row["free"]) - Fraction(row["borrowed"]) - Fraction(row["interest"]))
    yield {"id": "what is held less what is owed", "check": "net", "expected": row}
    yield {"id": "without debt there is no level", "check": "noDebt", "assets": [{"asset": "ETH", "qty": "0.00031", "price": "2800"}], "debts": [],
           "expected": {}, "computed": {"totalAssets": text(Fraction("0.00031") * 2800), "totalDebt": "0"}}
    yield interest_vector("one hour", "61.7742", "0.00018", 1)
    yield interest_vector("a day", "2400", "0.0003", 24)
    yield interest_vector("a year of hours", "0.37512345", "0.00007123", 8760)
    for borrowed, repaid in (("09:59", "10:00"), ("09:00", "09:59"), ("10:00", "11:00"), ("08:30", "17:05"), ("00:00", "23:59")):
        yield clock_vector("1500", "0.00024", borrowed, repaid)
    for amount, interest in (("7.5", "0.00412345"), ("99.99999999", "0.00000001"), ("0.5", "0.25")):
        yield {"id": f"repay {amount}: interest first", "check": "repay",
               "expected": {"amount": amount, "interestPaid": interest, "principalPaid": text(Fraction(amount) - Fraction(interest))}}
    for initial, price in (("1.5", "21000"), ("1.25", "21000"), ("1.3", "20800")):
        most = 3 * Fraction(price) / (Fraction(initial) - 1)  # (assets + x) / x = initial
        yield {"id": f"the most to borrow at {initial}", "check": "borrowLimit", "assets": [{"asset": "BTC", "qty": "3", "price": price}], "debts": [],
               "expected": {"initialRiskRatio": initial, "maxBorrow": {"asset": "USDC", "amount": text(most)}}}
    levels = ("2", "1.31", "1.3", "1.2", "1.16", "1.12", "1.1", "1.09", "1.05", "1.0499", "0.4")
    yield {"id": "levels against bars", "check": "matrix", "expected": {"matrix": [
        {"profile": name, "initial": bars[0], "marginCall": bars[1], "liquidation": bars[2], "results": {level: status(Fraction(level), bars) for level in levels}}
        for name, bars in PROFILES.items()]}}


def vectors():
    return [*level_vectors(), *other_vectors()]
