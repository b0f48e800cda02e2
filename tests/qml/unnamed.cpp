// SPDX-License-Identifier: GPL-3.0-or-later
#include "unnamed.h"

#include <QtCore/QMetaEnum>
#include <QtGui/QAccessible>

#include <array>

namespace plimsoll::testqml {

namespace {

constexpr std::array kSpeaks {
    QAccessible::Button,       QAccessible::CheckBox,     QAccessible::RadioButton,
    QAccessible::ComboBox,     QAccessible::EditableText, QAccessible::Slider,
    QAccessible::PageTab,      QAccessible::MenuItem,     QAccessible::ListItem,
    QAccessible::Row,          QAccessible::Cell,         QAccessible::ColumnHeader,
    QAccessible::Heading,      QAccessible::Table,        QAccessible::List,
    QAccessible::AlertMessage, QAccessible::Link,         QAccessible::ProgressBar,
    QAccessible::Indicator,    QAccessible::Chart}; // a dialog's title is its name, once somebody asks

QString whereIs(const QQuickItem *item)
{
    QStringList names;
    for (; item != nullptr && names.size() < 3; item = item->parentItem()) {
        names << (item->objectName().isEmpty()
                      ? QString::fromLatin1(item->metaObject()->className()).section(u'_', 0, 0)
                      : item->objectName());
    }
    return names.join(QStringLiteral(" < "));
}

void search(QQuickItem *item, QStringList &found)
{
    if (!item->isVisible()) {
        return;
    }
    QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(item);
    const QAccessible::Role role = seen != nullptr ? seen->role() : QAccessible::NoRole;
    const bool speaks = std::ranges::find(kSpeaks, role) != kSpeaks.end();
    const bool takesKeys = item->activeFocusOnTab() && item->isEnabled();
    if ((speaks || takesKeys) && (seen == nullptr || seen->text(QAccessible::Name).trimmed().isEmpty())
        && !(item->property("text").isValid() && item->property("text").toString().isEmpty() && !takesKeys)) {
        found << QStringLiteral("%1 (%2)").arg(
            QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role)), whereIs(item));
    }
    for (QQuickItem *child : item->childItems()) {
        search(child, found);
    }
}

} // namespace

QStringList unnamed(QQuickItem *root)
{
    QStringList found;
    search(root, found);
    found.removeDuplicates();
    return found;
}

} // namespace plimsoll::testqml
