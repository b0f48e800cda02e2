// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "storage/opening/database.h"

#include <string>
#include <vector>

namespace plimsoll::storage {

/// In the order they were made, each validated. Throws SqlFailure: DatabaseIsBroken, naming the row, where one was
/// damaged by hand.
std::vector<alarm::Rule> readAlarmRules(const QSqlDatabase &database);

/// A person's own alarms. The storage thread.
class AlarmRuleStore
{
public:
    explicit AlarmRuleStore(Database &database);

    /// Adds a rule, or replaces the one with its id. Errors: those of alarm::validated().
    Result<Done> save(const alarm::Rule &rule);
    /// Errors: NotFound.
    Result<Done> remove(const std::string &id);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
