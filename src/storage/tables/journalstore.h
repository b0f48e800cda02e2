// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/stores.h"
#include "storage/opening/database.h"

#include <cstdint>
#include <vector>

namespace plimsoll::storage {

/// The journal. book() judges and books in one transaction, so that two processes cannot spend the same money; a
/// repeated operation id is answered with the first receipt. After InputOutput it is not known whether the operation
/// stands: the same id asked again tells. Errors of book(): Malformed (id), NotFound (account, wallet), Conflict (id of
/// another operation), those of monitor::plan(), CannotWrite, InputOutput; whatever the error, nothing is half-booked.
/// The storage thread.
class JournalStore
{
public:
    explicit JournalStore(Database &database);

    Result<monitor::Receipt> book(const monitor::OperationRequest &request, WallTime now);
    /// Books the interest of every account for the full hours up to `until`, all or nothing. Returns on how many
    /// accounts something was booked.
    Result<int> accrueInterest(WallTime until, WallTime now);
    Result<std::vector<monitor::JournalRow>> list(const monitor::JournalFilter &filter) const;

private:
    Database &m_database;
};

} // namespace plimsoll::storage
