// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmrecords.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// Why an alarm did what it did: the numbers of that moment as they were recorded. GUI thread.
class AlarmWhyViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the alarms")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// "Margin call: BCH/USDT isolated".
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// When and what, "2020-03-12 10:40 · raised".
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    /// As many as `values`, which are lines of text.
    Q_PROPERTY(QStringList labels READ labels NOTIFY changed FINAL)
    Q_PROPERTY(QStringList values READ values NOTIFY changed FINAL)
    /// Why there is nothing to show; empty where there is.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)

public:
    AlarmWhyViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    [[nodiscard]] QStringList labels() const { return m_labels; } ///< as many as `values`
    [[nodiscard]] QStringList values() const { return m_values; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

    /// `title`: what the alarm is called where it was clicked; "" = as it was called at that moment.
    void open(const plimsoll::monitor::AlarmEventRow &event, const QString &title = {});
    void openMissing(); ///< the moment was not recorded
    void openFailed(const Error &error);

    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    void openWith(const QString &emptyText);

    monitor::SnapshotRelay &m_relay;
    const DisplayFormat &m_format;
    bool m_isOpen = false;
    QString m_title;
    QString m_subtitle;
    QStringList m_labels;
    QStringList m_values;
    QString m_emptyText;
};

} // namespace plimsoll::viewmodels
