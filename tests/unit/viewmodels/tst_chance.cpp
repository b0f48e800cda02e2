// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/returns.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/chanceviewmodel.h"
#include "viewmodels/analysis/chancewords.h"
#include "wire/candlejoin.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThreadPool>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <cmath>
#include <random>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace Qt::StringLiterals;
using viewmodels::ChanceAnswer;
using viewmodels::ChanceRow;
using viewmodels::ChanceViewModel;
using viewmodels::DisplayFormat;

namespace {

constexpr std::int64_t kHourMs = 3'600'000;

// `count` hourly closes that walk by 1 % an hour; what `skip` says is left out.
QByteArray candles(int count, unsigned seed, const std::function<bool(int)> &skip = {})
{
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 0.01);
    QByteArray text = "open_time_ms,open,high,low,close,volume\n";
    double price = 200;
    for (int i = 0; i < count; ++i) {
        price *= std::exp(step(random));
        const QByteArray number = QByteArray::number(price, 'f', 6);
        if (!skip || !skip(i)) {
            text += QByteArray::number(qint64 {1'700'000'000'000} / kHourMs * kHourMs + i * kHourMs);
            for (int column = 0; column < 4; ++column) {
                text += ',' + number;
            }
            text += ",1\n";
        }
    }
    return text;
}

struct World {
    QTemporaryDir folder;
    FakeMonitor monitor;
    DisplayFormat format {QLocale::c()};
    ChanceViewModel page {monitor.relay, format};

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        monitor.setPrice("ETHUSDT", "200");
        monitor.setPrice("BCHUSDT", "200");
        monitor.evaluate();
        page.setPaths(u"2000"_s);
    }

    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(name));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        return written ? file.fileName() : QString();
    }
    void add(const QString &name, const QByteArray &text)
    {
        const int before = page.files()->rows()->count();
        page.files()->add(write(name, text));
        QTRY_COMPARE(page.files()->rows()->count(), before + 1);
    }
    void addBoth()
    {
        add(u"ETHUSDT-1h.csv"_s, candles(400, 1));
        add(u"BCHUSDT-1h.csv"_s, candles(400, 2));
    }
    void run()
    {
        page.run();
        QTRY_VERIFY_WITH_TIMEOUT(!page.running(), 60'000);
    }
    [[nodiscard]] const std::vector<ChanceRow> &rows() const
    {
        return static_cast<viewmodels::RowListModel<ChanceRow> *>(page.results()->rows())->rows();
    }
};

} // namespace

class TestChancePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The twins are simulated beside, and change no number of the accounts as they are.
    void theNumbersAreTheSimulation()
    {
        World world;
        world.addBoth();
        world.page.setRealDays(true);
        world.page.setJumps(true);
        world.page.setSeed(u"7"_s);
        world.run();
        const ChanceAnswer *answer = world.page.results()->answer();
        QVERIFY2(answer != nullptr, qPrintable(world.page.problem()));
        const auto snapshot = world.monitor.relay.current();
        const auto accounts = snapshot->portfolio().accounts;
        const chance::Book book = chance::makeBook(accounts, *snapshot->rates);
        std::vector<wire::CandleSource> sources;
        sources.push_back(*wire::readCandleSource("e", "ETHUSDT-1h.csv", candles(400, 1).toStdString()));
        sources.push_back(*wire::readCandleSource("b", "BCHUSDT-1h.csv", candles(400, 2).toStdString()));
        const auto series = wire::joinCandles(sources);
        const auto market = chance::makeMarket(chance::estimateReturns(*series, book.assets, book.unit), book.assets,
                                               {});
        chance::SimulationOptions options = answer->simulation;
        options.threads = 1;
        options.fans.clear();
        for (std::size_t i = 0; i < chance::kAllMethods.size(); ++i) {
            const auto dynamics = chance::Dynamics::make(*market, chance::kAllMethods[i]);
            chance::Progress progress;
            const auto expected = chance::simulate(book, *dynamics, options, {}, progress);
            for (std::size_t account = 0; account < accounts.size(); ++account) {
                const auto &shown = answer->methods[i].chances.accounts[account];
                const auto &wanted = expected->accounts[account];
                QCOMPARE(shown.id, wanted.id);
                for (std::size_t horizon = 0; horizon < wanted.horizons.size(); ++horizon) {
                    QCOMPARE(shown.horizons[horizon].call.p, wanted.horizons[horizon].call.p);
                    QCOMPARE(shown.horizons[horizon].liquidation.error, wanted.horizons[horizon].liquidation.error);
                    QCOMPARE(shown.horizons[horizon].loss.es99, wanted.horizons[horizon].loss.es99);
                    QCOMPARE(shown.horizons[horizon].medianMinutes, wanted.horizons[horizon].medianMinutes);
                }
            }
        }
        QCOMPARE(world.rows().size(), 12U); // four times, three methods
        const chance::HorizonChance &week = answer->methods[1].chances.accounts[0].horizons[2];
        QCOMPARE(world.rows()[7].horizonText, u"1 week"_s);
        QCOMPARE(world.rows()[7].callText, viewmodels::probabilityText(world.format, week.call, 2000));
        QCOMPARE(world.rows()[7].call, week.call.p);
    }

    void theSameSeedGivesTheSameNumbers()
    {
        World first;
        World second;
        World third;
        for (World *world : {&first, &second, &third}) {
            world->addBoth();
            world->page.setSeed(world == &third ? u"2"_s : u"1"_s);
            world->run();
        }
        QVERIFY(first.rows() == second.rows());
        QVERIFY(!(first.rows() == third.rows()));
        QVERIFY(first.page.results()->doneText().contains(u"seed 1"_s));
    }

    void bothModesAndTheFan()
    {
        World world;
        world.addBoth();
        world.run();
        viewmodels::ChanceResults &results = *world.page.results();
        QVERIFY(results.there() && results.hasTwins());
        QCOMPARE(results.accountNames().size(), 3);
        const auto median = results.quantile(3);
        QVERIFY(median.size() > 50);
        QCOMPARE(median.front().x(), 0.0);
        QCOMPARE(median.front().y(), 1.25); // now
        QCOMPARE(median.back().x(), 30.0);
        for (qsizetype i = 0; i < median.size(); ++i) {
            QVERIFY(results.quantile(0)[i].y() <= median[i].y() && median[i].y() <= results.quantile(6)[i].y());
        }
        QVERIFY(results.fanText().contains(u"1 month"_s));
        results.setOtherMode(true);
        QCOMPARE(results.accountNames().size(), 3); // ETH and BCH of the cross account, one cross of the isolated ones
        QVERIFY2(results.accountNames().contains(u"ETH/USDT isolated"_s),
                 qPrintable(results.accountNames().join(u';')));
        QCOMPARE(world.rows().size(), 4U);
        QVERIFY(results.quantile(7).isEmpty() && results.quantile(-1).isEmpty());
    }

    void cancelIsAtOnceAndKeepsWhatWasThere()
    {
        World world;
        world.addBoth();
        world.run();
        const auto before = world.rows();
        world.page.setPaths(u"10000000"_s);
        world.page.run();
        QVERIFY(world.page.running());
        QTRY_VERIFY_WITH_TIMEOUT(world.page.progress() > 0, 60'000); // it simulates
        QElapsedTimer timer;
        timer.start();
        world.page.cancel();
        QVERIFY(!world.page.running());
        QVERIFY(QThreadPool::globalInstance()->waitForDone(200)); // its threads too
        QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(world.rows() == before);
        QCoreApplication::processEvents();
        QVERIFY(world.rows() == before);
    }

    void whatHistoryCannotSayIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bch"); // empty: no file
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("assumption");
        QTest::newRow("no history") << QByteArray() << u"BCH: no three candles in a row"_s << QString();
        QTest::newRow("one candle") << candles(1, 2) << u"BCH: no three candles in a row"_s << QString();
        QTest::newRow("three candles") << candles(3, 2) << QString() << u"BCH: only 2 returns"_s;
        QTest::newRow("a gap") << candles(400, 2, [](int i) { return i >= 100 && i < 110; }) << QString()
                               << u"BCH: 11 intervals without a price"_s;
        QTest::newRow("always alike") << candles(400, 1) << QString()
                                      << u"Some assets always moved alike in the files"_s;
        QTest::newRow("no candles at all") << "x\n"_ba << u"BCHUSDT-1h.csv"_s << QString();
    }

    void whatHistoryCannotSayIsSaid()
    {
        QFETCH(const QByteArray, bch);
        QFETCH(const QString, problem);
        QFETCH(const QString, assumption);
        World world;
        world.add(u"ETHUSDT-1h.csv"_s, candles(400, 1));
        if (!bch.isEmpty()) {
            world.add(u"BCHUSDT-1h.csv"_s, bch);
        }
        world.run();
        QVERIFY2(problem.isEmpty() ? world.page.problem().isEmpty() : world.page.problem().contains(problem),
                 qPrintable(world.page.problem()));
        QCOMPARE(world.page.results()->there(), problem.isEmpty());
        const QString said = world.page.results()->assumptions().join(u'\n');
        QVERIFY2(said.contains(assumption), qPrintable(said));
    }

    void aTypedVolatilityDoesWithoutHistory()
    {
        World world;
        world.add(u"ETHUSDT-1h.csv"_s, candles(400, 1));
        world.page.setSigma(u"BCH=80"_s);
        world.page.setDrift(u"BCH=-50; ETH=10"_s);
        world.run();
        QVERIFY2(world.page.results()->there(), qPrintable(world.page.problem()));
        const auto &assets = world.page.results()->answer()->market.assets;
        const auto asset = std::ranges::find(assets, std::string("BCH"), &chance::AssetModel::asset);
        QCOMPARE(asset->sigma, 0.8);
        QCOMPARE(asset->drift, -0.5);
        QVERIFY(world.page.results()->assumptions().join(u'\n').contains(u"it moves independently"_s));
        world.page.setRealDays(true); // which needs what BCH does not have
        world.run();
        QVERIFY(!world.page.problem().isEmpty() || world.page.results()->answer()->methods.size() == 2);
    }

    void typedCorrelationsMoveTheRandomWalk()
    {
        World world;
        world.addBoth();
        world.run();
        viewmodels::CorrelationGrid &grid = *world.page.correlations();
        QCOMPARE(grid.assets(), (QStringList {u"ETH"_s, u"BCH"_s}));
        const double estimated = world.page.results()->answer()->market.correlation(0, 1);
        grid.type(1, 0, u"-0.25"_s); // from either side
        world.page.setRealDays(true);
        world.run();
        QVERIFY2(world.page.problem().isEmpty(), qPrintable(world.page.problem()));
        const auto &market = world.page.results()->answer()->market;
        QCOMPARE(market.correlation(0, 1), -0.25);
        QCOMPARE(market.estimated(0, 1), estimated);
        const QString said = world.page.results()->assumptions().join(u'\n');
        QVERIFY2(said.contains(u"ETH/BCH \u22120.25"_s) && said.contains(u"keep the correlations of the files"_s),
                 qPrintable(said));
        QVERIFY(grid.repairedText().isEmpty());
        grid.type(0, 1, u"1"_s); // which two assets may be
        world.run();
        QVERIFY2(grid.repairedText().isEmpty(), qPrintable(grid.repairedText()));
        for (const char *wrong : {"1.5", "-1.01", "x", "0.5 0.6"}) {
            grid.type(0, 1, QString::fromLatin1(wrong));
            world.page.run();
            QVERIFY2(!world.page.running() && world.page.problem().contains(u"is no correlation of BCH/ETH"_s), wrong);
        }
        grid.clear();
        QVERIFY(world.page.problem().isEmpty());
    }

    void typedCorrelationsAreKept()
    {
        World world;
        world.addBoth();
        viewmodels::CorrelationGrid &grid = *world.page.correlations();
        grid.setOwn({{{"BCH", "ETH"}, dec("-0.25")}, {{"ADA", "ETH"}, dec("1")}});
        world.run();
        QCOMPARE(world.page.results()->answer()->market.correlation(0, 1), -0.25);
        QVERIFY(grid.filled());
        QSignalSpy own(&grid, &viewmodels::CorrelationGrid::ownChanged);
        grid.type(0, 1, u"2"_s); // which is none
        grid.type(0, 1, u"0.5"_s);
        using Own = std::map<std::pair<std::string, std::string>, margin::Decimal>;
        QVERIFY(
            (own.takeLast().front().value<Own>() == Own {{{"BCH", "ETH"}, dec("0.5")}, {{"ADA", "ETH"}, dec("1")}}));
        grid.clear();
        QVERIFY((own.takeLast().front().value<Own>() == Own {{{"ADA", "ETH"}, dec("1")}}));
        QVERIFY(!grid.filled());
    }

    void whatIsTypedIsChecked_data()
    {
        QTest::addColumn<QString>("paths");
        QTest::addColumn<QString>("seed");
        QTest::addColumn<QString>("sigma");
        QTest::newRow("no path") << u"0"_s << u"1"_s << u""_s;
        QTest::newRow("too many paths") << u"10000001"_s << u"1"_s << u""_s;
        QTest::newRow("paths in words") << u"many"_s << u"1"_s << u""_s;
        QTest::newRow("seed") << u"10"_s << u"-1"_s << u""_s;
        QTest::newRow("sigma without asset") << u"10"_s << u"1"_s << u"80"_s;
        QTest::newRow("negative sigma") << u"10"_s << u"1"_s << u"ETH=-80"_s;
        QTest::newRow("sigma beyond all") << u"10"_s << u"1"_s << u"ETH=10001"_s;
    }

    void whatIsTypedIsChecked()
    {
        QFETCH(const QString, paths);
        QFETCH(const QString, seed);
        QFETCH(const QString, sigma);
        World world;
        world.addBoth();
        world.page.setPaths(paths);
        world.page.setSeed(seed);
        world.page.setSigma(sigma);
        world.page.run();
        QVERIFY(!world.page.running());
        QVERIFY(!world.page.problem().isEmpty());
        QVERIFY(!world.page.results()->there());
    }

    void noMethodAndNoAccount()
    {
        World world;
        world.addBoth();
        world.page.setRandomWalk(false);
        world.page.run();
        QVERIFY(!world.page.problem().isEmpty());
        world.page.setRandomWalk(true);
        world.monitor.stores.portfolio.accounts.clear();
        world.monitor.evaluate();
        world.page.run();
        QVERIFY(!world.page.running() && !world.page.problem().isEmpty());
    }

    void aFolderIsItsFiles()
    {
        World world;
        QVERIFY(!world.write(u"ETHUSDT-1h.csv"_s, candles(10, 1)).isEmpty());
        QVERIFY(!world.write(u"BCHUSDT-1h.csv"_s, candles(10, 2)).isEmpty());
        QVERIFY(!world.write(u"README.txt"_s, "no"_ba).isEmpty());
        world.page.files()->add(world.folder.path());
        QTRY_COMPARE(world.page.files()->rows()->count(), 2);
        world.page.files()->add(world.folder.path()); // no file twice
        world.page.files()->add(u"/no/such/file.csv"_s);
        QTRY_COMPARE(world.page.files()->rows()->count(), 3);
        world.run();
        QVERIFY2(world.page.problem().contains(u"cannot be opened"_s), qPrintable(world.page.problem()));
        world.page.files()->remove(2);
        QCOMPARE(world.page.files()->rows()->count(), 2);
    }

    void probabilitiesInWords_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("error");
        QTest::addColumn<QString>("text");
        QTest::newRow("exact nothing") << 0.0 << 0.0 << u"0 %"_s;
        QTest::newRow("exact all") << 1.0 << 0.0 << u"100 %"_s;
        QTest::newRow("none of 20,000") << 0.0 << 0.00005 << u"< 0.02 %"_s;
        QTest::newRow("some") << 0.031 << 0.0012 << u"3.10 ± 0.24 %"_s;
    }

    void probabilitiesInWords()
    {
        QFETCH(const double, p);
        QFETCH(const double, error);
        QTEST(viewmodels::probabilityText(DisplayFormat(QLocale::c()), {p, error}, 20'000), "text");
    }
};

PLIMSOLL_TEST(TestChancePage)
#include "tst_chance.moc"
