// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// One alarm of a person's own, ready to be shown.
struct RuleView {
    QString ruleId;
    QString sentence; ///< "Tell me when ..."
    QString stateText; ///< "met now"; may be empty
    bool on = true;

    [[nodiscard]] const QString &rowKey() const { return ruleId; }
    static RowRoles<RuleView> roles();
    bool operator==(const RuleView &) const = default;
};

/// A person's own alarms.
using RuleListModel = RowListModel<RuleView>;

} // namespace plimsoll::viewmodels
