// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "ports/privatefile.h"

#include <QtCore/QFile>

#include <algorithm>
#include <limits>
#include <set>

namespace plimsoll::cli {

namespace {

using Names = std::set<std::string>;

/// Options whose value is a path, and commands whose operands are: "~" stands for the home folder in them, as a shell
/// would have it.
const Names &pathOptions()
{
    static const Names all {"data-dir", "o", "portfolio", "prices", "klines", "scenario", "save"};
    return all;
}

const Names &pathCommands()
{
    static const Names all {"import", "alarm-test"};
    return all;
}

std::string withHome(const std::string &path)
{
    return QFile::encodeName(monitor::withHome(QFile::decodeName(path.c_str()))).toStdString();
}

struct Command {
    const char *name;
    const char *usage;
    const char *does;
    Names valued; // options with a value
    Names required; // of these
    Names flags; // options without one
    std::size_t leastOperands = 0;
    std::size_t mostOperands = 0;
    Names repeated = {}; // of the valued ones, those that may be given several times
};

constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

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
         "--portfolio F --klines F... [--alarms [--ack-after MIN]] [--json]",
         "walks historical candles and prints every status change; with --alarms every alarm and notice, acknowledged "
         "after MIN minutes",
         {"portfolio", "klines", "ack-after"},
         {"portfolio", "klines"},
         {"json", "alarms"}},
        {"chance",
         "[--portfolio F --prices F] [--price-url U] --klines F... [--horizon 1h|1d|7d|30d]... [--method "
         "gbm|bootstrap|jump]... [--paths N] [--seed S] [--sigma ASSET=YEARLY]... [--drift ASSET=YEARLY]... [--json]",
         "how likely a margin call and a liquidation are, by simulation; without --portfolio for your own accounts",
         {"portfolio", "prices", "price-url", "klines", "horizon", "method", "paths", "seed", "sigma", "drift"},
         {"klines"},
         {"json"},
         0,
         0,
         {"horizon", "method", "sigma", "drift"}},
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
         "--account ID --asset A --amount X [--from WALLET] [--operation-id UUID] [--note TEXT] [--json]",
         "books collateral that was added",
         {"account", "asset", "amount", "from", "operation-id", "note"},
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
        {"journal", "[--account ID] [--json]", "the ledger, oldest first", {"account"}, {}, {"json"}},
        {"what-if",
         "[--portfolio F --prices F] [--set SYMBOL=PRICE]... [--shock ASSET|all=PERCENT]... [--book "
         "ACCOUNT:KIND:ASSET:AMOUNT]... [--bars ACCOUNT=I/C/L]... [--scenario F] [--save F] [--json]",
         "every account before and after changes that are only thought of; KIND is top_up, transfer_out, borrow, "
         "repay, "
         "buy or sell",
         {"portfolio", "prices", "price-url", "set", "shock", "book", "bars", "scenario", "save"},
         {},
         {"json"},
         0,
         0,
         {"set", "shock", "book", "bars"}},
        {"stress",
         "[--portfolio F --prices F] [--asset A|all|beta] [--from P] [--to P] [--step P] [--klines F...] [--beta "
         "ASSET=B]... [--json]",
         "every account at every shock, in percent",
         {"portfolio", "prices", "price-url", "asset", "from", "to", "step", "klines", "beta"},
         {},
         {"json"},
         0,
         0,
         {"beta"}},
        {"domino",
         "[--portfolio F --prices F] [--asset A|all|beta] [--klines F...] [--beta ASSET=B]... [--json]",
         "which account meets its bars at which shock",
         {"portfolio", "prices", "price-url", "asset", "klines", "beta"},
         {},
         {"json"},
         0,
         0,
         {"beta"}},
        {"heat-map",
         "[--portfolio F --prices F] --x ASSET --y ASSET [--from P] [--to P] [--cells N] [--account ID] --json",
         "every account at every pair of shocks of two assets",
         {"portfolio", "prices", "price-url", "x", "y", "from", "to", "cells", "account"},
         {"x", "y", "json"},
         {"json"}},
        {"twin",
         "[--portfolio F --prices F] [--bars I/C/L] [--json]",
         "the same book in the other margin mode",
         {"portfolio", "prices", "price-url", "bars"},
         {},
         {"json"}},
        {"look-ahead",
         "[--portfolio F --prices F] [--bars I/C/L] [--json]",
         "when interest alone leads to a margin call and to liquidation, at today's prices",
         {"portfolio", "prices", "price-url", "bars"},
         {},
         {"json"}},
        {"rescue",
         "[--portfolio F --prices F] --account ID [--target RATIO] [--json]",
         "the ways out: deposit, repay, sell and repay, move from another account",
         {"portfolio", "prices", "price-url", "account", "target"},
         {"account"},
         {"json"}},
        {"allocate",
         "[--portfolio F --prices F] --amount X [--asset A] [--json]",
         "spreads a sum so that the account nearest to a call ends as far away as it can",
         {"portfolio", "prices", "price-url", "amount", "asset"},
         {"amount"},
         {"json"}},
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

bool isFlag(const std::string &name)
{
    return name == "help" || name == "version"
        || std::ranges::any_of(commands(), [&name](const Command &c) { return c.flags.contains(name); });
}

bool takesValue(const std::string &name)
{
    return name == "data-dir"
        || std::ranges::any_of(commands(), [&name](const Command &c) { return c.valued.contains(name); });
}

Error usage(const std::string &text)
{
    return {ErrorCode::Malformed, {}, text};
}

// "--name=value", "--name", "-o", "-h": the name without dashes, and whether a value is attached.
struct Option {
    std::string name;
    std::string attached;
    bool hasAttached = false;
};

Option splitOption(const std::string &word)
{
    Option option;
    option.name = word.substr(word.find_first_not_of('-'));
    if (const auto equals = option.name.find('='); equals != std::string::npos) {
        option.attached = option.name.substr(equals + 1);
        option.name.erase(equals);
        option.hasAttached = true;
    }
    if (option.name == "h") {
        option.name = "help";
    }
    return option;
}

class Parser
{
public:
    explicit Parser(const std::vector<std::string> &words)
        : m_words(words)
    {
    }

    Result<Arguments> run()
    {
        while (m_next < m_words.size()) {
            const std::string &word = m_words[m_next++];
            const bool isOption = !m_onlyOperands && word.size() > 1 && word.front() == '-'
                && word.find_first_not_of('-') != std::string::npos;
            if (word == "--" && !m_onlyOperands) {
                m_onlyOperands = true;
            } else if (isOption) {
                if (auto taken = takeOption(word); !taken) {
                    return taken.error();
                }
            } else {
                takeWord(word);
            }
        }
        return checked();
    }

private:
    Result<Done> takeOption(const std::string &word)
    {
        Option option = splitOption(word);
        if (isFlag(option.name)) {
            if (option.hasAttached) {
                return usage("the option " + word + " takes no value");
            }
            m_arguments.options[option.name] = {""};
            return Done {};
        }
        if (!takesValue(option.name)) {
            return usage("unknown option " + word);
        }
        if (!option.hasAttached) {
            if (m_next >= m_words.size()) {
                return usage("the option " + word + " needs a value");
            }
            option.attached = m_words[m_next++];
        }
        auto &values = m_arguments.options[option.name];
        values.push_back(option.attached);
        m_list = option.name == "klines" ? &values : nullptr;
        return Done {};
    }

    void takeWord(const std::string &word)
    {
        const bool isCommand = m_arguments.command.empty()
            && std::ranges::any_of(commands(), [&word](const Command &c) { return word == c.name; });
        if (isCommand) {
            m_arguments.command = word;
        } else if (m_list != nullptr) {
            m_list->push_back(word);
        } else {
            m_arguments.operands.push_back(word);
        }
    }

    Result<Arguments> checked()
    {
        if (m_arguments.has("help") || m_arguments.has("version")) {
            m_arguments.command = m_arguments.has("help") ? "help" : "version";
            return std::move(m_arguments);
        }
        if (m_arguments.command.empty()) {
            return usage(m_arguments.operands.empty() ? std::string("a command is needed")
                                                      : "unknown command " + m_arguments.operands.front());
        }
        const Command &command = *std::ranges::find_if(
            commands(), [this](const Command &c) { return m_arguments.command == c.name; });
        for (const auto &[name, values] : m_arguments.options) {
            const bool known = name == "data-dir" || command.valued.contains(name) || command.flags.contains(name);
            if (!known) {
                return usage(m_arguments.command + " has no option " + name);
            }
            if (values.size() > 1 && name != "klines" && !command.repeated.contains(name)) {
                return usage("the option --" + name + " is given twice");
            }
        }
        for (const std::string &name : command.required) {
            if (!m_arguments.has(name)) {
                return usage(m_arguments.command + " needs --" + name);
            }
        }
        if (m_arguments.has("data-dir") && m_arguments.value("data-dir").empty()) {
            return usage("--data-dir names no folder");
        }
        readPaths();
        if (command.valued.contains("prices") && m_arguments.has("prices") != m_arguments.has("portfolio")) {
            return usage(m_arguments.command + " takes --portfolio and --prices together");
        }
        if (m_arguments.has("prices") && m_arguments.has("price-url")) {
            return usage("--price-url goes with your own accounts, not with --prices");
        }
        if (m_arguments.command == "watch" && m_arguments.has("klines") != m_arguments.has("portfolio")) {
            return usage("watch takes --portfolio and --klines together");
        }
        const std::size_t operands = m_arguments.operands.size();
        if (operands < command.leastOperands || operands > command.mostOperands) {
            return usage("usage: plimsoll-cli " + m_arguments.command + " " + command.usage);
        }
        return std::move(m_arguments);
    }

    void readPaths()
    {
        for (auto &[name, values] : m_arguments.options) {
            if (pathOptions().contains(name)) {
                std::ranges::transform(values, values.begin(), withHome);
            }
        }
        if (pathCommands().contains(m_arguments.command)) {
            std::ranges::transform(m_arguments.operands, m_arguments.operands.begin(), withHome);
        }
    }

    const std::vector<std::string> &m_words;
    std::size_t m_next = 0;
    bool m_onlyOperands = false;
    std::vector<std::string> *m_list = nullptr; // where words after --klines go
    Arguments m_arguments;
};

} // namespace

std::string Arguments::value(const std::string &name, const std::string &fallback) const
{
    const auto found = options.find(name);
    return found == options.end() ? fallback : found->second.back();
}

Result<Arguments> parseArguments(const std::vector<std::string> &words)
{
    return Parser(words).run();
}

std::string helpText()
{
    std::string text = "plimsoll-cli [--data-dir DIR] COMMAND [OPTIONS]\n\n";
    for (const Command &command : commands()) {
        text += std::string("  ") + command.name + " " + command.usage + "\n      " + command.does + "\n";
    }
    return text
        + "\nExit codes: 0 ok, 64 bad usage, 65 bad input data, 69 feed unavailable, 73 cannot write, 74 I/O error.\n"
          "Amounts are plain decimals such as 150 or 0.00000001.\n";
}

} // namespace plimsoll::cli
