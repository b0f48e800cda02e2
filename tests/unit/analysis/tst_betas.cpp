// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/betas.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kMinute = 60'000;

// Prices whose returns are those of the market times `beta`, in hundredths of a percent.
Closes series(const std::vector<int> &returns, const char *beta)
{
    Closes closes {{0, d("100")}};
    for (std::size_t i = 0; i < returns.size(); ++i) {
        const Decimal share = d(std::to_string(returns[i]))
                                  .times(d(beta), margin::Rounding::HalfUp)
                                  .value()
                                  .times(d("0.0001"), margin::Rounding::HalfUp)
                                  .value();
        const Decimal last = closes.rbegin()->second;
        closes[static_cast<std::int64_t>(i + 1) * kMinute] =
            last.plus(last.times(share, margin::Rounding::HalfUp).value()).value();
    }
    return closes;
}

std::vector<int> market(int count)
{
    std::vector<int> returns;
    for (int i = 0; i < count; ++i) {
        returns.push_back((i * 37) % 100 - 45);
    }
    return returns;
}

} // namespace

class TestBetas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsThatAreMultiplesHaveTheirFactor()
    {
        const Closes base = series(market(60), "1");
        for (const char *beta : {"1", "0.5", "1.7", "-0.8", "0"}) {
            QCOMPARE(shown(betaOf(series(market(60), beta), base, kMinute)), QString(QLatin1String(beta)));
        }
    }

    void aKnownRegression()
    {
        // returns 1 %, -1 % in turn against 2 %, -1 %: slope = cov / var = 0.015 / 0.01 of the symmetric case
        Closes base {{0, d("100")}};
        Closes asset {{0, d("100")}};
        for (int i = 1; i <= 40; ++i) {
            const auto times = [](const Closes &closes, const char *factor) {
                return closes.rbegin()->second.times(d(factor), margin::Rounding::HalfUp).value();
            };
            base[i * kMinute] = times(base, i % 2 != 0 ? "1.01" : "0.99");
            asset[i * kMinute] = times(asset, i % 2 != 0 ? "1.02" : "0.99");
        }
        QCOMPARE(shown(betaOf(asset, base, kMinute)), u"1.5"_s);
    }

    void aGapIsNoReturn()
    {
        Closes base = series(market(60), "1");
        Closes asset = series(market(60), "2");
        asset.erase(30 * kMinute);
        QCOMPARE(shown(betaOf(asset, base, kMinute)), u"2"_s);
    }

    void tooFewOrAMarketThatStandsStillSayNothing()
    {
        QVERIFY(!betaOf(series(market(19), "1"), series(market(19), "1"), kMinute));
        QVERIFY(betaOf(series(market(20), "1"), series(market(20), "1"), kMinute));
        QVERIFY(!betaOf({}, {}, kMinute));
        QVERIFY(!betaOf({{0, d("1")}}, {{0, d("1")}}, kMinute));
        QVERIFY(!betaOf(series(market(60), "1"), series(market(60), "0"), kMinute));
        QVERIFY(!betaOf(series(market(60), "1"), series(market(60), "1"), kMinute / 2)); // another interval
    }
};

PLIMSOLL_TEST(TestBetas)
#include "tst_betas.moc"
