// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "viewmodels/accounts/accounttotals.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::viewmodels;
using margin::Decimal;
using namespace Qt::StringLiterals;

namespace {

std::optional<Decimal> decimal(const char *text)
{
    return *text == '\0' ? std::nullopt : std::optional(Decimal::parse(text).value());
}

AccountView view(const char *unit, const char *assets, const char *debt, RiskState state = RiskState::Normal)
{
    AccountView made;
    made.unit = unit;
    made.assetsValue = decimal(assets);
    made.debtValue = decimal(debt);
    made.state = state;
    return made;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<plimsoll::viewmodels::AccountView>)

/// What accounts come to together.
class TestAccountTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sums_data()
    {
        QTest::addColumn<std::vector<AccountView>>("views");
        QTest::addColumn<QString>("text");
        using Views = std::vector<AccountView>;
        QTest::newRow("none") << Views {} << QString();
        QTest::newRow("one is no sum") << Views {view("USDT", "10", "5")} << QString();
        QTest::newRow("two") << Views {view("USDT", "1000.50", "800"), view("USDT", "0.509", "0.001")}
                             << u"Assets 1,001.00 · Debt 800.01 USDT"_s; // down and up
        QTest::newRow("another unit is left out, and said")
            << Views {view("USDT", "1000", "800"), view("BTC", "2", "1"), view("USDT", "1", "1")}
            << u"Assets 1,001.00 · Debt 801.00 USDT (2 of 3)"_s;
        QTest::newRow("a missing price is left out, and said")
            << Views {view("USDT", "1000", "800"), view("USDT", "", "800"), view("USDT", "1", "1")}
            << u"Assets 1,001.00 · Debt 801.00 USDT (2 of 3)"_s;
        QTest::newRow("figures of an unknown account are old")
            << Views {view("USDT", "1000", "800"), view("USDT", "1000", "800", RiskState::Unknown),
                      view("USDT", "1", "1")}
            << u"Assets 1,001.00 · Debt 801.00 USDT (2 of 3)"_s;
        QTest::newRow("nobody is known") << Views {view("USDT", "1000", "800", RiskState::Unknown),
                                                   view("USDT", "1000", "800", RiskState::Unknown)}
                                         << QString();
        QTest::newRow("beyond the range")
            << Views {view("USDT", "900000000000000000", "1"), view("USDT", "900000000000000000", "1")} << QString();
    }

    void sums()
    {
        QFETCH(std::vector<AccountView>, views);
        QFETCH(QString, text);
        QCOMPARE(totalsText(views, DisplayFormat(QLocale(QLocale::English, QLocale::UnitedStates))), text);
    }
};

PLIMSOLL_TEST(TestAccountTotals)
#include "tst_accounttotals.moc"
