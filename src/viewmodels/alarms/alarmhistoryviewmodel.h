// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/privatefile.h"
#include "ports/snapshotrelay.h"
#include "ports/stores.h"
#include "viewmodels/alarms/alarmhistorymodel.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// What the alarms did, newest first, by account, kind and text; and its export. GUI thread. Reads while `active`, when
/// the filter changes and whenever alarms changed; at most kShown rows, and it says so where there are more. What only
/// became judgeable or not is left out.
/// More than 12 members: rows, their filter and the export of what the filter lets through.
class AlarmHistoryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the alarms")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// Whether somebody looks at it; nothing is read before.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY filterChanged FINAL)
    /// "All accounts", then each of them.
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY filterChanged FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY filterChanged FINAL)
    /// "Every kind", then by alarm::Condition.
    Q_PROPERTY(QStringList conditionNames READ conditionNames CONSTANT FINAL)
    Q_PROPERTY(int conditionIndex READ conditionIndex WRITE setConditionIndex NOTIFY filterChanged FINAL)
    /// What rows must contain; empty: anything.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged FINAL)
    /// How many rows there are; empty where there are none.
    Q_PROPERTY(QString summary READ summary NOTIFY loaded FINAL)
    /// Why there are no rows; empty where there are some.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY loaded FINAL)
    Q_PROPERTY(bool exportOpen READ exportOpen NOTIFY exportChanged FINAL)
    /// A path was typed since it opened: it must not be lost without asking.
    Q_PROPERTY(bool exportFilled READ exportFilled NOTIFY exportChanged FINAL)
    /// "~" stands for the home folder.
    Q_PROPERTY(QString exportPath READ exportPath WRITE setExportPath NOTIFY exportChanged FINAL)
    /// Why the last export failed; empty since the next one began.
    Q_PROPERTY(QString exportProblem READ exportProblem NOTIFY exportChanged FINAL)
    /// The file is there already: exportNow(true) overwrites it.
    Q_PROPERTY(bool asksOverwrite READ asksOverwrite NOTIFY exportChanged FINAL)
    Q_PROPERTY(bool exporting READ exporting NOTIFY exportChanged FINAL)

public:
    static constexpr int kShown = 2000;
    static constexpr int kTypingPauseMs = 150;

    AlarmHistoryViewModel(monitor::Stores &stores, monitor::SnapshotRelay &relay, const DisplayFormat &format,
                          QObject *parent = nullptr);

    [[nodiscard]] AlarmHistoryModel *rows() const { return m_rows; }
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    [[nodiscard]] QStringList conditionNames() const;
    [[nodiscard]] int conditionIndex() const { return m_condition; }
    void setConditionIndex(int index);
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] bool exportOpen() const { return m_exportOpen; }
    [[nodiscard]] bool exportFilled() const { return m_exportOpen && m_exportPath != m_pathAtOpening; }
    [[nodiscard]] QString exportPath() const { return m_exportPath; }
    void setExportPath(const QString &path);
    [[nodiscard]] QString exportProblem() const { return m_exportProblem; }
    [[nodiscard]] bool asksOverwrite() const { return m_asksOverwrite; }
    [[nodiscard]] bool exporting() const { return m_exporting; }

    Q_INVOKABLE void reload();
    Q_INVOKABLE void explain(int row);
    /// Where an export is written, unless a person chooses another place; absolute.
    void setExportFolder(const QString &folder) { m_exportFolder = folder; }
    Q_INVOKABLE void openExport();
    Q_INVOKABLE void closeExport();
    Q_INVOKABLE void exportNow(
        bool overwrite); ///< everything that matches the filter, old rows too; an existing file only where `overwrite`

Q_SIGNALS:
    void filterChanged();
    void loaded();
    void exportChanged();
    void exported(const QString &text); ///< for a toast
    void exportedTo(const QString &path);
    void notExported(const QString &text); ///< refused after the form was closed
    void explained(const plimsoll::monitor::AlarmEventRow &event, const QString &title);

private:
    struct Target {
        int generation; ///< as m_exportGeneration was when it was asked for
        QString path;
        bool overwrite;
    };

    using Events = Result<std::vector<monitor::AlarmEventRow>>;

    [[nodiscard]] monitor::AlarmHistoryFilter filter(int limit) const;
    [[nodiscard]] std::vector<AlarmStepView> matching(const std::vector<monitor::AlarmEventRow> &events) const;
    [[nodiscard]] AlarmStepView view(const monitor::AlarmEventRow &event, bool byPace) const;
    [[nodiscard]] QString nameOf(const std::string &account) const;
    void askNames(const std::vector<monitor::AlarmEventRow> &events);
    void follow(const monitor::SnapshotPtr &snapshot);
    void take(int generation, const Events &events);
    void write(const std::vector<monitor::AlarmEventRow> &events, const Target &target);
    void written(const Result<monitor::Privacy> &result, const Target &target);

    monitor::Stores &m_stores;
    const DisplayFormat &m_format;
    AlarmHistoryModel *m_rows;
    monitor::SnapshotPtr m_snapshot;
    QTimer m_typing;
    bool m_active = false;
    bool m_more = false;
    int m_generation = 0;
    int m_condition = 0; ///< 0 = all, else alarm::Condition + 1
    std::string m_account;
    QString m_text;
    QString m_failure;
    std::vector<std::string> m_accountIds;
    std::map<std::string, QString> m_removed; ///< by id: what accounts that are gone were called; "" = asked for
    bool m_exportOpen = false;
    bool m_exporting = false;
    int m_exportGeneration = 0;
    bool m_asksOverwrite = false;
    QString m_exportFolder;
    QString m_exportPath;
    QString m_pathAtOpening;
    QString m_exportProblem;
};

} // namespace plimsoll::viewmodels
