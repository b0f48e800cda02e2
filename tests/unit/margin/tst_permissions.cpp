// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

class PermissionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: Binance FAQ 360030493931, bands of cross 3x (1.5 / 1.3 / 1.1) with inclusive lower bounds.
    void each_band_allows_what_is_published_data()
    {
        QTest::addColumn<QString>("assets"); // against a debt of 1
        QTest::addColumn<bool>("isolated");
        QTest::addColumn<QString>("allowed");
        const auto row = [](const char *assets, bool isolated, const char *allowed) {
            QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(
                QLatin1String(assets), isolated ? QStringLiteral("isolated") : QStringLiteral("cross"))))
                << QString::fromLatin1(assets) << isolated << QString::fromLatin1(allowed);
        };
        row("2.00000001", false, "trade borrow out");
        row("2", false, "trade borrow");
        row("1.50000001", false, "trade borrow");
        row("1.5", false, "trade");
        row("1.3", false, "trade");
        row("1.10000001", false, "trade");
        row("1.1", false, "");
        row("0.5", false, "");
        row("1.50000001", true, "trade borrow out");
        row("1.5", true, "trade");
        row("1.1", true, "");
    }

    void each_band_allows_what_is_published()
    {
        QFETCH(QString, assets);
        QFETCH(bool, isolated);
        Account account = isolated ? isolatedAccount("ETH", {}) : crossAccount({});
        account.thresholds = bars("1.5", "1.3", "1.1");
        account.balances = {owed("USDT", "1", "0", assets.toStdString())};
        const Permissions may = assess(account, Rates()).permissions;
        QStringList allowed;
        if (may.trade) {
            allowed << QStringLiteral("trade");
        }
        if (may.borrow) {
            allowed << QStringLiteral("borrow");
        }
        if (may.transferOut) {
            allowed << QStringLiteral("out");
        }
        QTEST(allowed.join(QLatin1Char(' ')), "allowed");
    }

    void without_debt_everything_is_allowed()
    {
        QVERIFY((assess(crossAccount({held("ETH", "1")}), Rates()).permissions == Permissions {true, true, true}));
    }

    void unknown_and_closed_allow_nothing()
    {
        Account account = crossAccount({held("ETH", "1"), owed("USDT", "1")});
        QVERIFY(assess(account, Rates()).permissions == Permissions {});
        account.liquidatedAt = WallTime {1};
        QVERIFY(assess(account, Rates()).permissions == Permissions {});
    }

    void the_transfer_bar_is_never_below_the_initial_ratio()
    {
        Account account = crossAccount({});
        account.thresholds = bars("3", "1.22", "1.18");
        QCOMPARE(shown(transferOutBar(account)), QStringLiteral("3"));
        account.thresholds = referenceBars();
        QCOMPARE(shown(transferOutBar(account)), QStringLiteral("2"));
        account.mode = MarginMode::Isolated;
        QCOMPARE(shown(transferOutBar(account)), QStringLiteral("1.25"));
    }
};

PLIMSOLL_TEST(PermissionsTest)
#include "tst_permissions.moc"
