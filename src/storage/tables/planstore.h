// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/preparedplan.h"
#include "storage/opening/database.h"

#include <string>
#include <vector>

namespace plimsoll::storage {

/// In the order they were made, each validated. Throws SqlFailure: DatabaseIsBroken, naming the row, where one was
/// damaged by hand.
std::vector<margin::PreparedPlan> readPlans(const QSqlDatabase &database);

/// A person's prepared plans. The storage thread. The meaning of each call is that of monitor::PlansPort.
class PlanStore
{
public:
    explicit PlanStore(Database &database);

    [[nodiscard]] Result<std::vector<margin::PreparedPlan>> all() const;
    Result<Done> save(const margin::PreparedPlan &plan);
    Result<Done> remove(const std::string &id);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
