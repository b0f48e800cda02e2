// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

namespace plimsoll::viewmodels {

/// What a free function of this layer says, in the person's language: filed where lupdate files such words. GUI thread.
inline QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::viewmodels", text);
}

} // namespace plimsoll::viewmodels
