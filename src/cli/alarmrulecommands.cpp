// SPDX-License-Identifier: GPL-3.0-or-later
// A person's own alarms, and tests of alarms.
#include "alarm/script.h"
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/inputbytes.h"
#include "cli/rulestate.h"
#include "cli/terminal.h"
#include "wire/jsonwriter.h"

#include <QtCore/QUuid>

#include <algorithm>
#include <cstdio>

namespace plimsoll::cli {

namespace {

using alarm::Rule;

std::string ruleJson(const Rule &rule, const RuleState &state)
{
    wire::JsonWriter json;
    json.beginObject();
    json.key("id").string(rule.id);
    json.key("account").string(rule.account);
    json.key("kind").string(alarm::ruleKindWord(rule.kind));
    json.key("symbol").string(rule.symbol);
    json.key("value").decimal(rule.value);
    json.key("stage").string(alarm::stageWord(rule.stage));
    json.key("enabled").boolean(rule.enabled);
    json.key("state").string(state.word);
    json.key("why");
    state.why.empty() ? json.null() : json.string(state.why);
    json.endObject();
    return json.text();
}

std::string rulesTable(const std::vector<Rule> &rules, const std::vector<RuleState> &states)
{
    if (rules.empty()) {
        return "you have no alarms of your own";
    }
    Table table({"id", "account", "kind", "symbol", "value", "stage", "state"}, "llllrll");
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const Rule &rule = rules[i];
        table.add({rule.id, rule.account.empty() ? "(any)" : rule.account, std::string(alarm::ruleKindWord(rule.kind)),
                   rule.symbol.empty() ? "-" : rule.symbol, rule.value.toString(),
                   std::string(alarm::stageWord(rule.stage)),
                   printable(states[i].why.empty() ? states[i].word : states[i].why)});
    }
    std::string text = table.text();
    text.pop_back();
    return text;
}

// The rule that the options describe. Errors: Malformed and those of alarm::validated(), the option as place.
Result<Rule> ruleOf(const Arguments &arguments)
{
    for (const char *needed : {"kind", "value"}) {
        if (!arguments.has(needed)) {
            return Error {ErrorCode::Malformed, {}, std::string("alarm-rule add needs --") + needed};
        }
    }
    const auto kind = alarm::ruleKindFromWord(arguments.value("kind"));
    const auto stage = alarm::stageFromWord(arguments.value("stage", "notice"));
    if (!kind || !stage) {
        return Error {ErrorCode::Malformed, kind ? "--stage" : "--kind",
                      kind ? "notice, call or critical"
                           : "level, distance, price_below, price_above or interest_hours"};
    }
    const auto value = margin::Decimal::parse(arguments.value("value"));
    if (!value) {
        return value.error().at("--value");
    }
    auto rule = alarm::validated({QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(),
                                  arguments.value("account"), *kind, *value, arguments.value("symbol"), *stage, true});
    if (!rule) {
        return Error {rule.error().code, "--" + rule.error().place, rule.error().detail};
    }
    return rule;
}

int addRule(const Arguments &arguments)
{
    const auto rule = ruleOf(arguments);
    if (!rule) {
        fail(rule.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return fail(portfolio.error());
    }
    if (!rule->account.empty() && portfolio->account(rule->account) == nullptr) {
        return fail({ErrorCode::NotFound, "--account", "there is no account \"" + rule->account + "\""});
    }
    if (const auto saved = (*storage)->saveAlarmRule(*rule); !saved) {
        return fail(saved.error());
    }
    const RuleState state = stateOf(*rule, *portfolio, **storage, systemClock().wallTime());
    if (!state.why.empty()) {
        std::fputs(("plimsoll-cli: " + printable(state.why) + "\n").c_str(),
                   stderr); // it is kept, and must not be silent
    }
    writeLine(arguments.has("json") ? ruleJson(*rule, state) : rule->id);
    return kOk;
}

int removeRule(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto removed = (*storage)->removeAlarmRule(arguments.operands.back());
    return removed ? kOk : fail(removed.error());
}

// Runs one test file: 0 good, 1 an expectation failed, else an exit code of the table.
int runTest(const std::string &path, bool withLog)
{
    constexpr std::size_t kMostBytes = std::size_t {1024} * 1024;
    const auto text = readInput(path, kMostBytes);
    if (!text) {
        return fail(text.error());
    }
    const auto report = alarm::runScript(*text);
    if (!report) {
        return fail({report.error().code, path + (report.error().place.empty() ? "" : ": " + report.error().place),
                     report.error().detail});
    }
    std::string lines = withLog ? report->log : "";
    for (const std::string &failure : report->failures) {
        lines.append(printable(path)).append(": ").append(printable(failure)).append("\n");
    }
    lines += printable(path) + ": " + std::to_string(report->checks) + (report->checks == 1 ? " check, " : " checks, ")
        + (report->failures.empty() ? "all good" : std::to_string(report->failures.size()) + " failed");
    writeLine(lines);
    return static_cast<int>(!report->failures.empty());
}

} // namespace

int alarmRulesCommand(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto stored = (*storage)->loadAlarms();
    if (!stored) {
        return fail(stored.error());
    }
    const auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return fail(portfolio.error());
    }
    std::vector<RuleState> states;
    for (const Rule &rule : stored->rules) {
        states.push_back(stateOf(rule, *portfolio, **storage, systemClock().wallTime()));
    }
    if (!arguments.has("json")) {
        writeLine(rulesTable(stored->rules, states));
        return kOk;
    }
    for (std::size_t i = 0; i < states.size(); ++i) {
        writeLine(ruleJson(stored->rules[i], states[i]));
    }
    return kOk;
}

int alarmRuleCommand(const Arguments &arguments)
{
    const std::string &what = arguments.operands.front();
    if (what == "add" && arguments.operands.size() == 1) {
        return addRule(arguments);
    }
    if (what == "remove" && arguments.operands.size() == 2) {
        return removeRule(arguments);
    }
    std::fputs("plimsoll-cli: alarm-rule add --kind K --value X ..., or alarm-rule remove ID\n", stderr);
    return kUsage;
}

int alarmTestCommand(const Arguments &arguments)
{
    int worst = kOk;
    for (const std::string &path : arguments.operands) {
        worst = std::max(worst, runTest(path, arguments.has("log")));
    }
    return worst;
}

} // namespace plimsoll::cli
