// SPDX-License-Identifier: GPL-3.0-or-later
// A rehearsal is as strict as life: the real engine, fed second by second with the samples of generated candles,
// decides the same statuses and raises the same alarms as replay() and replayAlarms() over those candles. The clock is
// the story's, so ages, delays and reminders are too.
#include "margin/profiles.h"
#include "scenario/alarmreplay.h"
#include "scenario/replay.h"
#include "testlib/enginebench.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <array>
#include <functional>
#include <map>
#include <random>
#include <set>

using namespace plimsoll;
using namespace std::chrono_literals;
using alarm::Condition;
using testlib::FakeClock;
using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kPeriod = kMinute / 4;
constexpr WallTime kStart = FakeClock::kStartWall + 10 * kMinute;
constexpr std::array kCoins {"ETH", "BCH", "LTC"};

enum class Holes { None, OfAll, OfOne };

struct Story {
    std::vector<scenario::BarSeries> series;
    std::vector<margin::Account> accounts;
};

margin::Decimal cents(std::int64_t amount)
{
    return margin::Decimal::fromMantissa(margin::Int128 {amount} * (margin::Decimal::kOne / 100));
}

margin::Account account(std::string id, std::vector<std::string> held, std::int64_t owedCents)
{
    margin::Account made;
    made.id = std::move(id);
    made.name = made.id;
    made.quoteAsset = "USDT";
    made.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    for (std::string &coin : held) {
        made.balances.push_back({std::move(coin), margin::Decimal::fromInteger(1), {}, {}, {}, {}});
    }
    made.balances.push_back({"USDT", {}, {}, cents(owedCents), {}, {}});
    return made;
}

// Walks that fall at one point, so that every bar is crossed by somebody and some recover.
Story story(unsigned seed, Holes holes)
{
    std::mt19937 random(seed);
    const auto below = [&random](std::int64_t end) {
        return static_cast<std::int64_t>(random() % static_cast<unsigned>(end));
    };
    Story made;
    std::vector<std::int64_t> price {20'000, 30'000, 6'000};
    const std::vector<std::int64_t> first = price;
    for (const char *coin : kCoins) {
        made.series.push_back({std::string(coin) + "USDT", kMinute, {}});
    }
    std::int64_t all = 0; // minutes missing from every series
    std::int64_t one = 0; // and from the first
    for (std::int64_t minute = 0; minute < 150; ++minute) {
        all = all > 0 ? all - 1 : holes == Holes::OfAll && below(25) == 0 && minute > 3 ? 1 + below(12) : 0;
        one = one > 0 ? one - 1 : holes == Holes::OfOne && below(20) == 0 && minute > 3 ? 1 + below(12) : 0;
        for (std::size_t i = 0; i < price.size(); ++i) {
            const std::int64_t open = price[i];
            const std::int64_t close = std::max<std::int64_t>(
                100, open + open * (below(21) - 10) / 1000 - (minute == 60 ? open / 7 : 0));
            const std::int64_t high = std::max(open, close) + below(open / 500 + 1);
            const std::int64_t low = std::min(open, close) - below(open / 500 + 1);
            price[i] = close;
            if (all == 0 && (one == 0 || i > 0)) {
                made.series[i].bars.push_back(
                    {kStart + minute * kMinute, cents(open), cents(high), cents(low), cents(close), 0});
            }
        }
    }
    for (std::size_t i = 0; i < price.size(); ++i) {
        for (const std::int64_t share : {90, 86, 80, 70, 30}) {
            made.accounts.push_back(
                account(std::string(kCoins[i]) + "-" + std::to_string(share), {kCoins[i]}, first[i] * share / 100));
        }
    }
    made.accounts.push_back(
        account("cross", {kCoins.begin(), kCoins.end()}, (first[0] + first[1] + first[2]) * 83 / 100));
    return made;
}

// One thing that happened to an account; times are compared with a tolerance.
struct Step {
    WallTime time;
    QString what;
};

using Steps = std::map<std::string, std::vector<Step>>;

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString levelText(const std::optional<margin::Decimal> &level)
{
    return level ? QString::fromStdString(level->toString()) : QStringLiteral("-");
}

bool isNews(alarm::Cause cause, alarm::State from)
{
    return cause != alarm::Cause::Judged && !(cause == alarm::Cause::Ended && !alarm::isActive(from));
}

class Alarm
{
public:
    explicit Alarm(const Story &story)
        : m_story(story)
    {
        m_stores.portfolio.accounts = story.accounts;
        auto owned = std::make_unique<testlib::ScriptedSource>();
        m_source = owned.get();
        monitor::Monitor::Options options;
        options.interval = std::chrono::milliseconds(kPeriod);
        options.tick = 24h; // this test ticks
        options.alarms.tellsGaps = false;
        m_engine = std::make_unique<monitor::Monitor>(m_stores, m_clock, std::move(owned), options);
        QObject::connect(m_engine.get(), &monitor::Monitor::statusChanged, m_engine.get(),
                         [this](const monitor::StatusEvent &event) {
                             statuses[event.account].push_back(
                                 {event.time, text(margin::statusWord(event.to)) + u' ' + levelText(event.level)});
                         });
        QObject::connect(&m_engine->alarms(), &monitor::AlarmService::alarmChanged, m_engine.get(),
                         [this](const monitor::AlarmEventRow &event) {
                             alarms[event.key.account].push_back(
                                 {event.time, alarmText(event.key, event.to, event.cause, event.level)});
                         });
        m_engine->start();
    }

    static QString alarmText(const alarm::Key &key, alarm::State to, alarm::Cause cause,
                             const std::optional<margin::Decimal> &level)
    {
        return QStringList {text(alarm::conditionWord(key.condition)), text(alarm::stateWord(to)),
                            text(alarm::causeWord(cause)), levelText(level)}
            .join(u' ');
    }

    // Polls come at the moments of the samples; in a hole of all the exchange does not answer, in one of a symbol it
    // says nothing of that.
    void run()
    {
        QVERIFY(QTest::qWaitFor([this] { return m_source->started; }));
        QTimer *tick = m_engine->findChild<QTimer *>({}, Qt::FindDirectChildrenOnly);
        QVERIFY(tick != nullptr);
        m_clock.advance(kStart - m_clock.wallTime());
        scenario::SampleWalk walk(m_story.series);
        for (auto moment = walk.next(); moment; m_clock.advance(kSecond)) {
            if (moment && moment->time == m_clock.wallTime()) {
                std::vector<monitor::PriceSample> samples;
                for (const scenario::PricePoint &point : moment->prices) {
                    samples.push_back({point.symbol, point.price, margin::PriceState::Known});
                }
                if (!samples.empty()) {
                    m_source->tell(std::move(samples), m_clock);
                }
                moment = walk.next();
            } else if ((m_clock.wallTime() - kStart) % kPeriod == 0) {
                Q_EMIT m_source->reported({monitor::SourceReport::Kind::Failed, {}, 0});
            }
            QMetaObject::invokeMethod(tick, "timeout");
            QCoreApplication::processEvents();
        }
    }

    Steps statuses;
    Steps alarms;

private:
    const Story &m_story;
    FakeClock m_clock;
    testlib::FakeStores m_stores {m_clock};
    testlib::ScriptedSource *m_source = nullptr;
    std::unique_ptr<monitor::Monitor> m_engine;
};

// Up to the liquidation: a replay closes the account there, a live account stays open.
std::vector<Step> untilLiquidation(const Steps &steps, const std::string &account, const QString &liquidation)
{
    std::vector<Step> kept;
    if (const auto found = steps.find(account); found != steps.end()) {
        for (const Step &step : found->second) {
            kept.push_back(step);
            if (step.what.startsWith(liquidation)) {
                break;
            }
        }
    }
    return kept;
}

QString dump(const std::vector<Step> &steps)
{
    QStringList lines;
    for (const Step &step : steps) {
        lines << QStringLiteral("%1 %2").arg((step.time - kStart) / kSecond).arg(step.what);
    }
    return lines.join(u'\n');
}

bool same(const std::vector<Step> &a, const std::vector<Step> &b, std::int64_t tolerance)
{
    return std::ranges::equal(a, b, [tolerance](const Step &x, const Step &y) {
        return x.what == y.what && std::abs(x.time - y.time) <= tolerance;
    });
}

} // namespace

class TestRehearsal : public QObject
{
    Q_OBJECT

private:
    // What a live account does before its first price is not in a replay.
    static std::vector<Step> fromTheFirstPriceOn(std::vector<Step> steps)
    {
        std::erase_if(steps, [](const Step &step) { return step.time < kStart; });
        return steps;
    }

private Q_SLOTS:
    void decidesAndRaisesWhatTheReplayDoes_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("holes");
        for (int seed = 1; seed <= 9; ++seed) {
            QTest::addRow("seed %d", seed) << seed << seed % 3;
        }
    }

    void decidesAndRaisesWhatTheReplayDoes()
    {
        QFETCH(int, seed);
        QFETCH(int, holes);
        const Story made = story(static_cast<unsigned>(seed), static_cast<Holes>(holes));
        Alarm alarm(made);
        alarm.run();
        compareStatuses(made, alarm);
        compareAlarms(made, alarm, static_cast<Holes>(holes));
    }

private:
    void compareStatuses(const Story &made, const Alarm &alarm)
    {
        Steps replayed;
        scenario::SampleWalk walk(made.series);
        scenario::replay(made.accounts, walk, [&](const scenario::StatusChange &change) {
            replayed[change.account].push_back(
                {change.time, text(margin::statusWord(change.to)) + u' ' + levelText(change.level)});
        });
        for (const margin::Account &account : made.accounts) {
            const auto expected = untilLiquidation(replayed, account.id, QStringLiteral("liquidation"));
            const auto got = fromTheFirstPriceOn(
                untilLiquidation(alarm.statuses, account.id, QStringLiteral("liquidation")));
            QVERIFY2(same(got, expected, kSecond),
                     qPrintable(QString::fromStdString(account.id) + u"\nlive:\n"_s + dump(got) + u"\nreplay:\n"_s
                                + dump(expected)));
        }
    }

    void compareAlarms(const Story &made, const Alarm &alarm, Holes holes)
    {
        Steps replayed;
        std::set<Condition> seen;
        scenario::SampleWalk walk(made.series);
        scenario::replayAlarms(
            made.accounts, walk, {},
            [&](const alarm::Change &change) {
                if (isNews(change.cause, change.from)) {
                    replayed[change.key.account].push_back(
                        {scenario::sampleTime(change.time),
                         Alarm::alarmText(change.key, change.to, change.cause, change.level)});
                    seen.insert(change.key.condition);
                }
            },
            [](const alarm::Notice &) {});
        // A symbol of which an answering exchange says nothing is told by another alarm than silence; that level alarms
        // are held is the same.
        const auto isOurs = [holes](const Step &step) {
            return holes != Holes::OfOne
                || (!step.what.startsWith(u"stale"_s) && !step.what.startsWith(u"frozen"_s)
                    && !step.what.startsWith(u"incomplete"_s));
        };
        for (const margin::Account &account : made.accounts) {
            auto expected = untilLiquidation(replayed, account.id, QStringLiteral("liquidation active"));
            auto got = untilLiquidation(alarm.alarms, account.id, QStringLiteral("liquidation active"));
            std::erase_if(expected, std::not_fn(isOurs));
            std::erase_if(got, std::not_fn(isOurs));
            QVERIFY2(same(got, expected, 10 * kSecond),
                     qPrintable(QString::fromStdString(account.id) + u"\nlive:\n"_s + dump(got) + u"\nreplay:\n"_s
                                + dump(expected)));
        }
        QVERIFY(seen.contains(Condition::Call)
                && seen.contains(Condition::Liquidation)); // the story must have had its drama
        QCOMPARE(seen.contains(Condition::Stale), holes != Holes::None);
    }
};

PLIMSOLL_TEST(TestRehearsal)
#include "tst_rehearsal.moc"
