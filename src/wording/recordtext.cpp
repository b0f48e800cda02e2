// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/recordtext.h"

#include "wording/translated.h"

namespace plimsoll::wording {

QString statusText(margin::Status status)
{
    switch (status) {
    case margin::Status::NoDebt: return tr("No debt");
    case margin::Status::Normal: return tr("Normal");
    case margin::Status::MarginCall: return tr("Margin call");
    case margin::Status::Liquidation: return tr("Liquidation");
    case margin::Status::Liquidated: return tr("Liquidated");
    case margin::Status::Unknown: break;
    }
    return tr("Unknown");
}

QString modeText(margin::MarginMode mode)
{
    return mode == margin::MarginMode::Cross ? tr("Cross") : tr("Isolated");
}

QString entryKindText(margin::EntryKind kind)
{
    switch (kind) {
    case margin::EntryKind::Opening: return tr("Opening");
    case margin::EntryKind::TopUp: return tr("Top-up");
    case margin::EntryKind::TransferOut: return tr("Transfer out");
    case margin::EntryKind::Borrow: return tr("Borrow");
    case margin::EntryKind::Repay: return tr("Repay");
    case margin::EntryKind::Buy: return tr("Buy");
    case margin::EntryKind::Sell: return tr("Sell");
    case margin::EntryKind::Interest: return tr("Interest");
    case margin::EntryKind::Liquidation: return tr("Liquidation");
    case margin::EntryKind::Correction: return tr("Correction");
    case margin::EntryKind::Reversal: return tr("Taken back");
    case margin::EntryKind::Removal: return tr("Removed");
    }
    return {};
}

QString fieldText(margin::Field field)
{
    switch (field) {
    case margin::Field::Free: return tr("free");
    case margin::Field::Locked: return tr("locked");
    case margin::Field::Borrowed: return tr("borrowed");
    case margin::Field::Interest: return tr("interest");
    }
    return {};
}

} // namespace plimsoll::wording
