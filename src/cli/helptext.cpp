// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/helptext.h"

#include "cli/commandlist.h"

#include <algorithm>
#include <map>
#include <vector>

namespace plimsoll::cli {

namespace {

// An option as a person writes it, and what it says. Those of one command only are "command/option".
struct OptionHelp {
    const char *written;
    const char *says;
};

using OptionHelps = std::map<std::string, OptionHelp>;

const OptionHelps &inputOptions()
{
    static const OptionHelps all {
        {"data-dir", {"--data-dir DIR", "the data directory; else plimsoll in the XDG data home"}},
        {"portfolio", {"--portfolio F", "portfolio file; - is standard input"}},
        {"prices", {"--prices F", "price list as the exchange gives it; together with --portfolio"}},
        {"price-url", {"--price-url U", "where prices are asked for: https://, or http:// on this computer"}},
        {"klines",
         {"--klines F...", "candle files, CSV, also packed; the symbol is the name up to its first -, or SYMBOL=F"}},
        {"json", {"--json", "one JSON document or one line per event, for scripts"}},
        {"account", {"--account ID", "this account"}},
        {"o", {"-o F", "the file to write, whole or not at all; - is standard output"}},
        {"operation-id", {"--operation-id UUID", "the same id with the same content never books twice"}},
        {"note", {"--note TEXT", "kept with the booking"}},
        {"watch/portfolio", {"--portfolio F", "plays candle files over this portfolio; together with --klines"}},
        {"journal/account", {"--account ID", "only this account or wallet"}},
        {"alarms/account", {"--account ID", "only this account"}},
        {"heat-map/account", {"--account ID", "only this account"}},
        {"alarm-rule/account", {"--account ID", "for this account; else for every one"}},
    };
    return all;
}

const OptionHelps &alarmOptions()
{
    static const OptionHelps all {
        {"alarms", {"--alarms", "judges as the monitor would, and prints every step and notice"}},
        {"ack-after", {"--ack-after MIN", "somebody acknowledges after so many minutes, 0 to 10080; with --alarms"}},
        {"interval", {"--interval MS", "between two polls, 100 to 60000; else 5000"}},
        {"for", {"--for S", "ends after so many seconds; else when it is interrupted"}},
        {"ring", {"--ring", "tells on the channels of the settings too"}},
        {"example", {"--example", "plays the reference example in a database of its own"}},
        {"speed", {"--speed N", "moments a second, 1 to 1000; else 20; with --klines"}},
        {"history", {"--history", "what alarms did, oldest first"}},
        {"twin/history", {"--history", "over the prices that were recorded in the data directory"}},
        {"twin/from", {"--from T", "where they begin, in milliseconds since 1970 UTC; with --history"}},
        {"twin/to", {"--to T", "where they end, likewise"}},
        {"replay/o", {"-o F.html", "writes it as one page that opens offline too"}},
        {"replay/history", {"--history", "walks the prices that were recorded in the data directory, no candles"}},
        {"replay/from", {"--from T", "where it begins, in milliseconds since 1970 UTC; with --history"}},
        {"replay/to", {"--to T", "where it ends, likewise"}},
        {"limit", {"--limit N", "the newest N steps; with --history"}},
        {"all", {"--all", "all accounts and the program"}},
        {"condition",
         {"--condition WORD",
          "only this alarm: watch, call, critical, liquidation, stale, frozen, incomplete, custom, not_delivered, "
          "thread_dead, clock, gap, ledger"}},
        {"minutes", {"--minutes N", "1 to 1440, each alarm at most as long as it allows"}},
        {"kind", {"--kind K", "level, distance, price_below, price_above or interest_hours"}},
        {"value", {"--value X", "the bar; a distance is a share, 0.1 = 10 %"}},
        {"symbol", {"--symbol S", "of a price, such as BTCUSDT or btc/usdt"}},
        {"stage", {"--stage W", "how loud: notice, call or critical; else notice"}},
        {"log", {"--log", "prints every step and notice"}},
        {"asset", {"--asset A", "the asset"}},
        {"amount", {"--amount X", "so much of it, such as 150 or 0.00000001"}},
        {"top-up/from", {"--from ID", "the wallet or the account that gives; else from outside"}},
    };
    return all;
}

const OptionHelps &analysisOptions()
{
    static const OptionHelps all {
        {"horizon", {"--horizon 1h|1d|7d|30d", "within which time; repeatable; else all four"}},
        {"method", {"--method gbm|bootstrap|jump", "how prices move; repeatable; else gbm"}},
        {"paths", {"--paths N", "1 to 10000000; else 20000"}},
        {"seed", {"--seed S", "the same seed gives the same numbers; else 1"}},
        {"sigma", {"--sigma ASSET=YEARLY", "volatility a year, 0 to 100, 0.8 = 80 %; else from the candles"}},
        {"drift", {"--drift ASSET=YEARLY", "trend a year, -100 to 100; else 0"}},
        {"correlation", {"--correlation A/B=R", "how two move together, -1 to 1; repeatable; else from the candles"}},
        {"matrix", {"--matrix F", "the same from a correlation file; pairs of --correlation first"}},
        {"save-matrix", {"--save-matrix F", "writes what is simulated into a correlation file"}},
        {"set", {"--set SYMBOL=PRICE", "a price; repeatable"}},
        {"shock", {"--shock ASSET|all=PERCENT", "moves prices, above -100; repeatable"}},
        {"book",
         {"--book ACCOUNT:KIND:ASSET:AMOUNT",
          "KIND is top_up, transfer_out, borrow, repay, buy or sell; repeatable, in order"}},
        {"bars", {"--bars I/C/L", "all are judged by these ratios, such as 1.25/1.10/1.05"}},
        {"what-if/bars", {"--bars ACCOUNT=I/C/L", "other ratios, such as a=1.25/1.10/1.05; repeatable"}},
        {"scenario", {"--scenario F", "changes from a file; options lie on top"}},
        {"save", {"--save F", "writes all changes into a scenario file"}},
        {"compare", {"--compare F", "a second scenario file, beside the first"}},
        {"unit", {"--unit percent|money|sigma", "what moves are counted in; money of one --asset, sigmas of a day"}},
        {"stress/from", {"--from P", "the lowest move, in the unit; else -50, of sigmas -5"}},
        {"stress/to", {"--to P", "the highest move, in the unit; else 50, of sigmas 5"}},
        {"stress/step", {"--step P", "between two moves; else 1"}},
        {"asset", {"--asset A|all|beta", "which prices move together; else all"}},
        {"beta", {"--beta ASSET=B", "a beta against BTC, with --asset beta; repeatable; else from --klines"}},
        {"from", {"--from P", "the lowest shock in percent; else -50"}},
        {"to", {"--to P", "the highest shock in percent; else 50"}},
        {"step", {"--step P", "between two shocks; else 1"}},
        {"report/from", {"--from T", "its beginning, in milliseconds since 1970 UTC"}},
        {"report/to", {"--to T", "its end, likewise"}},
        {"x", {"--x ASSET", "the asset whose price changes along a row"}},
        {"y", {"--y ASSET", "the asset whose price changes from row to row"}},
        {"cells", {"--cells N", "shocks on either axis, 2 to 400; else 41"}},
        {"target", {"--target RATIO", "the level to reach; else the initial ratio"}},
        {"allocate/asset", {"--asset A", "the asset to spread; else USDT"}},
        {"by", {"--by deposit|repay", "what each part does; else deposit"}},
        {"allocate/amount", {"--amount X", "the sum to spread"}},
        {"top-up/asset", {"--asset A", "the asset; an isolated account takes its pair's two"}},
    };
    return all;
}

const OptionHelps &planOptions()
{
    static const OptionHelps all {
        {"plans/account", {"--account ID", "only those of this account"}},
        {"plan/account", {"--account ID", "the account it is for"}},
        {"name", {"--name N", "what it is called, once per account"}},
        {"way", {"--way W", "deposit, repay, sell_and_repay or move"}},
        {"plan/asset", {"--asset A", "what is brought; of a sale what is sold"}},
        {"plan/amount", {"--amount X", "so much of it"}},
        {"bar-changes/account", {"--account ID", "only those of this account"}},
        {"bar-change/account", {"--account ID", "the account whose bars change"}},
        {"at", {"--at T", "from when on, in UTC: 2026-12-01 08:00, or milliseconds since 1970"}},
        {"bar-change/bars", {"--bars I/C/L", "its ratios from then on, such as 1.25/1.10/1.05"}},
        {"plan/from", {"--from SOURCE", "the wallet, of a move the account, that gives; else from outside"}},
    };
    return all;
}

OptionHelp helpOf(const std::string &command, const std::string &option)
{
    const std::string own = command + "/" + option;
    for (const std::string &name : {own, option}) {
        for (const OptionHelps *helps : {&inputOptions(), &planOptions(), &analysisOptions(), &alarmOptions()}) {
            if (const auto found = helps->find(name); found != helps->end()) {
                return found->second;
            }
        }
    }
    return {"", ""};
}

// Those that calculate from files alone.
bool hasDataDirectory(const Command &command)
{
    static const Names without {"evaluate", "alarm-test"};
    return !without.contains(command.name);
}

std::string exitCodesOf(const Command &command)
{
    static const std::map<std::string, const char *> own {
        {"check",
         "Exit codes: 0 all normal or no debt, 1 a margin call, 2 a liquidation, 3 unknown or no account; 2 beats 1 "
         "beats 3;\n64 bad usage, 73 no such data directory, 74 I/O error.\n"},
        {"alarm-test", "Exit codes: 0 as expected, 1 an expectation failed, 64 bad usage, 65 a malformed file.\n"},
    };
    const auto found = own.find(command.name);
    return found != own.end() ? found->second
                              : "Exit codes: 0 done, 64 bad usage, 65 bad or unreadable input or a refusal, 69 no "
                                "prices, 70 a part did not answer,\n73 a file or database cannot be opened or "
                                "written, 74 I/O error.\n";
}

} // namespace

std::string helpText()
{
    std::string text = "plimsoll-cli [--data-dir DIR] COMMAND [OPTIONS]\n\n";
    for (const Command &command : commands()) {
        text += std::string("  ") + command.name + " " + command.usage + "\n      " + command.does + "\n";
    }
    return text
        + "\nplimsoll-cli COMMAND --help says what its options mean. Where a command takes --portfolio and --prices in "
          "brackets,\nit looks at your own accounts without them.\n"
          "Exit codes: 0 done, 64 bad usage, 65 bad or unreadable input or a refusal, 69 no prices, 70 a part did not "
          "answer,\n73 a file or database cannot be opened or written, 74 I/O error; check and alarm-test have their "
          "own.\nAmounts are plain decimals such as 150 or 0.00000001.\n";
}

std::string helpText(const std::string &command)
{
    const Command *found = findCommand(command);
    if (found == nullptr) {
        return {};
    }
    std::vector<OptionHelp> options;
    for (const Names *names : {&found->valued, &found->flags}) {
        std::ranges::transform(*names, std::back_inserter(options),
                               [&command](const std::string &name) { return helpOf(command, name); });
    }
    if (hasDataDirectory(*found)) {
        options.push_back(helpOf(command, "data-dir"));
    }
    std::size_t width = 0;
    for (const OptionHelp &option : options) {
        width = std::max(width, std::string(option.written).size());
    }
    std::string text = "plimsoll-cli " + command + " " + found->usage + "\n\n" + found->does + "\n\n";
    for (const OptionHelp &option : options) {
        const std::string written = option.written;
        text += "  " + written + std::string(width - written.size() + 2, ' ') + option.says + "\n";
    }
    return text + "\n" + exitCodesOf(*found);
}

} // namespace plimsoll::cli
