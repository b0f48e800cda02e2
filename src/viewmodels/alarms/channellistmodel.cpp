// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/channellistmodel.h"

namespace plimsoll::viewmodels {

RowRoles<ChannelView> ChannelView::roles()
{
    return {
        {"word",
         [](const ChannelView &row) { return QString::fromStdString(std::string(alarm::channelWord(row.channel))); }},
        {"name", &ChannelView::name},
        {"about", &ChannelView::about},
        {"stateText", &ChannelView::stateText},
        {"riskState", &ChannelView::riskState},
        {"waitNames", &ChannelView::waitNames},
        {"waitIndex", &ChannelView::waitIndex},
        {"priorityIndex", &ChannelView::priorityIndex},
        {"on", &ChannelView::on},
        {"canSwitch", &ChannelView::canSwitch},
        {"canTest", &ChannelView::canTest},
        {"testing", &ChannelView::testing},
    };
}

} // namespace plimsoll::viewmodels
