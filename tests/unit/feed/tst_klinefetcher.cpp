// SPDX-License-Identifier: GPL-3.0-or-later
// Against the fake exchange as a process of its own: a real network stack, real faults.
#include "feed/gapexplorer.h"
#include "feed/klinefetcher.h"
#include "margin/profiles.h"
#include "testlib/fakeclock.h"
#include "testlib/fakeexchangeprocess.h"
#include "testlib/testprogram.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtCore/QUrlQuery>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <ctime>
#include <utility>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using feed::KlineFetcher;
using feed::KlineResult;
using testlib::FakeClock;
using testlib::FakeExchangeProcess;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr WallTime kStart = 1'621'382'400'000; // 2021-05-19, a whole day
constexpr int kMinutes = 90;
const QString kKlines = u"/api/v3/klines"_s;
const std::vector<std::string> kBoth {"ETHUSDT", "BCHUSDT"};

// Candles of kMinutes minutes; the n-th opens at `first` + n.
QString candleFile(const QTemporaryDir &folder, const QString &symbol, int first)
{
    const QString path = folder.filePath(symbol + u"-1m-test.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("cannot write %s", qPrintable(path));
    }
    for (int i = 0; i < kMinutes; ++i) {
        file.write(QByteArray::number((kStart + i * kMinute).ms()));
        for (const char *cents : {".5", ".75", ".25", ".5", ".0"}) { // open, high, low, close, volume
            file.write("," + QByteArray::number(first + i) + cents);
        }
        file.write("\n");
    }
    return path;
}

std::int64_t threadTimeUs()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::int64_t {now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
}

} // namespace

class TestKlineFetcher : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FakeExchangeProcess m_exchange;
    FakeClock m_clock;
    int m_from = 0;

    // The one result, or a failure of the test.
    KlineResult fetched(const std::vector<std::string> &symbols, WallTime from = kStart, WallTime to = kStart + kHour,
                        const QUrl &url = {})
    {
        KlineFetcher fetcher(url.isEmpty() ? m_exchange.url() : url, m_clock);
        QSignalSpy spy(&fetcher, &KlineFetcher::finished);
        fetcher.fetch(symbols, from, to);
        if (!spy.isEmpty() || !fetcher.busy() || (!spy.wait(20'000) && spy.isEmpty()) || fetcher.busy()) {
            QTest::qFail("finished() did not come once, later", __FILE__, __LINE__);
            return {};
        }
        return qvariant_cast<KlineResult>(spy.front().front());
    }

    QString queryOf(int request) { return m_exchange.log(m_from).at(request)["query"_L1].toString(); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!FakeExchangeProcess::pythonExists()) {
            QSKIP("there is no python3 to play the exchange");
        }
        QVERIFY2(m_exchange.start({u"--candles"_s, candleFile(m_folder, u"ETHUSDT"_s, 1000),
                                   candleFile(m_folder, u"BCHUSDT"_s, 500), u"--advance"_s, u"manual"_s}),
                 qPrintable(m_exchange.errorText()));
        QVERIFY(m_exchange.step(4 * kMinutes)); // all of it is the past
    }

    void init()
    {
        QVERIFY(m_exchange.clearFaults());
        m_from = m_exchange.requests();
    }

    // The exchange gives at most 1000 rows. Calculated: 16 h are 960 minutes; 83 h are 996 x 5 min; 41 d are 984 h.
    void theFinestCandlesThatFitInOneAnswer_data()
    {
        QTest::addColumn<qint64>("span");
        QTest::addColumn<QString>("word");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("nothing") << qint64 {0} << u"1m"_s << qint64 {kMinute};
        QTest::newRow("16 h") << qint64 {16 * kHour} << u"1m"_s << qint64 {kMinute};
        QTest::newRow("17 h") << qint64 {17 * kHour} << u"5m"_s << qint64 {5 * kMinute};
        QTest::newRow("83 h") << qint64 {83 * kHour} << u"5m"_s << qint64 {5 * kMinute};
        QTest::newRow("4 d") << qint64 {4 * kDay} << u"15m"_s << qint64 {15 * kMinute};
        QTest::newRow("11 d") << qint64 {11 * kDay} << u"1h"_s << qint64 {kHour};
        QTest::newRow("41 d") << qint64 {41 * kDay} << u"1h"_s << qint64 {kHour};
        QTest::newRow("42 d") << qint64 {42 * kDay} << u"4h"_s << qint64 {4 * kHour};
        QTest::newRow("200 d") << qint64 {200 * kDay} << u"1d"_s << qint64 {kDay};
        QTest::newRow("10 a") << qint64 {3650 * kDay} << u"1d"_s << qint64 {kDay};
    }

    void theFinestCandlesThatFitInOneAnswer()
    {
        QFETCH(qint64, span);
        QFETCH(QString, word);
        QFETCH(qint64, ms);
        const auto interval = feed::klineIntervalFor(span);
        QCOMPARE(QString(interval.word), word);
        QCOMPARE(interval.ms, ms);
    }

    void candlesOfEverySymbolInTheOrderAskedFor()
    {
        const KlineResult result = fetched(kBoth, kStart + 10 * kMinute + 5000, kStart + 20 * kMinute);
        QVERIFY(result.failures.empty());
        QCOMPARE(result.from, kStart + 10 * kMinute + 5000);
        QCOMPARE(result.to, kStart + 20 * kMinute);
        QCOMPARE(result.series.size(), std::size_t {2});
        const wire::CandleSeries &eth = result.series.front();
        QCOMPARE(eth.symbol, std::string("ETHUSDT"));
        QCOMPARE(eth.interval, kMinute);
        QCOMPARE(eth.candles.size(), std::size_t {11}); // the one the span begins in, up to the one it ends in
        QCOMPARE(eth.candles.front().openTime, kStart + 10 * kMinute);
        QCOMPARE(eth.candles.front().low.toString(), std::string("1010.25"));
        QCOMPARE(eth.candles.back().high.toString(), std::string("1020.75"));
        QCOMPARE(result.series.back().symbol, std::string("BCHUSDT"));
        QCOMPARE(result.series.back().candles.front().open.toString(), std::string("510.5"));
    }

    void oneRequestPerSymbolThatTellsNothingMore()
    {
        QVERIFY(fetched(kBoth).failures.empty());
        QCOMPARE(m_exchange.requestsSince(m_from, kKlines), 2);
        QCOMPARE(queryOf(0), u"symbol=ETHUSDT&interval=1m&startTime=1621382400000&endTime=1621386000000&limit=1000"_s);
    }

    void aLongSpanIsCutAtItsBeginning()
    {
        QVERIFY(!fetched({"ETHUSDT"}, 0, kStart).failures.empty()); // the fake knows minutes only
        const QUrlQuery query(queryOf(0));
        QCOMPARE(query.queryItemValue(u"interval"_s), u"1d"_s);
        QCOMPARE(query.queryItemValue(u"startTime"_s).toLongLong(), qint64 {(kStart - 998 * kDay).ms()});
    }

    void oneBadSymbolDoesNotStopTheOthers()
    {
        const KlineResult result = fetched({"NOSUCHUSDT", "A&symbol=ETHUSDT", "BCHUSDT"});
        QCOMPARE(result.series.size(), std::size_t {1});
        QCOMPARE(result.failures.size(), std::size_t {2});
        QCOMPARE(result.failures.front().symbol, std::string("NOSUCHUSDT"));
        QCOMPARE(result.failures.front().why, u"HTTP 400: Invalid symbol. (-1121)"_s);
        QCOMPARE(result.pausedUntil, WallTime());
    }

    void noCandlesOfThatTimeIsAFailureOfThatSymbol()
    {
        const KlineResult result = fetched({"ETHUSDT"}, kStart - kDay, kStart - kDay + kHour);
        QVERIFY(result.series.empty());
        QCOMPARE(result.failures.front().why, u"the exchange has no candles of that time"_s);
    }

    void nothingToFetch()
    {
        const KlineResult result = fetched({});
        QVERIFY(result.series.empty() && result.failures.empty());
        QCOMPARE(m_exchange.requestsSince(m_from), 0);
    }

    // Floors as of feed::pauseUntil(): 60 s after 429, 120 s after 418, whatever the header says.
    void aRequestForAPauseEndsIt_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("args");
        QTest::addColumn<qint64>("pause");
        QTest::newRow("429") << u"status_429"_s << QJsonObject {{u"retry_after"_s, u"7"_s}} << qint64 {60'000};
        QTest::newRow("418") << u"status_418"_s << QJsonObject {{u"retry_after"_s, u"300"_s}} << qint64 {300'000};
        QTest::newRow("-1003") << u"error_code"_s << QJsonObject {{u"code"_s, -1003}} << qint64 {60'000};
    }

    void aRequestForAPauseEndsIt()
    {
        QFETCH(QString, fault);
        QFETCH(QJsonObject, args);
        QFETCH(qint64, pause);
        QVERIFY2(m_exchange.addFault(fault, args), qPrintable(m_exchange.errorText()));
        const KlineResult result = fetched(kBoth);
        QCOMPARE(m_exchange.requestsSince(m_from), 1);
        QVERIFY(result.series.empty());
        QCOMPARE(result.failures.size(), std::size_t {2});
        QVERIFY(result.failures.back().why.contains(u"pause"_s));
        QCOMPARE(result.pausedUntil, m_clock.wallTime() + pause);
    }

    void whatCameBeforeAPauseIsKept()
    {
        QVERIFY(m_exchange.addFault(u"status_429"_s, {{u"every"_s, 2}}));
        const KlineResult result = fetched({"ETHUSDT", "BCHUSDT", "ETHUSDT"});
        QCOMPARE(result.series.size() + result.failures.size(), std::size_t {3});
        QVERIFY(result.failures.size() >= 2);
        QVERIFY(m_exchange.requestsSince(m_from) <= 2);
    }

    void aRefusalOfThisPlaceEndsIt()
    {
        QVERIFY(m_exchange.addFault(u"status_451"_s));
        QCOMPARE(fetched(kBoth).failures.size(), std::size_t {2});
        QCOMPARE(m_exchange.requestsSince(m_from), 1);
    }

    void aFailureIsTriedOnceMore_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"status_500", "status_503", "html", "reset"}) {
            QTest::newRow(fault) << QString::fromLatin1(fault);
        }
    }

    void aFailureIsTriedOnceMore()
    {
        QFETCH(QString, fault);
        QVERIFY(
            m_exchange.addFault(fault, fault == "html"_L1 ? QJsonObject {{u"path"_s, kKlines}} : QJsonObject {}, 1));
        const KlineResult result = fetched({"ETHUSDT"});
        QVERIFY2(result.failures.empty(), result.failures.empty() ? "" : qPrintable(result.failures.front().why));
        QCOMPARE(m_exchange.requestsSince(m_from), 2);
    }

    void aHostThatAlwaysFailsIsAskedTwicePerSymbol()
    {
        QVERIFY(m_exchange.addFault(u"status_502"_s));
        const KlineResult result = fetched(kBoth);
        QCOMPARE(result.failures.size(), std::size_t {2});
        QVERIFY(result.failures.front().why.contains(u"502"_s));
        QCOMPARE(m_exchange.requestsSince(m_from), 4);
    }

    void nobodyListensThere()
    {
        const KlineResult result = fetched({"ETHUSDT", "BCHUSDT", "BTCUSDT"}, kStart, kStart + kHour,
                                           QUrl(u"http://127.0.0.1:9"_s));
        QCOMPARE(result.failures.size(), std::size_t {3}); // told for all after two attempts, not six
        QVERIFY(!result.failures.back().why.isEmpty());
    }

    void redirectsAreNotFollowed()
    {
        QVERIFY(m_exchange.addFault(u"redirect_302"_s, {{u"to"_s, u"127.0.0.1:9"_s}}));
        const KlineResult result = fetched({"ETHUSDT"});
        QVERIFY2(result.failures.front().why.contains(u"redirect"_s), qPrintable(result.failures.front().why));
    }

    void cancelledAndBegunAnew()
    {
        KlineFetcher fetcher(m_exchange.url(), m_clock);
        QSignalSpy spy(&fetcher, &KlineFetcher::finished);
        QVERIFY(m_exchange.addFault(u"silent"_s));
        fetcher.fetch({"ETHUSDT"}, kStart, kStart + kHour);
        QTRY_COMPARE(m_exchange.requestsSince(m_from), 1);
        fetcher.cancel();
        QVERIFY(!fetcher.busy());
        QVERIFY(m_exchange.clearFaults());
        fetcher.fetch({"BCHUSDT"}, kStart, kStart + kHour);
        fetcher.fetch({"ETHUSDT"}, kStart, kStart + kHour);
        QTRY_COMPARE(spy.size(), 1);
        QCOMPARE(qvariant_cast<KlineResult>(spy.front().front()).series.front().symbol, std::string("ETHUSDT"));
    }

    // Twenty accounts over a year: the work is done elsewhere. Measured in processor time of this thread, which is what
    // others would wait for.
    void aLongGapDoesNotHoldTheThreadThatAsks()
    {
        QFile file(m_folder.filePath(u"LTCUSDT-1d-year.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int day = 0; day < 365; ++day) {
            const QByteArray price = QByteArray::number(day % 7 == 6 ? 150 : 200); // low enough for alarms once a week
            file.write(QByteArray::number((kStart + day * kDay).ms()) + "," + price + "," + price + "," + price + ","
                       + price + ",0\n");
        }
        file.close();
        FakeExchangeProcess exchange;
        QVERIFY(exchange.start({u"--candles"_s, file.fileName(), u"--advance"_s, u"manual"_s})
                && exchange.step(4 * 365));
        monitor::GapQuestion question;
        question.symbols = {"LTCUSDT"};
        for (int i = 0; i < 20; ++i) {
            margin::Account account;
            account.id = "a" + std::to_string(i);
            account.quoteAsset = "USDT";
            account.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
            account.balances = {{"LTC", margin::Decimal::fromInteger(1), {}, {}, {}, {}},
                                {"USDT", {}, {}, margin::Decimal::fromInteger(100 + 2 * i), {}, {}}};
            question.accounts.push_back(account);
        }
        monitor::GapReport report;
        report.from = kStart;
        report.to = kStart + 364 * kDay;
        question.report = std::make_shared<const monitor::GapReport>(report);
        feed::GapExplorer explorer(exchange.url(), m_clock);
        QSignalSpy answered(&explorer, &feed::GapExplorer::answered);
        QTimer beat;
        std::int64_t longest = 0;
        std::int64_t last = threadTimeUs();
        connect(&beat, &QTimer::timeout, this,
                [&] { longest = std::max(longest, threadTimeUs() - std::exchange(last, threadTimeUs())); });
        beat.start(0);
        explorer.explore(question);
        QVERIFY(answered.wait(120'000));
        QVERIFY2(longest < 50'000, qPrintable(QString::number(longest) + u" us"_s));
        const auto answer = qvariant_cast<monitor::GapReport>(answered.front().front());
        QCOMPARE(answer.accounts.size(), std::size_t {20});
        QVERIFY(!answer.accounts.back().wouldHaveFired.empty());
        QVERIFY(!answer.accounts.back().wasBlind);
    }

    void anAccountWhoseCandlesDidNotComeIsBlind()
    {
        QVERIFY(m_exchange.step(0));
        monitor::GapQuestion question;
        question.symbols = {"ETHUSDT", "USDTBRL", "USDTTRY"};
        for (const char *coin : {"ETH", "BRL"}) {
            margin::Account account;
            account.id = coin;
            account.quoteAsset = "USDT";
            account.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
            account.balances = {{coin, margin::Decimal::fromInteger(1), {}, {}, {}, {}},
                                {"USDT", {}, {}, margin::Decimal::fromInteger(100), {}, {}}};
            question.accounts.push_back(account);
        }
        monitor::GapReport report;
        report.from = kStart;
        report.to = kStart + kHour;
        question.report = std::make_shared<const monitor::GapReport>(report);
        feed::GapExplorer explorer(m_exchange.url(), m_clock);
        QSignalSpy answered(&explorer, &feed::GapExplorer::answered);
        explorer.explore(question);
        QVERIFY(answered.wait(20'000));
        const auto answer = qvariant_cast<monitor::GapReport>(answered.front().front());
        QCOMPARE(answer.state, monitor::GapReport::State::Ready);
        QVERIFY(!answer.allClear());
        QVERIFY(!answer.accounts.front().wasBlind);
        QVERIFY(answer.accounts.back().wasBlind && !answer.accounts.back().lowestLevel);
        QVERIFY2(answer.detail.startsWith(u"USDTBRL, USDTTRY: "_s), qPrintable(answer.detail)); // one reason, once
    }
};

PLIMSOLL_TEST(TestKlineFetcher)
#include "tst_klinefetcher.moc"
