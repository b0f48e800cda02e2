// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartcurve.h"

#include "ports/promise.h"
#include "viewmodels/chart/axistime.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/choices.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace plimsoll::viewmodels {

using monitor::KeptPrice;

namespace {

constexpr int kMostTicks = 6;
constexpr int kDigits = 8;

} // namespace

ChartCurve::ChartCurve(monitor::Stores &stores, const DisplayFormat &format, bool example, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_format(format)
    , m_example(example)
{
}

QStringList ChartCurve::names() const
{
    QStringList names;
    for (const Option &option : m_options) {
        const QString asset = plainName(option.asset, 20);
        switch (option.kind) {
        case None: names << tr("No further curve"); break;
        case Equity: names << tr("Equity"); break;
        case Debt: names << tr("Debt"); break;
        case Interest: names << tr("Interest in %1").arg(asset); break;
        case Price: names << tr("Price of %1").arg(asset); break;
        }
    }
    return names;
}

int ChartCurve::index() const
{
    const auto found = std::ranges::find(m_options, m_chosen);
    return found == m_options.end() ? 0 : static_cast<int>(found - m_options.begin());
}

ChartCurve::Option ChartCurve::option() const
{
    return m_options[static_cast<std::size_t>(index())];
}

void ChartCurve::setIndex(int index)
{
    if (index >= 0 && index < std::ssize(m_options) && index != this->index()) {
        m_chosen = m_options[static_cast<std::size_t>(index)];
        reset();
        Q_EMIT drawWanted();
        Q_EMIT changed();
    }
}

QString ChartCurve::note() const
{
    if (!isShown() || (option().kind != Price && !m_amounts)) {
        return {};
    }
    if (m_curve.isEmpty()) {
        return option().kind == Price || !pricedAssets().empty() ? tr("%1: no prices are kept of this time").arg(name())
                                                                 : tr("%1: not known at this time").arg(name());
    }
    const bool isRough = isMoney() && !pricedAssets().empty();
    return isRough ? tr("%1: debts in other assets at the price kept last before").arg(name()) : QString();
}

QString ChartCurve::unit() const
{
    const bool isOwn = option().kind == Interest;
    return m_account ? plainName(isOwn ? option().asset : m_account->quoteAsset, 12) : QString();
}

QString ChartCurve::tickText(double value) const
{
    return m_format.locale().toString(value, 'f', m_scale.decimals());
}

std::optional<Worth> ChartCurve::worthHeldAt(double time) const
{
    const auto held = heldSince(m_levels, time);
    return held && m_amounts
        ? worthAt(*m_amounts, momentAt(held->x()), exactLevel(held->y()), m_account->quoteAsset, m_prices)
        : std::nullopt;
}

QString ChartCurve::textAt(double time) const
{
    std::optional<margin::Decimal> value;
    bool isExact = true;
    const WallTime moment = momentAt(time);
    if (isMoney()) {
        if (const auto worth = worthHeldAt(time)) {
            value = option().kind == Equity ? worth->equity : worth->debt;
            isExact = worth->isExact;
        }
    } else if (option().kind == Interest && m_amounts) {
        const auto *step = m_amounts->at(moment);
        value = step != nullptr ? std::optional(m_amounts->of(*step, option().asset).charged) : std::nullopt;
    } else if (const auto known = m_prices.find(option().asset); option().kind == Price && known != m_prices.end()) {
        const KeptPrice *price = priceAt(known->second, moment);
        value = price != nullptr ? std::optional(price->price) : std::nullopt;
    }
    if (!value) {
        return {};
    }
    const QString text = m_format.full(value->rounded(kDigits, margin::Rounding::Down), 2) + u' ' + unit();
    return isExact ? text : u'\u2248' + text;
}

void ChartCurve::follow(const std::shared_ptr<const margin::Account> &account)
{
    if (account == m_account) {
        return;
    }
    const bool isOther = !account || !m_account || account->id != m_account->id;
    m_account = account;
    m_options = {Option()};
    if (account) {
        m_options.push_back({Equity, {}});
        m_options.push_back({Debt, {}});
        for (const margin::Balance &balance : account->balances) {
            const auto debt = balance.debt();
            if (!m_example && (!debt || !debt->isZero())) { // a story has no interest
                m_options.push_back({Interest, balance.asset});
            }
        }
        for (const margin::Balance &balance : account->balances) {
            const auto debt = balance.debt();
            const auto total = balance.total();
            if (balance.asset != account->quoteAsset && (!debt || !total || !debt->isZero() || !total->isZero())) {
                m_options.push_back({Price, balance.asset});
            }
        }
    }
    if (isOther) {
        reset();
    } else {
        m_asksAmounts = false; // what was booked is read again; what is drawn stays until then
        wantAmounts();
    }
    Q_EMIT changed();
}

void ChartCurve::reset()
{
    ++m_generation;
    m_amounts.reset();
    m_asksAmounts = false;
    m_prices.clear();
    m_has = {};
    m_curve.clear();
    m_isStale = true;
    wantAmounts();
}

std::vector<std::string> ChartCurve::pricedAssets() const
{
    std::vector<std::string> assets;
    if (option().kind == Price) {
        assets.push_back(option().asset);
    } else if (isMoney() && m_amounts) {
        for (const PastAmounts::Step &step : m_amounts->steps()) {
            for (std::size_t i = 0; i < step.amounts.size(); ++i) {
                const std::string &asset = m_amounts->assets()[i];
                if (asset != m_account->quoteAsset && !step.amounts[i].debt.isZero()) {
                    addOnce(assets, asset);
                }
            }
        }
    }
    return assets;
}

void ChartCurve::wantAmounts()
{
    if (!m_account || m_asksAmounts || (!isMoney() && option().kind != Interest)) {
        return;
    }
    m_asksAmounts = true;
    if (m_example) {
        m_amounts = m_story.amountsOf(m_account->id);
        m_isStale = true;
        return;
    }
    m_stores.journal({m_account->id, {}, 0, false})
        .inBackground([](const Result<std::vector<monitor::JournalRow>> &rows) {
            return rows ? PastAmounts(*rows) : PastAmounts();
        })
        .then(this, [this, account = m_account](const PastAmounts &amounts) {
            if (account == m_account) {
                m_amounts = amounts;
                m_isStale = true;
                Q_EMIT drawWanted();
                Q_EMIT changed();
            }
        });
}

void ChartCurve::wantPrices(double from, double to)
{
    const WallTime begin = momentAt(from);
    const WallTime end = momentAt(to);
    const std::int64_t span = end - begin;
    const std::int64_t width = monitor::LevelTrack::widthFor(span);
    const std::vector<std::string> assets = pricedAssets();
    const bool isThere = m_has.width == width && m_has.from <= begin - span / 4 && m_has.to >= end + span / 4;
    if (assets.empty() || isThere) {
        return;
    }
    if (m_example) {
        for (const std::string &asset : assets) {
            m_prices[asset] = m_story.pricesOf(asset + m_account->quoteAsset);
        }
        m_isStale = true;
        return;
    }
    m_has = {begin - span, end + span, width};
    ++m_generation;
    for (const std::string &asset : assets) {
        m_stores.symbolPrices(asset + m_account->quoteAsset, m_has.from, m_has.to, width)
            .then(this, [this, asset, generation = m_generation](const Result<std::vector<KeptPrice>> &prices) {
                if (prices) {
                    take(generation, asset, *prices);
                }
            });
    }
}

void ChartCurve::take(std::int64_t generation, const std::string &asset, const std::vector<KeptPrice> &prices)
{
    if (generation == m_generation) {
        m_prices[asset] = prices;
        m_isStale = true;
        Q_EMIT drawWanted();
        Q_EMIT changed();
    }
}

void ChartCurve::append(const monitor::HistoryBatch &batch)
{
    if (m_example) {
        m_story.append(batch);
        m_asksAmounts = false; // it may have gone back
        wantAmounts();
        m_isStale = true;
        return;
    }
    for (auto &[asset, prices] : m_prices) {
        for (const monitor::PriceRecord &record : batch.prices) {
            if (record.symbol == asset + m_account->quoteAsset && record.time <= m_has.to
                && (prices.empty() || prices.back().time < record.time)) {
                prices.push_back({record.time, record.price, 1});
                m_isStale = true;
            }
        }
    }
}

CurveValues ChartCurve::made(const LevelStretches &levels, const PastPrices &prices, WallTime to) const
{
    const Option wanted = option();
    if (wanted.kind == Price) {
        const auto known = prices.find(wanted.asset);
        return known == prices.end() ? CurveValues() : priceCurve(known->second);
    }
    if (!m_amounts) {
        return {};
    }
    if (wanted.kind == Interest) {
        return interestCurve(*m_amounts, wanted.asset, to);
    }
    return curveOver(levels, [&](WallTime time, margin::Decimal level) -> std::optional<margin::Decimal> {
        const auto worth = worthAt(*m_amounts, time, level, m_account->quoteAsset, prices);
        return !worth ? std::nullopt : std::optional(wanted.kind == Equity ? worth->equity : worth->debt);
    });
}

struct ChartCurve::Gathering {
    std::shared_ptr<const margin::Account> account;
    Option option;
    LevelStretches levels;
    WallTime from;
    WallTime to;
    std::vector<std::string> assets; ///< whose prices are missing
    PastPrices prices;
    Promise<Result<ExportedCurve>> promise;
};

Future<Result<ExportedCurve>> ChartCurve::exported(const LevelStretches &levels, WallTime from, WallTime to)
{
    const auto gathering = std::make_shared<Gathering>();
    gathering->account = m_account;
    gathering->option = option();
    gathering->levels = levels;
    gathering->from = from;
    gathering->to = to;
    gathering->assets = pricedAssets();
    const auto future = gathering->promise.future();
    gather(gathering);
    return future;
}

// One price after the other, as finely as they are kept, and far enough back for the one that held at the beginning.
void ChartCurve::gather(const std::shared_ptr<Gathering> &gathering)
{
    constexpr std::int64_t kBelieved = 3 * 3'600'000;
    if (gathering->account != m_account || gathering->option != option()) {
        gathering->promise.finish(Error {ErrorCode::Conflict, {}, "another curve was chosen meanwhile"});
        return;
    }
    if (gathering->assets.empty()) {
        const Option &what = gathering->option;
        constexpr std::array kWords {"", "equity", "debt", "interest", "price"};
        gathering->promise.finish(ExportedCurve {kWords.at(what.kind), isMoney() ? m_account->quoteAsset : what.asset,
                                                 made(gathering->levels, gathering->prices, gathering->to)});
        return;
    }
    const std::string asset = gathering->assets.back();
    const std::string symbol = asset + m_account->quoteAsset;
    gathering->assets.pop_back();
    if (m_example) {
        gathering->prices[asset] = m_story.pricesOf(symbol);
        gather(gathering);
        return;
    }
    m_stores.symbolPrices(symbol, gathering->from - kBelieved, gathering->to, 1)
        .then(this, [this, gathering, asset](const Result<std::vector<KeptPrice>> &prices) {
            if (!prices) {
                gathering->promise.finish(prices.error());
                return;
            }
            gathering->prices[asset] = *prices;
            gather(gathering);
        });
}

void ChartCurve::remember(const monitor::RiskSnapshot &snapshot)
{
    if (m_example) {
        m_story.take(snapshot);
    }
}

void ChartCurve::draw(const LevelStretches &levels, double from, double to)
{
    if (!isShown()) {
        return;
    }
    wantPrices(from, to);
    if (m_isStale || option().kind == Interest || !m_levels.isSharedWith(levels)) {
        m_levels = levels;
        m_curve = drawn(made(m_levels, m_prices, momentAt(to)));
        m_isStale = false;
    }
    if (const auto extent = extentOf(m_curve, from, to)) {
        m_scale = CurveScale(extent->lowest, extent->highest, kMostTicks);
    }
}

} // namespace plimsoll::viewmodels
