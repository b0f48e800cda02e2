// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/httpfetcher.h"

#include "feed/httpdate.h"
#include "ports/outsidetext.h"

#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

#include <utility>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReadBuffer = qint64 {64} * 1024; // what Qt may hold back of a body that has not been read

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding",
                         "identity"); // set by hand, Qt leaves the body as it came: no bomb can unpack
    request.setRawHeader("Accept-Language", "en"); // Qt would tell the person's own
    request.setRawHeader("User-Agent", "Plimsoll");
    return request;
}

} // namespace

HttpFetcher::HttpFetcher(QObject *parent)
    : QObject(parent)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        conclude(m_answer.error.isEmpty() ? u"no complete answer within %1 ms"_s.arg(m_deadline.interval())
                                          : m_answer.error);
    });
}

HttpFetcher::~HttpFetcher()
{
    abort();
}

void HttpFetcher::get(const QUrl &url, std::chrono::milliseconds deadline)
{
    Q_ASSERT(!busy());
    m_answer = {};
    m_since.start();
    m_deadline.start(deadline);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) {
        m_answer.error = u"only http and https are spoken"_s;
        m_deadline.start(0);
        return;
    }
    m_reply = m_manager.get(requestFor(url));
    m_reply->setReadBufferSize(kReadBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpFetcher::inspectHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpFetcher::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpFetcher::onFinished);
}

void HttpFetcher::abort()
{
    m_deadline.stop();
    if (QNetworkReply *reply = m_reply) {
        m_reply.clear();
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpFetcher::inspectHead()
{
    m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.retryAfter = m_reply->rawHeader("Retry-After").left(64);
    m_answer.date = httpDate(m_reply->rawHeader("Date").left(64));
    bool isNumber = false;
    const int weight = m_reply->rawHeader("X-MBX-USED-WEIGHT-1M").toInt(&isNumber);
    m_answer.usedWeight = isNumber && weight >= 0 ? std::optional(weight) : std::nullopt;

    if (m_answer.status >= 300 && m_answer.status < 400) {
        const QUrl target = QUrl::fromEncoded(m_reply->rawHeader("Location").left(2048));
        const QString host = target.host().isEmpty() ? u"an unnamed place"_s : monitor::outsideLine(target.host(), 80);
        conclude(u"redirect (%1) to %2 was not followed"_s.arg(QString::number(m_answer.status), host));
        return;
    }
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity") {
        conclude(u"compressed answer was refused"_s);
        return;
    }
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > kMaxBody) {
        conclude(u"answer is larger than %1 bytes"_s.arg(kMaxBody));
    }
}

void HttpFetcher::read()
{
    // Not all: a flood must not be copied before it is refused. And no more than is there: Qt keeps room for all that
    // was asked for, with every answer that is passed on.
    const qint64 wanted = kMaxBody + 1 - m_answer.body.size();
    m_answer.body += m_reply->read(std::min(wanted, m_reply->bytesAvailable()));
    if (m_answer.body.size() > kMaxBody) {
        m_answer.body.clear();
        conclude(u"answer is larger than %1 bytes"_s.arg(kMaxBody));
    }
}

void HttpFetcher::onFinished()
{
    read();
    if (!m_reply) {
        return; // too large at the very end
    }
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const bool failed = m_reply->error() != QNetworkReply::NoError;
    if (m_answer.status == 0 || (failed && m_answer.status < 400)) {
        conclude(failed ? monitor::outsideLine(m_reply->errorString()) : u"not an HTTP answer"_s);
    } else if (length.isValid() && length.toLongLong() != m_answer.body.size()) {
        conclude(u"answer is incomplete"_s);
    } else {
        conclude({});
    }
}

void HttpFetcher::conclude(const QString &error)
{
    abort();
    m_answer.error = error;
    m_answer.elapsed = std::chrono::milliseconds(m_since.elapsed());
    const HttpAnswer answer = std::exchange(m_answer, {});
    Q_EMIT finished(answer);
}

} // namespace plimsoll::feed
