// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/commandlist.h"
#include "ports/privatefile.h"
#include "wire/utf8.h"

#include <QtCore/QFile>

#include <algorithm>

namespace plimsoll::cli {

namespace {

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

using Words = std::vector<std::string>;

// As it is written: "-o", "--json".
std::string dashed(const std::string &name)
{
    return (name == "o" ? "-" : "--") + name;
}

std::string withHome(const std::string &path)
{
    return QFile::encodeName(monitor::withHome(QFile::decodeName(path.c_str()))).toStdString();
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

    // An error's place is the command, where there is one.
    Result<Arguments> run()
    {
        auto taken = takeAll();
        if (taken) {
            taken = checked();
        }
        if (!taken) {
            return Error {taken.error().code, m_arguments.command, taken.error().detail};
        }
        return std::move(m_arguments);
    }

private:
    Result<Done> takeAll()
    {
        const auto foreign = std::ranges::find_if_not(m_words, wire::isUtf8);
        if (foreign != m_words.end()) {
            return usage("word " + std::to_string(foreign - m_words.begin() + 1) + " of the command line is not UTF-8");
        }
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
        return Done {};
    }

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
        const bool isFirst = m_arguments.command.empty() && m_arguments.operands.empty();
        if (isFirst && word == "help") {
            m_arguments.options["help"] = {""};
        } else if (m_arguments.command.empty() && findCommand(word) != nullptr) {
            m_arguments.command = word;
        } else if (m_list != nullptr) {
            m_list->push_back(word);
        } else {
            m_arguments.operands.push_back(word);
        }
    }

    Result<Done> checked()
    {
        if (m_arguments.command.empty() && !m_arguments.operands.empty()) {
            return usage("unknown command " + m_arguments.operands.front());
        }
        if (m_arguments.has("help") || m_arguments.has("version")) {
            m_arguments.operands = m_arguments.command.empty() ? Words {} : Words {m_arguments.command};
            m_arguments.command = m_arguments.has("help") ? "help" : "version";
            return Done {};
        }
        const Command *command = findCommand(m_arguments.command);
        if (command == nullptr) {
            return usage("a command is needed");
        }
        for (const auto check : {&Parser::checkOptions, &Parser::checkPaths, &Parser::checkTogether}) {
            if (const auto sound = (this->*check)(*command); !sound) {
                return sound;
            }
        }
        readPaths();
        const std::size_t operands = m_arguments.operands.size();
        if (operands < command->leastOperands || operands > command->mostOperands) {
            return usage("usage: plimsoll-cli " + m_arguments.command + " " + command->usage);
        }
        return Done {};
    }

    Result<Done> checkOptions(const Command &command)
    {
        for (const auto &[name, values] : m_arguments.options) {
            if (name != "data-dir" && !command.takes(name)) {
                return usage(m_arguments.command + " has no option " + name);
            }
            if (values.size() > 1 && name != "klines" && !command.repeated.contains(name)) {
                return usage("the option --" + name + " is given twice");
            }
        }
        for (const std::string &name : command.required) {
            if (!m_arguments.has(name)) {
                return usage(m_arguments.command + " needs " + dashed(name));
            }
        }
        return Done {};
    }

    Result<Done> checkPaths(const Command &command)
    {
        for (const auto &[name, values] : m_arguments.options) {
            if (pathOptions().contains(name) && std::ranges::find(values, "") != values.end()) {
                return usage(dashed(name) + (name == "data-dir" ? " names no folder" : " names no file"));
            }
        }
        if (pathCommands().contains(command.name)
            && std::ranges::find(m_arguments.operands, "") != m_arguments.operands.end()) {
            return usage("\"\" names no file");
        }
        return Done {};
    }

    Result<Done> checkTogether(const Command &command)
    {
        const bool isPlayed = m_arguments.command == "twin"
            && (m_arguments.has("klines") || m_arguments.has("history"));
        if (isPlayed && (m_arguments.has("prices") || m_arguments.has("price-url"))) {
            return usage("twin takes either prices of one moment or those of a replay");
        }
        if (!isPlayed && command.valued.contains("prices")
            && m_arguments.has("prices") != m_arguments.has("portfolio")) {
            return usage(m_arguments.command + " takes --portfolio and --prices together");
        }
        if (m_arguments.has("prices") && m_arguments.has("price-url")) {
            return usage("--price-url goes with your own accounts, not with --prices");
        }
        if (m_arguments.command == "watch" && m_arguments.has("klines") != m_arguments.has("portfolio")) {
            return usage("watch takes --portfolio and --klines together");
        }
        const bool printsBoth = m_arguments.value("save") == "-"
            || (m_arguments.value("o") == "-" && (m_arguments.has("json") || m_arguments.command == "replay"));
        if (printsBoth) {
            return usage("standard output carries the answer of " + m_arguments.command + "; give the file a name");
        }
        if (m_arguments.has("klines") && m_arguments.has("example")) {
            return usage("watch takes --example or --klines, not both");
        }
        if (m_arguments.has("speed") && !m_arguments.has("klines")) {
            return usage("--speed goes with --klines");
        }
        return Done {};
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

} // namespace plimsoll::cli
