// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace plimsoll::monitor {

/// The setting whether interest is added by the hour: "0" = no. It stands in the database, so that whoever books
/// decides by the same word.
inline constexpr QStringView kAddInterestKey = u"add_interest";

/// What its value means; missing or unreadable: yes.
inline bool addsInterest(QStringView value)
{
    return value != u"0";
}

} // namespace plimsoll::monitor
