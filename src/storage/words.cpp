// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/words.h"

#include <array>

namespace plimsoll::storage {

namespace {

using margin::Status;

constexpr std::array kStatuses {Status::NoDebt, Status::Normal, Status::MarginCall, Status::Liquidation, Status::Unknown, Status::Liquidated};

} // namespace

QString modeWord(margin::MarginMode mode)
{
    return mode == margin::MarginMode::Isolated ? QStringLiteral("isolated") : QStringLiteral("cross");
}

margin::MarginMode modeFromWord(const QString &word)
{
    return word == QStringLiteral("isolated") ? margin::MarginMode::Isolated : margin::MarginMode::Cross;
}

QString wordText(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString statusText(Status status)
{
    return wordText(margin::statusWord(status));
}

std::optional<Status> statusFromText(std::string_view word)
{
    for (const Status status : kStatuses) {
        if (margin::statusWord(status) == word) {
            return status;
        }
    }
    return std::nullopt;
}

} // namespace plimsoll::storage
