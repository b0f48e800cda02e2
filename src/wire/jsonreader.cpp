// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsonreader.h"

#include "wire/utf8.h"

#include <algorithm>

namespace plimsoll::wire {

namespace {

const char *typeWord(simdjson::dom::element element)
{
    switch (element.type()) {
    case simdjson::dom::element_type::ARRAY: return "an array";
    case simdjson::dom::element_type::OBJECT: return "an object";
    case simdjson::dom::element_type::STRING: return "a text";
    case simdjson::dom::element_type::BOOL: return "true or false";
    case simdjson::dom::element_type::NULL_VALUE: return "null";
    default: return "a number";
    }
}

std::string shortened(std::string_view text)
{
    constexpr std::size_t kShown = 60; // a hostile file must not fill the terminal
    std::size_t length = std::min(text.size(), kShown);
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        --length;
    }
    return std::string(text.substr(0, length)) + (length < text.size() ? "..." : "");
}

} // namespace

void Problem::report(ErrorCode code, std::string place, std::string detail)
{
    report(Error {code, std::move(place), std::move(detail)});
}

void Problem::report(Error error)
{
    if (!m_first) {
        m_first = std::move(error);
    }
}

std::string indexed(const std::string &place, std::size_t index)
{
    return place + "[" + std::to_string(index) + "]";
}

ObjectReader::ObjectReader(simdjson::dom::element element, std::string place, std::span<const std::string_view> names,
                           Problem &problem)
    : m_place(std::move(place))
    , m_names(names)
    , m_values(names.size())
    , m_problem(&problem)
{
    simdjson::dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
        problem.report(ErrorCode::Malformed, m_place,
                       std::string("an object is needed here, not ") + typeWord(element));
        return;
    }
    for (const auto field : object) {
        const auto known = std::ranges::find(names, field.key);
        if (known == names.end()) {
            problem.report(ErrorCode::Malformed, placeOf(shortened(field.key)), "this field is not known here");
            return;
        }
        auto &value = m_values[static_cast<std::size_t>(known - names.begin())];
        if (value) {
            problem.report(ErrorCode::DuplicateEntry, placeOf(field.key), "this field stands here twice");
            return;
        }
        value = field.value;
    }
}

bool ObjectReader::has(std::string_view name) const
{
    return element(name).has_value();
}

std::string ObjectReader::placeOf(std::string_view name) const
{
    return m_place.empty() ? std::string(name) : m_place + "." + std::string(name);
}

std::optional<simdjson::dom::element> ObjectReader::element(std::string_view name) const
{
    const auto known = std::ranges::find(m_names, name);
    return known == m_names.end() ? std::nullopt : m_values[static_cast<std::size_t>(known - m_names.begin())];
}

void ObjectReader::wrongType(std::string_view name, const char *wanted) const
{
    m_problem->report(ErrorCode::Malformed, placeOf(name),
                      std::string(wanted) + " is needed here, not " + typeWord(*element(name)));
}

std::optional<std::string_view> ObjectReader::rawText(std::string_view name) const
{
    const auto value = element(name);
    if (!value) {
        return std::nullopt;
    }
    std::string_view text;
    if (value->get(text) != simdjson::SUCCESS) {
        wrongType(name, "a text in quotes");
        return std::nullopt;
    }
    return text;
}

std::string ObjectReader::text(std::string_view name, TextRule rule) const
{
    const auto text = rawText(name);
    if (!text) {
        return {};
    }
    const auto refuse = [&](const std::string &detail) {
        m_problem->report(ErrorCode::Malformed, placeOf(name), detail);
        return std::string();
    };
    if (text->size() > rule.most) {
        return refuse("the text has " + std::to_string(text->size()) + " bytes, more than "
                      + std::to_string(rule.most));
    }
    if (!isUtf8(*text) || text->find('\0') != std::string_view::npos) {
        return refuse("the text has half a surrogate pair or a NUL in it");
    }
    if (rule.isKey && (text->empty() || margin::hasControls(*text))) {
        return refuse(text->empty() ? "this must not be empty" : "no control characters are allowed here");
    }
    return std::string(*text);
}

std::string ObjectReader::requiredText(std::string_view name, TextRule rule) const
{
    if (!has(name)) {
        m_problem->report(ErrorCode::Malformed, placeOf(name), "this field is missing");
        return {};
    }
    return text(name, rule);
}

std::optional<margin::Decimal> ObjectReader::decimal(std::string_view name) const
{
    const auto text = rawText(name);
    if (!text) {
        return std::nullopt;
    }
    const auto value = margin::Decimal::parse(*text);
    if (!value) {
        m_problem->report(value.error().at(placeOf(name)));
        return std::nullopt;
    }
    return *value;
}

std::optional<margin::Decimal> ObjectReader::signedDecimal(std::string_view name) const
{
    const auto text = rawText(name);
    if (!text) {
        return std::nullopt;
    }
    const auto value = margin::Decimal::parseSigned(*text);
    if (!value) {
        m_problem->report(value.error().at(placeOf(name)));
        return std::nullopt;
    }
    return *value;
}

margin::Decimal ObjectReader::requiredDecimal(std::string_view name) const
{
    if (!has(name)) {
        m_problem->report(ErrorCode::Malformed, placeOf(name), "this field is missing");
    }
    return decimal(name).value_or(margin::Decimal());
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view name) const
{
    const auto value = element(name);
    if (!value) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    if (!value->is<std::int64_t>() || value->get(number) != simdjson::SUCCESS) {
        wrongType(name, "a whole number");
        return std::nullopt;
    }
    return number;
}

std::vector<simdjson::dom::element> ObjectReader::array(std::string_view name) const
{
    const auto value = element(name);
    if (!value) {
        return {};
    }
    simdjson::dom::array array;
    if (value->get(array) != simdjson::SUCCESS) {
        wrongType(name, "an array");
        return {};
    }
    return {array.begin(), array.end()};
}

} // namespace plimsoll::wire
