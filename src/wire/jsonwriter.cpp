// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsonwriter.h"

#include "wire/utf8.h"

#include <array>
#include <charconv>
#include <cmath>

namespace plimsoll::wire {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

void appendControl(std::string &text, unsigned char byte)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    switch (byte) {
    case '\b': text += "\\b"; return;
    case '\f': text += "\\f"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default:
        text += "\\u00";
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0xFU];
    }
}

void appendQuoted(std::string &text, std::string_view raw)
{
    text += '"';
    while (!raw.empty()) {
        const auto byte = static_cast<unsigned char>(raw.front());
        if (byte < 0x20) {
            appendControl(text, byte);
            raw.remove_prefix(1);
        } else if (byte == '"' || byte == '\\') {
            text += '\\';
            text += raw.front();
            raw.remove_prefix(1);
        } else if (const std::size_t length = utf8Length(raw); length > 0) {
            text += raw.substr(0, length);
            raw.remove_prefix(length);
        } else {
            text += kReplacement;
            raw.remove_prefix(1);
        }
    }
    text += '"';
}

} // namespace

JsonWriter &JsonWriter::key(std::string_view name)
{
    separate();
    appendQuoted(m_text, name);
    m_text += m_indent > 0 ? ": " : ":";
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::string(std::string_view text)
{
    separate();
    appendQuoted(m_text, text);
    return *this;
}

JsonWriter &JsonWriter::integer(std::int64_t value)
{
    separate();
    m_text += std::to_string(value);
    return *this;
}

JsonWriter &JsonWriter::unsignedInteger(std::uint64_t value)
{
    separate();
    m_text += std::to_string(value);
    return *this;
}

JsonWriter &JsonWriter::number(double value)
{
    if (!std::isfinite(value)) {
        return null();
    }
    separate();
    std::array<char, 32> text {};
    m_text.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr);
    return *this;
}

JsonWriter &JsonWriter::boolean(bool value)
{
    separate();
    m_text += value ? "true" : "false";
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    m_text += "null";
    return *this;
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    ++m_depth;
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    --m_depth;
    if (!m_first) {
        newLine();
    }
    m_text += bracket;
    m_first = false;
    return *this;
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth > 0) {
        if (!m_first) {
            m_text += ',';
        }
        newLine();
    }
    m_first = false;
}

void JsonWriter::newLine()
{
    if (m_indent > 0) {
        m_text += '\n';
        m_text.append(static_cast<std::size_t>(m_indent) * static_cast<std::size_t>(m_depth), ' ');
    }
}

} // namespace plimsoll::wire
