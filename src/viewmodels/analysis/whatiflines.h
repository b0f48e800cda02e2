// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "margin/account.h"
#include "margin/error.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QString>

#include <vector>

namespace plimsoll::viewmodels {

/// One change of a what-if, which can be taken back alone.
struct WhatIfLine {
    QString key; ///< its place as analysis::whatIf() names it: "set.ETHUSDT", "shock.all", "bars.b-ethusdt", "book[2]"
    QString text; ///< "Top-up of 150 USDT: BCH/USDT isolated"
    QString problem; ///< why the rules refuse it, or why it changes nothing; else empty

    [[nodiscard]] const QString &rowKey() const { return key; }
    static RowRoles<WhatIfLine> roles();
    bool operator==(const WhatIfLine &) const = default;
};

/// Every change in the order in which it takes effect. An account that is not among `accounts` is named by its id.
std::vector<WhatIfLine> whatIfLines(const analysis::Changes &changes, const std::vector<margin::Account> &accounts,
                                    const DisplayFormat &format);

/// The changes without the one of that key.
analysis::Changes withoutLine(analysis::Changes changes, const QString &key);

/// Whether a place of analysis::whatIf() lies in the change of that key.
bool isAt(const QString &key, const std::string &place);

/// The place in Changes::bookings that an error names; nothing where it names no booking.
std::optional<std::size_t> bookingAt(const std::string &place);

/// Why the rules refuse a change, in words. `account` is the one of the refused booking as it was just before, or
/// nullptr.
QString whatIfProblem(const Error &error, const analysis::Changes &changes, const margin::Account *account,
                      const DisplayFormat &format);

QStringList hypotheticalKindNames(); ///< "Top-up", in the order of analysis::HypotheticalKind

} // namespace plimsoll::viewmodels
