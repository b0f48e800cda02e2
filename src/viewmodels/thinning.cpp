// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/thinning.h"

#include <algorithm>

namespace plimsoll::viewmodels {

QList<QPointF> thinned(const QList<QPointF> &points, int most)
{
    if (points.size() <= most || most < 2) {
        return points;
    }
    const int stretches = most / 2;
    const double from = points.first().x();
    const double width = std::max((points.last().x() - from) / stretches, 1e-9);
    QList<QPointF> kept;
    kept.reserve(most);
    for (qsizetype begin = 0; begin < points.size();) {
        const auto stretch = static_cast<int>(std::min((points[begin].x() - from) / width, stretches - 1.0));
        qsizetype end = begin;
        qsizetype lowest = begin;
        for (; end < points.size() && static_cast<int>(std::min((points[end].x() - from) / width, stretches - 1.0)) == stretch; ++end) {
            lowest = points[end].y() < points[lowest].y() ? end : lowest;
        }
        kept << points[lowest];
        if (lowest != end - 1) {
            kept << points[end - 1];
        }
        begin = end;
    }
    return kept;
}

} // namespace plimsoll::viewmodels
