// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// What an account that was removed is called where its past is shown: "BCH/USDT isolated (removed)". Pure; GUI thread
/// because of translations.
QString removedLabel(const std::string &id, const monitor::JournalHolder &holder);

} // namespace plimsoll::viewmodels
