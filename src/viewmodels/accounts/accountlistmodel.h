// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/accountview.h"

namespace plimsoll::viewmodels {

/// Accounts of one panel in the order given; text ready to be shown, the state as RiskState, places on the level bar as
/// 0..1. The asset table of one that is shown in full is a model of its own that lives as long as the row. GUI thread.
class AccountListModel : public RowListModel<AccountView>
{
public:
    using RowListModel::RowListModel;

    void setRows(std::vector<AccountView> rows);
};

} // namespace plimsoll::viewmodels
