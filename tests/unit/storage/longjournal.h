// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>

namespace longjournal {

/// Lengthens the journal of a closed database until it has `rows` rows: top-ups of 10^-8 USDT from outside, one row
/// each, with valid hashes, written past the store in one transaction without waiting for the disk. `account` must
/// exist and know its own money. About 15 µs a row. Throws storage::SqlFailure. Where a running balance is kept, the
/// next opening finds that the journal grew without it.
void lengthen(const QString &file, const std::string &account, std::int64_t rows);

} // namespace longjournal
