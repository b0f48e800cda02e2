// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

namespace plimsoll::testlib {

/// The fake exchange (tests/fakeexchange) as a child process, ended with the object. Control calls block, a few
/// milliseconds each; they are answered also while the price endpoints misbehave. On failure they return empty values
/// and set errorText().
class FakeExchangeProcess
{
public:
    FakeExchangeProcess() = default;
    FakeExchangeProcess(const FakeExchangeProcess &) = delete;
    FakeExchangeProcess &operator=(const FakeExchangeProcess &) = delete;
    ~FakeExchangeProcess();

    /// False where there is no python3: the only good reason to skip.
    [[nodiscard]] static bool pythonExists();

    /// Starts it with these options (see its README) and waits until it listens.
    [[nodiscard]] bool start(const QStringList &options = {});
    void stop();

    [[nodiscard]] QUrl url() const { return m_url; }

    [[nodiscard]] QString errorText() const { return m_error; }

    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

    [[nodiscard]] QJsonObject state();
    /// Requests so far, from number `since`: path, query, faults, status ...
    [[nodiscard]] QJsonArray log(int since = 0);
    /// Number of requests so far.
    [[nodiscard]] int requests();
    /// Requests from number `since` on; only those of `path` where it is not empty.
    [[nodiscard]] int requestsSince(int since, const QString &path = {});

    bool addFault(const QString &name, const QJsonObject &args = {}, int count = -1);
    bool clearFaults();
    /// Symbol to price text; null takes the symbol off the list.
    bool setPrices(const QJsonObject &prices);
    /// Symbol to status word: TRADING, HALT, BREAK.
    bool setStatus(const QJsonObject &status);
    bool step(int count = 1);

private:
    [[nodiscard]] QByteArray call(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {});
    bool post(const QByteArray &path, const QJsonObject &body);

    QProcess m_process;
    QUrl m_url;
    QString m_error;
};

} // namespace plimsoll::testlib
