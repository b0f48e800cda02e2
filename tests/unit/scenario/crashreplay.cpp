// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreplay.h"

#include "margin/profiles.h"
#include "scenario/replay.h"
#include "wire/candlejoin.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <map>
#include <optional>

namespace plimsoll::test {

namespace {

using Rational = boost::multiprecision::cpp_rational;

margin::Decimal decimal(const char *text)
{
    return margin::Decimal::parse(text).value();
}

} // namespace

margin::Account isolatedIn(const char *id, const char *base, const char *held, const char *owed)
{
    margin::Account account;
    account.id = id;
    account.mode = margin::MarginMode::Isolated;
    account.baseAsset = base;
    account.quoteAsset = "USDT";
    account.symbol = account.baseAsset + "USDT";
    account.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    account.balances = {{base, decimal(held), {}, {}, {}, {}}, {"USDT", {}, {}, decimal(owed), {}, {}}};
    return account;
}

std::vector<margin::Account> crashAccounts(const CrashDebts &debts)
{
    margin::Account cross;
    cross.id = "cross";
    cross.quoteAsset = "USDT";
    cross.thresholds = margin::findBuiltInProfile("cross-3x")->thresholds;
    cross.balances = {{"BTC", decimal("0.5"), {}, {}, {}, {}},
                      {"ETH", decimal("3"), decimal("0.25"), {}, {}, {}},
                      {"DOGE", {}, {}, decimal("5000"), decimal("0.75"), {}},
                      {"USDT", decimal("100"), {}, decimal(debts.cross), decimal("4.5"), {}}};
    return {cross, isolatedIn("btc", "BTC", "1", debts.btc), isolatedIn("eth", "ETH", "10", debts.eth),
            isolatedIn("bch", "BCH", "10", debts.bch), isolatedIn("doge", "DOGE", "10000", debts.doge)};
}

scenario::BarSeries barsOf(const QString &name, const QByteArray &bytes)
{
    const auto source = wire::readCandleSource(name.toStdString(), name.toStdString(), bytes.toStdString()).value();
    const auto all = wire::joinCandles({source}).value();
    scenario::BarSeries bars {all.front().symbol, all.front().interval, {}};
    for (const auto &c : all.front().candles) {
        bars.bars.push_back({c.openTime, c.open, c.high, c.low, c.close, c.length});
    }
    return bars;
}

QStringList replayed(const std::vector<margin::Account> &accounts, const std::vector<scenario::BarSeries> &all)
{
    QStringList events;
    scenario::SampleWalk walk(all);
    scenario::replay(accounts, walk, [&events](const scenario::StatusChange &change) {
        events << QString::number(change.time.ms()) + QLatin1Char(' ')
                + QString::fromStdString(change.account + " " + std::string(margin::statusWord(change.to)));
    });
    return events;
}

QStringList replayedNaively(const std::vector<margin::Account> &accounts, const std::vector<scenario::BarSeries> &all)
{
    std::map<WallTime, std::vector<std::pair<std::string, std::optional<Rational>>>>
        samples; // nothing: not believed any more
    const auto rational = [](margin::Decimal d) {
        return Rational(boost::multiprecision::cpp_int(d.mantissa()),
                        boost::multiprecision::pow(boost::multiprecision::cpp_int(10), 18));
    };
    for (const auto &series : all) {
        for (const auto &b : series.bars) {
            const bool up = b.close >= b.open;
            const std::array order {b.open, up ? b.low : b.high, up ? b.high : b.low, b.close};
            for (std::size_t i = 0; i < order.size(); ++i) {
                samples[b.openTime + series.interval * static_cast<std::int64_t>(i) / 4].push_back(
                    {series.symbol, rational(order[i])});
            }
        }
    }
    const WallTime end = samples.rbegin()->first;
    for (const auto &series : all) {
        WallTime until = end + 1;
        for (const auto &b : series.bars) {
            if (until < b.openTime) {
                samples[until].push_back({series.symbol, std::nullopt});
            }
            until = b.openTime + series.interval * 3 / 4 + std::max<std::int64_t>(3 * (series.interval / 4), 30'000);
        }
        if (until <= end) {
            samples[until].push_back({series.symbol, std::nullopt});
        }
    }
    QStringList lines;
    std::map<std::string, std::optional<Rational>> prices;
    std::map<std::string, std::string> last;
    for (const auto &[time, points] : samples) {
        for (const auto &[symbol, price] : points) {
            prices[symbol] = price;
        }
        for (const margin::Account &account : accounts) {
            if (last[account.id] == "liquidation") {
                continue;
            }
            Rational held = 0;
            Rational owed = 0;
            bool known = true;
            for (const auto &b : account.balances) {
                const bool quote = b.asset == account.quoteAsset;
                const auto found = prices.find(b.asset + account.quoteAsset);
                known = known && (quote || (found != prices.end() && found->second));
                if (known) {
                    const Rational price = quote ? Rational(1) : *found->second;
                    held += (rational(b.free) + rational(b.locked)) * price;
                    owed += (rational(b.borrowed) + rational(b.interest)) * price;
                }
            }
            std::string status = "unknown";
            if (known) {
                const Rational level = held / owed;
                status = level <= rational(account.thresholds.liquidation) ? "liquidation"
                    : level <= rational(account.thresholds.marginCall)     ? "margin_call"
                                                                           : "normal";
            }
            if (status != last[account.id]) {
                last[account.id] = status;
                lines << QString::number(time.ms()) + QLatin1Char(' ')
                        + QString::fromStdString(account.id + " " + status);
            }
        }
    }
    return lines;
}

} // namespace plimsoll::test
