// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QUrl>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// Asks for a file by the desktop's own dialog, which somebody else shows (desktop::FileDialogs), and remembers the
/// folder in which a person chose, imported or exported last. GUI thread.
class PathChooser : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// There is a dialog to be shown; without one a path is typed.
    Q_PROPERTY(bool available READ isAvailable NOTIFY availableChanged FINAL)

public:
    enum Kind { Open, Save };
    Q_ENUM(Kind)

    /// `folder`: SettingKeys::folder; one that is not there any more counts as none.
    explicit PathChooser(const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] bool isAvailable() const { return m_available; }
    void setAvailable(bool available);
    /// Where a file is looked for and put at first: an absolute path without the slash at its end.
    [[nodiscard]] QString folder() const { return m_folder; }
    /// `path` was chosen, read or written.
    void remember(const QString &path);

    /// `field` names who asks, `path` is what stands there, `filter` is as "Pictures (*.png)".
    Q_INVOKABLE void ask(const QString &field, int kind, const QString &title, const QString &path,
                         const QString &filter);
    /// Of what was dropped: the path of a local file, else the address as it is, which no form takes.
    Q_INVOKABLE static QString pathOf(const QUrl &url);
    /// A person chose; `path` is absolute.
    void answer(const QString &field, const QString &path);

Q_SIGNALS:
    void availableChanged();
    void folderChanged(const QString &folder);
    void asked(const QString &field, int kind, const QString &title, const QString &path, const QString &filter);
    void chosen(const QString &field, const QString &path);

private:
    bool m_available = false;
    QString m_folder;
};

} // namespace plimsoll::viewmodels
