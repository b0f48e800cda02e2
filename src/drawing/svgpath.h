// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringView>
#include <QtGui/QPainterPath>

#include <optional>

namespace plimsoll::drawing {

/// The path that the text describes in the language of SVG's attribute "d": M, L, H, V, C, A and Z, absolute and
/// relative; of arcs those of a circle. Nothing where it says anything else. Any thread.
std::optional<QPainterPath> svgPath(QStringView text);

} // namespace plimsoll::drawing
