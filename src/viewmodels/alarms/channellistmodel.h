// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

namespace plimsoll::viewmodels {

/// One way to a person, ready to be shown.
struct ChannelView {
    alarm::Channel channel = alarm::Channel::Screen;
    QString name;
    QString about; ///< when it is used
    QString stateText; ///< "Works: accepted in 12 ms by dunst"
    RiskState riskState = RiskState::NoDebt; ///< for its shape: Normal works, MarginCall fails, NoDebt neither
    QStringList waitNames; ///< what may be chosen: "at once", "after 1 min", ...
    int waitIndex = 0;
    int priorityIndex = 0; ///< alarm::Priority
    bool on = false;
    bool canSwitch = true;
    bool canTest = false;
    bool testing = false;

    static RowRoles<ChannelView> roles();
    bool operator==(const ChannelView &) const = default;
};

/// The channels in their fixed order.
using ChannelListModel = RowListModel<ChannelView>;

} // namespace plimsoll::viewmodels
