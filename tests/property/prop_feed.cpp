// SPDX-License-Identifier: GPL-3.0-or-later
// Two promises over a random exchange with two hosts, halts, renames, refusals, wrong clocks and bans: no price older
// than what the exchange says of its own pair allows is ever usable, and a usable price is used by the next poll.
#include "randomexchange.h"

#include "feed/exchangepoller.h"
#include "testlib/fakeclock.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <random>

using namespace plimsoll;
using namespace std::chrono_literals;
using margin::PriceState;
using monitor::SourceReport;
using property::Market;
using property::Pair;
using property::RandomExchange;
using Fault = RandomExchange::Fault;

namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kHour = 3'600 * kSecond;
const std::vector<std::string> kBusy {"BTCUSDT", "LUNAUSDT", "MATICUSDT", "POLUSDT"};
const std::string kThin = "THINUSDT"; // trades once an hour

bool isUsable(const Pair &pair, WallTime exchangeNow)
{
    return pair.listed && pair.status == "TRADING"
        && exchangeNow - pair.closeTime <= feed::FreshnessGuard::silenceLimit(pair.count);
}

// One run: the market moves, the hosts fail, the poller polls; what it said is compared with what was so.
class Walk : public QObject
{
public:
    explicit Walk(unsigned seed)
        : m_random(seed)
    {
        m_market.offset = pick(-20, 20) * kSecond;
        for (const std::string &symbol : kBusy) {
            m_market.pairs[symbol] = {pick(50, 500), exchangeNow()};
        }
        m_market.pairs[kThin] = {7, exchangeNow() - kHour, 24};
        std::vector<std::string> symbols = kBusy;
        symbols.push_back(kThin);
        feed::ExchangePollerOptions options;
        options.url = m_first.url();
        options.fallback = m_second.url();
        options.interval = 1000ms;
        options.random = [] { return 0.5; };
        m_poller = std::make_unique<feed::ExchangePoller>(options, m_clock);
        connect(m_poller.get(), &feed::ExchangePoller::batchReady, this, [this](const monitor::PriceBatch &batch) {
            for (const monitor::PriceSample &sample : batch.samples) {
                m_latest[sample.symbol] = sample;
            }
        });
        connect(m_poller.get(), &feed::ExchangePoller::reported, this,
                [this](const SourceReport &report) { m_reports.push_back(report); });
        m_poller->setWanted(symbols, symbols);
        m_poller->start();
        waitForReport(0);
        check();
    }

    void step()
    {
        const std::int64_t pause = chance(50) ? 15 * 60 * kSecond : pick(1, 40) * kSecond;
        m_clock.advance(pause);
        moveMarket();
        const bool storm = m_steps++ % 120 < 40;
        for (RandomExchange *host : {&m_first, &m_second}) {
            host->fault = !storm ? Fault::None
                : chance(6)      ? static_cast<Fault>(pick(0, static_cast<int>(Fault::Last)))
                : chance(3)      ? Fault::None
                                 : host->fault;
        }
        const bool wordsWork = m_first.fault == Fault::None && m_second.fault == Fault::None;
        m_wordsSince = wordsWork ? (m_wordsSince == 0 ? m_clock.bootTime() : m_wordsSince) : BootTime();
        const std::size_t before = m_reports.size();
        const int asked = m_first.requests() + m_second.requests();
        const bool mayAsk = std::ranges::any_of(m_restsUntil,
                                                [this](BootTime until) { return until <= m_clock.bootTime(); });
        m_poller->pollNow();
        if (!mayAsk) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            QCOMPARE(m_first.requests() + m_second.requests(), asked); // a ban is kept
            return;
        }
        waitForReport(before);
        noteRests();
        check();
    }

private:
    [[nodiscard]] std::int64_t pick(std::int64_t from, std::int64_t to)
    {
        return std::uniform_int_distribution<std::int64_t>(from, to)(m_random);
    }
    [[nodiscard]] bool chance(int oneIn) { return pick(1, oneIn) == 1; }
    [[nodiscard]] WallTime exchangeNow() const { return m_clock.wallTime() + m_market.offset; }

    void waitForReport(std::size_t before)
    {
        QEventLoop loop;
        connect(m_poller.get(), &feed::ExchangePoller::reported, &loop, &QEventLoop::quit);
        QTimer::singleShot(20s, &loop, &QEventLoop::quit);
        if (m_reports.size() == before) {
            loop.exec();
        }
        QVERIFY2(m_reports.size() > before, "no report came");
    }

    void moveMarket()
    {
        for (const std::string &symbol : kBusy) {
            Pair &pair = m_market.pairs[symbol];
            const bool halts = symbol != "BTCUSDT" && chance(15);
            if (halts) {
                switch (pick(0, 3)) {
                case 0: pair.status = chance(2) ? "HALT" : "BREAK"; break;
                case 1:
                    m_silent[symbol] = true; // nobody says so
                    break;
                case 2: pair.listed = false; break;
                default:
                    pair.status = "TRADING";
                    pair.listed = true;
                    m_silent[symbol] = false;
                    break;
                }
            }
            if (pair.listed && pair.status == "TRADING" && !m_silent[symbol]) {
                pair.closeTime = exchangeNow() - pick(0, 2) * kSecond;
                pair.price = std::max<std::int64_t>(pair.price + pick(-3, 3), 20);
                ++pair.moves;
                pair.price = chance(40) ? pair.price * 2 : pair.price;
            }
        }
        if (exchangeNow() - m_market.pairs[kThin].closeTime > kHour) {
            m_market.pairs[kThin].closeTime = exchangeNow();
        }
    }

    // As the exchange's rules say, not as the poller keeps them.
    void noteRests()
    {
        const std::array<RandomExchange *, 2> hosts {&m_first, &m_second};
        for (std::size_t i = 0; i < hosts.size(); ++i) {
            const bool asked = hosts[i]->requests() != m_askedBefore[i];
            m_askedBefore[i] = hosts[i]->requests();
            if (asked && hosts[i]->fault == Fault::TooMany) {
                m_restsUntil[i] = m_clock.bootTime() + 90 * kSecond;
            } else if (asked && hosts[i]->fault == Fault::Forbidden) {
                m_restsUntil[i] = m_clock.bootTime() + 600 * kSecond;
            }
        }
    }

    void check()
    {
        const bool wordsHeard = m_wordsSince != 0 && m_clock.bootTime() - m_wordsSince > kLongestRest;
        const bool answered = m_reports.back().kind == SourceReport::Kind::Answered;
        for (const auto &[symbol, pair] : m_market.pairs) {
            const bool known = m_latest[symbol].state == PriceState::Known;
            const property::Told &told = m_market.told[symbol];
            const QByteArray where = QByteArray::fromStdString(symbol) + " at "
                + QByteArray::number(static_cast<qlonglong>(m_clock.bootTime().ms()));
            // Where nothing is said any more, a price that moves is alive.
            const bool trades = told.status.empty() || told.status == "TRADING"
                || (!wordsHeard && pair.moves > told.statusMoves);
            const bool isYoung = told.lag <= feed::FreshnessGuard::silenceLimit(told.count) + 2 * kSecond
                || (!wordsHeard && pair.moves > told.lagMoves);
            const bool allowed = trades && isYoung;
            QVERIFY2(!known || allowed || !answered, where + ": used against its own words");
            const bool usable = isUsable(pair, exchangeNow());
            BootTime &unusableSince = m_unusableSince[symbol];
            unusableSince = usable ? BootTime() : (unusableSince == 0 ? m_clock.bootTime() : unusableSince);
            if (!answered || !wordsHeard) {
                continue;
            }
            if (!usable && m_clock.bootTime() - unusableSince > kWordsEvery) {
                QVERIFY2(!known, where + ": unusable for long, and still used");
            }
            if (usable && !wasRefused(symbol)) {
                QVERIFY2(known, where + ": usable and not used");
                QCOMPARE(m_latest[symbol].price.toString(), std::to_string(pair.price));
            }
        }
        noteAbsences(answered);
    }

    void noteAbsences(bool answered)
    {
        for (const auto &[symbol, pair] : m_market.pairs) {
            const bool known = answered && m_latest[symbol].state == PriceState::Known;
            if (!pair.listed) {
                m_absentAt[symbol] = m_clock.bootTime();
                m_priced[symbol] = m_pricedAt[symbol];
            } else if (known) {
                m_pricedAt[symbol] = m_clock.bootTime();
            }
        }
    }

    // How soon a symbol that was gone is tried again depends on how long it was gone.
    [[nodiscard]] bool wasRefused(const std::string &symbol)
    {
        const BootTime absentAt = m_absentAt[symbol];
        const std::int64_t gone = absentAt - m_priced[symbol];
        const std::int64_t rest = gone > kHour - kLongestRest ? kLongestRest : 61 * kSecond;
        return absentAt != 0 && m_clock.bootTime() - absentAt <= rest + 40 * kSecond;
    }

    static constexpr std::int64_t kWordsEvery = 31 * kSecond;
    static constexpr std::int64_t kLongestRest = 700 * kSecond; // of a symbol or an endpoint that was gone, and a step

    std::mt19937 m_random;
    testlib::FakeClock m_clock;
    Market m_market;
    RandomExchange m_first {m_market, m_clock};
    RandomExchange m_second {m_market, m_clock};
    std::unique_ptr<feed::ExchangePoller> m_poller;
    std::vector<SourceReport> m_reports;
    std::map<std::string, monitor::PriceSample> m_latest;
    std::map<std::string, bool> m_silent;
    std::map<std::string, BootTime> m_unusableSince;
    std::map<std::string, BootTime> m_absentAt; // the last time it was not listed
    std::map<std::string, BootTime> m_pricedAt; // of the last answer that had a price of it
    std::map<std::string, BootTime> m_priced; // the same, before it was absent
    std::array<BootTime, 2> m_restsUntil {};
    std::array<int, 2> m_askedBefore {};
    BootTime m_wordsSince;
    int m_steps = 0;
};

} // namespace

class PropFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void no_old_price_is_used_and_no_usable_one_is_left_data()
    {
        QTest::addColumn<unsigned>("seed");
        const unsigned first = qEnvironmentVariableIntValue("PLIMSOLL_SEED") > 0
            ? static_cast<unsigned>(qEnvironmentVariableIntValue("PLIMSOLL_SEED"))
            : 1;
        for (unsigned seed = first; seed < first + 6; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void no_old_price_is_used_and_no_usable_one_is_left()
    {
        QFETCH(const unsigned, seed);
        Walk walk(seed);
        for (int i = 0; i < 240 && !QTest::currentTestFailed(); ++i) {
            walk.step();
        }
    }
};

QTEST_GUILESS_MAIN(PropFeed)
#include "prop_feed.moc"
