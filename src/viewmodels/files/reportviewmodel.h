// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/privatefile.h"
#include "viewmodels/common/services.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <optional>

namespace plimsoll::viewmodels {

/// The form that writes a period as one page of HTML (report/page.h). GUI thread; the page is made and written on a
/// pool thread.
class ReportViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(Span span READ span WRITE setSpan NOTIFY changed FINAL)
    // First and last day of an own span, as typed: "2026-11-28", local days.
    Q_PROPERTY(QString fromDay READ fromDay WRITE setFromDay NOTIFY changed FINAL)
    Q_PROPERTY(QString toDay READ toDay WRITE setToDay NOTIFY changed FINAL)
    /// Why the days cannot be meant; else empty.
    Q_PROPERTY(QString dayProblem READ dayProblem NOTIFY changed FINAL)
    /// "~" stands for the home folder.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    /// Why it was not written; empty since the next attempt began.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// The file is there already: it must be said that it may be replaced.
    Q_PROPERTY(bool asksOverwrite READ asksOverwrite NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    /// A person typed something that would be lost.
    Q_PROPERTY(bool isFilled READ isFilled NOTIFY changed FINAL)

public:
    enum Span { Day, Week, Month, Own };
    Q_ENUM(Span)

    ReportViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] Span span() const { return m_span; }
    void setSpan(Span span);
    [[nodiscard]] QString fromDay() const { return m_fromDay; }
    void setFromDay(const QString &day) { set(m_fromDay, day); }
    [[nodiscard]] QString toDay() const { return m_toDay; }
    void setToDay(const QString &day) { set(m_toDay, day); }
    [[nodiscard]] QString dayProblem() const;
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path) { set(m_path, path); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool asksOverwrite() const { return m_asksOverwrite; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isFilled() const { return m_isFilled; }

    void setFolder(const QString &folder) { m_folder = folder; } ///< where the next one begins; empty: home

    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    Q_INVOKABLE void write(bool overwrite);

Q_SIGNALS:
    void changed();
    void written(const QString &text); ///< for a toast
    void writtenTo(const QString &path);

private:
    struct Times {
        WallTime from;
        WallTime to;
    };

    void set(QString &kept, const QString &typed);
    [[nodiscard]] std::optional<Times> times() const; ///< nothing where the days cannot be meant
    void finish(const Result<monitor::Privacy> &result);

    const Services &m_services;
    bool m_isOpen = false;
    bool m_busy = false;
    bool m_asksOverwrite = false;
    bool m_isFilled = false;
    Span m_span = Week;
    QString m_fromDay;
    QString m_toDay;
    QString m_path;
    QString m_folder;
    QString m_problem;
};

} // namespace plimsoll::viewmodels
