// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/pricetablemodel.h"

#include "viewmodels/common/accounttext.h"

#include <QtCore/QCoreApplication>

#include <set>

namespace plimsoll::viewmodels {

namespace {

struct PriceTableText {
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::PriceTableModel)
};

QString stateWord(const margin::Rate &rate)
{
    if (rate.known() && !rate.confirmed) {
        return PriceTableText::tr("not confirmed yet");
    }
    switch (rate.state) {
    case margin::PriceState::Known: return PriceTableText::tr("current");
    case margin::PriceState::Missing: return PriceTableText::tr("missing");
    case margin::PriceState::Invalid: return PriceTableText::tr("unusable");
    case margin::PriceState::Stale: return PriceTableText::tr("out of date");
    case margin::PriceState::Halted: return PriceTableText::tr("halted");
    case margin::PriceState::Unlisted: return PriceTableText::tr("not listed any more");
    }
    return {};
}

PriceView viewOf(const std::string &quote, const std::string &asset, const margin::Rate &rate,
                 const DisplayFormat &format, BootTime nowBoot)
{
    const bool hasPrice = rate.down.isPositive();
    const bool aged = rate.asOf > 0 && rate.asOf != INT64_MAX;
    PriceView view;
    view.rateId = QString::fromStdString(quote + ' ' + asset);
    view.asset = plainName(asset, 20);
    view.quote = plainName(quote, 20);
    view.price = hasPrice ? format.price(rate.down, margin::Rounding::Down) : QStringLiteral("–");
    view.exact = hasPrice ? format.exact(rate.down) : QString();
    view.route = plainName(rate.route, 60);
    view.age = aged ? format.age(nowBoot - rate.asOf) : QStringLiteral("–");
    view.stateText = stateWord(rate);
    view.usable = rate.known();
    return view;
}

} // namespace

std::vector<PriceView> priceViews(const monitor::RiskSnapshot &snapshot, const DisplayFormat &format, BootTime nowBoot)
{
    std::set<std::pair<std::string, std::string>> pairs; // quote, then asset
    for (std::size_t i = 0; snapshot.rates && i < snapshot.verdicts.size(); ++i) {
        const auto &account = snapshot.verdicts[i].account;
        if (!account || account->liquidatedAt) {
            continue;
        }
        for (const margin::Balance &balance : account->balances) {
            if (balance.asset != account->quoteAsset) {
                pairs.emplace(account->quoteAsset, balance.asset);
            }
        }
    }
    std::vector<PriceView> views;
    views.reserve(pairs.size());
    for (const auto &[quote, asset] : pairs) {
        views.push_back(viewOf(quote, asset, snapshot.rates->find(asset, quote), format, nowBoot));
    }
    return views;
}

RowRoles<PriceView> PriceView::roles()
{
    return {
        {"asset", &PriceView::asset},         {"quote", &PriceView::quote},   {"price", &PriceView::price},
        {"exact", &PriceView::exact},         {"route", &PriceView::route},   {"age", &PriceView::age},
        {"stateText", &PriceView::stateText}, {"usable", &PriceView::usable},
    };
}

} // namespace plimsoll::viewmodels
