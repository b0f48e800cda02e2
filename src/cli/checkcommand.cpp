// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bookinput.h"
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/pricesources.h"
#include "cli/terminal.h"

#include <algorithm>
#include <cstdio>

namespace plimsoll::cli {

namespace {

constexpr int kUnknownVerdict = 3; // exit codes of `check`
constexpr int kLiquidationVerdict = 2;
constexpr int kCallVerdict = 1;

int verdictOf(const std::vector<EvaluatedAccount> &accounts)
{
    const auto any = [&accounts](margin::Status status) {
        return std::ranges::any_of(accounts,
                                   [status](const EvaluatedAccount &a) { return a.assessment.status == status; });
    };
    if (any(margin::Status::Liquidation)) {
        return kLiquidationVerdict;
    }
    if (any(margin::Status::MarginCall)) {
        return kCallVerdict;
    }
    return any(margin::Status::Unknown) ? kUnknownVerdict : kOk;
}

} // namespace

int checkCommand(const Arguments &arguments)
{
    const auto options = pollerOptions(arguments);
    if (!options) {
        fail(options.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto portfolio = loadBook(**storage);
    if (!portfolio) {
        return fail(portfolio.error());
    }
    if (portfolio->accounts.empty()) {
        std::fputs("plimsoll-cli: there are no accounts to check\n", stderr);
        return kUnknownVerdict;
    }
    margin::QuoteBoard board = boardFor(portfolio->accounts);
    pollOnce(*options, board);
    const auto rates = board.freeze();
    std::vector<EvaluatedAccount> evaluated;
    for (const margin::Account &account : portfolio->accounts) {
        evaluated.push_back({account, margin::assess(account, *rates)});
    }
    if (arguments.has("json")) { // the document names the symbols, this the reasons
        for (const auto &[account, assessment] : evaluated) {
            std::fputs(missingPriceLine(account, assessment).c_str(), stderr);
        }
    }
    writeLine(arguments.has("json") ? evaluationJson(evaluated) : evaluationTable(evaluated));
    return verdictOf(evaluated);
}

} // namespace plimsoll::cli
