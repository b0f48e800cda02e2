// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/alarmcommands.h"
#include "ports/alarmpreferences.h"
#include "ports/settingsport.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/alarms/channellistmodel.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <functional>
#include <optional>

namespace plimsoll::viewmodels {

/// How a person wants to be told, and whether each way works. GUI thread. A change is stored at once and told by
/// preferencesChanged(); where it could not be stored, `failure` says so and it still holds for this run. What cannot
/// be used (an address that is not https) is shown with its reason and not taken over. The token of a webhook goes to
/// its keeper and is never stored as a setting or shown.
/// More than 12 members: what is typed stands beside what is stored until it is valid.
class ChannelsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// By alarm::Priority.
    Q_PROPERTY(QStringList priorityNames READ priorityNames CONSTANT FINAL)
    /// 0..100.
    Q_PROPERTY(int volume READ volume WRITE setVolume NOTIFY changed FINAL)
    Q_PROPERTY(bool quietHours READ quietHours WRITE setQuietHours NOTIFY changed FINAL)
    /// Local time of day as typed, "22:00".
    Q_PROPERTY(QString quietFrom READ quietFrom WRITE setQuietFrom NOTIFY changed FINAL)
    Q_PROPERTY(QString quietTo READ quietTo WRITE setQuietTo NOTIFY changed FINAL)
    /// What is wrong with these times; empty where nothing is.
    Q_PROPERTY(QString quietError READ quietError NOTIFY changed FINAL)
    /// Path of the own program; empty: none. `arguments` follow it, one each.
    Q_PROPERTY(QString program READ program WRITE setProgram NOTIFY changed FINAL)
    /// Why it cannot be started as it is; empty where it can, or there is none.
    Q_PROPERTY(QString programError READ programError NOTIFY changed FINAL)
    Q_PROPERTY(QStringList arguments READ arguments NOTIFY changed FINAL)
    Q_PROPERTY(WebhookKind webhookKind READ webhookKind WRITE setWebhookKind NOTIFY changed FINAL)
    /// As typed; empty: no messages.
    Q_PROPERTY(QString webhookUrl READ webhookUrl WRITE setWebhookUrl NOTIFY changed FINAL)
    Q_PROPERTY(QString webhookError READ webhookError NOTIFY changed FINAL)
    /// What became of the token that was given or removed last; empty before. The token itself is never shown.
    Q_PROPERTY(QString tokenText READ tokenText NOTIFY changed FINAL)
    /// Asked regularly while the program watches, so that another service notices when it stops; empty: none.
    Q_PROPERTY(QString pingUrl READ pingUrl WRITE setPingUrl NOTIFY changed FINAL)
    /// How often it is asked.
    Q_PROPERTY(QStringList pingNames READ pingNames NOTIFY changed FINAL)
    Q_PROPERTY(int pingIndex READ pingIndex WRITE setPingIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString pingError READ pingError NOTIFY changed FINAL)
    Q_PROPERTY(bool selfTest READ selfTest WRITE setSelfTest NOTIFY changed FINAL)
    /// Messages say what happened, not how much is at stake.
    Q_PROPERTY(bool hideAmounts READ hideAmounts WRITE setHideAmounts NOTIFY changed FINAL)
    /// Why the last change could not be saved; empty where it was.
    Q_PROPERTY(QString failure READ failure NOTIFY changed FINAL)

public:
    enum WebhookKind { Json, Ntfy, Telegram }; ///< as AlarmPreferences::WebhookKind
    Q_ENUM(WebhookKind)
    /// Keeps a webhook's token where secrets are kept; "" removes it. Answers later with why it could not, or "" where
    /// it could.
    using TokenKeeper = std::function<Future<QString>(const QString &)>;

    ChannelsViewModel(monitor::AlarmCommands &alarmCommands, monitor::SettingsPort &settings,
                      monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    void setTokenKeeper(TokenKeeper keeper) { m_keeper = std::move(keeper); }
    /// Reads what is stored; preferencesChanged() follows.
    void load();
    [[nodiscard]] const monitor::AlarmPreferences &preferences() const { return m_preferences; }

    [[nodiscard]] ChannelListModel *rows() const { return m_rows; }
    [[nodiscard]] QStringList priorityNames() const; ///< by alarm::Priority
    [[nodiscard]] int volume() const { return m_preferences.volume; }
    void setVolume(int volume);
    [[nodiscard]] bool quietHours() const { return m_preferences.quietHours; }
    void setQuietHours(bool quiet);
    [[nodiscard]] QString quietFrom() const { return m_typedFrom; } ///< "22:00"
    void setQuietFrom(const QString &text);
    [[nodiscard]] QString quietTo() const { return m_typedTo; }
    void setQuietTo(const QString &text);
    [[nodiscard]] QString quietError() const { return m_quietError; }
    [[nodiscard]] QString program() const { return m_preferences.command.value(0); }
    void setProgram(const QString &path);
    [[nodiscard]] QString programError() const { return m_programError; }
    [[nodiscard]] QStringList arguments() const { return m_preferences.command.mid(1); }
    [[nodiscard]] WebhookKind webhookKind() const { return static_cast<WebhookKind>(m_preferences.webhookKind); }
    void setWebhookKind(WebhookKind kind);
    [[nodiscard]] QString webhookUrl() const { return m_typedWebhook; }
    void setWebhookUrl(const QString &url);
    [[nodiscard]] QString webhookError() const { return m_webhookError; }
    [[nodiscard]] QString tokenText() const { return m_tokenText; }
    [[nodiscard]] QString pingUrl() const { return m_typedPing; }
    void setPingUrl(const QString &url);
    [[nodiscard]] QStringList pingNames() const; ///< how often it may be asked
    [[nodiscard]] int pingIndex() const;
    void setPingIndex(int index);
    [[nodiscard]] QString pingError() const { return m_pingError; }
    [[nodiscard]] bool selfTest() const { return m_preferences.selfTest; }
    void setSelfTest(bool daily);
    [[nodiscard]] bool hideAmounts() const { return m_preferences.hideAmounts; }
    void setHideAmounts(bool hide);
    [[nodiscard]] QString failure() const { return m_failure; }

    Q_INVOKABLE void setOn(int row, bool on);
    Q_INVOKABLE void setPriority(int row, int priorityIndex); ///< from which on the way is used
    Q_INVOKABLE void setWait(int row, int waitIndex); ///< after how long
    Q_INVOKABLE void test(int row); ///< sends a test on that channel; its row says what became of it
    Q_INVOKABLE void setArgument(int index, const QString &text);
    Q_INVOKABLE void addArgument();
    Q_INVOKABLE void removeArgument(int index);
    Q_INVOKABLE void keepToken(const QString &token);

Q_SIGNALS:
    void changed();
    void preferencesChanged(const plimsoll::monitor::AlarmPreferences &preferences);

private:
    void take(const monitor::AlarmPreferences &preferences);
    void change(const monitor::AlarmPreferences &next);
    void changeUrls();
    void changeQuiet();
    void checkProgram();
    void show();

    monitor::AlarmCommands &m_commands;
    monitor::SettingsPort &m_settings;
    const DisplayFormat &m_format;
    ChannelListModel *m_rows;
    monitor::SnapshotPtr m_snapshot;
    TokenKeeper m_keeper;
    monitor::AlarmPreferences m_preferences;
    std::array<std::optional<WallTime>, alarm::kChannels> m_testing; ///< `since` of the channel when its test began
    QString m_typedFrom;
    QString m_typedTo;
    QString m_quietError;
    QString m_typedWebhook;
    QString m_webhookError;
    QString m_tokenText;
    QString m_programError;
    QString m_typedPing;
    QString m_pingError;
    QString m_failure;
};

} // namespace plimsoll::viewmodels
