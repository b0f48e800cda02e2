// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/booking.h"
#include "margin/error.h"
#include "ports/operations.h"
#include "ports/privatefile.h"
#include "viewmodels/common/displayformat.h"
#include "wording/recordtext.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

using wording::entryKindText;
using wording::fieldText;

/// Why the rules refused an action, in translatable words with the numbers that matter. `wallet` is the one the action
/// names, or nullptr.
QString refusalText(const Error &error, const margin::Account &account, const margin::Wallet *wallet,
                    const monitor::Action &action, const DisplayFormat &format);

/// What went wrong while storing or reading, and what the person can do. The plain English detail is added where it
/// tells a place.
QString failureText(const Error &error);

/// `text` about a file that was written, and that others may read it where the file system keeps no permissions.
QString withPrivacy(const QString &text, monitor::Privacy privacy);

QString walletName(const std::string &id); ///< of one without a name: "Spot wallet"; "" is "Outside"
QString walletName(const margin::Wallet &wallet);

/// Why what was typed as an amount was not understood; words are made by DisplayFormat.
QString notUnderstood(const Error &error);

} // namespace plimsoll::viewmodels
