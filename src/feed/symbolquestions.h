// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/bisection.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::feed {

/// The lists of symbols that one round asks for, one after the other; a list that is refused is divided until the bad
/// symbols are found. Pure; not thread-safe.
class SymbolQuestions
{
public:
    void add(std::vector<std::vector<std::string>> lists);

    /// Goes on to the next question; false at the end.
    [[nodiscard]] bool next();

    [[nodiscard]] const std::vector<std::string> &question() const { return m_question; }

    void accepted();
    void refused();

    /// Bad symbols found since the last call.
    [[nodiscard]] std::vector<std::string> takeBad();

private:
    std::deque<std::vector<std::string>> m_lists;
    std::optional<Bisection> m_bisection;
    std::vector<std::string> m_question;
};

} // namespace plimsoll::feed
