// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QPointF>

namespace plimsoll::viewmodels {

/// At most `most` points: the lowest and the last of each of most / 2 stretches of equal width, so that no dip disappears. Pure.
/// Requires: ascending x.
QList<QPointF> thinned(const QList<QPointF> &points, int most);

} // namespace plimsoll::viewmodels
