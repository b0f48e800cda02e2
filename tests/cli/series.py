# SPDX-License-Identifier: GPL-3.0-or-later
"""Candle series of our own making: seeded walks with crashes, holes, odd rows and early ends, and accounts that feel them.

A series is a list of rows (open time ms, open, high, low, close, length ms); prices are text."""
import random

from harness import isolated, portfolio

MINUTE = 60000
START = 1600000020000


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def walk(self, start, count, price=200.0, length=MINUTE, hole=0.0, odd=0.0, fall=0.0, shake=0.004):
        """`count` candles; after each, with chance `hole`, up to 90 are missing; with chance `odd` one is cut short and the next begins at once;
        `shake` is the spread of one step; `fall` is the share lost in six candles in the middle of the walk: no step is so wide that a price source would ask twice."""
        rows, time = [], start
        for index in range(count):
            close = max(0.01, price * (1 + self.random.gauss(0, shake)) * (1 - fall / 6 if 0 <= index - count // 2 < 6 else 1))
            high, low = max(price, close) * (1 + abs(self.random.gauss(0, shake / 2))), min(price, close) * (1 - abs(self.random.gauss(0, shake / 2)))
            size = self.random.randrange(1000, length) if self.random.random() < odd else length
            rows.append((time, *(f"{value:.4f}" for value in (price, high, low, close)), size))
            # rounding must not put open or close outside low and high
            opening, top, bottom, closing = rows[-1][1:5]
            rows[-1] = (time, opening, max(top, opening, closing, key=float), min(bottom, opening, closing, key=float), closing, size)
            price = close
            time += size
            if self.random.random() < hole:
                time += length * self.random.randrange(1, 90)
        return rows

    def deal(self, rows, count):
        """The rows in `count` heaps, each ascending."""
        heaps = [[] for _ in range(count)]
        for row in rows:
            heaps[self.random.randrange(count)].append(row)
        return [heap for heap in heaps if heap]

    def shuffled(self, items):
        items = list(items)
        self.random.shuffle(items)
        return items


def twelve(rows, factor=1):
    """The exchange's twelve columns; `factor` 1000 for microseconds."""
    return "".join(f"{row[0] * factor},{','.join(row[1:5])},1,{(row[0] + row[5]) * factor - 1},1,1,1,1,0\n" for row in rows)


def six(rows):
    return "open_time_ms,open,high,low,close,volume\n" + "".join(f"{row[0]},{','.join(row[1:5])},1\n" for row in rows)


def book(prices):
    """Isolated accounts near and far from their bars for each coin, and one cross account that holds all; `prices`: coin -> first price."""
    accounts = [isolated(coin, "10", f"{float(price) * 10 * share:.2f}", id=f"{coin.lower()}-{name}", owner=name)
                for coin, price in prices.items() for name, share in (("near", 0.86), ("mid", 0.75), ("far", 0.3))]
    everything = sum(float(price) for price in prices.values())
    accounts.append({"id": "cross", "name": "Cross", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x",
                     "balances": [{"asset": coin, "free": "1"} for coin in prices] + [{"asset": "USDT", "borrowed": f"{everything * 0.82:.2f}"}]})
    return portfolio(*accounts)
