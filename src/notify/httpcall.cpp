// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/httpcall.h"

#include "ports/calladdress.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

QNetworkRequest requestFor(const HttpRequest &wanted)
{
    QNetworkRequest request(wanted.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity"); // nothing to unpack
    request.setRawHeader("Accept-Language", "en"); // Qt would tell the person's own
    request.setRawHeader("User-Agent", "Plimsoll");
    if (!wanted.contentType.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, wanted.contentType);
    }
    for (const auto &[name, value] : wanted.headers) {
        request.setRawHeader(name, value);
    }
    return request;
}

// Qt's own words quote the address.
QString reasonOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError: return u"the server refused the connection"_s;
    case QNetworkReply::RemoteHostClosedError: return u"the server closed the connection"_s;
    case QNetworkReply::HostNotFoundError: return u"the server's name could not be found"_s;
    case QNetworkReply::SslHandshakeFailedError: return u"the server could not prove who it is (TLS)"_s;
    default: return u"no answer from the server (network error %1)"_s.arg(static_cast<int>(error));
    }
}

} // namespace

bool mayBeCalled(const QUrl &url)
{
    return monitor::problemOf(url) == monitor::AddressProblem::None;
}

HttpCall::HttpCall(QNetworkAccessManager &manager, const HttpRequest &request, QObject *parent)
    : QObject(parent)
    , m_deadline(this)
{
    const bool isGet = request.body.isEmpty() && request.contentType.isEmpty();
    m_reply = isGet ? manager.get(requestFor(request)) : manager.post(requestFor(request), request.body);
    m_reply->setReadBufferSize(kMaxAnswer);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::onFinished,
            Qt::QueuedConnection); // some failures are known at once
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { conclude(false, u"no complete answer within %1 s"_s.arg(kDeadline.count() / 1000)); });
    m_deadline.start(kDeadline);
}

HttpCall::~HttpCall()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply;
    }
}

void HttpCall::read()
{
    if (m_reply == nullptr) {
        return;
    }
    m_received += m_reply->readAll().size();
    if (m_received > kMaxAnswer) {
        conclude(false,
                 u"the answer is larger than %1 bytes"_s.arg(kMaxAnswer)); // a page for people: somebody else answered
    }
}

void HttpCall::onFinished()
{
    read();
    if (m_reply == nullptr) {
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        conclude(false, reasonOf(m_reply->error()));
    } else if (status >= 300 && status < 400) {
        conclude(false, u"redirect (HTTP %1) was not followed"_s.arg(status));
    } else {
        const bool isWhole = status >= 400 || m_reply->error() == QNetworkReply::NoError;
        conclude(isWhole && status >= 200 && status < 300,
                 isWhole ? u"HTTP %1"_s.arg(status) : u"the answer is incomplete"_s);
    }
}

void HttpCall::conclude(bool wasGood, const QString &detail)
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (reply == nullptr) {
        return;
    }
    m_deadline.stop();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
    Q_EMIT ended(wasGood, status, detail);
}

} // namespace plimsoll::notify
