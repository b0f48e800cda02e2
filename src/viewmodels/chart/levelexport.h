// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/privatefile.h"
#include "ports/stores.h"
#include "viewmodels/chart/levelcsv.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

class LevelChartViewModel;

/// Writes what the chart shows into a file: as a picture, which the chart draws, or the levels of the chosen account
/// and of those compared with it as comma-separated values. GUI thread; files are written on a pool thread.
class LevelExport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the chart")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// A path was typed since it opened: it must not be lost without asking.
    Q_PROPERTY(bool filled READ filled NOTIFY changed FINAL)
    Q_PROPERTY(Format format READ format WRITE setFormat NOTIFY changed FINAL)
    Q_PROPERTY(QStringList formatNames READ formatNames CONSTANT FINAL)
    /// "~" stands for the home folder.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    /// Why the last export failed; empty since the next one began.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// The file is there already: it must be said that it may be replaced.
    Q_PROPERTY(bool asksOverwrite READ asksOverwrite NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)

public:
    enum Format { Png, Svg, Csv };
    Q_ENUM(Format)

    LevelExport(LevelChartViewModel &chart, monitor::Stores &stores, bool example);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool filled() const { return m_isOpen && m_path != m_pathAtOpening; }
    [[nodiscard]] Format format() const { return m_format; }
    void setFormat(Format format);
    [[nodiscard]] QStringList formatNames() const;
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool asksOverwrite() const { return m_asksOverwrite; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    /// Where it is written, unless a person chooses another place; absolute, without the slash at its end.
    void setFolder(const QString &folder) { m_folder = folder; }

    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    Q_INVOKABLE void writePicture(const QByteArray &picture, bool overwrite); ///< in the chosen format
    Q_INVOKABLE void writeLevels(bool overwrite);

Q_SIGNALS:
    void changed();
    void exported(const QString &text); ///< for a toast
    void exportedTo(const QString &path);
    void notExported(const QString &text); ///< refused after the form was closed

private:
    [[nodiscard]] int start();
    struct Target {
        int generation; ///< as m_generation was when it was asked for
        QString path;
        bool overwrite;
    };

    void gather(std::vector<ExportedLine> lines, std::size_t next, const Target &target);
    void gatherLevels(std::vector<ExportedLine> lines, std::size_t next, const Target &target);
    void gatherCurve(std::vector<ExportedLine> lines, const Target &target);
    void writeCsv(std::vector<ExportedLine> lines, const Target &target);
    void finish(const Result<monitor::Privacy> &result, const Target &target);

    LevelChartViewModel &m_chart;
    monitor::Stores &m_stores;
    const bool m_example;
    bool m_isOpen = false;
    bool m_busy = false;
    bool m_asksOverwrite = false;
    Format m_format = Png;
    int m_generation = 0; // an answer for an earlier path, or a form that was closed, touches nothing
    QString m_folder;
    QString m_path;
    QString m_pathAtOpening;
    QString m_problem;
};

} // namespace plimsoll::viewmodels
