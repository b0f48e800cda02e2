// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace plimsoll::chance {

/// A square matrix of estimates, row by row; zeros where nothing was set. Value type. Requires: row, column < size().
class SquareMatrix
{
public:
    SquareMatrix() = default;

    explicit SquareMatrix(std::size_t size)
        : m_size(size)
        , m_values(size * size, 0.0)
    {
    }

    static SquareMatrix identity(std::size_t size)
    {
        SquareMatrix one(size);
        for (std::size_t i = 0; i < size; ++i) {
            one(i, i) = 1;
        }
        return one;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }

    double &operator()(std::size_t row, std::size_t column) { return m_values[row * m_size + column]; }
    double operator()(std::size_t row, std::size_t column) const { return m_values[row * m_size + column]; }

    bool operator==(const SquareMatrix &) const = default;

private:
    std::size_t m_size = 0;
    std::vector<double> m_values;
};

} // namespace plimsoll::chance
