// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/status.h"

#include <QtCore/QString>

#include <optional>
#include <string_view>

namespace plimsoll::storage {

/// Enumerations as the database writes them. The CHECK lists of the schema hold the same words.
QString modeWord(margin::MarginMode mode);
/// Unknown words cannot stand in the database; they are read as cross.
margin::MarginMode modeFromWord(const QString &word);

/// A word of this program, ASCII, as text to bind.
QString wordText(std::string_view word);

QString statusText(margin::Status status);
/// Errors: nothing where the word is none.
std::optional<margin::Status> statusFromText(std::string_view word);

} // namespace plimsoll::storage
