// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPair>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <chrono>

QT_FORWARD_DECLARE_CLASS(QNetworkAccessManager)
QT_FORWARD_DECLARE_CLASS(QNetworkReply)

namespace plimsoll::notify {

struct HttpRequest {
    QUrl url;
    QByteArray body; ///< of a POST; where it is empty and `contentType` too, it is a GET
    QByteArray contentType;
    QList<QPair<QByteArray, QByteArray>> headers; ///< further ones
};

/// Nothing speaks against it; see monitor::problemOf().
[[nodiscard]] bool mayBeCalled(const QUrl &url);

/// One request whose answer counts by its status alone: no redirects, no cookies, no cache, at most 64 KiB of answer,
/// one deadline from the first byte to the last; TLS errors are final. What it says about failures never contains the
/// address, which may hold a secret. Lives on the thread that creates it.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kDeadline {10'000};
    static constexpr qint64 kMaxAnswer = qint64 {64} * 1024;

    /// Requires mayBeCalled(request.url). `manager` must outlive the call.
    HttpCall(QNetworkAccessManager &manager, const HttpRequest &request, QObject *parent = nullptr);
    ~HttpCall() override; ///< stops it, without ended()

Q_SIGNALS:
    /// Once, not from inside the constructor. `wasGood`: status 200 to 299. `status` 0 = none.
    void ended(bool wasGood, int status, const QString &detail);

private:
    void read();
    void onFinished();
    void conclude(bool wasGood, const QString &detail);

    QNetworkReply *m_reply = nullptr; // null when it has ended
    QTimer m_deadline;
    qint64 m_received = 0;
};

} // namespace plimsoll::notify
