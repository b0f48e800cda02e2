// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomexchange.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QTcpSocket>

#include <algorithm>

namespace plimsoll::property {

using namespace Qt::StringLiterals;

RandomExchange::RandomExchange(Market &market, const monitor::Clock &clock)
    : m_market(market)
    , m_clock(clock)
{
    connect(&m_server, &QTcpServer::newConnection, this, &RandomExchange::onConnection);
    m_server.listen(QHostAddress::LocalHost);
}

QUrl RandomExchange::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void RandomExchange::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray head = socket->peek(64 * 1024);
            const qsizetype end = head.indexOf("\r\n\r\n");
            if (end >= 0) {
                socket->read(end + 4);
                onRequest(socket, head.split(' ').value(1));
            }
        });
    }
}

void RandomExchange::onRequest(QTcpSocket *socket, const QByteArray &target)
{
    ++m_requests;
    if (fault == Fault::Down) {
        socket->abort();
        return;
    }
    const Answer answer = answerTo(QUrl::fromEncoded(target));
    const QString date = QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(now().ms(), Qt::UTC),
                                               u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\nDate: " + date.toLatin1()
                  + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n" + answer.headers + "\r\n"
                  + answer.body);
}

RandomExchange::Answer RandomExchange::answerTo(const QUrl &target)
{
    const QByteArray path = target.path().toLatin1();
    const bool words = path != "/api/v3/ticker/price" && path != "/api/v3/ping";
    switch (fault) {
    case Fault::Broken: return {500, R"({"code":-1000,"msg":"unknown"})", {}};
    case Fault::Portal: return {200, "<html>Sign in</html>", {}};
    case Fault::Forbidden: return {403, "<html>403</html>", {}};
    case Fault::TooMany: return {429, R"({"code":-1003,"msg":"Too many requests."})", "Retry-After: 90\r\n"};
    case Fault::NoWords:
    case Fault::BrokenWords:
        if (words) {
            return {fault == Fault::NoWords ? 404 : 503, "<html></html>", {}};
        }
        break;
    case Fault::None:
    case Fault::Down: break;
    }
    std::vector<std::string> symbols;
    const QString list = QUrlQuery(target).queryItemValue(u"symbols"_s, QUrl::FullyDecoded);
    const auto has = [this](const std::string &symbol) {
        return m_market.pairs.contains(symbol) && m_market.pairs[symbol].listed;
    };
    if (list.isEmpty()) {
        for (const auto &[symbol, pair] : m_market.pairs) {
            if (pair.listed) {
                symbols.push_back(symbol);
            }
        }
    }
    for (const QJsonValue &name : QJsonDocument::fromJson(list.toUtf8()).array()) {
        symbols.push_back(name.toString().toStdString());
    }
    if (!std::ranges::all_of(symbols, has)) {
        return {400, R"({"code":-1121,"msg":"Invalid symbol."})", {}};
    }
    return {200, path == "/api/v3/ping" ? QByteArray("{}") : rowsOf(path, symbols), {}};
}

QByteArray RandomExchange::rowsOf(const QByteArray &path, const std::vector<std::string> &symbols)
{
    QJsonArray rows;
    for (const std::string &symbol : symbols) {
        const Pair &pair = m_market.pairs[symbol];
        Told &told = m_market.told[symbol];
        QJsonObject row {{u"symbol"_s, QString::fromStdString(symbol)}};
        if (path == "/api/v3/exchangeInfo") {
            row.insert(u"status"_s, QString::fromStdString(pair.status));
            told.status = pair.status;
            told.statusMoves = pair.moves;
        } else if (path == "/api/v3/ticker/24hr") {
            row.insert(u"closeTime"_s, static_cast<qint64>(pair.closeTime.ms()));
            row.insert(u"count"_s, static_cast<qint64>(pair.count));
            told.lag = now() - pair.closeTime;
            told.count = pair.count;
            told.lagMoves = pair.moves;
        } else {
            row.insert(u"price"_s, QString::number(pair.price) + u".00000000"_s);
        }
        rows.append(row);
    }
    if (path != "/api/v3/exchangeInfo") {
        return QJsonDocument(rows).toJson(QJsonDocument::Compact);
    }
    return QJsonDocument(QJsonObject {{u"serverTime"_s, static_cast<qint64>(now().ms())}, {u"symbols"_s, rows}})
        .toJson(QJsonDocument::Compact);
}

} // namespace plimsoll::property
