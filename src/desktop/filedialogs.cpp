// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/filedialogs.h"

#include <QtCore/QFileInfo>
#include <QtGui/QWindow>
#include <QtWidgets/QFileDialog>

namespace plimsoll::desktop {

using viewmodels::PathChooser;

FileDialogs::FileDialogs(PathChooser &chooser, QObject *parent)
    : QObject(parent)
    , m_chooser(chooser)
{
    connect(&m_chooser, &PathChooser::asked, this, &FileDialogs::show);
    m_chooser.setAvailable(true);
}

FileDialogs::~FileDialogs()
{
    delete m_dialog.data();
}

void FileDialogs::setWindow(QWindow *window)
{
    m_window = window;
}

QFileDialog *FileDialogs::current() const
{
    return m_dialog;
}

void FileDialogs::show(const QString &field, int kind, const QString &title, const QString &path, const QString &filter)
{
    delete m_dialog.data(); // of a field that is not asked about any more
    m_dialog = new QFileDialog(nullptr, title, QFileInfo(path).absolutePath(), filter);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool saves = kind == PathChooser::Save;
    m_dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    m_dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    m_dialog->setOption(QFileDialog::DontConfirmOverwrite); // the form asks, whichever way the path came into it
    if (!QFileInfo(path).isDir()) {
        m_dialog->selectFile(path);
    }
    connect(m_dialog, &QFileDialog::fileSelected, this,
            [this, field](const QString &chosen) { m_chooser.answer(field, chosen); });
    m_dialog->setModal(false);
    if (m_window) {
        m_dialog->winId(); // makes its window
        m_dialog->windowHandle()->setTransientParent(m_window);
    }
    m_dialog->show();
}

} // namespace plimsoll::desktop
