// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/pathchooser.h"

#include "viewmodels/common/portfoliofiles.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace plimsoll::viewmodels {

PathChooser::PathChooser(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(QDir::isAbsolutePath(folder) && QFileInfo(folder).isDir() ? QDir::cleanPath(folder) : QDir::homePath())
{
}

void PathChooser::setAvailable(bool available)
{
    if (available != m_available) {
        m_available = available;
        Q_EMIT availableChanged();
    }
}

void PathChooser::remember(const QString &path)
{
    const QFileInfo info(expandedPath(path));
    const QString folder = QDir::cleanPath(info.absolutePath());
    if (!path.trimmed().isEmpty() && folder != m_folder && QFileInfo(folder).isDir()) {
        m_folder = folder;
        Q_EMIT folderChanged(m_folder);
    }
}

void PathChooser::ask(const QString &field, int kind, const QString &title, const QString &path, const QString &filter)
{
    const QString full = expandedPath(path);
    const bool known = !full.isEmpty() && QDir::isAbsolutePath(full)
        && QFileInfo(QFileInfo(full).absolutePath()).isDir();
    Q_EMIT asked(field, kind, title, known ? full : m_folder + u'/' + QFileInfo(full).fileName(), filter);
}

QString PathChooser::pathOf(const QUrl &url)
{
    return url.isLocalFile() ? url.toLocalFile() : url.toDisplayString();
}

void PathChooser::answer(const QString &field, const QString &path)
{
    if (!path.isEmpty()) {
        remember(path);
        Q_EMIT chosen(field, path);
    }
}

} // namespace plimsoll::viewmodels
