// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/commands.h"
#include "ports/snapshotrelay.h"
#include "ports/stores.h"
#include "viewmodels/common/profilelist.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace plimsoll::viewmodels {

/// The settings dialog. GUI thread. A change is stored at once and then told by a signal, so that composition can act
/// on it; where it could not be stored, `failure` says so and it still holds for this run. load() reads everything once
/// at the start. Keys: settingkeys.h.
/// More than 12 members: one for each setting, in memory while the stores keep it.
class SettingsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged FINAL)
    Q_PROPERTY(Page page READ page WRITE setPage NOTIFY changed FINAL)
    /// 0 public data, 1 own URL.
    Q_PROPERTY(int sourceIndex READ sourceIndex WRITE setSourceIndex NOTIFY changed FINAL)
    /// As typed; counts where sourceIndex is 1.
    Q_PROPERTY(QString priceUrl READ priceUrl WRITE setPriceUrl NOTIFY changed FINAL)
    /// Why it cannot be asked; empty where it can.
    Q_PROPERTY(QString priceUrlError READ priceUrlError NOTIFY changed FINAL)
    /// What --price-url of this run says, where it says one and nothing else was chosen since; empty otherwise.
    Q_PROPERTY(QString commandUrl READ commandUrl NOTIFY changed FINAL)
    /// Between two polls.
    Q_PROPERTY(int intervalSeconds READ intervalSeconds WRITE setIntervalSeconds NOTIFY changed FINAL)
    /// As Theme.qml counts them.
    Q_PROPERTY(int theme READ theme WRITE setTheme NOTIFY changed FINAL)
    /// 0 the system's, then as in the list of languages.
    Q_PROPERTY(int languageIndex READ languageIndex WRITE setLanguageIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool closeAtLiquidation READ closeAtLiquidation WRITE setCloseAtLiquidation NOTIFY changed FINAL)
    /// By the hour, where a daily rate is known.
    Q_PROPERTY(bool addsInterest READ addsInterest WRITE setAddsInterest NOTIFY changed FINAL)
    /// Titles, in the order of removeProfile().
    Q_PROPERTY(QStringList ownProfiles READ ownProfiles NOTIFY changed FINAL)
    /// What is kept on this computer, in words.
    Q_PROPERTY(QString historyText READ historyText CONSTANT FINAL)
    Q_PROPERTY(QString dataDirectory READ dataDirectory NOTIFY changed FINAL)
    Q_PROPERTY(QString versions READ versions NOTIFY changed FINAL)
    /// Why the last change could not be saved; empty where it was.
    Q_PROPERTY(QString failure READ failure NOTIFY changed FINAL)

public:
    enum Page { General, Alarms };
    Q_ENUM(Page)

    /// Why a URL cannot be used, or "" where it can; the rule itself belongs to the price feed.
    using UrlValidator = std::function<QString(const QString &)>;

    SettingsViewModel(monitor::Stores &stores, const DisplayFormat &format, QObject *parent = nullptr);

    void setUrlValidator(UrlValidator validator) { m_validator = std::move(validator); }
    void setCommandUrl(const QString &url);
    [[nodiscard]] QString commandUrl() const { return m_commandUrl; }
    void setDataDirectory(const QString &path);
    void setDatabaseVersion(const QString &version); ///< of the database library
    /// Reads what is stored; each setting that differs from its default is told by its signal. `loaded` follows.
    void load();

    Q_INVOKABLE void open();
    Q_INVOKABLE void openAlarms(); ///< on the page of the alarms
    Q_INVOKABLE void close();
    Q_INVOKABLE void applyPriceUrl(); ///< stores the typed URL where it is valid

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] Page page() const { return m_page; }
    void setPage(Page page);
    [[nodiscard]] int sourceIndex() const { return m_sourceIndex; }
    void setSourceIndex(int index); ///< 0 public data, 1 own URL
    [[nodiscard]] QString priceUrl() const { return m_typedUrl; }
    void setPriceUrl(const QString &text);
    [[nodiscard]] QString priceUrlError() const { return m_urlError; }
    [[nodiscard]] int intervalSeconds() const { return m_intervalMs / 1000; }
    void setIntervalSeconds(int seconds);
    [[nodiscard]] int theme() const { return m_theme; }
    void setTheme(int theme);
    [[nodiscard]] int languageIndex() const;
    void setLanguageIndex(int index);
    [[nodiscard]] bool closeAtLiquidation() const { return m_closeAtLiquidation; }
    void setCloseAtLiquidation(bool close);
    [[nodiscard]] bool addsInterest() const { return m_addsInterest; }
    void setAddsInterest(bool adds);
    [[nodiscard]] QStringList ownProfiles() const { return m_ownProfiles; }
    [[nodiscard]] QString historyText() const;
    [[nodiscard]] QString dataDirectory() const { return m_dataDirectory; }
    [[nodiscard]] QString versions() const;
    [[nodiscard]] QString failure() const { return m_failure; }

Q_SIGNALS:
    void isOpenChanged();
    void changed();
    void loaded();
    void intervalChanged(int ms);
    void priceUrlChanged(const QString &url); ///< "" = the built-in public data
    void themeChanged(int theme);
    void languageChanged(const QString &code); ///< "" = the system's
    void closeAtLiquidationChanged(bool close);

private:
    void take(const QHash<QString, QString> &settings);
    void store(const QString &key, const QString &value);
    void useUrl(const QString &url);
    void loadProfiles();

    monitor::Stores &m_stores;
    const DisplayFormat &m_format;
    UrlValidator m_validator;
    bool m_isOpen = false;
    Page m_page = General;
    int m_sourceIndex = 0;
    QString m_url; // in use; "" = built-in
    QString m_typedUrl;
    QString m_urlError;
    int m_intervalMs;
    int m_theme = 0;
    QString m_language;
    bool m_closeAtLiquidation = false;
    bool m_addsInterest = true;
    QStringList m_ownProfiles;
    QString m_commandUrl;
    QString m_dataDirectory;
    QString m_databaseVersion;
    QString m_failure;
    QHash<QString, QString> m_changed; ///< since load() asked: its answer is older
};

} // namespace plimsoll::viewmodels
