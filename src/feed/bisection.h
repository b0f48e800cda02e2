// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace plimsoll::feed {

/// Finds the symbols for which the exchange refuses a whole request. Starts from a list that was refused, so that at
/// least one of it is bad; ask question() as one request and tell with answered() whether it was accepted. One bad
/// symbol among n costs at most ceil(log2 n) + 1 further requests, and every good one has been part of an accepted
/// request at the end. Pure; not thread-safe.
class Bisection
{
public:
    explicit Bisection(std::vector<std::string> refused);

    /// What to ask next; empty at the end.
    [[nodiscard]] const std::vector<std::string> &question() const { return m_question; }

    void answered(bool accepted);

    /// Bad symbols found since the last call.
    [[nodiscard]] std::vector<std::string> takeBad();

private:
    void advance();

    std::vector<std::string> m_guilty; // known to contain a bad one
    std::vector<std::string> m_rest; // nothing known yet
    std::vector<std::string> m_question;
    std::vector<std::string> m_bad;
    bool m_askingRest = false;
};

} // namespace plimsoll::feed
