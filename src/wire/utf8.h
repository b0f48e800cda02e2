// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace plimsoll::wire {

/// Bytes of the well-formed UTF-8 character at the front of `text` (1..4), or 0 where there is none: overlong forms,
/// surrogates and values above U+10FFFF count as malformed. Source: RFC 3629. Pure; any thread.
std::size_t utf8Length(std::string_view text);

/// Whether the whole is well-formed.
bool isUtf8(std::string_view text);

} // namespace plimsoll::wire
