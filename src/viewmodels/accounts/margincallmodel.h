// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// One account of the margin-call dialog, ready to be shown.
struct MarginCallView {
    QString accountId;
    RiskState state = RiskState::MarginCall;
    bool active = true; ///< false: recovered or liquidated meanwhile; only `headline` and `sinceText` matter then
    QString headline;
    QString sinceText;
    QString sayText;
    QString lossText;
    QString depositText;
    QString depositResult;
    QString repayText;
    QString repayResult;
    QString sellText;
    QString sellResult;
    int way = 0; ///< MarginCallViewModel::Way that the person has chosen
    QString wayText; ///< what the button says that goes that way; empty where there is none
    bool expanded = false; ///< shown in full; the others are one line
    QString title; ///< "BCH/USDT isolated"
    QString levelText;
    bool canRecordLiquidation = false;
    double position = -1;
    double liquidationPosition = -1;
    double callPosition = -1;
    double initialPosition = -1;
    QString liquidationText;
    QString callText;
    QString initialText;

    [[nodiscard]] const QString &rowKey() const { return accountId; }
    static RowRoles<MarginCallView> roles();
    bool operator==(const MarginCallView &) const = default;
};

/// The accounts of the margin-call dialog, most urgent first, the recovered ones last.
using MarginCallModel = RowListModel<MarginCallView>;

} // namespace plimsoll::viewmodels
