// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandlist.h"

#include <algorithm>
#include <limits>

namespace plimsoll::cli {

namespace {

constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

} // namespace

const std::vector<Command> &commands()
{
    static const std::vector<Command> all {
        {"evaluate",
         "--portfolio F --prices F [--json]",
         "levels, bar prices and rescue amounts; touches no database",
         {"portfolio", "prices"},
         {"portfolio", "prices"},
         {"json"}},
        {"replay",
         "--portfolio F --klines F... | --history [--from T] [--to T] [--portfolio F] [--alarms [--ack-after MIN]] "
         "[-o F.html] [--json]",
         "walks historical candles, or what was recorded here, and prints every status change; with --alarms every "
         "alarm and notice, acknowledged after MIN minutes",
         {"portfolio", "klines", "from", "to", "ack-after", "o"},
         {},
         {"json", "alarms", "history"}},
        {"chance",
         "[--portfolio F --prices F | --price-url U] --klines F... [--horizon 1h|1d|7d|30d]... [--method "
         "gbm|bootstrap|jump]... [--paths N] [--seed S] [--sigma ASSET=YEARLY]... [--drift ASSET=YEARLY]... "
         "[--correlation A/B=R]... "
         "[--matrix F] [--save-matrix F] [--json]",
         "how likely a margin call and a liquidation are, by simulation",
         {"portfolio", "prices", "price-url", "klines", "horizon", "method", "paths", "seed", "sigma", "drift",
          "correlation", "matrix", "save-matrix"},
         {"klines"},
         {"json"},
         0,
         0,
         {"horizon", "method", "sigma", "drift", "correlation"}},
        {"import", "F", "reads a portfolio file into the database, all or nothing", {}, {}, {}, 1, 1},
        {"export", "[-o F]", "writes the database's portfolio file", {"o"}, {}, {}},
        {"check",
         "[--price-url U] [--json]",
         "one poll, one verdict: exit 0 normal, 1 margin call, 2 liquidation, 3 unknown",
         {"price-url"},
         {},
         {"json"}},
        {"watch",
         "[--price-url U] [--interval MS] [--for S] [--ring] [--example] [--portfolio F --klines F... [--speed N]] "
         "[--json]",
         "the monitor in a terminal; --ring also tells on the channels of the settings; with --klines over candle "
         "files, N moments a second, "
         "in a database of its own",
         {"price-url", "interval", "for", "portfolio", "klines", "speed"},
         {},
         {"json", "example", "ring"}},
        {"alarms",
         "[--history [--limit N]] [--account ID] [--json]",
         "alarms that stand and requests on their way; or what they did, oldest first",
         {"account", "limit"},
         {},
         {"json", "history"}},
        {"acknowledge",
         "ACCOUNT|--all [--condition WORD] [--json]",
         "says that alarms were seen",
         {"condition"},
         {},
         {"json", "all"},
         0,
         1},
        {"snooze",
         "ACCOUNT --minutes N [--json]",
         "keeps alarms quiet, each at most as long as it allows",
         {"minutes"},
         {"minutes"},
         {"json"},
         1,
         1},
        {"handled", "ACCOUNT [--json]", "says that a liquidation was dealt with", {}, {}, {"json"}, 1, 1},
        {"alarm-rules", "[--json]", "your own alarms", {}, {}, {"json"}},
        {"alarm-rule",
         "add --kind K --value X [--symbol S] [--account ID] [--stage W] | remove ID",
         "adds an own alarm (level, distance, price_below, price_above, interest_hours; stage notice, call, critical), "
         "or removes one",
         {"kind", "value", "symbol", "account", "stage"},
         {},
         {"json"},
         1,
         2},
        {"alarm-test",
         "F... [--log]",
         "runs alarm tests: exit 1 where an expectation fails",
         {},
         {},
         {"log"},
         1,
         kAnyNumber},
        {"top-up",
         "--account ID --asset A --amount X [--from WALLET|ACCOUNT [--price-url U]] [--operation-id UUID] [--note "
         "TEXT] "
         "[--json]",
         "books collateral that was added, or moved from another account",
         {"account", "asset", "amount", "from", "price-url", "operation-id", "note"},
         {"account", "asset", "amount"},
         {"json"}},
        {"reverse",
         "OPERATION [--operation-id UUID] [--note TEXT] [--json]",
         "takes what an operation booked back",
         {"operation-id", "note"},
         {},
         {"json"},
         1,
         1},
        {"rename-wallet", "WALLET [NAME]", "calls a wallet something else; its id stays", {}, {}, {}, 1, 2},
        {"journal", "[--account ID] [--json]", "the ledger, oldest first", {"account"}, {}, {"json"}},
        {"what-if",
         "[--portfolio F --prices F | --price-url U] [--set SYMBOL=PRICE]... [--shock ASSET|all=PERCENT]... [--book "
         "ACCOUNT:KIND:ASSET:AMOUNT]... [--bars ACCOUNT=I/C/L]... [--scenario F] [--save F] [--compare F] [--json]",
         "every account before and after changes that are only thought of; KIND is top_up, transfer_out, borrow, "
         "repay, "
         "buy or sell",
         {"portfolio", "prices", "price-url", "set", "shock", "book", "bars", "scenario", "save", "compare"},
         {},
         {"json"},
         0,
         0,
         {"set", "shock", "book", "bars"}},
        {"stress",
         "[--portfolio F --prices F | --price-url U] [--asset A|all|beta] [--unit percent|money|sigma] [--from P] "
         "[--to P] "
         "[--step P] [--klines F...] [--beta "
         "ASSET=B]... [--json]",
         "every account at every shock, in percent, in money of one asset or in sigmas of a day",
         {"portfolio", "prices", "price-url", "asset", "unit", "from", "to", "step", "klines", "beta"},
         {},
         {"json"},
         0,
         0,
         {"beta"}},
        {"domino",
         "[--portfolio F --prices F | --price-url U] [--asset A|all|beta] [--klines F...] [--beta ASSET=B]... [--json]",
         "which account meets its bars at which shock",
         {"portfolio", "prices", "price-url", "asset", "klines", "beta"},
         {},
         {"json"},
         0,
         0,
         {"beta"}},
        {"heat-map",
         "[--portfolio F --prices F | --price-url U] --x ASSET --y ASSET [--from P] [--to P] [--cells N] [--account "
         "ID] --json",
         "every account at every pair of shocks of two assets",
         {"portfolio", "prices", "price-url", "x", "y", "from", "to", "cells", "account"},
         {"x", "y", "json"},
         {"json"}},
        {"twin",
         "[--portfolio F --prices F | --price-url U | --portfolio F --klines F... | --history [--from T] [--to T] "
         "[--portfolio F]] [--bars I/C/L] [--json]",
         "the same book in the other margin mode: now, or what would have become of either over candles or recorded "
         "prices",
         {"portfolio", "prices", "price-url", "klines", "from", "to", "bars"},
         {},
         {"json", "history"}},
        {"look-ahead",
         "[--portfolio F --prices F | --price-url U] [--bars I/C/L] [--json]",
         "when interest alone leads to a margin call and to liquidation, at today's prices",
         {"portfolio", "prices", "price-url", "bars"},
         {},
         {"json"}},
        {"rescue",
         "[--portfolio F --prices F | --price-url U] --account ID [--target RATIO] [--json]",
         "the ways out: deposit, repay, sell and repay, move from another account",
         {"portfolio", "prices", "price-url", "account", "target"},
         {"account"},
         {"json"}},
        {"allocate",
         "[--portfolio F --prices F | --price-url U] --amount X [--asset A] [--by deposit|repay] [--json]",
         "spreads a sum so that the account nearest to a call ends as far away as it can",
         {"portfolio", "prices", "price-url", "amount", "asset", "by"},
         {"amount"},
         {"json"}},
        {"plans",
         "[--price-url U] [--account ID] [--json]",
         "your prepared plans, computed anew at the prices of one poll",
         {"price-url", "account"},
         {},
         {"json"}},
        {"plan",
         "add --account ID --name N --way W --asset A --amount X [--from SOURCE] | remove ID",
         "prepares a way out (deposit, repay, sell_and_repay, move) and prints its id, or removes one; books nothing",
         {"account", "name", "way", "asset", "amount", "from"},
         {},
         {},
         1,
         2},
        {"bar-changes",
         "[--account ID] [--json]",
         "when bars of accounts changed, and which the exchange announced",
         {"account"},
         {},
         {"json"}},
        {"bar-change",
         "add --account ID --at T --bars I/C/L [--json] | remove --account ID --at T",
         "keeps bars that the exchange announced, to be in force from then on, or forgets them",
         {"account", "at", "bars"},
         {},
         {"json"},
         1,
         1},
        {"report",
         "--from T --to T -o F.html [--json]",
         "a period as one page that opens offline; times in milliseconds since 1970 UTC",
         {"from", "to", "o"},
         {"from", "to", "o"},
         {"json"}},
        {"verify", "[--json]", "database integrity and the ledger's invariants", {}, {}, {"json"}},
    };
    return all;
}

const Command *findCommand(const std::string &name)
{
    const auto found = std::ranges::find_if(commands(),
                                            [&name](const Command &command) { return name == command.name; });
    return found == commands().end() ? nullptr : &*found;
}

} // namespace plimsoll::cli
