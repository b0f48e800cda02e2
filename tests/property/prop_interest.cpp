// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/accrual.h"
#include "margin/exact.h"
#include "marginkit.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;
using exact::Rational;

namespace {

using Kind = PrincipalChange::Kind;
using Changes = std::vector<PrincipalChange>;

WallTime atMinute(std::int64_t minute)
{
    return WallTime::ofMs(minute * 60'000);
}

// The rule of docs/formulas.md#interest said once more, as slowly as possible: mark by mark, with fractions.
class Naive
{
public:
    Naive(Decimal principal, Decimal rate)
        : m_principal(principal)
        , m_rate(rate)
    {
    }

    exact::Integer charge(std::int64_t from, std::int64_t until, const Changes &changes)
    {
        std::size_t next = 0;
        for (std::int64_t moment = from + 1; moment <= until; ++moment) { // in minutes
            if (moment % 60 == 0 && m_principal.isPositive()) {
                ++m_hours;
                const Rational exactSum = Rational(exact::fromDecimal(m_principal) * exact::fromDecimal(m_rate), 24)
                    * m_hours / exact::powerOfTen(18);
                exact::Integer up = numerator(exactSum) / denominator(exactSum);
                up += up * denominator(exactSum) == numerator(exactSum) ? 0 : 1;
                m_sum += up - m_booked;
                m_booked = up;
            }
            for (; next < changes.size() && changes[next].time <= atMinute(moment); ++next) {
                take(changes[next]);
            }
        }
        return m_sum;
    }

private:
    void take(const PrincipalChange &change)
    {
        const bool isFirst = change.kind == Kind::FirstHour && m_principal.isZero();
        m_sum = change.kind == Kind::Restated ? exact::Integer(0) : m_sum;
        m_principal = change.principal;
        m_hours = isFirst ? 1 : 0;
        m_booked = isFirst ? exact::fromDecimal(*interestFor(m_principal, m_rate, 1)) : exact::Integer(0);
    }

    Decimal m_principal;
    Decimal m_rate;
    exact::Integer m_sum = 0;
    exact::Integer m_booked = 0; // of the run
    int m_hours = 0;
};

Decimal anyPrincipal(Chance &chance)
{
    const std::int64_t choice = chance.between(0, 9);
    return choice < 3 ? Decimal()
        : choice < 6  ? Decimal::fromMantissa(chance.between(1, 1'000'000))
                      : Decimal::fromMantissa(Int128 {chance.between(1, 1'000'000'000)} * 1'000'000'000'001);
}

Changes anyChanges(Chance &chance, std::int64_t minutes)
{
    Changes changes;
    for (std::int64_t i = chance.between(0, 6); i > 0; --i) {
        changes.push_back(
            {atMinute(chance.between(1, minutes)), anyPrincipal(chance), static_cast<Kind>(chance.between(0, 2))});
    }
    std::ranges::sort(changes, {}, &PrincipalChange::time);
    return changes;
}

} // namespace

class InterestProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void agrees_with_counting_mark_by_mark_to_the_last_digit()
    {
        Chance chance;
        for (int i = 0; i < 500; ++i) {
            const std::int64_t minutes = chance.between(1, 60 * 40);
            const Decimal principal = anyPrincipal(chance);
            const Decimal rate = Decimal::fromMantissa(chance.between(1, 1'000'000'000'000'000));
            const Changes changes = anyChanges(chance, minutes);
            const auto due = accrue({0, principal, std::nullopt, 0}, rate, changes, atMinute(minutes));
            QVERIFY(due.hasValue());
            QVERIFY2(exact::fromDecimal(due->interest) == Naive(principal, rate).charge(0, minutes, changes),
                     due->interest.toString().c_str());
        }
    }

    // Booked at every mark, after a sleep or after a year: the same is owed. What was said at a correction takes only
    // what was not booked before it, so that one is left out here.
    void it_does_not_matter_how_often_it_is_booked()
    {
        Chance chance;
        for (int i = 0; i < 500; ++i) {
            const std::int64_t minutes = chance.between(60, 60 * 40);
            const Decimal rate = Decimal::fromMantissa(chance.between(1, 1'000'000'000'000'000));
            Changes changes = anyChanges(chance, minutes);
            std::erase_if(changes, [](const PrincipalChange &c) { return c.kind == Kind::Restated; });
            const InterestRun begin {0, anyPrincipal(chance), std::nullopt, 0};
            const auto whole = accrue(begin, rate, changes, atMinute(minutes));

            InterestRun run = begin;
            Decimal sum;
            std::size_t taken = 0;
            for (std::int64_t now = 0; now < minutes;) {
                now = std::min(minutes, now + chance.between(1, 400));
                Changes fresh;
                for (; taken < changes.size() && changes[taken].time <= atMinute(now); ++taken) {
                    fresh.push_back(changes[taken]);
                }
                const auto part = accrue(run, rate, fresh, atMinute(now));
                sum = *sum.plus(part->interest);
                run = part->run;
            }
            QCOMPARE(shown(sum), shown(whole->interest));
            QVERIFY(run == whole->run);
        }
    }
};

QTEST_APPLESS_MAIN(InterestProperty)
#include "prop_interest.moc"
