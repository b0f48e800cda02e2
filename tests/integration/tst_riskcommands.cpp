// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/chanceviewmodel.h"
#include "viewmodels/analysis/heatmapviewmodel.h"
#include "viewmodels/analysis/whatifviewmodel.h"
#include "viewmodels/common/accounttext.h"
#include "wire/portfoliofile.h"
#include "wording/alarmtext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace Qt::StringLiterals;
using analysis::Changes;
using analysis::HypotheticalKind;
using viewmodels::WhatIfRow;

namespace {

/// The same book in the window's view-models and in files for the terminal: day N+2 of the reference example.
struct World {
    QTemporaryDir folder;
    FakeMonitor monitor;
    viewmodels::DisplayFormat format {QLocale::c()};

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        monitor.setPrice("ETHUSDT", "230");
        monitor.setPrice("BCHUSDT", "170");
        monitor.evaluate();
        write(u"p.json"_s, QByteArray::fromStdString(wire::writePortfolio(monitor.stores.portfolio)));
        write(u"prices.json"_s, R"([{"symbol":"ETHUSDT","price":"230"},{"symbol":"BCHUSDT","price":"170"}])"_ba);
    }

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }

    /// The document that the command prints about the book.
    [[nodiscard]] QJsonObject ask(const QStringList &words) const
    {
        QProcess cli;
        QStringList all {words.front(),
                         u"--portfolio"_s,
                         folder.filePath(u"p.json"_s),
                         u"--prices"_s,
                         folder.filePath(u"prices.json"_s),
                         u"--json"_s};
        all << words.mid(1);
        cli.start(qEnvironmentVariable("PLIMSOLL_CLI"), all);
        if (!cli.waitForFinished(60'000) || cli.exitCode() != 0) {
            qWarning("%s", cli.readAllStandardError().constData());
        }
        return QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
    }
};

QByteArray candles(unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 0.01);
    QByteArray text = "open_time_ms,open,high,low,close,volume\n";
    double price = 200;
    for (int i = 0; i < 300; ++i) {
        price *= std::exp(step(random));
        const QByteArray number = QByteArray::number(price, 'f', 6);
        text += QByteArray::number(qint64 {1'699'999'200'000} + i * qint64 {3'600'000}) + ',' + number + ',' + number
            + ',' + number + ',' + number + ",1\n";
    }
    return text;
}

} // namespace

/// What the pages of the window show is what the commands of the same book print.
class TestRiskCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIf_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::newRow("nothing") << Changes {};
        Changes fall;
        fall.name = "Crash";
        fall.shocks = {{"all", dec("-12.5")}, {"ETH", dec("3.25")}};
        fall.prices = {{"BCHUSDT", dec("181.37")}};
        QTest::newRow("prices") << fall;
        Changes more = fall;
        more.bars = {{"b-bchusdt", {dec("1.3"), dec("1.2"), dec("1.1")}}};
        more.bookings = {{"b-bchusdt", HypotheticalKind::TopUp, "USDT", dec("150")},
                         {"b-bchusdt", HypotheticalKind::Repay, "USDT", dec("120.5")},
                         {"b-ethusdt", HypotheticalKind::Sell, "ETH", dec("0.75")}};
        QTest::newRow("prices, bars and bookings") << more;
    }

    void whatIf()
    {
        QFETCH(const Changes, changes);
        World world;
        viewmodels::WhatIfViewModel page(world.monitor, world.monitor.relay, world.format, world.folder.path());
        page.setActive(true);
        page.setChanges(changes);
        page.shelf()->setPath(world.folder.filePath(u"scenario.json"_s));
        page.shelf()->writeFile(); // what the window writes, the terminal reads
        QTRY_VERIFY(!page.shelf()->notice().isEmpty());
        QTRY_COMPARE(page.rows()->count(), 3);
        const std::size_t lines = changes.prices.size() + changes.shocks.size() + changes.bars.size()
            + changes.bookings.size();
        QTRY_COMPARE(page.lines()->count(), static_cast<int>(lines));
        const auto &rows = static_cast<viewmodels::RowListModel<WhatIfRow> *>(page.rows())->rows();
        const QJsonObject answer = world.ask({u"what-if"_s, u"--scenario"_s, page.shelf()->path()});
        QCOMPARE(answer[u"format"].toString(), u"plimsoll-what-if"_s);
        const QJsonArray before = answer[u"before"].toArray();
        const QJsonArray after = answer[u"after"].toArray();
        QCOMPARE(after.size(), 3);
        for (qsizetype i = 0; i < after.size(); ++i) {
            const QJsonObject then = after[i].toObject();
            const auto row = std::ranges::find(rows, then[u"id"].toString(), &WhatIfRow::accountId);
            QVERIFY(row != rows.end());
            QCOMPARE(row->beforeText, world.format.level(before[i].toObject()[u"marginLevelText"].toString()));
            QCOMPARE(row->afterText, world.format.level(then[u"marginLevelText"].toString()));
            compareState(row->after, then[u"status"].toString());
            compareState(row->before, before[i].toObject()[u"status"].toString());
        }
    }

    void heatMap()
    {
        World world;
        viewmodels::HeatMapViewModel map(world.monitor.relay, world.format);
        map.setActive(true);
        constexpr int kCells = viewmodels::HeatMapViewModel::kCells;
        QTRY_COMPARE(map.states().size(), kCells * kCells);
        const QJsonArray cells = world
                                     .ask({u"heat-map"_s, u"--x"_s, u"ETH"_s, u"--y"_s, u"BCH"_s, u"--from"_s, u"-50"_s,
                                           u"--to"_s, u"50"_s, u"--cells"_s, QString::number(kCells), u"--account"_s,
                                           u"a-cross"_s})[u"cells"]
                                     .toArray();
        QCOMPARE(cells.size(), qsizetype {kCells} * kCells);
        const margin::Account &cross = *std::ranges::find(world.monitor.stores.portfolio.accounts, "a-cross",
                                                          &margin::Account::id);
        for (int place = 0; place < kCells * kCells; ++place) {
            const QJsonObject cell = cells[place].toObject()[u"accounts"].toArray().first().toObject();
            compareState(static_cast<viewmodels::RiskState>(map.states().at(place)), cell[u"status"].toString());
            map.moveTo(place % kCells, place / kCells);
            const auto exact = margin::Decimal::parse(cell[u"marginLevel"].toString().toStdString());
            const QString level = wording::alarmLevelText(world.format, exact.value(), &cross.thresholds);
            QVERIFY2(map.atText().contains(QStringLiteral(": %1, ").arg(level)), qPrintable(map.atText()));
        }
    }

    void chance()
    {
        World world;
        const QStringList files {world.write(u"ETHUSDT-1h.csv"_s, candles(1)),
                                 world.write(u"BCHUSDT-1h.csv"_s, candles(2))};
        viewmodels::ChanceViewModel page(world.monitor.relay, world.format);
        for (const QString &file : files) {
            page.files()->add(file);
        }
        QTRY_COMPARE(page.files()->rows()->count(), 2);
        page.setPaths(u"3000"_s);
        page.setSeed(u"18446744073709551615"_s);
        page.setSigma(u"BCH=95.5"_s);
        page.setRealDays(true);
        page.setJumps(true);
        page.run();
        QTRY_VERIFY_WITH_TIMEOUT(!page.running(), 60'000);
        QVERIFY2(page.results()->there(), qPrintable(page.problem()));
        const viewmodels::ChanceAnswer &shown = *page.results()->answer();
        const QJsonObject answer = world.ask({u"chance"_s, u"--klines"_s, files[0], files[1], u"--paths"_s, u"3000"_s,
                                              u"--seed"_s, u"18446744073709551615"_s, u"--sigma"_s, u"BCH=0.955"_s,
                                              u"--method"_s, u"gbm"_s, u"--method"_s, u"bootstrap"_s, u"--method"_s,
                                              u"jump"_s});
        QCOMPARE(answer[u"paths"].toInt(), 3000);
        const QJsonArray rows = answer[u"chances"].toArray();
        QCOMPARE(rows.size(), 3 * 3 * 4);
        for (qsizetype i = 0; i < rows.size(); ++i) { // by methods, accounts, times
            const QJsonObject row = rows[i].toObject();
            const auto &account =
                shown.methods[static_cast<std::size_t>(i / 12)].chances.accounts[static_cast<std::size_t>(i / 4 % 3)];
            const auto &expected = account.horizons[static_cast<std::size_t>(i % 4)];
            QCOMPARE(QString::fromStdString(account.id), row[u"account"].toString());
            compareFigure(row[u"call"][u"p"].toDouble(), expected.call.p);
            compareFigure(row[u"call"][u"se"].toDouble(), expected.call.error);
            compareFigure(row[u"liquidation"][u"p"].toDouble(), expected.liquidation.p);
            compareFigure(row[u"minutesFromCallToLiquidation"][u"median"].toDouble(),
                          expected.medianMinutes.value_or(0));
            compareFigure(row[u"equity"][u"es99"].toString().toDouble(), expected.loss.es99);
        }
    }

private:
    // To the digits that the document prints.
    static void compareFigure(double printed, double exact)
    {
        QVERIFY2(std::abs(printed - exact) <= 1e-6 * std::max(1.0, std::abs(exact)),
                 qPrintable(QStringLiteral("%1 is not %2").arg(printed).arg(exact)));
    }
    static void compareState(viewmodels::RiskState state, const QString &status)
    {
        using viewmodels::RiskState;
        const QString word = state == RiskState::NoDebt                      ? u"no_debt"_s
            : state == RiskState::Normal || state == RiskState::EarlyWarning ? u"normal"_s
            : state == RiskState::MarginCall                                 ? u"margin_call"_s
            : state == RiskState::Liquidation                                ? u"liquidation"_s
            : state == RiskState::Liquidated                                 ? u"liquidated"_s
                                                                             : u"unknown"_s;
        QCOMPARE(word, status);
    }
};

PLIMSOLL_TEST(TestRiskCommands)
#include "tst_riskcommands.moc"
