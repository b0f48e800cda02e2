// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plimsoll::cli {

/// A word of our JSON documents as tables say it: "no_rate" is "no daily rate known". One that has no other wording is
/// the word with blanks.
std::string inWords(std::string_view word);

} // namespace plimsoll::cli
