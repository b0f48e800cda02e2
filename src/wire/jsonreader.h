// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/names.h"

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::wire {

/// The first thing that was wrong with a document. Readers go on after it with empty values, so that reading is
/// straight-line code and the caller asks once, at the end.
class Problem
{
public:
    void report(ErrorCode code, std::string place, std::string detail);
    void report(Error error);

    [[nodiscard]] const std::optional<Error> &first() const { return m_first; }

private:
    std::optional<Error> m_first;
};

/// Limits of a text field, in bytes.
struct TextRule {
    std::size_t most = 10'000;
    bool isKey = false; ///< ids and assets: not empty, no control characters
};

inline constexpr TextRule kFreeText {};
inline constexpr TextRule kKeyText {margin::kLongestName, true};
inline constexpr TextRule kSymbolText {128, true};

/// One JSON object of a known shape: a field that is not in `names`, or stands twice, is a problem; so is a value of
/// another type than the one asked for. Alarms no longer than its parser. Private to this folder.
class ObjectReader
{
public:
    ObjectReader(simdjson::dom::element element, std::string place, std::span<const std::string_view> names,
                 Problem &problem);

    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::string placeOf(std::string_view name) const;

    /// Empty where the field is absent; requiredText() reports that instead.
    [[nodiscard]] std::string text(std::string_view name, TextRule rule = kFreeText) const;
    [[nodiscard]] std::string requiredText(std::string_view name, TextRule rule = kKeyText) const;
    [[nodiscard]] std::optional<margin::Decimal> decimal(std::string_view name) const;
    [[nodiscard]] std::optional<margin::Decimal> signedDecimal(std::string_view name) const;
    [[nodiscard]] margin::Decimal requiredDecimal(std::string_view name) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view name) const;
    [[nodiscard]] std::vector<simdjson::dom::element> array(std::string_view name) const;
    [[nodiscard]] std::optional<simdjson::dom::element> element(std::string_view name) const;

private:
    void wrongType(std::string_view name, const char *wanted) const;
    [[nodiscard]] std::optional<std::string_view> rawText(std::string_view name) const;

    std::string m_place;
    std::span<const std::string_view> m_names;
    std::vector<std::optional<simdjson::dom::element>> m_values; // parallel to m_names
    Problem *m_problem;
};

/// "place[3]".
std::string indexed(const std::string &place, std::size_t index);

} // namespace plimsoll::wire
