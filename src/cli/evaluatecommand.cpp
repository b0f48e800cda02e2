// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bookinput.h"
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/terminal.h"

namespace plimsoll::cli {

int evaluateCommand(const Arguments &arguments)
{
    const auto book = readBookFiles(arguments);
    if (!book) {
        return fail(book.error());
    }
    std::vector<EvaluatedAccount> evaluated;
    for (const margin::Account &account : book->portfolio.accounts) {
        evaluated.push_back({account, margin::assess(account, *book->rates)});
    }
    if (const auto fits = inRange(evaluated); !fits) {
        return fail(fits.error());
    }
    const std::string text = arguments.has("json") ? evaluationJson(evaluated) : evaluationTable(evaluated);
    return writeLine(text) ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
