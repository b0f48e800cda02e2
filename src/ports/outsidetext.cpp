// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/outsidetext.h"

#include <QtCore/QStringList>

namespace plimsoll::monitor {

namespace {

bool isHarmless(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional overrides can make a text, or a host's name, read as another one
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return true;
    }
}

} // namespace

QString outsideLine(const QString &text, int maxLength)
{
    QString result;
    for (const char32_t character : text.toUcs4()) {
        if (result.size() >= maxLength) {
            result += QChar(u'…');
            break;
        }
        if (isHarmless(character)) {
            result += QString::fromUcs4(&character, 1);
        } else {
            result += QChar(u' ');
        }
    }
    return result.simplified();
}

QString outsideLines(const QString &text, int maxLength)
{
    QStringList lines;
    qsizetype length = 0;
    for (const QString &line : text.split(QChar(u'\n'))) {
        if (length >= maxLength) {
            lines.append(QString(QChar(u'…')));
            break;
        }
        lines.append(outsideLine(line, maxLength - static_cast<int>(length)));
        length += lines.constLast().size() + 1;
    }
    return lines.join(QChar(u'\n'));
}

} // namespace plimsoll::monitor
