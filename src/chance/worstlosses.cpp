// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/worstlosses.h"

#include <algorithm>
#include <limits>

namespace plimsoll::chance {

namespace {

constexpr std::size_t kAtOnce = 64; // looked through together, so that adding costs the same however many are kept

// How many losses lie above the quantile.
std::uint64_t above(std::uint64_t paths, std::uint64_t percent)
{
    return paths - (paths * percent + 99) / 100;
}

double shortfall(const std::vector<double> &descending, std::uint64_t paths, std::uint64_t percent)
{
    const auto count = static_cast<std::ptrdiff_t>(above(paths, percent));
    double sum = 0;
    std::for_each(descending.begin(), descending.begin() + count, [&sum](double loss) { sum += loss; });
    const double worst = static_cast<double>(paths * (100 - percent)) / 100;
    sum += (worst - static_cast<double>(count)) * descending[static_cast<std::size_t>(count)];
    return sum / worst;
}

} // namespace

WorstLosses::WorstLosses(std::uint64_t paths)
    : m_paths(paths)
    , m_kept(static_cast<std::size_t>(above(paths, 95)) + 1)
    , m_least(-std::numeric_limits<double>::infinity())
{
}

void WorstLosses::add(double loss)
{
    if (loss < m_least) {
        return;
    }
    m_losses.push_back(loss);
    if (m_losses.size() >= m_kept + m_kept / 4 + kAtOnce) {
        forget();
    }
}

void WorstLosses::forget()
{
    const auto last = m_losses.begin() + static_cast<std::ptrdiff_t>(m_kept) - 1;
    std::ranges::nth_element(m_losses, last, std::greater());
    m_least = *last;
    m_losses.resize(m_kept);
}

LossRisk WorstLosses::risk() const
{
    std::vector<double> losses = m_losses;
    std::ranges::sort(losses, std::greater());
    return {losses[static_cast<std::size_t>(above(m_paths, 95))], losses[static_cast<std::size_t>(above(m_paths, 99))],
            shortfall(losses, m_paths, 95), shortfall(losses, m_paths, 99)};
}

} // namespace plimsoll::chance
