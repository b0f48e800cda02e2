// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace plimsoll::wording {

/// Every sentence in which the layers below the window say why something is as it is: plain English, with %1 to %9 for
/// what differs. A sentence that is not among them would reach a person in English; tests/unit/i18n looks for such.
std::span<const char *const> reasonForms();

} // namespace plimsoll::wording
