// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/preparedplan.h"
#include "ports/future.h"
#include "ports/operations.h"

#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Port: prepared plans. How calls and answers behave is said at Stores.
class PlansPort
{
public:
    PlansPort() = default;
    PlansPort(const PlansPort &) = delete;
    PlansPort &operator=(const PlansPort &) = delete;
    virtual ~PlansPort() = default;

    /// In the order they were made, those of removed accounts too.
    virtual Future<Result<std::vector<margin::PreparedPlan>>> plans() = 0;
    /// Adds one, or replaces the one with its id. Errors: those of margin::validated(), and Conflict at "name" where
    /// another plan of the account has that name.
    virtual Future<Result<Done>> savePlan(margin::PreparedPlan plan) = 0;
    /// Errors: NotFound.
    virtual Future<Result<Done>> removePlan(std::string id) = 0;
};

} // namespace plimsoll::monitor
