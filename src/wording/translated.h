// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

namespace plimsoll::wording {

/// What a free function of this layer says, in the person's language: filed where lupdate files such words. GUI thread.
inline QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("plimsoll::wording", text, comment);
}

} // namespace plimsoll::wording
