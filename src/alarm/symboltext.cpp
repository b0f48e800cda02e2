// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/symboltext.h"

namespace plimsoll::alarm {

std::string symbolFrom(std::string_view typed)
{
    constexpr std::string_view kSeparators = " \t/-_:.";
    std::string symbol;
    for (const char c : typed) {
        if (kSeparators.find(c) == std::string_view::npos) {
            symbol += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    return symbol;
}

} // namespace plimsoll::alarm
