// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/numberstyle.h"

#include <QtCore/QString>

#include <string>

namespace plimsoll::wording {

/// What a typed number means. A number is taken only where no locale reads another value in it: "1.234" is 1.234 to
/// some and 1234 to others, and what is typed must be what is booked. Groups are read strictly: they begin with a digit
/// of 1 to 9, and every one has the size of its locale. Pure; any thread.
struct AmountReading {
    enum class Kind {
        Value, ///< `first` is the one value
        Nothing, ///< nothing was typed
        TwoWays, ///< `first` and `second` are what it could mean
        NotHere, ///< it means `first`, but is written with the marks of this locale in other roles
        NotANumber,
    };

    Kind kind = Kind::NotANumber;
    bool negative = false; ///< a sign was typed before it
    bool positiveSign = false; ///< a plus was typed
    std::string first; ///< plain notation without sign, "1234.5"; any number of digits
    std::string second;
};

AmountReading readAmount(const QString &typed, const NumberStyle &here);

} // namespace plimsoll::wording
