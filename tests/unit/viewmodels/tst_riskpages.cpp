// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/heatmapviewmodel.h"
#include "viewmodels/analysis/stressmoves.h"
#include "viewmodels/analysis/stressviewmodel.h"
#include "viewmodels/analysis/twinviewmodel.h"
#include "viewmodels/analysis/waysoutviewmodel.h"
#include "viewmodels/common/accounttext.h"
#include "wire/candlejoin.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::HeatMapViewModel;
using viewmodels::RiskState;
using viewmodels::StressRow;
using viewmodels::StressViewModel;
using viewmodels::TwinViewModel;
using viewmodels::WaysOutViewModel;

namespace {

// Day N+2 of the reference example: ETH 230, BCH 170.
struct World {
    FakeMonitor monitor;
    DisplayFormat format {QLocale::c()};
    viewmodels::BetaTable betas {monitor.relay, format};

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        price("230", "170");
    }

    void price(const char *eth, const char *bch)
    {
        monitor.clock.advance(1000);
        monitor.setPrice("ETHUSDT", eth);
        monitor.setPrice("BCHUSDT", bch);
        monitor.evaluate();
    }
};

template<typename Row>
const std::vector<Row> &rowsOf(viewmodels::RowModel *model)
{
    return static_cast<viewmodels::RowListModel<Row> *>(model)->rows();
}

} // namespace

/// What the pages of the tab Risk show: that it is what the analysis says is tested here, the analysis in tests of its
/// own.
class TestRiskPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsComputedUnseen()
    {
        World world;
        StressViewModel stress(world.monitor.relay, world.betas, world.format);
        QCoreApplication::processEvents();
        QCOMPARE(stress.table()->count(), 0);
        stress.setActive(true);
        QTRY_COMPARE(stress.table()->count(), 21);
    }

    // Every row of the table is a single evaluation of the account at prices that were moved by hand.
    void theTableIsASingleEvaluationPerRow()
    {
        World world;
        StressViewModel stress(world.monitor.relay, world.betas, world.format);
        stress.setActive(true);
        stress.choose(QStringLiteral("b-bchusdt"));
        QTRY_COMPARE(stress.table()->count(), 21);
        World moved;
        for (const StressRow &row : rowsOf<StressRow>(stress.table())) {
            QString number = row.shockText;
            const int percent = number.replace(u'−', u'-').remove(u'%').trimmed().toInt();
            const auto bch = dec("1.7").times(margin::Decimal::fromInteger(100 + percent), margin::Rounding::Down);
            moved.price("230", bch->toString().c_str());
            const auto snapshot = moved.monitor.relay.current();
            const margin::Assessment now = snapshot->describe(*snapshot->find("b-bchusdt"));
            QCOMPARE(row.levelText, moved.format.level(QString::fromStdString(now.levelText)));
            QCOMPARE(row.toCallText, moved.format.percent(now.distanceToCall));
            QCOMPARE(row.equityText, moved.format.money(now.equity, "USDT", margin::Rounding::Down));
            QCOMPARE(row.isNow, percent == 0);
        }
    }

    void theCursorMovesInWholePercentAndHasEnds()
    {
        World world;
        StressViewModel stress(world.monitor.relay, world.betas, world.format);
        stress.setActive(true);
        QTRY_VERIFY(!stress.atText().isEmpty());
        stress.setShock(-2.2);
        QVERIFY2(stress.atText().startsWith(QStringLiteral("At −2 %: BCH/USDT isolated 1.04")),
                 qPrintable(stress.atText()));
        stress.setShock(-400);
        QCOMPARE(stress.shock(), -50.0);
        stress.pointAt(0.75);
        QCOMPARE(stress.shock(), 25.0);
        stress.pointAt(7);
        QCOMPARE(stress.shock(), 50.0);
    }

    void oneAssetMovesAlone()
    {
        World world;
        StressViewModel stress(world.monitor.relay, world.betas, world.format);
        stress.setActive(true);
        QTRY_COMPARE(stress.assetNames(),
                     QStringList({QStringLiteral("All prices together"), QStringLiteral("Each by its beta"),
                                  QStringLiteral("BCH alone"), QStringLiteral("ETH alone")}));
        stress.setAssetIndex(2);
        stress.choose(QStringLiteral("b-ethusdt"));
        QTRY_VERIFY2(stress.domino()->restText().contains(QStringLiteral("ETH/USDT")),
                     qPrintable(stress.domino()->restText()));
        const auto &rows = rowsOf<StressRow>(stress.table());
        QVERIFY(
            std::ranges::all_of(rows, [&](const StressRow &row) { return row.levelText == rows.front().levelText; }));
    }

    // Each row against dominoFalls() of its own move, each typed move against stressCurve() of its percent.
    void movesInPercentMoneyAndSigmas()
    {
        World world;
        viewmodels::StressMoves moves(world.monitor.relay, world.format);
        moves.setActive(true);
        moves.setAccountId(QStringLiteral("a-cross"));
        QTRY_COMPARE(moves.rows()->count(), 3);
        const auto snapshot = world.monitor.relay.current();
        const margin::Account account = *snapshot->find("a-cross")->account;
        const auto &rows = rowsOf<viewmodels::MoveRow>(moves.rows());
        for (const auto &[place, move] :
             {std::pair(0, analysis::PriceMove::only("ETH")), std::pair(1, analysis::PriceMove::only("BCH")),
              std::pair(2, analysis::PriceMove::everything())}) {
            const auto falls = analysis::dominoFalls({account}, *snapshot->rates, move).falls;
            QCOMPARE(falls.size(), std::size_t {2});
            const auto &row = rows.at(static_cast<std::size_t>(place));
            QVERIFY2(row.callText.startsWith(wording::moveText(world.format, falls[0].shock)),
                     qPrintable(row.callText));
            QVERIFY(row.liquidationText.startsWith(wording::moveText(world.format, falls[1].shock)));
        }
        QVERIFY2(rows.at(0).callText.contains(u"−48.00 USDT"), qPrintable(rows.at(0).callText)); // 5 ETH: 240 too much
        QVERIFY(moves.basisText().contains(u"candle files"));

        moves.setAsset(QStringLiteral("ETH"));
        moves.setUnit(viewmodels::StressMoves::Money);
        moves.setMove(QStringLiteral("-48"));
        QTRY_VERIFY2(moves.atText().contains(u"Margin call"), qPrintable(moves.problem()));
        moves.setMove(QStringLiteral("-47"));
        QTRY_VERIFY2(moves.atText().contains(u"−20.43 %"), qPrintable(moves.atText())); // of 230
        moves.setMove(QStringLiteral("-231"));
        QTRY_COMPARE(moves.problem(), QStringLiteral("Such a move leaves no price."));
        moves.setAsset({});
        QTRY_VERIFY(moves.problem().startsWith(u"A move in money is one of one asset"));
        moves.setUnit(viewmodels::StressMoves::Sigma);
        moves.setMove(QStringLiteral("-2"));
        QTRY_VERIFY2(moves.problem().contains(u"BTC"), qPrintable(moves.problem()));
        moves.setUnit(viewmodels::StressMoves::Percent);
        moves.setMove(QStringLiteral("-12"));
        QTRY_VERIFY2(moves.atText().startsWith(u"At −12.00 %: "), qPrintable(moves.problem()));
        QVERIFY(moves.atText().endsWith(u"Margin call"));
    }

    void sigmasAndBetasComeFromCandles()
    {
        World world;
        const QTemporaryDir folder;
        viewmodels::StressMoves moves(world.monitor.relay, world.format);
        moves.setActive(true);
        moves.setAccountId(QStringLiteral("b-bchusdt"));
        std::vector<wire::CandleSource> sources;
        for (const auto &[name, swing] : {std::pair("BTCUSDT-1d.csv", 100), std::pair("BCHUSDT-1d.csv", 200)}) {
            QByteArray text; // up and down each day, BCH twice as much
            for (int day = 0; day < 40; ++day) {
                const QByteArray price = QByteArray::number(10'000 + (day * 7 % 5 - 2) * swing);
                text += QByteArray::number((18'519 + day) * 86'400'000LL) + ',' + price + ',' + price + ',' + price
                    + ',' + price + ",0\n";
            }
            QFile file(folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            file.close();
            moves.files()->add(file.fileName());
            sources.push_back(*wire::readCandleSource(name, name, text.toStdString()));
        }
        QTRY_COMPARE(moves.rows()->count(), 3); // alone, together, by beta
        const auto series = wire::joinCandles(sources);
        const auto statistics = chance::estimateReturns(*series, {"BCH", "BTC"}, "USDT");
        const auto weights = chance::betaWeights(statistics, {"BTC"}).value();
        QVERIFY(weights.at("BCH") > dec("1.9") && weights.at("BCH") < dec("2.1"));
        const auto snapshot = world.monitor.relay.current();
        const auto falls = analysis::dominoFalls({*snapshot->find("b-bchusdt")->account}, *snapshot->rates,
                                                 analysis::PriceMove::byBeta(weights))
                               .falls;
        const auto &rows = rowsOf<viewmodels::MoveRow>(moves.rows());
        moves.betas()->setActive(true);
        QTRY_VERIFY(
            moves.betas()->betas()
            == chance::betaWeights(chance::estimateReturns(*series, {"ETH", "BCH", "BTC"}, "USDT"), {"BTC"}).value());
        const auto &betas = rowsOf<viewmodels::BetaRow>(moves.betas()->rows());
        QCOMPARE(betas.at(1).measuredText, world.format.full(weights.at("BCH").rounded(2, margin::Rounding::Down)));
        QVERIFY2(betas.at(1).basisText.startsWith(u"39 days · correlation with BTC "),
                 qPrintable(betas.at(1).basisText));
        QCOMPARE(betas.at(0).basisText, QStringLiteral("no candles of ETH"));
        QCOMPARE(rows.at(2).mover, QStringLiteral("Each by its beta to BTC"));
        QVERIFY(rows.at(2).liquidationText.startsWith(wording::moveText(world.format, falls[1].shock)));
        QVERIFY2(rows.at(2).liquidationText.endsWith(u"σ"), qPrintable(rows.at(2).liquidationText));
        moves.setAsset(QStringLiteral("BCH"));
        moves.setUnit(viewmodels::StressMoves::Sigma);
        moves.setMove(QStringLiteral("-1"));
        const double daily = statistics.assets[0].sigma / std::sqrt(365.0) * 100;
        const auto percent = margin::Decimal::fromInteger(-std::llround(daily * 10'000))
                                 .dividedBy(margin::Decimal::fromInteger(10'000), margin::Rounding::Down);
        QTRY_VERIFY2(moves.atText().startsWith(QStringLiteral("At ") + wording::moveText(world.format, *percent)),
                     qPrintable(moves.atText() + moves.problem()));
        moves.files()->remove(0);
        QTRY_COMPARE(moves.rows()->count(), 2);
    }

    // Typed ones go first, as those of `stress --beta`; without any the page says what is missing.
    void betasAreSeenAndTyped()
    {
        World world;
        StressViewModel stress(world.monitor.relay, world.betas, world.format);
        world.betas.setActive(true);
        stress.setActive(true);
        stress.choose(QStringLiteral("a-cross"));
        QTRY_COMPARE(stress.assetNames().size(), 4);
        stress.setAssetIndex(1);
        QVERIFY(stress.byBeta());
        QTRY_VERIFY2(stress.atText().startsWith(u"There are no betas of ETH, BCH"), qPrintable(stress.atText()));
        QVERIFY(stress.lacksBeta() && stress.plot()->curve().isEmpty() && stress.emptyText().isEmpty()
                && stress.table()->count() == 0);

        QTRY_COMPARE(world.betas.rows()->count(), 2);
        const auto &rows = rowsOf<viewmodels::BetaRow>(world.betas.rows());
        QCOMPARE(rows.at(0).measuredText, QStringLiteral("–"));
        QCOMPARE(rows.at(0).basisText, QStringLiteral("no candles of BTC"));
        QVERIFY2(stress.domino()->unknownText().contains(u"User A (no beta of ETH, BCH)"),
                 qPrintable(stress.domino()->unknownText()));
        world.betas.type(QStringLiteral("ETH"), QStringLiteral("1.5"));
        world.betas.type(QStringLiteral("BCH"), QStringLiteral("101"));
        QVERIFY2(!rows.at(1).problem.isEmpty() && rows.at(0).problem.isEmpty(), qPrintable(rows.at(1).problem));
        QVERIFY((world.betas.betas() == std::map<std::string, margin::Decimal> {{"ETH", dec("1.5")}}));
        stress.choose(QStringLiteral("b-ethusdt")); // which has all it needs
        QTRY_VERIFY(!stress.lacksBeta() && !stress.plot()->curve().isEmpty());
        QVERIFY2(stress.domino()->unknownText().contains(u"User A (no beta of BCH)"),
                 qPrintable(stress.domino()->unknownText()));
        stress.setShock(-5);
        QCOMPARE(stress.domino()->atText(), QStringLiteral("At −5 %: 2 unknown (User A, BCH/USDT)"));
        stress.choose(QStringLiteral("a-cross"));
        QVERIFY(stress.lacksBeta() && stress.plot()->curve().isEmpty() && stress.table()->count() == 0);
        QVERIFY2(stress.atText().startsWith(u"There is no beta of BCH"), qPrintable(stress.atText()));
        world.betas.type(QStringLiteral("BCH"), QStringLiteral("0.5"));
        QTRY_COMPARE(stress.table()->count(), 21);
        QVERIFY(stress.domino()->unknownText().isEmpty());
        QVERIFY(!stress.plot()->together().isEmpty() && stress.plot()->together() != stress.plot()->curve());
        const auto snapshot = world.monitor.relay.current();
        const auto move = analysis::PriceMove::byBeta({{"ETH", dec("1.5")}, {"BCH", dec("0.5")}});
        const auto falls = analysis::dominoFalls(snapshot->portfolio().accounts, *snapshot->rates, move).falls;
        const auto &shown = rowsOf<viewmodels::DominoRow>(stress.domino()->rows());
        int compared = 0;
        for (const analysis::DominoFall &fall : falls) {
            const std::string id = snapshot->portfolio().accounts[fall.account].id;
            const auto row = std::ranges::find(shown, QString::fromStdString(id), &viewmodels::DominoRow::accountId);
            if (row != shown.end() && !fall.shock.isZero()) {
                QVERIFY2(row->text.contains(wording::moveText(world.format, fall.shock)), qPrintable(row->text));
                ++compared;
            }
        }
        QVERIFY(compared >= 3);
        world.betas.useMeasured(QStringLiteral("ETH"));
        QVERIFY(rows.at(0).typed.isEmpty());
        QTRY_VERIFY(stress.atText().startsWith(u"There is no beta of ETH"));
    }

    // What was typed is told to whoever keeps it, and is there again; what makes no sense is not kept.
    void ownBetasAreKept()
    {
        World world;
        QSignalSpy own(&world.betas, &viewmodels::BetaTable::ownChanged);
        const auto told = [&own] { return own.takeLast().front().value<std::map<std::string, margin::Decimal>>(); };
        world.betas.type(QStringLiteral("ETH"), QStringLiteral("1.5"));
        QVERIFY((told() == std::map<std::string, margin::Decimal> {{"ETH", dec("1.5")}}));
        world.betas.type(QStringLiteral("BCH"), QStringLiteral("much"));
        QVERIFY(own.isEmpty());
        world.betas.useMeasured(QStringLiteral("ETH"));
        QVERIFY(told().empty());

        viewmodels::BetaTable again(world.monitor.relay, world.format);
        again.setOwn({{"ETH", dec("0.25")}, {"GONE", dec("3")}});
        again.setActive(true);
        QTRY_COMPARE(again.rows()->count(), 2);
        QCOMPARE(rowsOf<viewmodels::BetaRow>(again.rows()).at(0).typed, QStringLiteral("0.25"));
        QVERIFY((again.betas() == std::map<std::string, margin::Decimal> {{"ETH", dec("0.25")}}));
        QSignalSpy kept(&again, &viewmodels::BetaTable::ownChanged);
        again.type(QStringLiteral("BCH"), QStringLiteral("1"));
        const auto all = kept.takeLast().front().value<std::map<std::string, margin::Decimal>>();
        QVERIFY(all.contains("GONE") && all.size() == 3); // an account may have it again
    }

    void newPricesMoveTheCurve()
    {
        World world;
        StressViewModel stress(world.monitor.relay, world.betas, world.format);
        stress.setActive(true);
        stress.choose(QStringLiteral("b-bchusdt"));
        QTRY_VERIFY(!stress.plot()->curve().isEmpty());
        const QList<QPointF> before = stress.plot()->curve();
        world.price("230", "200");
        QTRY_VERIFY_WITH_TIMEOUT(stress.plot()->curve() != before, 5000);
    }

    void withoutDebtItSaysSo()
    {
        World world;
        world.monitor.stores.portfolio.accounts.clear();
        world.monitor.evaluate();
        StressViewModel stress(world.monitor.relay, world.betas, world.format);
        stress.setActive(true);
        QTRY_VERIFY(!stress.emptyText().isEmpty());
        QVERIFY(stress.plot()->curve().isEmpty());
    }

    // Reference example: 150 deposited, 120 repaid, 600 sold bring BCH to 1.25.
    void theThreeWaysOfTheExample()
    {
        World world;
        WaysOutViewModel out(world.monitor.relay, world.format);
        out.setActive(true);
        QTRY_VERIFY(out.ways()->count() >= 3);
        QCOMPARE(out.accountId(), QStringLiteral("b-bchusdt")); // the nearest to its call
        const auto &ways = rowsOf<viewmodels::WayRow>(out.ways());
        QCOMPARE(ways.at(0).amountText, QStringLiteral("150.00 USDT"));
        QCOMPARE(ways.at(1).amountText, QStringLiteral("120.00 USDT"));
        QCOMPARE(ways.at(2).amountText, QStringLiteral("600.00 USDT"));
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(ways.at(i).resultText.section(QStringLiteral(" · "), 0, 0), QStringLiteral("level 1.25"));
            QCOMPARE(ways.at(i).way, static_cast<int>(i));
        }
        world.price("230", "230");
        QTRY_VERIFY(out.ways()->count() == 0 && !out.noWaysText().isEmpty());
    }

    // Day N+5 of the reference example: cross 1.0625 in call; isolated ETH 1.375 normal and BCH liquidated.
    void theExampleInTheOtherMode()
    {
        World world;
        world.price("220", "120");
        TwinViewModel twins(world.monitor.relay, world.format);
        twins.setActive(true);
        QTRY_COMPARE(twins.rows()->count(), 2);
        const auto &rows = rowsOf<viewmodels::TwinRow>(twins.rows());
        const auto cross = std::ranges::find(rows, false, &viewmodels::TwinRow::twinIsCross);
        const auto isolated = std::ranges::find(rows, true, &viewmodels::TwinRow::twinIsCross);
        QVERIFY(cross != rows.end() && isolated != rows.end());
        QCOMPARE(cross->real.lines, QStringList({QStringLiteral("User A cross 1.06")}));
        QCOMPARE(isolated->real.lines.size(), 2);
        QCOMPARE(isolated->twin.lines.size(), 1);
        QVERIFY2(isolated->twin.lines.front().endsWith(QStringLiteral(" 1.06")),
                 qPrintable(isolated->twin.lines.front()));
        QVERIFY2(isolated->real.text.contains(QStringLiteral("BCH/USDT isolated is at liquidation now")),
                 qPrintable(isolated->real.text));
    }

    // Every cell is a single evaluation of the account at prices that were moved by hand.
    void everyCellOfTheMapIsASingleEvaluation()
    {
        World world;
        HeatMapViewModel map(world.monitor.relay, world.format);
        map.setActive(true);
        QTRY_COMPARE(map.states().size(), HeatMapViewModel::kCells * HeatMapViewModel::kCells);
        QCOMPARE(map.accountNames(),
                 QStringList {QStringLiteral("User A cross")}); // an isolated one moves by one asset
        QCOMPARE(map.xNames().at(map.xIndex()), QStringLiteral("ETH"));
        QCOMPARE(map.yNames(), QStringList {QStringLiteral("BCH")});
        World moved;
        for (int row = 0; row < HeatMapViewModel::kCells; row += 5) {
            for (int column = 0; column < HeatMapViewModel::kCells; column += 4) {
                const auto at = [](const char *percent, int cell) {
                    return dec(percent)
                        .times(margin::Decimal::fromInteger(50 + 5 * cell), margin::Rounding::Down)
                        ->toString();
                };
                moved.price(at("2.3", column).c_str(), at("1.7", row).c_str());
                const auto snapshot = moved.monitor.relay.current();
                const margin::Assessment now = snapshot->describe(*snapshot->find("a-cross"));
                map.moveTo(column, row);
                QCOMPARE(map.atState(), static_cast<int>(viewmodels::riskStateOf(now)));
                QCOMPARE(map.states().at(row * HeatMapViewModel::kCells + column), map.atState());
                const QString level = wording::levelOrDash(world.format, now);
                QVERIFY2(map.atText().contains(QStringLiteral(": %1,").arg(level)), qPrintable(map.atText()));
            }
        }
        map.moveTo(99, -3); // the ends hold
        QCOMPARE(map.column(), HeatMapViewModel::kCells - 1);
        QCOMPARE(map.row(), 0);
        QVERIFY2(map.atText().startsWith(QStringLiteral("ETH +50 %, BCH −50 %: ")), qPrintable(map.atText()));
    }

    void aMapNeedsTwoAssets()
    {
        World world;
        std::erase_if(world.monitor.stores.portfolio.accounts,
                      [](const margin::Account &account) { return account.mode == margin::MarginMode::Cross; });
        world.monitor.evaluate();
        HeatMapViewModel map(world.monitor.relay, world.format);
        map.setActive(true);
        QTRY_VERIFY(!map.emptyText().isEmpty());
        QVERIFY(map.states().isEmpty() && map.atText().isEmpty());
    }

    void aSumGoesWhereItHelpsMost()
    {
        World world;
        WaysOutViewModel out(world.monitor.relay, world.format);
        out.setActive(true);
        out.setSum(QStringLiteral("100"));
        QTRY_VERIFY(out.spread()->count() > 0);
        const auto &rows = rowsOf<viewmodels::SpreadRow>(out.spread());
        QCOMPARE(rows.at(0).accountId, QStringLiteral("b-bchusdt"));
        QVERIFY2(out.spreadText().startsWith(QStringLiteral("The smallest distance to a call goes from −3.53 % to")),
                 qPrintable(out.spreadText()));
        out.setSum(QStringLiteral("405")); // 200 by the cross account and 205 by BCH bring both to 23 %
        out.setRepays(true);
        QTRY_VERIFY_WITH_TIMEOUT(out.spread()->count() == 2, 5000);
        QTRY_VERIFY2_WITH_TIMEOUT(
            out.spreadText().startsWith(QStringLiteral(
                "The smallest distance to a call goes from −3.53 % to 23.0 %. Deposited instead, it would go to ")),
            qPrintable(out.spreadText()), 5000);
        out.setSum(QStringLiteral("much"));
        QVERIFY(!out.sumError().isEmpty());
        out.setSum(QStringLiteral("0"));
        QTRY_VERIFY(!out.sumError().isEmpty());
    }
};

PLIMSOLL_TEST(TestRiskPages)
#include "tst_riskpages.moc"
