// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/exact.h"
#include "margin/riskbook.h"
#include "marginkit.h"
#include "prop_alarmwitness.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cstdio>
#include <memory>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;
using Kind = WalkEvent::Kind;

namespace {

constexpr std::int64_t kChapter = 100'000; // samples

#if defined(__SANITIZE_ADDRESS__)
constexpr std::int64_t kSamples = 1'000'000; // several times slower
#else
constexpr std::int64_t kSamples = 10'000'000;
#endif

std::int64_t samplesIn(const std::vector<WalkEvent> &round)
{
    return std::ranges::count(round, Kind::Judge, &WalkEvent::kind);
}

// Samples of one moment, the accounts in the opposite order; each account keeps its own order.
std::vector<WalkEvent> turned(std::vector<WalkEvent> round)
{
    for (auto begin = round.begin(); begin != round.end();) {
        const auto isJudge = [](const WalkEvent &event) { return event.kind == Kind::Judge; };
        begin = std::find_if(begin, round.end(), isJudge);
        const auto end = std::find_if_not(begin, round.end(), isJudge);
        std::stable_sort(begin, end, [](const WalkEvent &a, const WalkEvent &b) { return a.account > b.account; });
        begin = end;
    }
    return round;
}

std::string states(const Machine &machine)
{
    std::string text;
    for (const ActiveAlarm &active : machine.awake()) {
        text += active.key.account + std::string(conditionWord(active.key.condition)) + active.key.detail
            + encode(active.alarm) + "\n";
    }
    return text;
}

int worst(const margin::Verdict &verdict)
{
    Sample sample;
    sample.time = 1'000'000;
    sample.kind = Sample::Kind::Valid;
    sample.level = verdict.exactLevel;
    sample.thresholds = verdict.account->thresholds;
    Machine machine;
    machine.judge("a", sample);
    sample.time += 10 * kSecond;
    machine.judge("a", sample);
    int active = 0;
    for (int i = 0; i < 4; ++i) {
        active += isActive(machine.find(Key {"a", static_cast<Condition>(i), {}})->state) ? 1 : 0;
    }
    return active;
}

} // namespace

class PropAlarmInvariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // PLIMSOLL_STEPS: how many samples.
    void what_must_hold_holds_after_every_step()
    {
        bool isNumber = false;
        const qlonglong wanted = qEnvironmentVariable("PLIMSOLL_STEPS").toLongLong(&isNumber);
        const std::int64_t all = isNumber ? wanted : kSamples;
        std::uint64_t seed = walkSeed();
        std::int64_t raises = 0;
        std::int64_t notices = 0;
        std::int64_t quieted = 0;
        std::int64_t headed = 0;
        std::int64_t promises = 0;
        std::int64_t beyond = 0;
        for (std::int64_t done = 0; done < all; ++seed) {
            AlarmWalk walk(seed);
            AlarmWitness witness(walk.period());
            const std::int64_t end = std::min(all, done + kChapter);
            while (done < end) {
                const std::vector<WalkEvent> round = walk.round();
                done += samplesIn(round);
                const std::string broken = witness.live(round);
                QVERIFY2(broken.empty(), ("PLIMSOLL_SEED=" + std::to_string(seed) + ": " + broken).c_str());
            }
            const std::string broken = witness.finish();
            QVERIFY2(broken.empty(), ("PLIMSOLL_SEED=" + std::to_string(seed) + ": " + broken).c_str());
            raises += witness.raises();
            notices += witness.notices();
            quieted += witness.quieted();
            headed += witness.headed();
            promises += witness.promise().promises();
            beyond += witness.promise().beyondLimit();
        }
        qInfo("%lld samples, %lld raises, %lld of them a call or worse, %lld notices, %lld silent by the limit, %lld "
              "loud beyond it",
              static_cast<long long>(all), static_cast<long long>(raises), static_cast<long long>(promises),
              static_cast<long long>(notices), static_cast<long long>(quieted), static_cast<long long>(beyond));
        QVERIFY2(raises > all / 1'000 && promises > all / 2'000 && quieted > 0 && beyond > 0 && headed > 0,
                 "the walk must be able to fail");
    }

    void the_same_inputs_give_the_same_outputs_byte_for_byte()
    {
        std::uint64_t seed = walkSeed();
        for (int chapter = 0; chapter < 10; ++chapter, ++seed) {
            AlarmWalk walk(seed);
            AlarmWitness one(walk.period());
            AlarmWitness two(walk.period());
            one.keepRecord();
            two.keepRecord();
            for (int i = 0; i < 5'000; ++i) {
                const std::vector<WalkEvent> round = walk.round();
                one.live(round);
                two.live(round);
            }
            QVERIFY(one.record().size() > 1'000);
            QVERIFY2(one.record() == two.record() && states(one.machine()) == states(two.machine()),
                     std::to_string(seed).c_str());
        }
    }

    void the_order_of_the_accounts_changes_no_state()
    {
        std::uint64_t seed = walkSeed();
        for (int chapter = 0; chapter < 10; ++chapter, ++seed) {
            AlarmWalk walk(seed);
            AlarmWitness one(walk.period());
            AlarmWitness two(walk.period());
            for (int i = 0; i < 5'000; ++i) {
                const std::vector<WalkEvent> round = walk.round();
                one.live(round);
                two.live(turned(round));
                if (i % 10 == 0) {
                    QVERIFY2(states(one.machine()) == states(two.machine()),
                             ("PLIMSOLL_SEED=" + std::to_string(seed)).c_str());
                }
            }
        }
    }

    void a_dearer_asset_raises_no_alarm_and_a_dearer_debt_ends_none()
    {
        Chance chance;
        int changed = 0;
        for (int i = 0; i < 2'000; ++i) {
            margin::Account account = crossAccount({held("BCH", "5"), owed("ETH", "1"), owed("USDT", "400")});
            margin::RiskBook book;
            book.upsert(std::make_shared<const margin::Account>(account));
            const auto price = [&](const char *symbol, std::int64_t cents) {
                book.quotes().setPrice(book.quotes().internSymbol(symbol),
                                       Decimal::fromMantissa(cents * (Decimal::kOne / 100)), 1'000);
            };
            const std::int64_t asset = chance.between(16'000, 18'000);
            const std::int64_t debt = chance.between(38'000, 42'000);
            price("BCHUSDT", asset);
            price("ETHUSDT", debt);
            book.evaluate();
            const margin::Verdict before = book.verdicts()[0];
            const bool isAsset = chance.oneIn(2);
            const std::int64_t more = chance.between(1, 1'000);
            isAsset ? price("BCHUSDT", asset + more) : price("ETHUSDT", debt + more);
            book.evaluate();
            const margin::Verdict after = book.verdicts()[0];
            const auto left = margin::exact::fromWide(after.exactLevel.assets())
                * margin::exact::fromWide(before.exactLevel.debt());
            const auto right = margin::exact::fromWide(before.exactLevel.assets())
                * margin::exact::fromWide(after.exactLevel.debt());
            QVERIFY(isAsset ? left >= right : left <= right);
            QVERIFY(isAsset ? worst(after) <= worst(before) : worst(after) >= worst(before));
            changed += worst(after) != worst(before) ? 1 : 0;
        }
        QVERIFY2(changed > 100, "the cases must be able to fail");
    }
};

PLIMSOLL_TEST(PropAlarmInvariants)
#include "prop_alarminvariants.moc"
