// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "margin/result.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace plimsoll::viewmodels {

/// Scenarios that a person keeps by name, in the folder "scenarios" of the data directory, and as files elsewhere: each
/// a scenario file of the interface contract, readable by its owner only. GUI thread; disks are read and written on a
/// pool thread.
class ScenarioShelf : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// Of what is kept, in alphabetical order.
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL)
    /// Under which name to keep or rename, as typed.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed FINAL)
    /// A scenario file anywhere, as typed; "~" stands for the home folder.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    /// Why the last wish was not done; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// What was done last: "Saved: Crash"; else empty.
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)
    /// The name that is to be deleted, once it is said again; else empty.
    Q_PROPERTY(QString leaving READ leaving NOTIFY changed FINAL)

public:
    static constexpr qint64 kLargestFile = qint64 {1024} * 1024;
    static constexpr int kLongestName = 60; ///< characters

    explicit ScenarioShelf(const QString &dataDir, QObject *parent = nullptr);

    [[nodiscard]] QStringList names() const { return m_names; }
    [[nodiscard]] QString name() const { return m_name; }
    void setName(const QString &name);
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QString leaving() const { return m_leaving; }

    void setChanges(const analysis::Changes &changes) { m_changes = changes; } ///< what save() and writeFile() write

    Q_INVOKABLE void list(); ///< looks into the folder again
    Q_INVOKABLE void save(); ///< as name(); replaces only the one that was opened or saved last
    Q_INVOKABLE void open(int index);
    Q_INVOKABLE void compare(int index);
    Q_INVOKABLE void rename(int index); ///< to name()
    Q_INVOKABLE void remove(int index); ///< asks first: leaving()
    Q_INVOKABLE void answerRemove(bool yes);
    Q_INVOKABLE void readFile(); ///< path()
    Q_INVOKABLE void writeFile(); ///< path(); never over another file

Q_SIGNALS:
    void changed();
    void opened(const plimsoll::analysis::Changes &changes);
    void comparisonRead(const plimsoll::analysis::Changes &changes);

private:
    using Use = std::function<void(const analysis::Changes &)>;

    void read(const QString &path, const Use &use);
    void write(const analysis::Changes &changes, const QString &path, bool mayReplace,
               const std::function<void()> &then);
    void erase(const QString &file, const QString &notice);
    void tell(const QString &notice);
    bool refuse(const QString &problem);
    [[nodiscard]] bool isFit(const QString &name);
    [[nodiscard]] QString fileOf(const QString &name) const;

    const QString m_folder;
    QStringList m_names;
    QString m_name;
    QString m_openName; ///< opened or saved last
    QString m_path;
    QString m_problem;
    QString m_notice;
    QString m_leaving;
    analysis::Changes m_changes;
};

} // namespace plimsoll::viewmodels
