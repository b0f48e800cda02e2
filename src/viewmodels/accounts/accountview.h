// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/moment.h"
#include "ports/snapshot.h"
#include "viewmodels/accounts/accounthead.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// One row of an account's asset table, ready to be shown.
struct AssetView {
    QString asset;
    QString total;
    QString price;
    QString value;
    QString debt;
    QString interest;
    QString exactText; ///< all digits, for a tool tip
    bool stale = false;

    [[nodiscard]] const QString &rowKey() const { return asset; }
    static RowRoles<AssetView> roles();
    bool operator==(const AssetView &) const = default;
};

/// The asset table of one account.
using AssetListModel = RowListModel<AssetView>;

/// One account, ready to be shown: text, the state to colour by, and places on the level bar (0..1, -1 for none).
struct AccountView : AccountHead {
    QString leverageText; ///< "17.0x"
    QString lastLevelText; ///< of an unknown account: what it was when it was known last
    QString lastLevelAge; ///< "last known 3 min ago"
    double position = -1;
    double liquidationPosition = -1;
    double callPosition = -1;
    double initialPosition = -1;
    double worstPosition = -1;
    double bestPosition = -1;
    QString liquidationText;
    QString callText;
    QString initialText;
    QString distanceText;
    QString priceText;
    QString sinceText; ///< "since 14:32:05": of a call or a liquidation ratio that was met, where that is known
    QString assetsText;
    QString debtText;
    QString interestText;
    QString interestOutlook; ///< "Interest alone leads to a call in 312 h (11 Dec)"; empty where it does not in a year
    QString barsAhead; ///< "New bars from 1 Dec, 09:00: 1.30 / 1.15 / 1.10. At today's level: margin call"; empty: none
    RiskState barsAheadState = RiskState::Normal; ///< a call or liquidation where they would lead to it
    QString equityText;
    QString profitText;
    QString toInitialText;
    QString topUpText;
    QString repayText; ///< the other ways there; empty where there is none, or no need
    QString sellText;
    QString reachesText;
    QString permissionsText;
    QString ageText;
    bool isStale = false;
    QString unknownReason;
    QString rangeText;
    bool isCross = false;
    // As one line of a table, in words that need no others beside them.
    QString shortDistance; ///< to the call: "6.8 %", below it "−2.8 %"; of an unknown level the age of its oldest price
    QString callPrice; ///< of the one asset whose price decides; "–" where there is none, or several
    QString toSafe; ///< what brings it to its initial ratio, in the quote asset; "–" where it is there
    double rowPosition = -1; ///< on a bar that has the marks of all accounts at the same places (LevelScale)
    double rowWorstPosition = -1;
    double rowBestPosition = -1;
    bool asCard = true; ///< shown in full, not as one line; these two are set by AccountRows
    bool isFirstRow = false; ///< the first that is one line
    std::vector<AssetView> assets;
    std::shared_ptr<AssetListModel>
        assetList; ///< shows `assets`; made by AccountListModel for a card, lives as long as the row
    // What rows are summed by; not shown.
    std::string unit; ///< what it is valued in
    std::optional<margin::Decimal> assetsValue; ///< nothing where a price is missing or too old
    std::optional<margin::Decimal> debtValue;

    [[nodiscard]] const QString &rowKey() const { return accountId; }
    static RowRoles<AccountView> roles();
    bool operator==(const AccountView &) const = default;
};

/// What an account was when its level was known last.
struct LastLevel {
    QString text;
    BootTime time; ///< of the oldest price it followed from
};

/// What a row is made with. `silence` is set where snapshots themselves stopped: then every figure is the last one
/// known and the state is Unknown.
struct ViewContext {
    const monitor::RiskSnapshot &snapshot;
    const DisplayFormat &format;
    BootTime nowBoot;
    std::optional<std::int64_t> silence; ///< ms since the last snapshot
    const LastLevel *last = nullptr; ///< nothing: it never was known
    std::optional<WallTime> calledSince = {}; ///< where its status is MarginCall or Liquidation and its beginning known
};

/// Requires: verdict.account. GUI thread.
AccountView makeAccountView(const margin::Verdict &verdict, const ViewContext &context);

} // namespace plimsoll::viewmodels
