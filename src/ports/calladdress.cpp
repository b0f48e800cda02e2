// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/calladdress.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {

// 127.0.0.0/8 and ::1 (RFC 1122, RFC 4291); QUrl writes addresses in their usual form.
bool isThisComputer(const QString &host)
{
    static const QRegularExpression loopback(u"\\A127(\\.[0-9]{1,3}){3}\\z"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || loopback.match(host).hasMatch();
}

} // namespace

AddressProblem problemOf(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return AddressProblem::NotAnAddress;
    }
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isThisComputer(url.host()))) {
        return AddressProblem::NotHttps;
    }
    return url.userInfo().isEmpty() ? AddressProblem::None : AddressProblem::NamesUser;
}

} // namespace plimsoll::monitor
