// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/tickerparser.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::feed {

/// `symbols=["A","B"]` percent-encoded and without blanks, as the exchange wants it. Names are UTF-8 and may contain
/// anything.
[[nodiscard]] QString symbolsParameter(const std::vector<std::string> &symbols);

/// "HTTP 400: Invalid symbol. (-1121)", fit for a log line.
[[nodiscard]] QString refusalText(int status, const wire::ExchangeError &refusal);

/// The exchange refused because of a symbol that it does not have, or that cannot be one.
[[nodiscard]] bool concernsSymbol(const wire::ExchangeError &refusal);

/// The exchange asks to be left alone.
[[nodiscard]] bool asksForPause(int status, const wire::ExchangeError &refusal);

[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace plimsoll::feed
