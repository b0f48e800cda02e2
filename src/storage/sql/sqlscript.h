// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace plimsoll::storage {

/// The statements of an SQL script, split where SQLite itself says that one is complete; triggers and semicolons in
/// texts stay whole. Errors: Malformed where the last statement is not finished.
Result<QStringList> statementsOf(const QByteArray &script);

} // namespace plimsoll::storage
