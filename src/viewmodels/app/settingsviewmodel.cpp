// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app/settingsviewmodel.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/common/settingkeys.h"

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

const QStringList &languageCodes()
{
    static const QStringList codes {QString(), QStringLiteral("en"), QStringLiteral("de")};
    return codes;
}

constexpr int kThemes = 4;

} // namespace

SettingsViewModel::SettingsViewModel(monitor::Stores &stores, const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_format(format)
    , m_intervalMs(SettingKeys::kDefaultIntervalMs)
{
}

void SettingsViewModel::setCommandUrl(const QString &url)
{
    m_commandUrl = url;
    Q_EMIT changed();
}

void SettingsViewModel::setDataDirectory(const QString &path)
{
    m_dataDirectory = path;
    Q_EMIT changed();
}

void SettingsViewModel::setDatabaseVersion(const QString &version)
{
    m_databaseVersion = version;
    Q_EMIT changed();
}

void SettingsViewModel::load()
{
    m_changed.clear();
    m_stores.settings().then(this, [this](const Result<QHash<QString, QString>> &settings) {
        if (settings) {
            auto stored = settings.value();
            stored.insert(m_changed);
            take(stored);
        } else {
            m_failure = failureText(settings.error());
        }
        Q_EMIT changed();
        Q_EMIT loaded();
    });
}

// Whatever stands in the database is checked like input: it may have been edited by hand.
void SettingsViewModel::take(const QHash<QString, QString> &settings)
{
    const QString url = settings.value(SettingKeys::priceUrl);
    const bool usable = url.isEmpty() || !m_validator || m_validator(url).isEmpty();
    m_urlError = usable ? QString() : m_validator(url);
    m_typedUrl = url;
    m_sourceIndex = url.isEmpty() ? 0 : 1;
    if (usable && url != m_url) {
        m_url = url;
        Q_EMIT priceUrlChanged(m_url);
    }
    bool isNumber = false;
    const int interval = settings.value(SettingKeys::intervalMs).toInt(&isNumber);
    const int bounded = std::clamp(interval, SettingKeys::kShortestIntervalMs, SettingKeys::kLongestIntervalMs);
    if (isNumber && bounded != m_intervalMs) {
        m_intervalMs = bounded;
        Q_EMIT intervalChanged(m_intervalMs);
    }
    const int theme = settings.value(SettingKeys::theme).toInt(&isNumber);
    if (isNumber && theme >= 0 && theme < kThemes && theme != m_theme) {
        m_theme = theme;
        Q_EMIT themeChanged(m_theme);
    }
    const QString language = settings.value(SettingKeys::language);
    if (languageCodes().contains(language) && language != m_language) {
        m_language = language;
        Q_EMIT languageChanged(m_language);
    }
    m_addsInterest = monitor::addsInterest(settings.value(SettingKeys::addInterest));
    const bool close = settings.value(SettingKeys::closeAtLiquidation) == u'1';
    if (close != m_closeAtLiquidation) {
        m_closeAtLiquidation = close;
        Q_EMIT closeAtLiquidationChanged(m_closeAtLiquidation);
    }
}

void SettingsViewModel::store(const QString &key, const QString &value)
{
    m_changed.insert(key, value);
    m_stores.setSetting(key, value).then(this, [this](const Result<Done> &stored) {
        m_failure = stored ? QString() : tr("This holds until you quit, but it could not be saved.");
        Q_EMIT changed();
    });
}

void SettingsViewModel::open()
{
    m_typedUrl = m_url;
    m_sourceIndex = m_url.isEmpty() ? 0 : 1;
    m_urlError.clear();
    m_page = General;
    m_isOpen = true;
    loadProfiles();
    Q_EMIT changed();
    Q_EMIT isOpenChanged();
}

void SettingsViewModel::openAlarms()
{
    open();
    setPage(Alarms);
}

void SettingsViewModel::setPage(Page page)
{
    if ((page == General || page == Alarms) && page != m_page) {
        m_page = page;
        Q_EMIT changed();
    }
}

void SettingsViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        Q_EMIT isOpenChanged();
    }
}

void SettingsViewModel::loadProfiles()
{
    m_stores.profiles().then(this, [this](const Result<std::vector<margin::Profile>> &own) {
        m_ownProfiles.clear();
        for (const margin::Profile &profile : own.valueOr({})) {
            m_ownProfiles << plainName(profile.title) + QStringLiteral(": ")
                    + ProfileList::bars(profile.thresholds, m_format);
        }
        Q_EMIT changed();
    });
}

void SettingsViewModel::useUrl(const QString &url)
{
    m_urlError.clear();
    if (url != m_url) {
        m_url = url;
        m_commandUrl.clear(); // what is chosen now counts
        store(SettingKeys::priceUrl, url);
        Q_EMIT priceUrlChanged(url);
    }
    Q_EMIT changed();
}

void SettingsViewModel::setSourceIndex(int index)
{
    if (index == m_sourceIndex || index < 0 || index > 1) {
        return;
    }
    m_sourceIndex = index;
    if (index == 0) {
        useUrl({});
    }
    Q_EMIT changed(); // an own URL is taken over by applyPriceUrl(), once it is complete
}

void SettingsViewModel::setPriceUrl(const QString &text)
{
    constexpr int kLongestUrl = 2048;
    if (text != m_typedUrl) {
        m_typedUrl = text.left(kLongestUrl);
        const QString typed = m_typedUrl.trimmed();
        m_urlError = typed.isEmpty() || !m_validator ? QString() : m_validator(typed);
        Q_EMIT changed();
    }
}

void SettingsViewModel::applyPriceUrl()
{
    const QString typed = m_typedUrl.trimmed();
    if (typed.isEmpty()) {
        m_urlError = tr("Enter the address of a price source.");
        Q_EMIT changed();
        return;
    }
    m_urlError = m_validator ? m_validator(typed) : QString();
    m_urlError.isEmpty() ? useUrl(typed) : changed();
}

void SettingsViewModel::setIntervalSeconds(int seconds)
{
    const int ms = std::clamp(seconds, SettingKeys::kShortestIntervalMs / 1000, SettingKeys::kLongestIntervalMs / 1000)
        * 1000;
    if (ms != m_intervalMs) {
        m_intervalMs = ms;
        store(SettingKeys::intervalMs, QString::number(ms));
        Q_EMIT intervalChanged(ms);
        Q_EMIT changed();
    }
}

void SettingsViewModel::setTheme(int theme)
{
    if (theme >= 0 && theme < kThemes && theme != m_theme) {
        m_theme = theme;
        store(SettingKeys::theme, QString::number(theme));
        Q_EMIT themeChanged(theme);
        Q_EMIT changed();
    }
}

int SettingsViewModel::languageIndex() const
{
    return static_cast<int>(languageCodes().indexOf(m_language));
}

void SettingsViewModel::setLanguageIndex(int index)
{
    if (index >= 0 && index < languageCodes().size() && index != languageIndex()) {
        m_language = languageCodes().at(index);
        store(SettingKeys::language, m_language);
        Q_EMIT languageChanged(m_language);
        Q_EMIT changed();
    }
}

void SettingsViewModel::setCloseAtLiquidation(bool close)
{
    if (close != m_closeAtLiquidation) {
        m_closeAtLiquidation = close;
        store(SettingKeys::closeAtLiquidation, close ? QStringLiteral("1") : QStringLiteral("0"));
        Q_EMIT closeAtLiquidationChanged(close);
        Q_EMIT changed();
    }
}

// Whoever books reads it from the store: nobody else need be told.
void SettingsViewModel::setAddsInterest(bool adds)
{
    if (adds != m_addsInterest) {
        m_addsInterest = adds;
        store(SettingKeys::addInterest, adds ? QStringLiteral("1") : QStringLiteral("0"));
        Q_EMIT changed();
    }
}

QString SettingsViewModel::historyText() const
{
    return tr("Levels and prices are kept on this computer for the charts. The journal is kept for good.");
}

QString SettingsViewModel::versions() const
{
    const QString qt = tr("Qt %1").arg(QLatin1String(qVersion()));
    return m_databaseVersion.isEmpty() ? qt : qt + QStringLiteral(" · ") + tr("SQLite %1").arg(m_databaseVersion);
}

} // namespace plimsoll::viewmodels
