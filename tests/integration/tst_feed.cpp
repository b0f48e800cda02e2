// SPDX-License-Identifier: GPL-3.0-or-later
// The exchange poller against the fake exchange as a process of its own: a real network stack, real faults, a turned
// clock.
#include "feed/exchangepoller.h"
#include "feed/klinefetcher.h"
#include "testlib/fakeclock.h"
#include "testlib/fakeexchangeprocess.h"
#include "testlib/testprogram.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrlQuery>
#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unistd.h>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using feed::ExchangePoller;
using feed::ExchangePollerOptions;
using margin::PriceState;
using monitor::PriceBatch;
using monitor::SourceReport;
using testlib::FakeClock;
using testlib::FakeExchangeProcess;
using Names = std::vector<std::string>;

namespace {

const QString kPricePath = u"/api/v3/ticker/price"_s;
const QString kProbePath = u"/api/v3/ticker/24hr"_s;
const QString kStatusPath = u"/api/v3/exchangeInfo"_s;
const Names kBoth {"ETHUSDT", "BCHUSDT"};

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    const QList<QByteArray> fields = opened ? file.readAll().split(' ') : QList<QByteArray> {};
    return fields.size() > 1 ? fields[1].toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

// A poller and what it has said so far.
struct Watch : QObject {
    ExchangePoller poller;
    std::vector<PriceBatch> batches;
    std::vector<SourceReport> reports;
    std::vector<std::int64_t> clocks; // what was said of this computer's clock
    std::map<std::string, monitor::PriceSample> latest;

    Watch(ExchangePollerOptions options, const monitor::Clock &clock)
        : poller(std::move(options), clock)
    {
        connect(&poller, &ExchangePoller::batchReady, this, [this](const PriceBatch &batch) {
            batches.push_back(batch);
            for (const monitor::PriceSample &sample : batch.samples) {
                latest[sample.symbol] = sample;
            }
        });
        connect(&poller, &ExchangePoller::reported, this,
                [this](const SourceReport &report) { reports.push_back(report); });
        connect(&poller, &ExchangePoller::clockCompared, this, [this](std::int64_t error) { clocks.push_back(error); });
    }

    [[nodiscard]] long count(SourceReport::Kind kind) const
    {
        return std::ranges::count_if(reports, [kind](const SourceReport &report) { return report.kind == kind; });
    }

    [[nodiscard]] QString lastFailure() const
    {
        for (auto report = reports.rbegin(); report != reports.rend(); ++report) {
            if (report->kind == SourceReport::Kind::Failed) {
                return report->detail;
            }
        }
        return {};
    }

    [[nodiscard]] std::string price(const std::string &symbol) const
    {
        const auto found = latest.find(symbol);
        return found == latest.end() || found->second.state != PriceState::Known ? "" : found->second.price.toString();
    }

    [[nodiscard]] std::optional<PriceState> state(const std::string &symbol) const
    {
        const auto found = latest.find(symbol);
        return found == latest.end() ? std::nullopt : std::optional(found->second.state);
    }
};

} // namespace

class TestFeed : public QObject
{
    Q_OBJECT

private:
    FakeExchangeProcess m_exchange;
    FakeExchangeProcess m_other; // another host
    std::unique_ptr<FakeClock> m_clock;
    int m_from = 0; // number of the test's first request

    [[nodiscard]] std::unique_ptr<Watch> watch(const Names &needed, ExchangePollerOptions options = {},
                                               const QUrl &url = {})
    {
        options.url = url.isEmpty() ? m_exchange.url() : url;
        options.interval = 100ms;
        options.firstRetry = 50ms;
        options.random = [] { return 0.5; };
        auto result = std::make_unique<Watch>(std::move(options), *m_clock);
        result->poller.setWanted(needed, needed);
        return result;
    }

    [[nodiscard]] int requests(const QString &path = {}) { return m_exchange.requestsSince(m_from, path); }

    // Turns the clock and lets everything happen that is due then. Somebody is impatient: that lifts no pause.
    void turn(Watch &w, std::int64_t ms)
    {
        m_clock->advance(ms);
        w.poller.pollNow();
        for (int i = 0; i < 20; ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        }
    }

private Q_SLOTS:
    void initTestCase();
    void init();

    void pricesAreExact();
    void requestsTellNothingAboutThePerson();
    void nobodyListensThere();
    void fullListOnceThenNeeded();
    void emptyWishesPing();
    void unusableBodies_data();
    void unusableBodies();
    void connectionFaults_data();
    void connectionFaults();
    void trickleEndsAtTheDeadline_data();
    void trickleEndsAtTheDeadline();
    void hugeBodiesDoNotFillTheMemory_data();
    void hugeBodiesDoNotFillTheMemory();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void rateLimits_data();
    void rateLimits();
    void aPauseThatFollowsThePricesCostsNone_data();
    void aPauseThatFollowsThePricesCostsNone();
    void banTextIsReadAndEndsByItself();
    void aPauseIsKeptByEverybodyWhoSharesItsFile();
    void theOtherHostIsAskedAtOnce_data();
    void theOtherHostIsAskedAtOnce();
    void blockedHostsRestTenMinutes_data();
    void blockedHostsRestTenMinutes();
    void oneBadSymbolDoesNotStopTheOthers();
    void missingSymbolIsToldAtOnce();
    void symbolThatNeverExistedIsMissing();
    void badPricesAreInvalid_data();
    void badPricesAreInvalid();
    void refusedFullListFallsBack();
    void frozenExchangeIsStale();
    void frozenPricesOnlyAreCaughtWithoutProbe();
    void haltedPairsAreUnusable_data();
    void haltedPairsAreUnusable();
    void sourcesWithoutWordsWorkAllTheSame_data();
    void sourcesWithoutWordsWorkAllTheSame();
    void aKnownSymbolThatIsRefusedComesBackWithTheNextPoll();
    void aWildPriceIsAskedForAgain_data();
    void aWildPriceIsAskedForAgain();
    void theClockIsComparedWithTheExchange();
    void slowAnswersDoNotPileUp();
    void weightSlowsDown();
    void wantingMoreAsksAgain();
    void stopsAndDiesCleanly();
};

void TestFeed::initTestCase()
{
    if (!FakeExchangeProcess::pythonExists()) {
        QSKIP("python3 is not installed");
    }
    QVERIFY2(m_exchange.start(), qPrintable(m_exchange.errorText()));
    QVERIFY2(m_other.start(), qPrintable(m_other.errorText()));
}

void TestFeed::init()
{
    m_clock = std::make_unique<FakeClock>(FakeClock::Mode::Running);
    QVERIFY2(m_exchange.clearFaults(), qPrintable(m_exchange.errorText()));
    QVERIFY(m_exchange.setStatus({{u"ETHUSDT"_s, u"TRADING"_s}}) && m_other.clearFaults());
    QVERIFY(m_exchange.setPrices(
        {{u"ETHUSDT"_s, u"230.12345678"_s}, {u"BCHUSDT"_s, u"170.00000000"_s}, {u"BTCUSDT"_s, u"60000"_s}}));
    m_from = m_exchange.requests();
    QVERIFY(m_from >= 0);
}

void TestFeed::pricesAreExact()
{
    const auto w = watch(kBoth);
    const BootTime before = m_clock->bootTime();
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 3);
    QCOMPARE(w->price("ETHUSDT"), "230.12345678");
    QCOMPARE(w->price("BCHUSDT"), "170");
    QVERIFY(!w->latest.contains("BTCUSDT")); // nobody asked for it
    QVERIFY(w->batches[0].asOf >= before && w->batches[2].asOf <= m_clock->bootTime());
    QVERIFY(w->batches[0].wallTime > 1'700'000'000'000);
    QCOMPARE(w->count(SourceReport::Kind::Answered), static_cast<long>(w->reports.size()));
    QVERIFY(m_exchange.setPrices({{u"ETHUSDT"_s, u"0.00000001"_s}}));
    QTRY_COMPARE(w->price("ETHUSDT"), "0.00000001");
}

void TestFeed::requestsTellNothingAboutThePerson()
{
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 2);
    const std::set<QString> known {u"Host"_s,       u"Accept"_s,     u"Accept-Encoding"_s, u"Accept-Language"_s,
                                   u"User-Agent"_s, u"Connection"_s, u"Cache-Control"_s,   u"Pragma"_s};
    for (const QJsonValue &entry : m_exchange.log(m_from)) {
        QCOMPARE(entry["method"_L1].toString(), u"GET"_s);
        for (const QJsonValue &header : entry["headers"_L1].toArray()) {
            QVERIFY2(known.contains(header.toString()), qPrintable(header.toString()));
        }
    }
}

void TestFeed::nobodyListensThere()
{
    const auto w = watch(kBoth, {}, QUrl(u"http://127.0.0.1:1"_s));
    w->poller.start();
    QTRY_VERIFY(w->count(SourceReport::Kind::Failed) >= 3);
    QVERIFY(w->batches.empty());
    QCOMPARE(w->count(SourceReport::Kind::Answered), 0);
}

void TestFeed::fullListOnceThenNeeded()
{
    const auto w = watch(kBoth);
    w->poller.setWanted(kBoth, {"ETHUSDT", "BCHUSDT", "BTCUSDT", "USDTETH"});
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 3);
    QCOMPARE(w->batches[0].samples.size(), std::size_t {3}); // candidates that exist, too
    QCOMPARE(w->batches[1].samples.size(), std::size_t {2});
    const QJsonArray log = m_exchange.log(m_from);
    QStringList queries;
    for (const QJsonValue &entry : log) {
        if (entry["path"_L1].toString() == kPricePath) {
            queries << entry["query"_L1].toString();
        }
    }
    QCOMPARE(queries[0], QString());
    QCOMPARE(queries[1], u"symbols=%5B%22ETHUSDT%22%2C%22BCHUSDT%22%5D"_s);
    QCOMPARE(queries.count(QString()), 1);
    const int before = m_exchange.requests();
    m_clock->advance(3'600'000);
    QTRY_VERIFY(m_exchange.requestsSince(before, kPricePath) >= 1);
    QCOMPARE(m_exchange.log(before)[0]["query"_L1].toString(), QString());
}

void TestFeed::emptyWishesPing()
{
    const auto w = watch({});
    w->poller.start();
    QTRY_VERIFY(w->count(SourceReport::Kind::Answered) >= 2);
    QVERIFY(w->batches.empty());
    QCOMPARE(requests(u"/api/v3/ticker/price"_s), 1); // the list that a first account is checked against
    QCOMPARE(requests(), 1 + requests(u"/api/v3/ping"_s));
}

void TestFeed::unusableBodies_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"html", "empty", "truncated", "garbage_after", "deep_json", "nan_bare", "invalid_utf8",
                              "status_500", "status_503"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestFeed::unusableBodies()
{
    QFETCH(const QString, fault);
    const auto w = watch(kBoth);
    QVERIFY(m_exchange.addFault(fault));
    w->poller.start();
    QTRY_VERIFY(w->count(SourceReport::Kind::Failed) >= 2);
    QVERIFY(w->batches.empty());
    QVERIFY(!w->lastFailure().isEmpty());
    QVERIFY(m_exchange.clearFaults());
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
}

void TestFeed::connectionFaults_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"reset", "close_early", "wrong_length", "garbage_http", "gzip_bomb"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestFeed::connectionFaults()
{
    QFETCH(const QString, fault);
    ExchangePollerOptions options;
    options.deadline = 1s;
    const auto w = watch(kBoth, options);
    QVERIFY(m_exchange.addFault(fault));
    w->poller.start();
    QTRY_VERIFY(w->count(SourceReport::Kind::Failed) >= 1);
    QVERIFY(w->batches.empty());
    QVERIFY(m_exchange.clearFaults());
    QTRY_COMPARE(w->price("BCHUSDT"), "170");
}

void TestFeed::trickleEndsAtTheDeadline_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"trickle", "trickle_head", "silent"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestFeed::trickleEndsAtTheDeadline()
{
    QFETCH(const QString, fault);
    ExchangePollerOptions options;
    options.deadline = 1s;
    const auto w = watch(kBoth, options);
    QVERIFY(m_exchange.addFault(fault));
    QElapsedTimer since;
    since.start();
    w->poller.start();
    QTRY_VERIFY(w->count(SourceReport::Kind::Failed) >= 1);
    QVERIFY2(since.elapsed() >= 950 && since.elapsed() <= 1500, qPrintable(QString::number(since.elapsed())));
    QVERIFY(w->lastFailure().contains(u"no complete answer within 1000 ms"_s));
    QVERIFY(w->batches.empty());
}

void TestFeed::hugeBodiesDoNotFillTheMemory_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"huge", "huge_chunked", "gzip_bomb"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestFeed::hugeBodiesDoNotFillTheMemory()
{
    QFETCH(const QString, fault);
    ExchangePollerOptions options;
    options.deadline = 1s;
    const auto w = watch(kBoth, options);
    w->poller.start();
    QTRY_VERIFY(!w->batches.empty()); // everything is loaded
    const qint64 before = residentBytes();
    QVERIFY(before > 0);
    QVERIFY(m_exchange.addFault(fault));
    qint64 peak = before;
    QTRY_VERIFY((peak = std::max(peak, residentBytes()), w->count(SourceReport::Kind::Failed) >= 2));
#ifndef __SANITIZE_ADDRESS__ // its quarantine keeps what was freed
    QVERIFY2(peak - before < 16 * 1024 * 1024, qPrintable(QString::number((peak - before) >> 20)));
#endif
    QVERIFY(m_exchange.clearFaults());
}

void TestFeed::redirectsAreNotFollowed_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"redirect_301", "redirect_302", "redirect_307", "redirect_308"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestFeed::redirectsAreNotFollowed()
{
    QFETCH(const QString, fault);
    const int connections = m_other.state()["connections"_L1].toInt(-1);
    const int before = m_other.requests();
    const auto w = watch(kBoth);
    QVERIFY(m_exchange.addFault(fault, {{u"to"_s, m_other.url().authority()}}));
    w->poller.start();
    QTRY_VERIFY(w->count(SourceReport::Kind::Failed) >= 2);
    QVERIFY2(w->lastFailure().contains(u"redirect (%1) to 127.0.0.1 was not followed"_s.arg(fault.right(3))),
             qPrintable(w->lastFailure()));
    const QJsonObject state = m_other.state();
    QCOMPARE(state["requests"_L1].toInt(-1), before);
    QCOMPARE(state["connections"_L1].toInt(-1), connections + 2); // both ours, to ask this
}

void TestFeed::rateLimits_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("retryAfter");
    QTest::addColumn<int>("seconds");
    QTest::newRow("429, 7") << u"status_429"_s << u"7"_s << 60;
    QTest::newRow("429, 90") << u"status_429"_s << u"90"_s << 90;
    QTest::newRow("429, 0") << u"status_429"_s << u"0"_s << 60;
    QTest::newRow("429, absent") << u"status_429"_s << u"absent"_s << 60;
    QTest::newRow("429, garbage") << u"status_429"_s << u"garbage"_s << 60;
    QTest::newRow("429, date") << u"status_429"_s << u"date"_s << 60;
    QTest::newRow("418, absent") << u"status_418"_s << u"absent"_s << 120;
    QTest::newRow("418, three days") << u"status_418"_s << u"259200"_s << 259'200;
}

void TestFeed::rateLimits()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, retryAfter);
    QFETCH(const int, seconds);
    const auto w = watch(kBoth);
    QVERIFY(m_exchange.addFault(fault, {{u"retry_after"_s, retryAfter}}, 1));
    w->poller.start();
    QTRY_COMPARE(w->count(SourceReport::Kind::RateLimited), 1);
    const qint64 wait = w->reports.back().retryAt - m_clock->wallTime();
    QVERIFY2(std::abs(wait - seconds * 1000) < 2000, qPrintable(QString::number(wait)));
    QVERIFY2(w->reports.back().detail.contains(u" UTC (HTTP "_s + fault.right(3)),
             qPrintable(w->reports.back().detail));
    turn(*w, seconds * 1000 - 10'000);
    QCOMPARE(requests(), 1);
    turn(*w, 10'000);
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
}

void TestFeed::aPauseThatFollowsThePricesCostsNone_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("times") << u"/api/v3/ticker/24hr"_s;
    QTest::newRow("statuses") << u"/api/v3/exchangeInfo"_s;
}

// The list of prices is here when an optional question is answered by 429: what it says is told at once, not after the
// pause.
void TestFeed::aPauseThatFollowsThePricesCostsNone()
{
    QFETCH(const QString, path);
    const auto w = watch(kBoth);
    QVERIFY(m_exchange.addFault(u"status_429"_s, {{u"retry_after"_s, u"90"_s}, {u"path"_s, path}}, 1));
    w->poller.start();
    QTRY_COMPARE(w->count(SourceReport::Kind::RateLimited), 1);
    QCOMPARE(w->price("ETHUSDT"), "230.12345678");
    QCOMPARE(w->price("BCHUSDT"), "170");
    QCOMPARE(w->count(SourceReport::Kind::Answered), 1);
    const int asked = requests();
    turn(*w, 80'000);
    QCOMPARE(requests(), asked);
    turn(*w, 10'000);
    QTRY_VERIFY(requests() > asked);
}

void TestFeed::banTextIsReadAndEndsByItself()
{
    const auto w = watch(kBoth);
    QVERIFY(m_exchange.addFault(u"banned_text"_s, {{u"seconds"_s, 500}}, 1));
    w->poller.start();
    QTRY_COMPARE(w->count(SourceReport::Kind::RateLimited), 1);
    QVERIFY(std::abs(w->reports.back().retryAt - m_clock->wallTime() - 500'000) < 2000);
}

void TestFeed::aPauseIsKeptByEverybodyWhoSharesItsFile()
{
    const QTemporaryDir folder;
    const QString path = feed::HostPauses::fileIn(folder.path());
    const auto pauses = [&] { return std::make_shared<feed::HostPauses>(*m_clock, path); };
    QVERIFY(m_exchange.addFault(u"status_429"_s, {{u"retry_after"_s, u"200"_s}}, 1));
    feed::KlineFetcher candles(m_exchange.url(), *m_clock, pauses()); // another endpoint, and as if in another process
    feed::KlineResult result;
    connect(&candles, &feed::KlineFetcher::finished, this, [&result](const feed::KlineResult &r) { result = r; });
    candles.fetch({"ETHUSDT"}, m_clock->wallTime() - 600'000, m_clock->wallTime());
    QTRY_COMPARE(result.failures.size(), std::size_t {1});
    QCOMPARE(
        QFile(path).permissions()
            & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther),
        QFileDevice::Permissions());

    ExchangePollerOptions options;
    options.pauses = pauses();
    const auto w = watch(kBoth, options);
    w->poller.start();
    QCOMPARE(w->count(SourceReport::Kind::RateLimited), 1); // at once, and without asking
    QVERIFY(std::abs(w->reports.back().retryAt - m_clock->wallTime() - 200'000) < 2000);
    QVERIFY(w->reports.back().detail.contains(u"asked for a pause until "_s));
    turn(*w, 190'000);
    QCOMPARE(requests(), 1);
    w->poller.networkReturned(); // it lifts no pause either
    m_clock->jumpWall(86'400'000); // nor does setting the clock
    turn(*w, 0);
    QCOMPARE(requests(), 1);
    turn(*w, 10'001);
    QTRY_COMPARE(w->price("BCHUSDT"), "170");
}

void TestFeed::theOtherHostIsAskedAtOnce_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"status_403", "status_451", "status_502", "status_429", "status_418", "html", "reset"}) {
        QTest::newRow(fault) << QString::fromLatin1(fault);
    }
}

void TestFeed::theOtherHostIsAskedAtOnce()
{
    QFETCH(const QString, fault);
    QVERIFY(m_other.setPrices({{u"ETHUSDT"_s, u"1"_s}, {u"BCHUSDT"_s, u"2"_s}}));
    QVERIFY(m_exchange.addFault(fault));
    ExchangePollerOptions options;
    options.fallback = m_other.url();
    const auto w = watch(kBoth, options);
    w->poller.start();
    QTRY_COMPARE(w->price("ETHUSDT"), "1"); // without a turn of the clock
    QTRY_VERIFY(w->count(SourceReport::Kind::Answered) >= 3);
    QVERIFY(requests() <= (fault == "reset"_L1 ? 2 : 1)); // Qt itself tries a reset connection once more
    QCOMPARE(w->count(SourceReport::Kind::Failed) + w->count(SourceReport::Kind::RateLimited), 0);
}

void TestFeed::blockedHostsRestTenMinutes_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("403") << u"status_403"_s;
    QTest::newRow("451") << u"status_451"_s;
}

void TestFeed::blockedHostsRestTenMinutes()
{
    QFETCH(const QString, fault);
    const auto w = watch(kBoth);
    QVERIFY(m_exchange.addFault(fault));
    w->poller.start();
    QTRY_COMPARE(w->count(SourceReport::Kind::Failed), 1);
    QVERIFY(w->lastFailure().contains(fault.right(3)));
    QVERIFY(std::abs(w->reports.back().retryAt - m_clock->wallTime() - 600'000) < 2000);
    turn(*w, 590'000);
    QCOMPARE(requests(), 1);
    w->poller.setUrgent(true); // somebody is close to a call
    turn(*w, 0);
    QTRY_COMPARE(requests(), 2);
    turn(*w, 10'000);
    QCOMPARE(requests(), 2);
    turn(*w, 5'001);
    QTRY_COMPARE(requests(), 3);
    w->poller.setUrgent(false);
    QVERIFY(m_exchange.clearFaults());
    turn(*w, 60'000);
    QCOMPARE(requests(), 3);
    w->poller.networkReturned(); // perhaps another place
    QTRY_COMPARE(w->price("BCHUSDT"), "170");
}

void TestFeed::oneBadSymbolDoesNotStopTheOthers()
{
    Names names;
    QJsonObject prices;
    for (int i = 0; i < 16; ++i) {
        names.push_back("COIN" + std::to_string(10 + i) + "USDT");
        prices.insert(QString::fromStdString(names.back()), QString::number(100 + i));
    }
    QVERIFY(m_exchange.setPrices(prices));
    const auto w = watch(names);
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 2);
    w->poller.setInterval(2s); // so that one poll can be told from the next
    QTRY_VERIFY(w->batches.size() >= 3);

    QVERIFY(m_exchange.setPrices(
        {{u"COIN21USDT"_s, QJsonValue()}, {u"COIN10USDT"_s, u"105"_s}, {u"COIN25USDT"_s, u"120"_s}}));
    const int before = m_exchange.requests();
    const long answered = w->count(SourceReport::Kind::Answered);
    QTRY_VERIFY(w->count(SourceReport::Kind::Answered) > answered);
    const int calls = m_exchange.requestsSince(before, kPricePath);
    QVERIFY2(calls >= 2 && calls <= 4 + 2, qPrintable(QString::number(calls)));
    QCOMPARE(w->state("COIN21USDT"), PriceState::Unlisted);
    QCOMPARE(w->price("COIN10USDT"), "105");
    QCOMPARE(w->price("COIN25USDT"), "120");
    QCOMPARE(w->count(SourceReport::Kind::Failed), 0);

    w->poller.setInterval(100ms);
    const std::size_t batches = w->batches.size();
    QTRY_VERIFY(w->batches.size() >= batches + 2);
    QCOMPARE(w->batches.back().samples.size(),
             std::size_t {16}); // one request, and the bad one is told as missing every time
    QVERIFY(m_exchange.setPrices({{u"COIN21USDT"_s, u"9"_s}}));
    m_clock->advance(600'000);
    QTRY_COMPARE(w->price("COIN21USDT"), "9");
    for (auto it = prices.begin(); it != prices.end(); ++it) {
        it.value() = QJsonValue();
    }
    w->poller.stop();
    QVERIFY(m_exchange.setPrices(prices));
}

void TestFeed::missingSymbolIsToldAtOnce()
{
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 2);
    QVERIFY(m_exchange.addFault(u"missing_symbol"_s, {{u"symbol"_s, u"ETHUSDT"_s}}));
    QTRY_COMPARE(w->state("ETHUSDT"), PriceState::Missing);
    QCOMPARE(w->price("BCHUSDT"), "170");
    QVERIFY(m_exchange.clearFaults());
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
}

void TestFeed::symbolThatNeverExistedIsMissing()
{
    const auto w = watch({"ETHUSDT", "NOSUCHCOIN", "币安\"],&#USDT"});
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 3);
    for (const PriceBatch &batch : w->batches) {
        QCOMPARE(batch.samples.size(), std::size_t {3});
    }
    QCOMPARE(w->price("ETHUSDT"), "230.12345678");
    QCOMPARE(w->state("NOSUCHCOIN"), PriceState::Unlisted);
    QCOMPARE(w->state("币安\"],&#USDT"), PriceState::Unlisted);
    QCOMPARE(w->count(SourceReport::Kind::Failed), 0);
}

void TestFeed::badPricesAreInvalid_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << u"zero_price"_s << QString();
    QTest::newRow("negative") << u"negative"_s << QString();
    QTest::newRow("number") << u"price_number"_s << QString();
    QTest::newRow("null") << u"price_null"_s << QString();
    QTest::newRow("bool") << u"price_bool"_s << QString();
    QTest::newRow("object") << u"price_object"_s << QString();
    QTest::newRow("twice") << u"duplicate_symbol"_s << QString();
    QTest::newRow("key twice") << u"duplicate_key"_s << QString();
    for (const char *text : {"NaN", "nan", "inf", "Infinity", "-0", "+5", " 5 ", "1e5", "0x10", "1,5", ""}) {
        QTest::newRow(qPrintable(u"text '%1'"_s.arg(QLatin1String(text))))
            << u"price_text"_s << QString::fromLatin1(text);
    }
}

void TestFeed::badPricesAreInvalid()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, text);
    const auto w = watch(kBoth);
    QJsonObject args {{u"symbol"_s, u"ETHUSDT"_s}};
    if (fault == "price_text"_L1) {
        args.insert(u"text"_s, text);
    }
    QVERIFY2(m_exchange.addFault(fault, args), qPrintable(m_exchange.errorText()));
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 2);
    QCOMPARE(w->state("ETHUSDT"), PriceState::Invalid);
    QCOMPARE(w->price("BCHUSDT"), "170");
    for (const PriceBatch &batch : w->batches) {
        for (const monitor::PriceSample &sample : batch.samples) {
            QVERIFY(sample.symbol != "ETHUSDT" || sample.state == PriceState::Invalid);
        }
    }
}

void TestFeed::refusedFullListFallsBack()
{
    QVERIFY(m_exchange.addFault(u"error_code"_s, {{u"code"_s, -1102}, {u"path"_s, kPricePath}}, 1));
    const auto w = watch({"ETHUSDT", "NOSUCHCOIN"});
    w->poller.start();
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
    QTRY_COMPARE(w->state("NOSUCHCOIN"), PriceState::Unlisted);
    QCOMPARE(w->count(SourceReport::Kind::Failed), 0);
}

void TestFeed::frozenExchangeIsStale()
{
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_VERIFY(requests(kProbePath) >= 1);
    QVERIFY(m_exchange.addFault(u"frozen"_s));
    const BootTime since = m_clock->bootTime();
    QTRY_VERIFY((m_clock->advance(5000), w->state("ETHUSDT") == PriceState::Stale));
    QVERIFY(m_clock->bootTime() - since > 90'000); // the last sign may be a probe ago
    QCOMPARE(w->state("BCHUSDT"), PriceState::Stale);
    QTRY_VERIFY(w->lastFailure().startsWith(u"frozen: "_s));
    QVERIFY(m_exchange.clearFaults());
    QTRY_COMPARE((m_clock->advance(5000), w->price("ETHUSDT")), "230.12345678");
    QTRY_COMPARE(w->reports.back().kind, SourceReport::Kind::Answered);
}

void TestFeed::frozenPricesOnlyAreCaughtWithoutProbe()
{
    QVERIFY(m_exchange.addFault(u"error_code"_s, {{u"code"_s, -1102}, {u"path"_s, kProbePath}}));
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_COMPARE(requests(kProbePath), 3); // in three forms
    for (int i = 0; i < 8; ++i) {
        const std::size_t batches = w->batches.size();
        QTRY_VERIFY(w->batches.size() > batches);
        QCOMPARE(w->state("ETHUSDT"), PriceState::Known);
        m_clock->advance(230'000);
    }
    QVERIFY(m_exchange.setPrices({{u"BCHUSDT"_s, u"171"_s}}));
    QTRY_COMPARE(w->state("ETHUSDT"), PriceState::Stale);
    QTRY_COMPARE(w->price("BCHUSDT"), "171");
    QCOMPARE(requests(kProbePath), 3); // not again for an hour
}

void TestFeed::haltedPairsAreUnusable_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("by their own time") << u"time"_s;
    QTest::newRow("by their status") << u"HALT"_s;
    QTest::newRow("by their status, delisted") << u"BREAK"_s;
}

void TestFeed::haltedPairsAreUnusable()
{
    QFETCH(const QString, how);
    const auto halt = [&] {
        return how == "time"_L1 ? m_exchange.addFault(u"old_close"_s, {{u"symbol"_s, u"ETHUSDT"_s}, {u"ms"_s, 400'000}})
                                : m_exchange.setStatus({{u"ETHUSDT"_s, how}});
    };
    {
        QVERIFY(halt());
        const auto w = watch(kBoth);
        w->poller.start();
        QTRY_VERIFY(!w->batches.empty());
        QCOMPARE(w->state("ETHUSDT"), PriceState::Halted); // never used, not even for a moment
        QCOMPARE(w->price("BCHUSDT"), "170");
        QTRY_VERIFY(w->batches.size() >= 3);
        QCOMPARE(w->state("ETHUSDT"), PriceState::Halted);
    }
    QVERIFY(m_exchange.clearFaults() && m_exchange.setStatus({{u"ETHUSDT"_s, u"TRADING"_s}}));
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
    QVERIFY(halt());
    const BootTime since = m_clock->bootTime();
    QTRY_COMPARE((m_clock->advance(500), w->state("ETHUSDT")), PriceState::Halted);
    QVERIFY(m_clock->bootTime() - since < 120'000);
    QVERIFY(m_exchange.clearFaults() && m_exchange.setStatus({{u"ETHUSDT"_s, u"TRADING"_s}}));
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678"); // with the next poll
}

void TestFeed::sourcesWithoutWordsWorkAllTheSame_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("path");
    QTest::newRow("no times") << u"status_404"_s << kProbePath;
    QTest::newRow("no statuses") << u"status_404"_s << kStatusPath;
    QTest::newRow("times refused") << u"error_code"_s << kProbePath;
    QTest::newRow("statuses broken") << u"status_500"_s << kStatusPath;
    QTest::newRow("times as HTML") << u"html"_s << kProbePath;
    QTest::newRow("no closeTime") << u"no_times"_s << kProbePath;
    QTest::newRow("no count") << u"no_count"_s << kProbePath;
}

void TestFeed::sourcesWithoutWordsWorkAllTheSame()
{
    QFETCH(const QString, fault);
    QFETCH(const QString, path);
    QJsonObject args {{u"path"_s, path}};
    if (fault == "error_code"_L1) {
        args.insert(u"code"_s, -1104);
    }
    QVERIFY2(m_exchange.addFault(fault, args), qPrintable(m_exchange.errorText()));
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 8);
    QCOMPARE(w->price("ETHUSDT"), "230.12345678");
    QCOMPARE(w->count(SourceReport::Kind::Failed), 0);
    QVERIFY(requests(path) <= 6); // it is not asked for ever
}

void TestFeed::aKnownSymbolThatIsRefusedComesBackWithTheNextPoll()
{
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
    QVERIFY(m_exchange.setPrices({{u"ETHUSDT"_s, QJsonValue()}}));
    QTRY_COMPARE(w->state("ETHUSDT"), PriceState::Unlisted);
    QCOMPARE(w->price("BCHUSDT"), "170");
    QVERIFY(m_exchange.setPrices({{u"ETHUSDT"_s, u"231"_s}}));
    const BootTime since = m_clock->bootTime();
    QTRY_COMPARE((m_clock->advance(1000), w->price("ETHUSDT")), "231");
    QVERIFY(m_clock->bootTime() - since < 61'000);
}

void TestFeed::aWildPriceIsAskedForAgain_data()
{
    QTest::addColumn<bool>("spike"); // else it stays
    QTest::addColumn<QString>("other"); // price of the other host; empty = there is none
    QTest::addColumn<QString>("last");
    QTest::addColumn<bool>("confirmed");
    QTest::newRow("one wild answer") << true << QString() << u"230.12345678"_s << true;
    QTest::newRow("said twice") << false << QString() << u"180"_s << true;
    QTest::newRow("said by the other host as well") << false << u"181"_s << u"180"_s << true;
    QTest::newRow("contradicted by the other host") << false << u"229"_s << u"180"_s << false;
}

void TestFeed::aWildPriceIsAskedForAgain()
{
    QFETCH(const bool, spike);
    QFETCH(const QString, other);
    ExchangePollerOptions options;
    if (!other.isEmpty()) {
        QVERIFY(m_other.setPrices({{u"ETHUSDT"_s, other}}));
        options.fallback = m_other.url();
    }
    const auto w = watch(kBoth, options);
    w->poller.start();
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
    bool wasUnconfirmed = false;
    connect(&w->poller, &ExchangePoller::batchReady, w.get(), [&](const PriceBatch &batch) {
        wasUnconfirmed = wasUnconfirmed || std::ranges::any_of(batch.samples, &monitor::PriceSample::unconfirmed);
    });
    QVERIFY(spike ? m_exchange.addFault(
                u"spike"_s, {{u"symbol"_s, u"ETHUSDT"_s}, {u"factor"_s, u"0.5"_s}, {u"path"_s, kPricePath}}, 1)
                  : m_exchange.setPrices({{u"ETHUSDT"_s, u"180"_s}}));
    QTRY_VERIFY(wasUnconfirmed); // told all the same
    const long answered = w->count(SourceReport::Kind::Answered);
    QTRY_VERIFY(w->count(SourceReport::Kind::Answered) >= answered + 2);
    QTEST(QString::fromStdString(w->price("ETHUSDT")), "last");
    QTEST(!w->latest["ETHUSDT"].unconfirmed, "confirmed");
}

void TestFeed::theClockIsComparedWithTheExchange()
{
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_VERIFY(w->clocks.size() >= 3);
    QCOMPARE(w->clocks.back(), 0);
    QVERIFY(m_exchange.addFault(u"date_shift"_s, {{u"ms"_s, -60'000}}));
    QTRY_VERIFY(w->clocks.back() > 57'000 && w->clocks.back() <= 60'000);
    QVERIFY(m_exchange.clearFaults());
    m_clock->jumpWall(-30'000);
    QTRY_VERIFY(w->clocks.back() < -27'000 && w->clocks.back() >= -30'000);
    m_clock->jumpWall(30'000);
    QTRY_COMPARE(w->clocks.back(), 0);
}

void TestFeed::slowAnswersDoNotPileUp()
{
    QVERIFY(m_exchange.addFault(u"delay"_s, {{u"seconds"_s, 0.25}}));
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 3);
    const QJsonArray log = m_exchange.log(m_from);
    for (qsizetype i = 1; i < log.size(); ++i) {
        QVERIFY(log[i]["time"_L1].toInteger() >= log[i - 1]["answered"_L1].toInteger());
    }
}

void TestFeed::weightSlowsDown()
{
    QVERIFY(m_exchange.addFault(u"weight_95"_s));
    const auto w = watch(kBoth);
    w->poller.start();
    QTRY_VERIFY(w->batches.size() >= 9);
    std::vector<std::int64_t> gaps;
    for (std::size_t i = 2; i < 9; ++i) {
        gaps.push_back(w->batches[i].asOf - w->batches[i - 1].asOf);
    }
    // A busy machine holds up one answer and not the next: of all together, and of most by themselves.
    QVERIFY(std::accumulate(gaps.begin(), gaps.end(), std::int64_t {0}) >= 7 * 150);
    QVERIFY(std::ranges::count_if(gaps, [](std::int64_t gap) { return gap >= 150; }) >= 5);
}

void TestFeed::wantingMoreAsksAgain()
{
    ExchangePollerOptions options;
    const auto w = watch({"ETHUSDT"}, options);
    w->poller.setInterval(60s);
    w->poller.start();
    QTRY_COMPARE(w->price("ETHUSDT"), "230.12345678");
    w->poller.setWanted({"ETHUSDT", "BTCUSDT"}, {"ETHUSDT", "BTCUSDT"});
    QTRY_COMPARE(w->price("BTCUSDT"), "60000");
    const std::size_t batches = w->batches.size();
    w->poller.pollNow();
    QTRY_VERIFY(w->batches.size() > batches);
}

void TestFeed::stopsAndDiesCleanly()
{
    QVERIFY(m_exchange.addFault(u"silent"_s));
    {
        const auto w = watch(kBoth);
        w->poller.start();
        QTRY_COMPARE(requests(), 1);
    } // destroyed with a request in flight
    QVERIFY(m_exchange.clearFaults());
    const auto w = watch(kBoth);
    connect(&w->poller, &ExchangePoller::batchReady, &w->poller, &ExchangePoller::stop); // from inside its own signal
    w->poller.start();
    QTRY_COMPARE(w->batches.size(), std::size_t {1});
    const int before = m_exchange.requests();
    QTRY_COMPARE_WITH_TIMEOUT(m_exchange.requests(), before, 10);
    w->poller.start(); // and again
    QTRY_COMPARE(w->batches.size(), std::size_t {2});
}

PLIMSOLL_TEST(TestFeed)
#include "tst_feed.moc"
