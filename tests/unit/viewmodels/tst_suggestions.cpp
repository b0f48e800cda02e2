// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/suggestions.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::Sale;
using viewmodels::suggestedSale;

/// What buttons name and forms are filled with. BCH of user B in the reference example, initial 1.25.
class TestSuggestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSold_data()
    {
        QTest::addColumn<QString>("free");
        QTest::addColumn<QString>("locked");
        QTest::addColumn<QString>("owed");
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("sold"); // "none": nothing is offered; "all": it does not suffice
        const auto row = [](const char *name, const char *free, const char *locked, const char *owed, const char *price,
                            const char *sold) {
            QTest::newRow(name) << QString::fromLatin1(free) << QString::fromLatin1(locked) << QString::fromLatin1(owed)
                                << QString::fromLatin1(price) << QString::fromLatin1(sold);
        };
        row("rounded up as it is shown", "5", "0", "800", "170", "3.5295"); // 600 / 170 = 3.52941176...
        row("as much as is free, to the last digit", "4.99999", "0", "799.998", "160", "4.9999775"); // 799.9964 / 160
        row("what is locked cannot be sold", "3", "2", "800", "170", "all");
        row("there is less than is owed", "5", "0", "801", "160", "none");
        row("there already", "5", "0", "800", "200", "none");
        row("no price", "5", "0", "800", "", "none");
    }

    void whatIsSold()
    {
        QFETCH(QString, free);
        QFETCH(QString, locked);
        QFETCH(QString, owed);
        QFETCH(QString, price);
        FakeMonitor world;
        world.stores.portfolio = referencePortfolio();
        auto &accounts = world.stores.portfolio.accounts;
        margin::Account &account = *std::ranges::find(accounts, "b-bchusdt", &margin::Account::id);
        for (margin::Balance &balance : account.balances) {
            if (balance.asset == "BCH") {
                balance.free = dec(free.toLatin1());
                balance.locked = dec(locked.toLatin1());
            } else {
                balance.borrowed = dec(owed.toLatin1());
            }
        }
        world.setPrice("ETHUSDT", "230");
        world.setPrice("BCHUSDT", price.toStdString());
        world.evaluate();
        const auto now = world.relay.current();
        const auto sale = suggestedSale(account, now->describe(*now->find(account.id)));
        const QString sold = !sale ? QStringLiteral("none")
            : sale->amount         ? QString::fromStdString(sale->amount->toString())
                                   : QStringLiteral("all");
        QTEST(sold, "sold");
        QVERIFY(!sale || sale->asset == "BCH");
    }
};

PLIMSOLL_TEST(TestSuggestions)
#include "tst_suggestions.moc"
