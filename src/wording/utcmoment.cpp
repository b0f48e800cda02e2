// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/utcmoment.h"

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>

namespace plimsoll::wording {

std::optional<WallTime> readUtcMoment(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2})(:\\d{2})?)?(?: ?(?:Z|UTC))?$"));
    const QRegularExpressionMatch parts = form.match(text.trimmed());
    const QDate day = QDate::fromString(parts.captured(1), Qt::ISODate);
    const QString hour = parts.captured(2).isEmpty() ? QStringLiteral("00:00") : parts.captured(2);
    const QString second = parts.captured(3).isEmpty() ? QStringLiteral(":00") : parts.captured(3);
    const QTime time = QTime::fromString(hour + second, QStringLiteral("hh:mm:ss"));
    if (!parts.hasMatch() || !day.isValid() || !time.isValid() || day.year() < 1970) {
        return std::nullopt;
    }
    return WallTime::ofMs(QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch());
}

QString utcMomentText(WallTime moment)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment.ms(), Qt::UTC);
    return time.toString(time.time().second() == 0 ? QStringLiteral("yyyy-MM-dd hh:mm")
                                                   : QStringLiteral("yyyy-MM-dd hh:mm:ss"));
}

} // namespace plimsoll::wording
