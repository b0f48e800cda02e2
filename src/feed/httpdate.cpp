// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/httpdate.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;

std::optional<WallTime> httpDate(const QByteArray &header)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid()) {
        return std::nullopt;
    }
    date.setTimeSpec(Qt::UTC);
    return WallTime::ofMs(date.toMSecsSinceEpoch());
}

} // namespace plimsoll::feed
