// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/csvcell.h"

#include <string_view>

namespace plimsoll::viewmodels {

std::string csvCell(std::string text)
{
    constexpr std::string_view kFormula = "=+-@\t\r";
    if (!text.empty() && kFormula.find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of("\",\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

} // namespace plimsoll::viewmodels
