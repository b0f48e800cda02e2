// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/scenarioshelf.h"

#include "ports/promise.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/portfoliofiles.h"
#include "viewmodels/common/refusaltext.h"
#include "wire/scenariofile.h"
#include "wording/reasontext.h"

#include <QtCore/QDir>
#include <QtCore/QUrl>

namespace plimsoll::viewmodels {

using analysis::Changes;

namespace {

constexpr qsizetype kLongestFileName = 240; // bytes; what is percent-encoded gets longer

const QString kSuffix = QStringLiteral(".json");

QStringList namesIn(const QString &folder)
{
    QStringList names;
    for (const QString &file : QDir(folder).entryList({u'*' + kSuffix}, QDir::Files)) {
        names << QUrl::fromPercentEncoding(file.chopped(kSuffix.size()).toUtf8());
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

Result<Changes> readScenario(const QString &path)
{
    auto bytes = readRegularFile(path, ScenarioShelf::kLargestFile);
    return bytes ? wire::parseScenario(*bytes) : Result<Changes>(bytes.error());
}

Result<Done> writeScenario(const Changes &changes, const QString &path, bool mayReplace)
{
    const auto written = writePrivateFile(path, wire::writeScenario(changes), mayReplace);
    return written ? Result<Done>(Done {}) : written.error();
}

} // namespace

ScenarioShelf::ScenarioShelf(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(dataDir).filePath(QStringLiteral("scenarios")))
{
}

void ScenarioShelf::setName(const QString &name)
{
    if (name != m_name) {
        m_name = name;
        refuse(QString());
        Q_EMIT changed();
    }
}

void ScenarioShelf::setPath(const QString &path)
{
    if (path != m_path) {
        m_path = path;
        refuse(QString());
        Q_EMIT changed();
    }
}

// No character of a name means anything to a file system.
QString ScenarioShelf::fileOf(const QString &name) const
{
    return QDir(m_folder).filePath(QString::fromLatin1(QUrl::toPercentEncoding(name, {}, ".~")) + kSuffix);
}

bool ScenarioShelf::isFit(const QString &name)
{
    if (name.isEmpty()) {
        return refuse(tr("Give it a name first."));
    }
    const bool fits = name.size() <= kLongestName && QUrl::toPercentEncoding(name, {}, ".~").size() < kLongestFileName;
    return fits || refuse(tr("This name is too long."));
}

void ScenarioShelf::list()
{
    inBackground([folder = m_folder] { return namesIn(folder); }).then(this, [this](const QStringList &names) {
        if (names != m_names) {
            m_names = names;
            Q_EMIT changed();
        }
    });
}

void ScenarioShelf::save()
{
    const QString name = m_name.trimmed();
    if (!isFit(name)) {
        return;
    }
    if (name != m_openName && m_names.contains(name)) {
        refuse(tr("There is a scenario of this name. Open it first, or choose another name."));
        return;
    }
    Changes named = m_changes;
    named.name = name.toStdString();
    write(named, fileOf(name), name == m_openName, [this, name] {
        m_openName = name;
        tell(tr("Saved: %1").arg(name));
    });
}

void ScenarioShelf::open(int index)
{
    if (index < 0 || index >= m_names.size()) {
        return;
    }
    read(fileOf(m_names.at(index)), [this, name = m_names.at(index)](Changes changes) {
        m_name = m_openName = name;
        changes.name = name.toStdString();
        tell(tr("Opened: %1").arg(name));
        Q_EMIT opened(changes);
    });
}

void ScenarioShelf::compare(int index)
{
    if (index < 0 || index >= m_names.size()) {
        return;
    }
    read(fileOf(m_names.at(index)), [this, name = m_names.at(index)](Changes changes) {
        changes.name = name.toStdString();
        tell(QString());
        Q_EMIT comparisonRead(changes);
    });
}

void ScenarioShelf::rename(int index)
{
    const QString name = m_name.trimmed();
    if (index < 0 || index >= m_names.size() || !isFit(name)) {
        return;
    }
    const QString before = m_names.at(index);
    if (name != before && m_names.contains(name)) {
        refuse(tr("There is a scenario of this name. Choose another one."));
        return;
    }
    read(fileOf(before), [this, before, name](Changes changes) {
        changes.name = name.toStdString();
        write(changes, fileOf(name), name == before, [this, before, name] {
            m_openName = m_openName == before ? name : m_openName;
            erase(name == before ? QString() : fileOf(before), tr("Renamed to %1").arg(name));
        });
    });
}

void ScenarioShelf::remove(int index)
{
    if (index >= 0 && index < m_names.size()) {
        m_leaving = m_names.at(index);
        tell(QString());
    }
}

void ScenarioShelf::answerRemove(bool yes)
{
    const QString name = m_leaving;
    m_leaving.clear();
    if (yes && !name.isEmpty()) {
        erase(fileOf(name), tr("Deleted: %1").arg(name));
    } else {
        tell(QString());
    }
}

void ScenarioShelf::erase(const QString &file, const QString &notice)
{
    inBackground([file] { return file.isEmpty() || QFile::remove(file); }).then(this, [this, notice](bool gone) {
        gone ? tell(notice) : void(refuse(tr("It could not be deleted.")));
    });
}

void ScenarioShelf::readFile()
{
    read(expandedPath(m_path), [this](const Changes &changes) {
        m_openName.clear();
        m_name = plainName(changes.name, kLongestName);
        tell(tr("Opened: %1").arg(plainName(m_path.toStdString(), 120)));
        Q_EMIT opened(changes);
    });
}

void ScenarioShelf::writeFile()
{
    const QString path = expandedPath(m_path);
    if (path.isEmpty() || path.endsWith(u'/')) {
        refuse(tr("Type the name of a file first."));
        return;
    }
    Changes named = m_changes;
    named.name = m_name.trimmed().toStdString();
    write(named, path, false, [this] { tell(tr("Written: %1").arg(plainName(m_path.toStdString(), 120))); });
}

void ScenarioShelf::read(const QString &path, const Use &use)
{
    inBackground([path] { return readScenario(path); }).then(this, [this, use](const Result<Changes> &changes) {
        if (changes) {
            use(*changes);
        } else if (changes.error().code == ErrorCode::UnknownFormat) {
            refuse(tr("This is not a scenario file of Plimsoll."));
        } else {
            refuse(failureText(changes.error()));
        }
    });
}

void ScenarioShelf::write(const Changes &changes, const QString &path, bool mayReplace,
                          const std::function<void()> &then)
{
    const auto work = [changes, path, mayReplace, folder = m_folder] {
        if (path.startsWith(folder)) {
            QDir().mkpath(folder);
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        return writeScenario(changes, path, mayReplace);
    };
    inBackground(work).then(this, [this, then](const Result<Done> &written) {
        if (written) {
            then();
        } else if (written.error().code == ErrorCode::Conflict) {
            refuse(tr("A file of this name exists. Choose another name."));
        } else {
            refuse(tr("The file could not be written: %1")
                       .arg(wording::reasonText(plainName(written.error().detail, 200))));
        }
    });
}

void ScenarioShelf::tell(const QString &notice)
{
    m_problem.clear();
    m_notice = notice;
    list();
    Q_EMIT changed();
}

bool ScenarioShelf::refuse(const QString &problem)
{
    if (problem != m_problem || !m_notice.isEmpty()) {
        m_problem = problem;
        m_notice.clear();
        Q_EMIT changed();
    }
    return false;
}

} // namespace plimsoll::viewmodels
