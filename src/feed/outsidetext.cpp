// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/outsidetext.h"

namespace plimsoll::feed {

namespace {

bool isHarmless(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional overrides can make a host name read as another one
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return true;
    }
}

} // namespace

QString outsideText(const QString &text, int maxLength)
{
    QString result;
    for (const QChar character : text) {
        if (result.size() >= maxLength) {
            result += QChar(u'…');
            break;
        }
        result += isHarmless(character) ? character : QChar(u' ');
    }
    return result.simplified();
}

} // namespace plimsoll::feed
