// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/assessment.h"

#include <string>
#include <vector>

namespace plimsoll::cli {

struct EvaluatedAccount {
    margin::Account account;
    margin::Assessment assessment;
};

/// The document `plimsoll-evaluation`, version 1 (docs/interface.md).
std::string evaluationJson(const std::vector<EvaluatedAccount> &accounts);

/// The same for people.
std::string evaluationTable(const std::vector<EvaluatedAccount> &accounts);

/// One line, with its end, that names what price is missing and why; empty where none is.
std::string missingPriceLine(const margin::Account &account, const margin::Assessment &assessment);

/// The first account whose amounts are beyond the range of decimals, as an error that names it.
Result<Done> inRange(const std::vector<EvaluatedAccount> &accounts);

} // namespace plimsoll::cli
