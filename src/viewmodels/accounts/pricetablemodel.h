// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/snapshot.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <vector>

namespace plimsoll::viewmodels {

/// One rate that some account needs, as text.
struct PriceView {
    QString rateId; ///< tells this rate from all others
    QString asset;
    QString quote;
    QString price; ///< "–" where there is none
    QString exact; ///< all digits, for a tool tip; empty where there is no price
    QString route; ///< "BCHUSDT", "1/USDTBRL", "DOGEBTC x BTCUSDT"
    QString age;
    QString stateText; ///< a word: current, missing, invalid, out of date
    bool usable = false; ///< the price is current

    [[nodiscard]] const QString &rowKey() const { return rateId; }
    static RowRoles<PriceView> roles();
    bool operator==(const PriceView &) const = default;
};

/// Every rate once, ascending by quote and asset. Pure; GUI thread because of translations.
std::vector<PriceView> priceViews(const monitor::RiskSnapshot &snapshot, const DisplayFormat &format, BootTime nowBoot);

using PriceTableModel = RowListModel<PriceView>;

} // namespace plimsoll::viewmodels
