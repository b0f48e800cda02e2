// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace plimsoll::testlib {

/// A web server of one answer on this computer. Empty answer: it listens and never says anything.
class HttpStub : public QTcpServer
{
public:
    HttpStub()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }

    [[nodiscard]] QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    static QByteArray answerOf(const QByteArray &status, const QByteArray &headers = {}, const QByteArray &body = "ok")
    {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
            + "\r\nConnection: close\r\n\r\n" + body;
    }

    QByteArray answer = answerOf("200 OK");
    QByteArrayList requests; ///< whole, head and body

private:
    void read(QTcpSocket &socket)
    {
        QByteArray &got = m_partial[&socket];
        got += socket.readAll();
        const qsizetype end = got.indexOf("\r\n\r\n");
        const qsizetype at = got.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : got.mid(at + 15, got.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        if (end < 0 || got.size() < end + 4 + length) {
            return;
        }
        requests.append(m_partial.take(&socket));
        if (!answer.isEmpty()) {
            socket.write(answer);
            socket.disconnectFromHost();
        }
    }

    QHash<QTcpSocket *, QByteArray> m_partial;
};

} // namespace plimsoll::testlib
