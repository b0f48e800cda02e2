// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreplay.h"
#include "referencetest.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;

/// The real crash of 2021-05-19, from noon of the day before.
class RealCrash : public test::ReferenceTest
{
    Q_OBJECT

public:
    RealCrash()
        : ReferenceTest({QStringLiteral("data/market/may-2021")})
    {
    }

private Q_SLOTS:
    void agrees_with_a_second_way()
    {
        std::vector<scenario::BarSeries> all;
        for (const char *coin : {"BTC", "ETH", "BCH", "DOGE"}) {
            const QString name =
                QStringLiteral("data/market/may-2021/%1USDT-1m-20210517-20210520.csv").arg(QLatin1String(coin));
            all.push_back(test::barsOf(name, read(name)));
        }
        const auto accounts = test::crashAccounts({"18000", "34000", "27000", "8500", "3900"});
        const QStringList events = test::replayed(accounts, all);
        QCOMPARE(events, test::replayedNaively(accounts, all));
        QVERIFY(events.filter(QStringLiteral("liquidation")).size() >= 4); // the data must really hold a crash
    }
};

PLIMSOLL_TEST(RealCrash)
#include "ref_replay.moc"
