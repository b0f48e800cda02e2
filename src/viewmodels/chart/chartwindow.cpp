// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartwindow.h"

#include <algorithm>

namespace plimsoll::viewmodels {

void ChartWindow::setWhole(double first, double last)
{
    m_first = std::min(first, last);
    m_last = std::max(last, m_first + 1);
    if (m_showsAll) {
        set(std::min(m_first, m_last - kShortest), m_last);
    } else if (m_followsEnd) {
        set(m_last - span(), m_last);
    }
}

void ChartWindow::showLast(double span)
{
    m_showsAll = span <= 0;
    m_followsEnd = true;
    set(m_showsAll ? std::min(m_first, m_last - kShortest) : m_last - span, m_last);
}

void ChartWindow::show(double from, double to)
{
    const double whole = std::max(m_last - m_first, kShortest);
    const double span = std::clamp(to - from, kShortest, whole);
    const double begin = std::clamp(from, m_last - whole, m_last - span);
    m_showsAll = span >= whole;
    m_followsEnd = begin + span >= m_last;
    set(begin, m_followsEnd ? m_last : begin + span);
    Q_EMIT moved();
}

void ChartWindow::zoom(double factor, double share)
{
    const double whole = std::max(m_last - m_first, kShortest);
    const double kept = m_from + share * span();
    const double next = std::clamp(span() * factor, kShortest, whole);
    show(kept - share * next, kept + (1 - share) * next);
}

void ChartWindow::pan(double share)
{
    show(m_from + share * span(), m_to + share * span());
}

void ChartWindow::toStart()
{
    show(m_first, m_first + span());
}

void ChartWindow::toEnd()
{
    show(m_last - span(), m_last);
}

void ChartWindow::set(double from, double to)
{
    m_from = from;
    m_to = to;
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
