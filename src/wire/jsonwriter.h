// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::wire {

/// Writes JSON in the order of the calls; commas and quoting are its business, balance of brackets is the caller's.
/// `indent` 0 writes one line (NDJSON), 2 a readable document. Text is escaped per RFC 8259; invalid UTF-8 becomes
/// U+FFFD.
class JsonWriter
{
public:
    explicit JsonWriter(int indent = 0)
        : m_indent(indent)
    {
    }

    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }
    JsonWriter &key(std::string_view name);
    JsonWriter &string(std::string_view text);
    JsonWriter &integer(std::int64_t value);
    JsonWriter &unsignedInteger(std::uint64_t value);
    /// For estimates only; the shortest text that reads back as the same number, null where it is not finite.
    JsonWriter &number(double value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    JsonWriter &decimal(margin::Decimal value) { return string(value.toString()); }
    JsonWriter &decimal(const std::optional<margin::Decimal> &value) { return value ? decimal(*value) : null(); }

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();
    void newLine();

    std::string m_text;
    int m_indent;
    int m_depth = 0;
    bool m_first = true;
    bool m_afterKey = false;
};

} // namespace plimsoll::wire
