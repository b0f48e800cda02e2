// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakeexchangeprocess.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QStandardPaths>
#include <QtNetwork/QTcpSocket>

namespace plimsoll::testlib {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStartMs = 15'000; // a loaded machine
constexpr int kCallMs = 10'000;
constexpr int kEndMs = 3000;

} // namespace

FakeExchangeProcess::~FakeExchangeProcess()
{
    stop();
}

bool FakeExchangeProcess::pythonExists()
{
    return !QStandardPaths::findExecutable(u"python3"_s).isEmpty();
}

bool FakeExchangeProcess::start(const QStringList &options)
{
    stop();
    m_error.clear();
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(u"python3"_s, QStringList {QString::fromUtf8(PLIMSOLL_FAKE_EXCHANGE)} + options);
    QElapsedTimer since;
    since.start();
    const QByteArray greeting = "listening on ";
    while (!m_process.canReadLine() && since.elapsed() < kStartMs && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(200);
    }
    const QByteArray line = m_process.readLine().trimmed();
    if (!line.startsWith(greeting)) {
        m_error = u"fake exchange did not start: "_s + QString::fromUtf8(line + m_process.readAllStandardError());
        stop();
        return false;
    }
    m_url = QUrl(QString::fromLatin1(line.mid(greeting.size())));
    return true;
}

void FakeExchangeProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.terminate();
    if (!m_process.waitForFinished(kEndMs)) {
        m_process.kill();
        m_process.waitForFinished(kEndMs);
    }
}

QByteArray FakeExchangeProcess::call(const QByteArray &method, const QByteArray &path, const QJsonObject &body)
{
    const QByteArray bytes = method == "POST" ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray();
    QTcpSocket socket;
    socket.connectToHost(m_url.host(), static_cast<quint16>(m_url.port()));
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: fake\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
    QElapsedTimer since;
    since.start();
    while (socket.state() != QAbstractSocket::UnconnectedState && since.elapsed() < kCallMs) {
        if (!socket.waitForReadyRead(200) && socket.error() != QAbstractSocket::SocketTimeoutError) {
            break; // closed by the other side: the answer is complete
        }
    }
    const QByteArray answer = socket.readAll();
    const qsizetype head = answer.indexOf("\r\n\r\n");
    if (!answer.startsWith("HTTP/1.1 200 ") || head < 0) {
        m_error = u"control call %1 failed: %2"_s.arg(QString::fromUtf8(path), QString::fromUtf8(answer.left(400)));
        return {};
    }
    return answer.mid(head + 4);
}

bool FakeExchangeProcess::post(const QByteArray &path, const QJsonObject &body)
{
    return !call("POST", path, body).isEmpty();
}

QJsonObject FakeExchangeProcess::state()
{
    return QJsonDocument::fromJson(call("GET", "/control/state")).object();
}

QJsonArray FakeExchangeProcess::log(int since)
{
    return QJsonDocument::fromJson(call("GET", "/control/log?since=" + QByteArray::number(since))).array();
}

int FakeExchangeProcess::requests()
{
    return state().value("requests"_L1).toInt(-1);
}

int FakeExchangeProcess::requestsSince(int since, const QString &path)
{
    int count = 0;
    const QJsonArray entries = log(since);
    for (const QJsonValue &entry : entries) {
        count += path.isEmpty() || entry.toObject().value("path"_L1).toString() == path ? 1 : 0;
    }
    return count;
}

bool FakeExchangeProcess::addFault(const QString &name, const QJsonObject &args, int count)
{
    return post("/control/fault", {{u"name"_s, name}, {u"count"_s, count}, {u"args"_s, args}});
}

bool FakeExchangeProcess::clearFaults()
{
    return post("/control/fault", {{u"name"_s, u"none"_s}});
}

bool FakeExchangeProcess::setPrices(const QJsonObject &prices)
{
    return post("/control/prices", prices);
}

bool FakeExchangeProcess::setStatus(const QJsonObject &status)
{
    return post("/control/status", status);
}

bool FakeExchangeProcess::step(int count)
{
    return post("/control/step", {{u"n"_s, count}});
}

} // namespace plimsoll::testlib
