// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/accrual.h"

#include <algorithm>
#include <vector>

namespace plimsoll::margin {

namespace {

// The beginning of the hour of a time, before 1970 too.
// The stretches between changes, one after the other.
class Walk
{
public:
    Walk(const InterestRun &run, std::optional<Decimal> dailyRate)
        : m_rate(dailyRate)
    {
        m_accrual.run = run;
    }

    Result<Done> charge(WallTime until)
    {
        InterestRun &run = m_accrual.run;
        const std::int64_t marks = hourMarksBetween(run.chargedUntil, until);
        const WallTime first = floorTo(run.chargedUntil, kHourMs) + kHourMs;
        run.chargedUntil = std::max(run.chargedUntil, until);
        if (marks == 0 || !m_rate || !run.principal.isPositive()) {
            return Done {};
        }
        if (run.dailyRate != m_rate) {
            run.dailyRate = m_rate;
            run.hours = 0;
        }
        const auto before = interestFor(run.principal, *m_rate, run.hours);
        const auto after = interestFor(run.principal, *m_rate, run.hours + marks);
        if (!before || !after) {
            return before ? after.error() : before.error();
        }
        const auto sum = m_accrual.interest.plus(after->minus(*before).value_or(Decimal()));
        if (!sum) {
            return Error {ErrorCode::Overflow, "interest", "the interest has more than 18 digits before the point"};
        }
        m_accrual.interest = *sum;
        m_accrual.firstMark = m_accrual.hours == 0 ? first : m_accrual.firstMark;
        m_accrual.lastMark = floorTo(until, kHourMs);
        m_accrual.hours += marks;
        run.hours += marks;
        return Done {};
    }

    void change(const PrincipalChange &change)
    {
        InterestRun &run = m_accrual.run;
        const bool isFirst = change.kind == PrincipalChange::Kind::FirstHour && run.principal.isZero() && m_rate;
        if (change.kind == PrincipalChange::Kind::Restated) {
            m_accrual.interest = {};
            m_accrual.hours = 0;
        }
        run.principal = change.principal;
        run.dailyRate = isFirst ? m_rate : std::nullopt;
        run.hours = isFirst ? 1 : 0;
    }

    [[nodiscard]] const Accrual &accrual() const { return m_accrual; }

private:
    const std::optional<Decimal> m_rate;
    Accrual m_accrual;
};

} // namespace

Result<Accrual> accrue(const InterestRun &run, std::optional<Decimal> dailyRate,
                       std::span<const PrincipalChange> changes, WallTime until)
{
    std::vector<WallTime> times(changes.size());
    WallTime latest = until;
    for (std::size_t i = changes.size(); i-- > 0;) {
        latest = std::min(latest, changes[i].time);
        times[i] = latest;
    }
    Walk walk(run, dailyRate);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (const auto charged = walk.charge(times[i]); !charged) {
            return charged.error();
        }
        walk.change(changes[i]);
    }
    if (const auto charged = walk.charge(until); !charged) {
        return charged.error();
    }
    return walk.accrual();
}

} // namespace plimsoll::margin
