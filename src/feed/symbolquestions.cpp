// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/symbolquestions.h"

#include <algorithm>
#include <iterator>

namespace plimsoll::feed {

void SymbolQuestions::add(std::vector<std::vector<std::string>> lists)
{
    std::ranges::move(lists, std::back_inserter(m_lists));
}

bool SymbolQuestions::next()
{
    if (m_bisection && m_bisection->question().empty()) {
        m_bisection.reset();
    }
    if (m_bisection) {
        m_question = m_bisection->question();
        return true;
    }
    if (m_lists.empty()) {
        return false;
    }
    m_question = std::move(m_lists.front());
    m_lists.pop_front();
    return true;
}

void SymbolQuestions::accepted()
{
    if (m_bisection) {
        m_bisection->answered(true); // the half that was accepted may leave only one suspect
    }
}

void SymbolQuestions::refused()
{
    if (m_bisection) {
        m_bisection->answered(false);
    } else {
        m_bisection.emplace(m_question);
    }
}

std::vector<std::string> SymbolQuestions::takeBad()
{
    return m_bisection ? m_bisection->takeBad() : std::vector<std::string> {};
}

} // namespace plimsoll::feed
