// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/privatefile.h"
#include "viewmodels/common/services.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace plimsoll::viewmodels {

/// Portfolio files in and out. GUI thread; reading, parsing and writing happen on a pool thread. A file is read once,
/// must be a regular file and at most kLargestFile bytes; it is shown before it is imported, and an error names its
/// place. A file is written beside its target and renamed over it, readable by its owner only; an existing one is
/// replaced only after asking.
/// More than 12 members: path, completions and preview are of one dialog, filled in off this thread.
class FilesViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged FINAL)
    Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY formChanged FINAL)
    /// As typed; "~" stands for the home folder.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY formChanged FINAL)
    /// Files and folders that begin with what was typed.
    Q_PROPERTY(QStringList completions READ completions NOTIFY completionsChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY formChanged FINAL)
    /// A path was typed or dropped since it opened: it must not be lost without asking.
    Q_PROPERTY(bool filled READ filled NOTIFY formChanged FINAL)
    /// There is something to import or export that confirm() would do.
    Q_PROPERTY(bool ready READ ready NOTIFY formChanged FINAL)
    Q_PROPERTY(QString previewTitle READ previewTitle NOTIFY formChanged FINAL)
    /// At most kPreviewLines, then how many more there are.
    Q_PROPERTY(QStringList previewLines READ previewLines NOTIFY formChanged FINAL)
    /// Why it cannot be done; empty where it can, or nothing is typed.
    Q_PROPERTY(QString problem READ problem NOTIFY formChanged FINAL)
    /// The file is there already: it must be said once more.
    Q_PROPERTY(bool asksOverwrite READ asksOverwrite NOTIFY formChanged FINAL)

public:
    enum Mode { Import, Export };
    Q_ENUM(Mode)

    static constexpr qint64 kLargestFile = qint64 {64} * 1024 * 1024;
    static constexpr int kPreviewLines = 50;

    explicit FilesViewModel(const Services &services, QObject *parent = nullptr);

    /// Where import and export begin; absolute, without the slash at its end. At first the home folder.
    void setFolder(const QString &folder) { m_folder = folder; }

    Q_INVOKABLE void openImport();
    Q_INVOKABLE void openExport();
    Q_INVOKABLE void close();
    Q_INVOKABLE void acceptUrl(const QUrl &url); ///< a file that was dropped or chosen
    Q_INVOKABLE void complete(int index);
    Q_INVOKABLE void confirm(); ///< import what is shown, or export
    Q_INVOKABLE void answerOverwrite(bool yes);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] QStringList completions() const { return m_completions; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool filled() const { return m_isOpen && m_path != m_pathAtOpening; }
    [[nodiscard]] bool ready() const;
    [[nodiscard]] QString previewTitle() const { return m_previewTitle; }
    [[nodiscard]] QStringList previewLines() const { return m_previewLines; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool asksOverwrite() const { return m_asksOverwrite; }

Q_SIGNALS:
    void isOpenChanged();
    void formChanged();
    void completionsChanged();
    void booked(const QString &text); ///< imported or exported; a line for a toast
    void used(const QString &path); ///< read or written
    void notBooked(const QString &text); ///< refused after the form was closed

private:
    struct Target {
        int generation; ///< as m_generation was when it was asked for
        QString path;
        bool overwrite;
    };

    void openFor(Mode mode);
    void begin(Mode mode);
    void readFile();
    void showPortfolio(const Result<margin::Portfolio> &read);
    void showImported(const margin::Portfolio &portfolio);
    void importShown();
    void exportTo(bool overwrite);
    void write(const margin::Portfolio &portfolio, const Target &target);
    void written(const Result<monitor::Privacy> &result, const Target &target);
    void listFolder();
    void refuse(int generation, const QString &reason);
    void finish(int generation, const QString &text);
    [[nodiscard]] QString fullPath() const;

    const Services m_services;
    const DisplayFormat &m_format;
    bool m_isOpen = false;
    Mode m_mode = Import;
    bool m_busy = false;
    bool m_asksOverwrite = false;
    int m_generation = 0; // answers for an older path are dropped
    int m_listGeneration = 0;
    QString m_folder;
    QString m_path;
    QString m_pathAtOpening;
    QStringList m_completions;
    QString m_previewTitle;
    QStringList m_previewLines;
    QString m_problem;
    std::optional<margin::Portfolio> m_portfolio;
};

} // namespace plimsoll::viewmodels
