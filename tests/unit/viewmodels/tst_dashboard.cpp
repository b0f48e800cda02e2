// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/app/dashboardviewmodel.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/silence.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::AccountListModel;
using viewmodels::DashboardViewModel;
using viewmodels::DisplayFormat;
using viewmodels::RiskState;

namespace {

struct Bench {
    FakeMonitor world;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<DashboardViewModel> board;

    Bench(const char *eth, const char *bch)
    {
        world.stores.portfolio = referencePortfolio();
        price(eth, bch);
        board = std::make_unique<DashboardViewModel>(world.relay, world.clock, format);
    }

    void price(const char *eth, const char *bch)
    {
        world.setPrice("ETHUSDT", eth);
        world.setPrice("BCHUSDT", bch);
        world.evaluate();
    }

    QString isolated(int row, const char *role) const { return text(*board->rows()->model(), row, role); }
    QString cross(const char *role) const { return text(*board->cross(), 0, role); }

    static QString text(const AccountListModel &model, int row, const char *role)
    {
        return model.data(model.index(row), model.role(role)).toString();
    }
};

/// Every role of every row as one text, places rounded to 3 digits.
QString dump(const AccountListModel &model)
{
    QString text;
    const auto names = model.roleNames();
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int role = model.role("accountId"); role < model.role("assetList"); ++role) {
            const QVariant value = model.data(model.index(row), role);
            const QString shown = value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'f', 3)
                                                                      : value.toString();
            text += QStringLiteral("%1: %2\n").arg(QString::fromLatin1(names.value(role)), shown);
        }
        const auto *assets = model.rows().at(static_cast<std::size_t>(row)).assetList.get();
        for (int line = 0; line < assets->rowCount(); ++line) {
            QStringList cells;
            for (int role = assets->role("asset"); role <= assets->role("stale"); ++role) {
                cells << assets->data(assets->index(line), role).toString();
            }
            text += QStringLiteral("| %1\n").arg(cells.join(QStringLiteral(" | ")));
        }
    }
    return text;
}

} // namespace

class TestDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDustDebtHasNoCallPriceInARow()
    {
        Bench bench("230", "210");
        margin::Account &account = bench.world.stores.portfolio.accounts[1];
        QCOMPARE(bench.isolated(0, "callPrice"), QStringLiteral("176.00"));
        account.balances.back().borrowed = dec("0.00000001");
        bench.world.evaluate();
        int dust = 0;
        for (int row = 0; row < bench.board->rows()->model()->count(); ++row) {
            dust += bench.isolated(row, "callPrice") == QStringLiteral("dust debt") ? 1 : 0;
        }
        QCOMPARE(dust, 1);
    }

    void referenceDays_data()
    {
        QTest::addColumn<QString>("eth");
        QTest::addColumn<QString>("bch");
        QTest::addColumn<QStringList>("expected"); // cross, then isolated most urgent first
        QTest::newRow("N") << "200"
                           << "200"
                           << QStringList {QStringLiteral("1.25 Normal"), QStringLiteral("BCH/USDT 1.25 Normal"),
                                           QStringLiteral("ETH/USDT 1.25 Normal")};
        QTest::newRow("N+2") << "230"
                             << "170"
                             << QStringList {QStringLiteral("1.25 Normal"), QStringLiteral("BCH/USDT 1.06 Margin call"),
                                             QStringLiteral("ETH/USDT 1.44 Normal")};
        QTest::newRow("N+5") << "220"
                             << "120"
                             << QStringList {QStringLiteral("1.06 Margin call"),
                                             QStringLiteral("BCH/USDT 0.75 Liquidation"),
                                             QStringLiteral("ETH/USDT 1.38 Normal")};
    }

    void referenceDays()
    {
        QFETCH(QString, eth);
        QFETCH(QString, bch);
        QFETCH(QStringList, expected);
        const Bench bench(eth.toLatin1(), bch.toLatin1());
        QStringList shown {bench.cross("levelText") + u' ' + bench.cross("stateWord")};
        for (int row = 0; row < bench.board->rows()->model()->count(); ++row) {
            shown << bench.isolated(row, "title") + u' ' + bench.isolated(row, "levelText") + u' '
                    + bench.isolated(row, "stateWord");
        }
        QCOMPARE(shown, expected);
    }

    // 880.5 against 800 at 0.024 % a day, call at 1.1: (800.4545... - 800) / 0.008 = 56.8 hours.
    void saysWhenInterestAloneCalls()
    {
        Bench bench("230", "176.1");
        const auto rate = [&bench](const char *asset, const char *daily) {
            for (margin::Account &account : bench.world.stores.portfolio.accounts) {
                for (margin::Balance &balance : account.balances) {
                    if (account.id == "b-bchusdt" && balance.asset == asset) {
                        balance.dailyInterest = dec(daily);
                    }
                }
            }
            bench.world.evaluate();
        };
        QCOMPARE(bench.isolated(0, "interestOutlook"), QString());
        rate("USDT", "0.00024");
        QVERIFY2(
            bench.isolated(0, "interestOutlook").startsWith(QStringLiteral("Interest alone leads to a call in 57 h (")),
            qPrintable(bench.isolated(0, "interestOutlook")));
        rate("USDT", "0.0000001"); // in more than a year
        QCOMPARE(bench.isolated(0, "interestOutlook"), QString());
    }

    void allRolesOfTheExample()
    {
        const Bench bench("230", "170");
        const QString expected = QStringLiteral(
            "accountId: b-bchusdt\ntitle: BCH/USDT\nname: User B BCH\nriskState: 3\nstateWord: Margin "
            "call\nleverageText: "
            "17.0x\nlevelText: 1.06\n"
            "hasLevel: true\nlastLevelText: \nlastLevelAge: \nposition: 0.104\nliquidationPosition: "
            "0.083\ncallPosition: 0.167\ninitialPosition: 0.417\n"
            "worstPosition: -1.000\nbestPosition: -1.000\nliquidationText: liq 1.05\ncallText: call 1.10\ninitialText: "
            "initial 1.25\n"
            "distanceText: below the call · 1.17 % to liquidation\nsinceText: \npriceText: BCH: call at 176.00 · "
            "liquidation at "
            "168.00\n"
            "assetsText: 850.00\ndebtText: 800.00\ninterestText: 0.00\ninterestOutlook: \nbarsAhead: \nbarsAheadState: "
            "1\nequityText: "
            "50.00\nprofitText: \u2212150.00\n"
            "toInitialText: 150.00 USDT\ntopUpText: Top up 150.00 USDT…\nrepayText: Repay 120.00 USDT…\n"
            "sellText: Sell 3.5295 BCH and repay…\nreachesText: each reaches 1.25\n"
            "permissionsText: may trade, not borrow or transfer out\nageText: prices 0 s old\nisStale: "
            "false\nunknownReason: \n"
            "rangeText: \nisCross: false\n"
            "shortDistance: \u22123.53 %\ncallPrice: 176.00\ntoSafe: 150.00\nrowPosition: 0.215\nrowWorstPosition: "
            "-1.000\n"
            "rowBestPosition: -1.000\nasCard: true\nisFirstRow: false\n"
            "| BCH | 5 | 170.00 | 850.00 | – | – | total 5, debt 0, price 170, value 850 | false\n"
            "| USDT | 0 | 1.00 | 0.00 | 800 | – | total 0, debt 800, price 1, value 0 | false\n");
        QCOMPARE(dump(*bench.board->rows()->model()).section(QStringLiteral("accountId: b-ethusdt"), 0, 0), expected);
        QCOMPARE(bench.cross("distanceText"), QStringLiteral("12.0 % to the call · 16.0 % to liquidation"));
        QCOMPARE(bench.cross("permissionsText"), QStringLiteral("may trade, not borrow or transfer out"));
        QCOMPARE(bench.cross("topUpText"), QStringLiteral("Top up…"));
        QCOMPARE(bench.cross("repayText"), QString());
        QCOMPARE(bench.cross("leverageText"), QStringLiteral("5.0x"));
        QCOMPARE(bench.isolated(1, "distanceText"), QStringLiteral("23.4 % to the call · 26.9 % to liquidation"));
        QCOMPARE(bench.isolated(1, "permissionsText"), QStringLiteral("may trade, borrow and transfer out"));
        QCOMPARE(bench.isolated(1, "profitText"), QStringLiteral("+150.00"));
        QCOMPARE(bench.board->worstLabel(), QStringLiteral("BCH/USDT isolated"));
        QCOMPARE(bench.board->worstLevelText(), QStringLiteral("1.06"));
        QCOMPARE(bench.board->windowTitle(), QStringLiteral("BCH/USDT isolated 1.06 Margin call – Plimsoll"));
    }

    // 5 BCH against 800 USDT: leverage is held / (held - 800).
    void leverageIsThatOfNow_data()
    {
        QTest::addColumn<QString>("bch");
        QTest::addColumn<QString>("leverage");
        QTest::newRow("as opened") << "200"
                                   << "5.0x";
        QTest::newRow("rounded up") << "199.99"
                                    << "5.1x"; // 999.95 / 199.95
        QTest::newRow("in a call") << "170"
                                   << "17.0x";
        QTest::newRow("hardly any equity") << "160.000001"
                                           << "> 999x";
        QTest::newRow("no equity left") << "160"
                                        << "";
        QTest::newRow("no price") << ""
                                  << "?x";
    }

    void leverageIsThatOfNow()
    {
        QFETCH(QString, bch);
        const Bench bench("230", bch.toLatin1());
        const auto &rows = bench.board->isolated();
        const auto row = std::ranges::find(rows, QStringLiteral("b-bchusdt"), &viewmodels::AccountView::accountId);
        QTEST(row->leverageText, "leverage");
    }

    void theMarkerStandsOnTheSideOfTheExactLevel()
    {
        // 5 BCH against 800 USDT: the call is met at exactly 176.
        Bench bench("200", "176");
        const auto place = [&bench](const char *role) {
            const AccountListModel &rows = *bench.board->rows()->model();
            return rows.data(rows.index(0), rows.role(role)).toDouble();
        };
        QVERIFY(place("position") <= place("callPosition"));
        QCOMPARE(bench.isolated(0, "stateWord"), QStringLiteral("Margin call"));
        bench.price("200", "176.0001");
        QVERIFY(place("position") > place("callPosition"));
        QCOMPARE(bench.isolated(0, "stateWord"), QStringLiteral("Early warning"));
        QCOMPARE(bench.isolated(0, "levelText"), QStringLiteral("1.100001"));
        bench.price("200", "176.000000000000000001"); // closer than any double can tell
        QVERIFY(place("position") > place("callPosition"));
    }

    void earlyWarningBeginsHalfwayToTheCall()
    {
        Bench bench("200", "188.000000000000000001"); // at 188 it is 1.175 = (1.25 + 1.10) / 2
        QCOMPARE(bench.isolated(0, "stateWord"), QStringLiteral("Normal"));
        bench.price("200", "188");
        QCOMPARE(bench.isolated(0, "stateWord"), QStringLiteral("Early warning"));
    }

    void aMissingPriceIsUnknownWithReasonAndBounds()
    {
        Bench bench("230", "170");
        bench.world.clock.advance(31'000);
        bench.price("230", "");
        QCOMPARE(bench.isolated(0, "title"),
                 QStringLiteral("BCH/USDT")); // a bad worst bound goes first
        QCOMPARE(bench.isolated(0, "stateWord"), QStringLiteral("Unknown"));
        QCOMPARE(bench.isolated(0, "levelText"), QStringLiteral("–"));
        QCOMPARE(bench.isolated(0, "unknownReason"),
                 QStringLiteral("BCHUSDT missing since 00:00:00")); // its last price
        QCOMPARE(bench.isolated(0, "lastLevelText"), QStringLiteral("1.06"));
        QCOMPARE(bench.isolated(0, "lastLevelAge"), QStringLiteral("last known 31 s ago"));
        QCOMPARE(bench.isolated(0, "rangeText"), QStringLiteral("at 0.00 or above"));
        QCOMPARE(bench.cross("rangeText"), QStringLiteral("at 0.71 or above"));
        bench.world.clock.advance(5000);
        bench.price("230", "");
        QVERIFY(bench.isolated(0, "unknownReason").endsWith(QStringLiteral("00:00:00"))); // since, not now
        QCOMPARE(bench.isolated(0, "lastLevelAge"), QStringLiteral("last known 36 s ago"));
        bench.price("230", "170");
        QVERIFY(bench.isolated(0, "lastLevelText").isEmpty());
        QVERIFY(bench.isolated(0, "lastLevelAge").isEmpty());
    }

    // Dust of a coin that nobody prices any more: whatever it is worth, the account is at least where it is without it.
    void whatCannotChangeTheStatusIsARemark()
    {
        Bench bench("230", "210"); // 2200 against 1600
        margin::Balance dust;
        dust.asset = "LUNA";
        dust.free = dec("0.00000001");
        bench.world.stores.portfolio.accounts.front().balances.push_back(dust);
        bench.world.evaluate();
        QCOMPARE(bench.cross("stateWord"), QStringLiteral("Normal"));
        QCOMPARE(bench.cross("levelText"), QStringLiteral("≥ 1.38"));
        QCOMPARE(bench.cross("leverageText"), QStringLiteral("≤ 3.7x")); // 2200 / 600
        QVERIFY2(bench.cross("unknownReason").contains(QStringLiteral("LUNAUSDT"))
                     && bench.cross("unknownReason").endsWith(QStringLiteral(": counts as nothing")),
                 qPrintable(bench.cross("unknownReason")));
        QVERIFY(!bench.board->hasBanner());
    }

    void everyDigitOfAnAssetIsToldToWhoAsks()
    {
        Bench bench("230", "170.123456789012345678");
        const auto *assets = bench.board->rows()->model()->rows().front().assetList.get();
        QCOMPARE(assets->data(assets->index(0), assets->role("total")).toString(), QStringLiteral("5"));
        QCOMPARE(assets->data(assets->index(0), assets->role("exactText")).toString(),
                 QStringLiteral("total 5, debt 0, price 170.123456789012345678, value 850.61728394506172839"));
    }

    void anUnknownAccountKeepsTheLevelOfAnEarlierRun()
    {
        Bench bench("230", "");
        const WallTime then = bench.world.clock.wallTime() - 2 * 3'600'000;
        const std::string id = bench.board->isolated().front().accountId.toStdString();
        bench.world.stores.history.push_back({{{id, {then, 106'250'000, margin::Status::MarginCall}}},
                                              {},
                                              {{id, {then, then + 3'600'000, 106'250'000}}}});
        const viewmodels::HistoryViewModel history(bench.world.stores, bench.world.relay, bench.world.clock,
                                                   bench.format, false);
        bench.board->setHistory(history);
        bench.board->tick();
        QCOMPARE(bench.isolated(0, "levelText"), QStringLiteral("–"));
        QCOMPARE(bench.isolated(0, "lastLevelText"), QStringLiteral("1.06"));
        QCOMPARE(bench.isolated(0, "lastLevelAge"), QStringLiteral("last known 1 h 0 min ago"));
    }

    void anOutageIsDatedByItsLastPriceEverywhere()
    {
        Bench bench("230", "170");
        bench.world.feed.lastAnswer = bench.world.clock.bootTime();
        bench.world.clock.advance(31'000);
        bench.world.feed.state = monitor::FeedState::Stale;
        bench.world.feed.since = bench.world.clock.wallTime();
        bench.price("230", "");
        QVERIFY2(bench.board->bannerText().contains(QStringLiteral(" 00:00:00.")),
                 qPrintable(bench.board->bannerText()));
        QVERIFY(bench.isolated(0, "unknownReason").endsWith(QStringLiteral(" 00:00:00")));
        bench.world.clock.advance(30'000);
        bench.world.feed.state = monitor::FeedState::Offline;
        bench.world.feed.since = bench.world.clock.wallTime();
        bench.price("230", "");
        QVERIFY2(bench.board->bannerText().contains(QStringLiteral(" 00:00:00.")),
                 qPrintable(bench.board->bannerText()));
        bench.world.clock.advance(24 * 3'600'000);
        bench.price("230", "");
        const QString day = bench.format.locale().toString(QDate(2020, 6, 4), QLocale::ShortFormat);
        QVERIFY2(bench.board->bannerText().contains(day), qPrintable(bench.board->bannerText()));
        QVERIFY(bench.isolated(0, "unknownReason").contains(day));
    }

    void aFrozenScreenSaysSo()
    {
        Bench bench("230", "170");
        bench.world.clock.advance(viewmodels::kSilenceMs);
        bench.board->tick();
        QVERIFY(!bench.board->hasBanner());
        QCOMPARE(bench.isolated(0, "stateWord"), QStringLiteral("Margin call"));
        bench.world.clock.advance(2000);
        bench.board->tick();
        QVERIFY(bench.board->hasBanner());
        QCOMPARE(bench.board->feedText(), QStringLiteral("Not updating · 7 s"));
        for (const AccountListModel *model : {bench.board->cross(), bench.board->rows()->model()}) {
            for (int row = 0; row < model->count(); ++row) {
                QCOMPARE(model->data(model->index(row), model->role("riskState")).toInt(),
                         static_cast<int>(RiskState::Unknown));
                QVERIFY(model->data(model->index(row), model->role("isStale")).toBool());
                QCOMPARE(Bench::text(*model, row, "leverageText"), QStringLiteral("?x"));
                QVERIFY(Bench::text(*model, row, "unknownReason").contains(QStringLiteral("7 s")));
            }
        }
        QCOMPARE(bench.isolated(0, "levelText"),
                 QStringLiteral("1.06")); // the last one known, hatched
        bench.price("230", "170");
        QVERIFY(!bench.board->hasBanner());
        QCOMPARE(bench.isolated(0, "stateWord"), QStringLiteral("Margin call"));
    }

    void withoutAccountsNoBannerAboutPrices()
    {
        FakeMonitor world;
        world.feed.state = monitor::FeedState::Offline;
        world.evaluate();
        const DisplayFormat format(QLocale::c());
        DashboardViewModel board(world.relay, world.clock, format);
        QVERIFY(!board.hasAccounts() && !board.hasBanner());
        QVERIFY(board.feedText().startsWith(QStringLiteral("Offline")));
        world.clock.advance(viewmodels::kSilenceMs + 2000);
        board.tick();
        QVERIFY(board.hasBanner()); // that the program itself stands still concerns everybody
    }

    void agesGrowWithoutNews()
    {
        Bench bench("230", "170");
        bench.world.feed.lastAnswer = bench.world.clock.bootTime();
        bench.world.evaluate();
        QSignalSpy changes(bench.board->rows()->model(), &QAbstractItemModel::dataChanged);
        QSignalSpy other(bench.board.get(), &DashboardViewModel::changed);
        QSignalSpy told(bench.board.get(), &DashboardViewModel::feedTextChanged);
        bench.world.clock.advance(3000);
        bench.board->tick();
        QVERIFY(changes.isEmpty()
                && other.isEmpty()); // the age of the feed tells of every second, and nothing else moves
        QCOMPARE(told.count(), 1);
        QCOMPARE(bench.board->feedText(), QStringLiteral("Live · 3 s"));
        bench.world.clock.advance(2000);
        bench.board->tick();
        QCOMPARE(bench.isolated(0, "ageText"), QStringLiteral("prices 5 s old"));
        QVERIFY(!changes.isEmpty());
        QCOMPARE(changes.first().at(2).value<QList<int>>(),
                 QList<int> {bench.board->rows()->model()->role("ageText")}); // nothing else moved
    }

    // A beat of the engine that brings nothing new costs no row, and what it brings is shown at once.
    void aBeatWithoutNewsMakesNoRows()
    {
        Bench bench("230", "170");
        QSignalSpy changes(bench.board->rows()->model(), &QAbstractItemModel::dataChanged);
        const auto before = bench.world.relay.current();
        for (int second = 1; second < 5; ++second) {
            bench.world.clock.advance(1000);
            bench.world.evaluate();
        }
        QVERIFY(bench.world.relay.current() != before);
        QVERIFY(bench.world.relay.current()->hasFiguresOf(*before));
        QCOMPARE(changes.count(), 0);
        QCOMPARE(bench.board->totalText(), QStringLiteral("of 3 accounts"));
        bench.price("230", "168");
        QVERIFY(changes.count() > 0);
        QVERIFY(!bench.world.relay.current()->hasFiguresOf(*before));
    }

    void feedStates_data()
    {
        using Freshness = DashboardViewModel::Freshness;
        QTest::addColumn<monitor::FeedState>("state");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Freshness>("freshness");
        QTest::addColumn<bool>("banner");
        QTest::newRow("live") << monitor::FeedState::Live << "Live · 2 s" << Freshness::Live << false;
        QTest::newRow("late") << monitor::FeedState::Late << "Late · 2 s" << Freshness::Late << true;
        QTest::newRow("stale") << monitor::FeedState::Stale << "Out of date · 2 s" << Freshness::Stale << true;
        QTest::newRow("offline") << monitor::FeedState::Offline << "Offline · 2 s" << Freshness::Offline << true;
        QTest::newRow("limited") << monitor::FeedState::RateLimited << "Paused · 2 s" << Freshness::Late << true;
    }

    void feedStates()
    {
        QFETCH(monitor::FeedState, state);
        QFETCH(QString, text);
        QFETCH(DashboardViewModel::Freshness, freshness);
        QFETCH(bool, banner);
        Bench bench("230", "170");
        bench.world.feed = {state, QStringLiteral("<b>host</b>"), bench.world.clock.wallTime(),
                            bench.world.clock.bootTime(), bench.world.clock.wallTime() + 60'000};
        bench.price("230", "170");
        bench.world.clock.advance(2000);
        bench.board->tick();
        QCOMPARE(bench.board->feedText(), text);
        QCOMPARE(bench.board->freshness(), freshness);
        QCOMPARE(bench.board->hasBanner(), banner);
        QCOMPARE(bench.board->bannerDetail(), QStringLiteral("<b>host</b>")); // shown as it is: screens use plain text
    }

    void emptyMeansLoadedWithoutAccounts()
    {
        FakeMonitor world;
        const DisplayFormat format(QLocale::c());
        const DashboardViewModel board(world.relay, world.clock, format);
        QVERIFY(!board.loaded() && !board.isEmpty());
        world.evaluate();
        QVERIFY(board.loaded() && board.isEmpty());
        world.stores.portfolio = referencePortfolio();
        world.evaluate();
        QVERIFY(board.hasAccounts() && !board.isEmpty());
        QCOMPARE(board.accountIdAt(0), QStringLiteral("a-cross"));
        QVERIFY(board.accountIdAt(1).startsWith(QStringLiteral("b-")));
        QCOMPARE(board.accountIdAt(3), QString());
        QCOMPARE(board.accountIdAt(-1), QString());
    }

    void randomSnapshotsKeepTheModelsRight()
    {
        Bench bench("230", "170");
        const QAbstractItemModelTester cross(bench.board->cross(),
                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester isolated(bench.board->rows()->model(),
                                                QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(7);
        const margin::Portfolio all = referencePortfolio();
        for (int round = 0; round < 40; ++round) {
            auto &accounts = bench.world.stores.portfolio.accounts;
            accounts = all.accounts;
            for (int extra = 0; extra < random.bounded(6); ++extra) {
                margin::Account more = all.accounts[1];
                more.id = "extra-" + std::to_string(random.bounded(12));
                more.balances[1].borrowed = margin::Decimal::fromInteger(random.bounded(1500));
                if (bench.world.stores.portfolio.account(more.id) == nullptr) {
                    accounts.push_back(more);
                }
            }
            std::erase_if(accounts, [&random](const auto &) { return random.bounded(4) == 0; });
            bench.world.setPrice("ETHUSDT", random.bounded(8) == 0 ? "" : std::to_string(100 + random.bounded(200)));
            bench.world.setPrice("BCHUSDT", std::to_string(100 + random.bounded(200)));
            bench.world.publish();
            QTRY_COMPARE_WITH_TIMEOUT(bench.board->cross()->rows().size() + bench.board->isolated().size(),
                                      accounts.size(), 2000);
            const auto &rows = bench.board->isolated();
            QVERIFY(std::is_sorted(rows.begin(), rows.end(), viewmodels::isMoreUrgent));
        }
    }

    void hostileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("markup") << QStringLiteral("<img src=x> &amp; %1 {} <b>");
        QTest::newRow("controls") << QStringLiteral("a\u0001b\u202ec\u2066d\n\te");
        QTest::newRow("joined emoji") << QStringLiteral("👩‍👩‍👧‍👦").repeated(40);
        QTest::newRow("right to left") << QStringLiteral("محفظة الهامش");
        QTest::newRow("long") << QString(10'000, u'x');
        QTest::newRow("combining") << QStringLiteral("e\u0301").repeated(50);
    }

    void hostileNames()
    {
        QFETCH(QString, name);
        Bench bench("230", "170");
        bench.world.stores.portfolio.accounts[2].name = name.toStdString();
        bench.price("230", "170");
        const QString shown = bench.isolated(0, "name");
        QVERIFY(shown.size() <= 60);
        for (const QChar c : shown) {
            QVERIFY(c.category() != QChar::Other_Control);
            QVERIFY(c != u'\u202e' && c != u'\u2066');
        }
        QVERIFY(shown.isValidUtf16());
        if (name.contains(u'<')) {
            QCOMPARE(shown, name);
        }
    }
};

PLIMSOLL_TEST(TestDashboard)
#include "tst_dashboard.moc"
