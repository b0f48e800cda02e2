// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/tickerrequest.h"

#include "ports/outsidetext.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;

namespace {

constexpr int kInvalidSymbol = -1121;
constexpr int kIllegalCharacters = -1100; // what a name that cannot be a symbol earns
constexpr int kTooManyRequests = -1003;

} // namespace

QString symbolsParameter(const std::vector<std::string> &symbols)
{
    QJsonArray list;
    for (const std::string &symbol : symbols) {
        list.append(QString::fromStdString(symbol));
    }
    const QByteArray json = QJsonDocument(list).toJson(QJsonDocument::Compact);
    return u"symbols="_s + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(json)));
}

QString refusalText(int status, const wire::ExchangeError &refusal)
{
    const QString said = monitor::outsideLine(QString::fromStdString(refusal.message));
    const QString text = u"HTTP "_s + QString::number(status);
    return said.isEmpty() ? text : text + u": "_s + said + u" ("_s + QString::number(refusal.code) + u')';
}

bool concernsSymbol(const wire::ExchangeError &refusal)
{
    return refusal.code == kInvalidSymbol || refusal.code == kIllegalCharacters;
}

bool asksForPause(int status, const wire::ExchangeError &refusal)
{
    return status == 429 || status == 418 || refusal.code == kTooManyRequests || refusal.bannedUntil > 0;
}

} // namespace plimsoll::feed
