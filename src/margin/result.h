// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace plimsoll {

/// Either a value or an Error; the return type of everything that can be refused. C++20 has no std::expected.
/// Requires: hasValue() before value(), !hasValue() before error(); both are asserted.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }

    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool hasValue() const { return m_content.index() == 0; }

    explicit operator bool() const { return hasValue(); }

    [[nodiscard]] const T &value() const &
    {
        assert(hasValue());
        return *std::get_if<0>(&m_content);
    }

    [[nodiscard]] T &value() &
    {
        assert(hasValue());
        return *std::get_if<0>(&m_content);
    }

    [[nodiscard]] T &&value() &&
    {
        assert(hasValue());
        return std::move(*std::get_if<0>(&m_content));
    }

    [[nodiscard]] const Error &error() const
    {
        assert(!hasValue());
        return *std::get_if<1>(&m_content);
    }

    [[nodiscard]] T valueOr(T fallback) const { return hasValue() ? value() : std::move(fallback); }

    const T &operator*() const & { return value(); }

    const T *operator->() const & { return &value(); }

    const T *operator->() const && = delete; // `for (x : f()->list)` would walk over what is gone already

private:
    std::variant<T, Error> m_content;
};

/// The value of a Result that carries none: "it worked".
struct Done {
    bool operator==(const Done &) const = default;
};

} // namespace plimsoll
