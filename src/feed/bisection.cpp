// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/bisection.h"

#include <iterator>
#include <utility>

namespace plimsoll::feed {

Bisection::Bisection(std::vector<std::string> refused)
    : m_guilty(std::move(refused))
{
    advance();
}

void Bisection::answered(bool accepted)
{
    if (m_askingRest) {
        m_askingRest = false;
        if (!accepted) {
            m_guilty = m_rest;
        }
        m_rest.clear();
    } else {
        const auto middle = m_guilty.begin() + std::ssize(m_question);
        if (accepted) {
            m_guilty.erase(m_guilty.begin(),
                           middle); // the bad one must be in the other half: no need to ask for it as a whole
        } else {
            m_rest.insert(m_rest.end(), middle, m_guilty.end());
            m_guilty.erase(middle, m_guilty.end());
        }
    }
    advance();
}

void Bisection::advance()
{
    if (m_guilty.size() == 1) {
        m_bad.push_back(std::move(m_guilty.front()));
        m_guilty.clear();
    }
    if (!m_guilty.empty()) {
        m_question.assign(m_guilty.begin(), m_guilty.begin() + std::ssize(m_guilty) / 2);
        return;
    }
    m_question = m_rest;
    m_askingRest = !m_rest.empty();
}

std::vector<std::string> Bisection::takeBad()
{
    return std::exchange(m_bad, {});
}

} // namespace plimsoll::feed
