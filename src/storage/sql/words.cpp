// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/words.h"

namespace plimsoll::storage {

QString wordText(std::string_view word)
{
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace plimsoll::storage
