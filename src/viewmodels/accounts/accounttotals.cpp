// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accounttotals.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"

#include <algorithm>
#include <map>

namespace plimsoll::viewmodels {

namespace {

using margin::Decimal;
using margin::Rounding;

struct Sum {
    int accounts = 0;
    std::optional<Decimal> assets = Decimal(); ///< nothing: beyond the range
    std::optional<Decimal> debt = Decimal();
};

void add(Sum &sum, const AccountView &view)
{
    ++sum.accounts;
    sum.assets = sum.assets ? sum.assets->plus(*view.assetsValue) : std::nullopt;
    sum.debt = sum.debt ? sum.debt->plus(*view.debtValue) : std::nullopt;
}

} // namespace

QString totalsText(const std::vector<AccountView> &views, const DisplayFormat &format)
{
    std::map<std::string, Sum> sums;
    for (const AccountView &view : views) {
        if (view.assetsValue && view.debtValue && view.state != RiskState::Unknown) {
            add(sums[view.unit], view);
        }
    }
    const auto most = std::ranges::max_element(sums, {}, [](const auto &entry) { return entry.second.accounts; });
    if (most == sums.end() || most->second.accounts < 2 || !most->second.assets || !most->second.debt) {
        return {};
    }
    const auto &[unit, sum] = *most;
    const QString text = tr("Assets %1 · Debt %2 %3")
                             .arg(format.money(sum.assets, unit, Rounding::Down),
                                  format.money(sum.debt, unit, Rounding::Up), plainName(unit, 20));
    const auto all = static_cast<int>(views.size());
    return sum.accounts == all ? text : tr("%1 (%2 of %3)").arg(text).arg(sum.accounts).arg(all);
}

} // namespace plimsoll::viewmodels
