// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/files/reportviewmodel.h"

#include "ports/period.h"
#include "ports/promise.h"
#include "report/page.h"
#include "viewmodels/common/portfoliofiles.h"
#include "viewmodels/common/refusaltext.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

constexpr std::int64_t kDay = std::int64_t {24} * 3'600'000;

QDate dayOf(const QString &typed)
{
    return QDate::fromString(typed.trimmed(), Qt::ISODate);
}

} // namespace

ReportViewModel::ReportViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void ReportViewModel::open()
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_services.clock.wallTime().ms()).date();
    m_isOpen = true;
    m_isFilled = false;
    m_asksOverwrite = false;
    m_problem.clear();
    m_fromDay = today.addDays(-1).toString(Qt::ISODate);
    m_toDay = today.toString(Qt::ISODate);
    m_path = QStringLiteral("~/plimsoll-report-%1.html").arg(m_toDay);
    if (!m_folder.isEmpty()) {
        m_path = movedTo(m_folder, m_path);
    }
    Q_EMIT changed();
}

void ReportViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        Q_EMIT changed();
    }
}

void ReportViewModel::setSpan(Span span)
{
    m_span = std::clamp(span, Day, Own);
    m_problem.clear();
    Q_EMIT changed();
}

void ReportViewModel::set(QString &kept, const QString &typed)
{
    if (kept != typed) {
        kept = typed;
        m_isFilled = true;
        m_asksOverwrite = false;
        m_problem.clear();
        Q_EMIT changed();
    }
}

std::optional<ReportViewModel::Times> ReportViewModel::times() const
{
    const WallTime now = m_services.clock.wallTime();
    switch (m_span) {
    case Day: return Times {now - kDay, now};
    case Week: return Times {now - 7 * kDay, now};
    case Month: return Times {now - 30 * kDay, now};
    default: break;
    }
    const QDate from = dayOf(m_fromDay);
    const QDate to = dayOf(m_toDay);
    if (!from.isValid() || !to.isValid() || from > to) {
        return std::nullopt;
    }
    return Times {WallTime::ofMs(from.startOfDay().toMSecsSinceEpoch()),
                  WallTime::ofMs(to.endOfDay().toMSecsSinceEpoch())};
}

QString ReportViewModel::dayProblem() const
{
    if (times()) {
        return {};
    }
    return dayOf(m_fromDay).isValid() && dayOf(m_toDay).isValid() ? tr("The first day is after the last one.")
                                                                  : tr("Days are written like 2026-11-28.");
}

void ReportViewModel::write(bool overwrite)
{
    const auto asked = times();
    if (m_busy || !asked || m_path.trimmed().isEmpty()) {
        return;
    }
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_services.stores.period(asked->from, asked->to)
        .then(this, [this, overwrite](const Result<monitor::Period> &period) {
            if (!period) {
                finish(period.error());
                return;
            }
            inBackground([period = *period, now = m_services.clock.wallTime(), format = m_services.format,
                          path = expandedPath(m_path), overwrite] {
                return writePrivateFile(path, report::pageOf(period, now, format).toStdString(), overwrite);
            }).then(this, [this](const Result<monitor::Privacy> &result) { finish(result); });
        });
}

void ReportViewModel::finish(const Result<monitor::Privacy> &result)
{
    m_busy = false;
    m_asksOverwrite = !result && result.error().code == ErrorCode::Conflict;
    m_problem = result || m_asksOverwrite ? QString() : failureText(result.error());
    if (result) {
        m_isOpen = false;
        Q_EMIT writtenTo(expandedPath(m_path));
        Q_EMIT written(withPrivacy(tr("The report was written to %1.").arg(expandedPath(m_path)), *result));
    }
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
