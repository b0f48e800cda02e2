// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/whatiflines.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/common/translated.h"

#include <algorithm>
#include <charconv>

namespace plimsoll::viewmodels {

using analysis::Changes;
using analysis::HypotheticalBooking;
using analysis::HypotheticalKind;
using margin::Account;

namespace {

QString keyOf(const char *list, const std::string &name)
{
    return QString::fromLatin1(list) + u'.' + QString::fromStdString(name);
}

QString bookingKey(std::size_t place)
{
    return QStringLiteral("book[%1]").arg(place);
}

QString nameOf(const std::string &id, const std::vector<Account> &accounts)
{
    const auto found = std::ranges::find(accounts, id, &Account::id);
    return found == accounts.end() ? plainName(id) : accountLabel(*found);
}

QString shockText(const std::string &asset, margin::Decimal percent, const DisplayFormat &format)
{
    const QString move = (percent.isPositive() ? QStringLiteral("+") : QString()) + format.full(percent) + tr(" %");
    return asset == analysis::kAllAssets ? tr("All prices move by %1").arg(move)
                                         : tr("%1 moves by %2").arg(plainName(asset, 20), move);
}

QString bookingText(const HypotheticalBooking &booking, const std::vector<Account> &accounts,
                    const DisplayFormat &format)
{
    const QString what = hypotheticalKindNames().at(static_cast<int>(booking.kind));
    return tr("%1 of %2 %3: %4")
        .arg(what, format.full(booking.amount), plainName(booking.asset, 20), nameOf(booking.account, accounts));
}

monitor::Action actionOf(const HypotheticalBooking &booking, const std::string &quote)
{
    switch (booking.kind) {
    case HypotheticalKind::TopUp: return monitor::TopUp {booking.asset, booking.amount, {}, false};
    case HypotheticalKind::TransferOut: return monitor::TransferOut {booking.asset, booking.amount, {}};
    case HypotheticalKind::Borrow: return monitor::Borrow {booking.asset, booking.amount};
    case HypotheticalKind::Repay: return monitor::Repay {booking.asset, booking.amount};
    case HypotheticalKind::Buy:
    case HypotheticalKind::Sell: break;
    }
    return monitor::TradeDone {booking.kind == HypotheticalKind::Buy, booking.asset, quote, booking.amount, {}};
}

} // namespace

std::vector<WhatIfLine> whatIfLines(const Changes &changes, const std::vector<Account> &accounts,
                                    const DisplayFormat &format)
{
    std::vector<WhatIfLine> lines;
    lines.reserve(changes.prices.size());
    for (const auto &[symbol, price] : changes.prices) {
        lines.push_back(
            {keyOf("set", symbol), tr("%1 costs %2").arg(plainName(symbol, 20), format.full(price, 2)), {}});
    }
    for (const auto &[asset, percent] : changes.shocks) {
        lines.push_back({keyOf("shock", asset), shockText(asset, percent, format), {}});
    }
    for (const auto &[id, bars] : changes.bars) {
        const QStringList ratios {ratioText(format, bars.initial), ratioText(format, bars.marginCall),
                                  ratioText(format, bars.liquidation)};
        lines.push_back(
            {keyOf("bars", id), tr("Bars %1: %2").arg(ratios.join(QStringLiteral(" / ")), nameOf(id, accounts)), {}});
    }
    for (std::size_t i = 0; i < changes.bookings.size(); ++i) {
        lines.push_back({bookingKey(i), bookingText(changes.bookings[i], accounts, format), {}});
    }
    return lines;
}

Changes withoutLine(Changes changes, const QString &key)
{
    const auto hasKey = [&key](const char *list) {
        return [&key, list](const auto &entry) { return keyOf(list, entry.first) == key; };
    };
    std::erase_if(changes.prices, hasKey("set"));
    std::erase_if(changes.shocks, hasKey("shock"));
    std::erase_if(changes.bars, hasKey("bars"));
    for (std::size_t i = 0; i < changes.bookings.size(); ++i) {
        if (bookingKey(i) == key) {
            changes.bookings.erase(changes.bookings.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    }
    return changes;
}

bool isAt(const QString &key, const std::string &place)
{
    const std::string wanted = key.toStdString();
    return place.starts_with(wanted) && (place.size() == wanted.size() || place[wanted.size()] == '.');
}

std::optional<std::size_t> bookingAt(const std::string &place)
{
    constexpr std::string_view kBegin = "book[";
    std::size_t number = 0;
    if (!place.starts_with(kBegin)) {
        return std::nullopt;
    }
    const auto [end, failed] = std::from_chars(place.data() + kBegin.size(), place.data() + place.size(), number);
    return failed == std::errc {} && *end == ']' ? std::optional(number) : std::nullopt;
}

QString whatIfProblem(const Error &error, const Changes &changes, const Account *account, const DisplayFormat &format)
{
    const auto booking = bookingAt(error.place);
    if (!booking || *booking >= changes.bookings.size() || account == nullptr) {
        return failureText(error);
    }
    const std::size_t dot = error.place.find('.');
    const std::string inside = dot == std::string::npos ? std::string() : error.place.substr(dot + 1);
    return refusalText({error.code, inside, error.detail}, *account, nullptr,
                       actionOf(changes.bookings[*booking], account->quoteAsset), format);
}

QStringList hypotheticalKindNames()
{
    using margin::EntryKind;
    return {entryKindText(EntryKind::TopUp), entryKindText(EntryKind::TransferOut), entryKindText(EntryKind::Borrow),
            entryKindText(EntryKind::Repay), entryKindText(EntryKind::Buy),         entryKindText(EntryKind::Sell)};
}

RowRoles<WhatIfLine> WhatIfLine::roles()
{
    return {{"key", &WhatIfLine::key}, {"text", &WhatIfLine::text}, {"problem", &WhatIfLine::problem}};
}

} // namespace plimsoll::viewmodels
