// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <QtCore/QByteArray>
#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

#include <chrono>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QNetworkReply)

namespace plimsoll::feed {

/// What came of one GET. `error` is empty where an answer arrived whole, whatever its status.
struct HttpAnswer {
    int status = 0; ///< 0 where there was no status line
    QByteArray body;
    QByteArray retryAfter; ///< header text as received
    std::optional<WallTime> date; ///< Date header, to the second
    std::optional<int> usedWeight; ///< request weight used in this minute, where the exchange tells it
    QString error; ///< plain English, fit for a log line
    std::chrono::milliseconds elapsed {0};
};

/// One GET at a time from a host that is not trusted to behave. The deadline counts from the call to the last byte, so
/// that a server that sends a byte now and then cannot hold it; more than 2 MiB of body is refused while it arrives;
/// nothing is compressed, redirected, cached, authenticated or remembered in cookies; TLS errors are final. Alarms on
/// the thread that creates it. finished() comes once per get(), never from inside it; not after abort() or destruction.
class HttpFetcher : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kDeadline {8000};
    static constexpr qint64 kMaxBody = qint64 {2} * 1024 * 1024;

    explicit HttpFetcher(QObject *parent = nullptr);
    ~HttpFetcher() override;

    /// Requires: !busy(). Only http and https.
    void get(const QUrl &url, std::chrono::milliseconds deadline = kDeadline);
    void abort();

    [[nodiscard]] bool busy() const { return m_deadline.isActive(); }

Q_SIGNALS:
    void finished(const plimsoll::feed::HttpAnswer &answer);

private:
    void inspectHead();
    void read();
    void onFinished();
    void conclude(const QString &error);

    QNetworkAccessManager m_manager;
    QPointer<QNetworkReply> m_reply;
    QTimer m_deadline;
    QElapsedTimer m_since;
    HttpAnswer m_answer;
};

} // namespace plimsoll::feed
