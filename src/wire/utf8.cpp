// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/utf8.h"

namespace plimsoll::wire {

namespace {

unsigned byteAt(std::string_view text, std::size_t index)
{
    return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U;
}

bool isContinuation(std::string_view text, std::size_t index)
{
    return (byteAt(text, index) & 0xC0U) == 0x80U;
}

} // namespace

std::size_t utf8Length(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    const unsigned lead = byteAt(text, 0);
    const unsigned second = byteAt(text, 1);
    if (lead < 0x80U) {
        return 1;
    }
    if (lead < 0xC2U || lead > 0xF4U || !isContinuation(text, 1)) {
        return 0;
    }
    if (lead < 0xE0U) {
        return 2;
    }
    if (lead < 0xF0U) {
        const bool overlong = lead == 0xE0U && second < 0xA0U;
        const bool surrogate = lead == 0xEDU && second >= 0xA0U;
        return overlong || surrogate || !isContinuation(text, 2) ? 0 : 3;
    }
    const bool overlong = lead == 0xF0U && second < 0x90U;
    const bool tooLarge = lead == 0xF4U && second >= 0x90U;
    return overlong || tooLarge || !isContinuation(text, 2) || !isContinuation(text, 3) ? 0 : 4;
}

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

} // namespace plimsoll::wire
