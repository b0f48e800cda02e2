// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/httpcall.h"
#include "ports/alarmpreferences.h"
#include "ports/notifier.h"

#include <optional>

namespace plimsoll::notify {

/// POST {"title", "text", "account" (its id), "accountName", "priority", "notice"} to `url`.
[[nodiscard]] HttpRequest jsonRequest(const QUrl &url, const monitor::Delivery &delivery);

/// POST of the text to a topic of ntfy; title, priority (2 low, 3 medium, 4 high, 5 highest) and tags as headers.
[[nodiscard]] HttpRequest ntfyRequest(const QUrl &url, const monitor::Delivery &delivery);

/// sendMessage of a Telegram bot, as plain text. Nothing where `token` cannot be a token. `server` without path.
[[nodiscard]] std::optional<HttpRequest> telegramRequest(const QUrl &server, const QString &token,
                                                         const QString &chatId, const monitor::Delivery &delivery);

/// A header's value as pure ASCII on one line: itself, or as encoded words (RFC 2047).
[[nodiscard]] QByteArray headerText(const QString &text);

} // namespace plimsoll::notify
