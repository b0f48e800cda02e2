// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/whatif.h"
#include "margin/account.h"
#include "margin/assessment.h"
#include "wire/jsonwriter.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::cli {

using EvaluatedAccount = analysis::HypotheticalAccount; ///< an account as it is, or as it would be

/// The document `plimsoll-evaluation`, version 1 (docs/interface.md).
std::string evaluationJson(const std::vector<EvaluatedAccount> &accounts);

/// The accounts of that document, as an array.
void writeAccounts(wire::JsonWriter &json, const std::vector<EvaluatedAccount> &accounts);

/// The three ratios as an object under `key`, as in that document.
void writeThresholds(wire::JsonWriter &json, const char *key, const margin::Thresholds &bars);

/// Prices of a bar as an array under `key`, as in that document.
void writeBarPrices(wire::JsonWriter &json, const char *key, const std::vector<margin::NamedBarPrice> &prices);

/// The level of an account as tables show it; "-" where there is none.
std::string levelCell(const margin::Assessment &assessment);

/// Money in tables, rounded towards `side`; "-" where it is not known.
std::string moneyCell(const std::optional<margin::Decimal> &value, const std::string &unit, margin::Rounding side);

/// How much of an asset in tables, at most 8 decimals, rounded up: what has to be sold or paid.
std::string quantityCell(margin::Decimal amount);

/// A number in tables at just so many decimals, so that they stand below one another; rounded towards 0.
std::string fixedCell(margin::Decimal value, int decimals);

/// A share in tables, rounded down: "-3.53 %"; "-" where it is not known.
std::string shareCell(const std::optional<margin::Decimal> &share);

/// The nearest of the prices of a bar as tables show it, and how many others there are.
std::string barPriceCell(const std::vector<margin::NamedBarPrice> &prices);

/// The same document for people.
std::string evaluationTable(const std::vector<EvaluatedAccount> &accounts);

/// One line, with its end, that names what price is missing and why; empty where none is.
std::string missingPriceLine(const margin::Account &account, const margin::Assessment &assessment);

/// The first account whose amounts are beyond the range of decimals, as an error that names it.
Result<Done> inRange(const std::vector<EvaluatedAccount> &accounts);

} // namespace plimsoll::cli
