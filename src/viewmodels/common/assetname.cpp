// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/assetname.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"

#include <algorithm>
#include <vector>

namespace plimsoll::viewmodels {

using margin::Rate;

namespace {

Rate listedRate(const monitor::PriceList &list, const std::string &asset, const std::string &quote)
{
    margin::QuoteBoard board;
    board.internRate(asset, quote);
    for (const std::string &symbol : board.candidateSymbols()) {
        if (const auto found = list.prices.find(symbol); found != list.prices.end()) {
            board.setPrice(board.internSymbol(symbol), found->second, list.asOf);
        }
    }
    board.evaluate();
    return board.rateOf(asset, quote);
}

} // namespace

std::string typedAsset(const QString &typed)
{
    return typed.trimmed().toUpper().toStdString();
}

QString assetProblem(const std::string &asset)
{
    static const QString kBetween = QStringLiteral("-/_:. ");
    const QString name = QString::fromStdString(asset);
    for (const char32_t c : name.toUcs4()) {
        if (c < 0x80 && kBetween.contains(QChar(static_cast<char16_t>(c)))) {
            return tr("“%1” is not one asset. Name one only; of a pair, its two assets stand in two fields.")
                .arg(plainName(asset, 40));
        }
        if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c)) {
            return tr("“%1” cannot be in the name of an asset.")
                .arg(plainName(QString::fromUcs4(&c, 1).toStdString(), 4));
        }
    }
    return {};
}

QString unpricedText(const monitor::PriceList *list, const std::string &asset, const std::string &quote)
{
    if (list == nullptr || asset.empty() || quote.empty() || asset == quote
        || listedRate(*list, asset, quote).known()) {
        return {};
    }
    return tr("The exchange has no price of %1 in %2.").arg(plainName(asset, 40), plainName(quote, 40));
}

QString unlistedText(const monitor::PriceList *list, const std::string &base, const std::string &quote)
{
    if (list == nullptr || base.empty() || quote.empty() || list->prices.contains(base + quote)) {
        return {};
    }
    return tr("The exchange does not trade %1 against %2.").arg(plainName(base, 40), plainName(quote, 40));
}

std::shared_ptr<const margin::Rates> listedRates(const margin::Rates &live, const monitor::PriceList *list,
                                                 const margin::Account &account)
{
    auto index = std::make_shared<margin::Rates::Index>();
    std::vector<Rate> values;
    for (const margin::Balance &balance : account.balances) {
        const auto [place, isNew] = index->try_emplace({balance.asset, account.quoteAsset},
                                                       static_cast<margin::RateId>(values.size()));
        if (!isNew) {
            continue;
        }
        Rate rate = live.find(balance.asset, account.quoteAsset);
        if (!rate.known() && list != nullptr) {
            rate = listedRate(*list, balance.asset, account.quoteAsset);
        }
        values.push_back(std::move(rate));
    }
    return std::make_shared<const margin::Rates>(std::move(index), std::move(values));
}

} // namespace plimsoll::viewmodels
