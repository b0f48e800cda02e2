// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/amountecho.h"

#include "viewmodels/common/accounttext.h"
#include "wording/digits.h"

#include <QtCore/QCoreApplication>

namespace plimsoll::viewmodels {

QString echoText(const DisplayFormat &format, margin::Decimal amount, const std::string &asset,
                 const margin::Rates &prices, const std::string &quote)
{
    const QString own = QCoreApplication::translate("plimsoll::viewmodels", "= %1 %2")
                            .arg(format.full(amount, wording::isFiatLike(asset) ? 2 : 0), plainName(asset, 20));
    const margin::Rate rate = prices.find(asset, quote);
    const auto value = rate.known() && asset != quote ? amount.times(rate.down, margin::Rounding::Down) : std::nullopt;
    if (!value) {
        return own;
    }
    return QCoreApplication::translate("plimsoll::viewmodels", "%1 ≈ %2 %3")
        .arg(own, format.money(value, quote, margin::Rounding::Down), plainName(quote, 20));
}

} // namespace plimsoll::viewmodels
