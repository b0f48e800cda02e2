// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/settingsport.h"
#include "ports/snapshotrelay.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace plimsoll::viewmodels {

/// Tells once of every stored account whose profile is published for the other mode: a cross account with isolated bars
/// is called far too late. Who was told is remembered in the settings. GUI thread.
class BarsNoticeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// That an account has the bars of the other mode; empty where there is nothing to tell.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    /// The account it is about; empty with `text`.
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed FINAL)

public:
    BarsNoticeViewModel(monitor::SettingsPort &settings, monitor::SnapshotRelay &relay, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; } ///< empty where there is nothing to tell
    [[nodiscard]] QString accountId() const { return m_accountId; }

    Q_INVOKABLE void dismiss(); ///< the account that is told of was seen; the next one follows

Q_SIGNALS:
    void changed();

private:
    void look();

    monitor::SettingsPort &m_settings;
    monitor::SnapshotRelay &m_relay;
    std::optional<QStringList> m_told; // "account profile"; nothing until the settings were read
    QString m_entry; // the entry that `text` is about
    QString m_text;
    QString m_accountId;
};

} // namespace plimsoll::viewmodels
