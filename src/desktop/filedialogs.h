// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/pathchooser.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QFileDialog;
class QWindow;

namespace plimsoll::desktop {

/// Shows the desktop's own file dialog where its platform theme has one (GTK, KDE, the portal), else the one of Qt
/// Widgets. It never blocks and holds up no other window: a margin call must stay usable beside it. One at a time.
/// GUI thread.
class FileDialogs : public QObject
{
    Q_OBJECT

public:
    /// `chooser` must outlive it.
    explicit FileDialogs(viewmodels::PathChooser &chooser, QObject *parent = nullptr);
    ~FileDialogs() override;

    /// The window it stands before.
    void setWindow(QWindow *window);
    [[nodiscard]] QFileDialog *current() const; ///< nullptr: none is shown

private:
    void show(const QString &field, int kind, const QString &title, const QString &path, const QString &filter);

    viewmodels::PathChooser &m_chooser;
    QPointer<QWindow> m_window;
    QPointer<QFileDialog> m_dialog;
};

} // namespace plimsoll::desktop
