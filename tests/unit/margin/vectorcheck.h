// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

/// Worked examples of margin as JSON, with what is held, owed and expected: those of tests/data/margin/vectors.json and
/// the published ones of the reference data.
namespace plimsoll::test {

/// Whether the vector speaks of a rule of this program. Some published ones are about other products.
bool isOurs(const QJsonObject &vector);

/// What of the vector does not hold; empty where all of it does. A field that is not known is wrong too, so that
/// nothing is passed over. Requires: isOurs().
QString wrongIn(const QJsonObject &vector);

} // namespace plimsoll::test
