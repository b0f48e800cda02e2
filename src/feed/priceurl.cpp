// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/priceurl.h"

#include <QtNetwork/QHostAddress>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;

namespace {

Error refused(std::string detail)
{
    return {ErrorCode::Malformed, "price URL", std::move(detail)};
}

bool isLoopback(const QString &host)
{
    if (host == "localhost"_L1) {
        return true;
    }
    const QHostAddress address(host);
    return address == QHostAddress(QHostAddress::LocalHostIPv6)
        || (address.protocol() == QAbstractSocket::IPv4Protocol && address.isInSubnet(QHostAddress(u"127.0.0.0"_s), 8));
}

} // namespace

Result<QUrl> parsePriceUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || url.host().isEmpty()) {
        return refused("not a URL like https://host");
    }
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) {
        return refused("must begin with https://");
    }
    if (url.authority().contains(u'@')) {
        return refused("must not contain a user name or password");
    }
    if (url.hasQuery() || url.hasFragment()) {
        return refused("must not contain '?' or '#'");
    }
    if (url.port() == 0) {
        return refused("port 0 does not exist");
    }
    if (url.scheme() == "http"_L1 && !isLoopback(url.host())) {
        return refused("http:// is allowed for this computer only (127.0.0.1, ::1, localhost); use https://");
    }
    QUrl base = url.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
    if (base.path() == "/"_L1) {
        base.setPath({});
    }
    return base;
}

QUrl defaultPriceUrl()
{
    return QUrl(u"https://data-api.binance.vision"_s);
}

QUrl fallbackPriceUrl()
{
    return QUrl(u"https://api.binance.com"_s);
}

} // namespace plimsoll::feed
