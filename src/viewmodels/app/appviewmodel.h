// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/liquidationnoticeviewmodel.h"
#include "viewmodels/accounts/margincallviewmodel.h"
#include "viewmodels/accounts/pricetableviewmodel.h"
#include "viewmodels/accounts/whyviewmodel.h"
#include "viewmodels/alarms/alarmsviewmodel.h"
#include "viewmodels/alarms/channelsviewmodel.h"
#include "viewmodels/alarms/drillviewmodel.h"
#include "viewmodels/alarms/ruleeditorviewmodel.h"
#include "viewmodels/analysis/chanceviewmodel.h"
#include "viewmodels/analysis/heatmapviewmodel.h"
#include "viewmodels/analysis/plansviewmodel.h"
#include "viewmodels/analysis/replayviewmodel.h"
#include "viewmodels/analysis/stressmoves.h"
#include "viewmodels/analysis/stressviewmodel.h"
#include "viewmodels/analysis/twinviewmodel.h"
#include "viewmodels/analysis/waysoutviewmodel.h"
#include "viewmodels/analysis/whatifviewmodel.h"
#include "viewmodels/app/barsnoticeviewmodel.h"
#include "viewmodels/app/dashboardviewmodel.h"
#include "viewmodels/app/examplecontrol.h"
#include "viewmodels/app/repairnoticeviewmodel.h"
#include "viewmodels/app/settingsviewmodel.h"
#include "viewmodels/app/windowlayout.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/common/pathchooser.h"
#include "viewmodels/common/services.h"
#include "viewmodels/files/filesviewmodel.h"
#include "viewmodels/files/journalviewmodel.h"
#include "viewmodels/files/reportviewmodel.h"
#include "viewmodels/forms/accounteditorviewmodel.h"
#include "viewmodels/forms/entryviewmodel.h"
#include "viewmodels/forms/positionviewmodel.h"
#include "viewmodels/forms/topupviewmodel.h"
#include "viewmodels/forms/walletsviewmodel.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// Everything QML binds to: the one required property of the root object. Owns all view-models; they live as long as it
/// does. The ports and `Options::example` must outlive it. GUI thread.
/// More than 12 members: it holds every view-model, and does nothing itself.
class AppViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::DashboardViewModel *dashboard READ dashboard CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::MarginCallViewModel *marginCall READ marginCall CONSTANT FINAL)
    Q_PROPERTY(
        plimsoll::viewmodels::LiquidationNoticeViewModel *liquidationNotice READ liquidationNotice CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::WhyViewModel *why READ why CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::HistoryViewModel *history READ history CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::TopUpViewModel *topUp READ topUp CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::PositionViewModel *position READ position CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::EntryViewModel *entry READ entry CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AccountEditorViewModel *accountEditor READ accountEditor CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::JournalViewModel *journal READ journal CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::FilesViewModel *files READ files CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::PathChooser *paths READ paths CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::SettingsViewModel *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::PriceTableViewModel *priceTable READ priceTable CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AlarmsViewModel *alarms READ alarms CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::RuleEditorViewModel *rules READ rules CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChannelsViewModel *channels READ channels CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::DrillViewModel *drill READ drill CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::BarsNoticeViewModel *barsNotice READ barsNotice CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::RepairNoticeViewModel *repairNotice READ repairNotice CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ExampleControl *example READ example CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::StressViewModel *stress READ stress CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::StressMoves *moves READ moves CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::WalletsViewModel *wallets READ wallets CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::WaysOutViewModel *waysOut READ waysOut CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::PlansViewModel *plans READ plans CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::TwinViewModel *twins READ twins CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::WhatIfViewModel *whatIf READ whatIf CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChanceViewModel *chance READ chance CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::HeatMapViewModel *heatMap READ heatMap CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ReplayViewModel *replay READ replay CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ReportViewModel *report READ report CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::WindowLayout *layout READ layout CONSTANT FINAL)
    Q_PROPERTY(bool isExample READ isExample CONSTANT FINAL)
    Q_PROPERTY(QString dataDir READ dataDir CONSTANT FINAL)
    Q_PROPERTY(QString versionText READ versionText CONSTANT FINAL)

public:
    struct Options {
        bool example = false;
        QString dataDir;
        QString version;
        QLocale locale;
        ExampleControl *exampleControl = nullptr; ///< not owned; only where `example`
        QString layout; ///< SettingKeys::layout
        QString folder; ///< SettingKeys::folder
        QString ownBetas; ///< monitor::kOwnBetasKey
        QString ownCorrelations; ///< monitor::kOwnCorrelationsKey
    };

    AppViewModel(monitor::Commands &commands, monitor::AlarmCommands &alarmCommands, monitor::Stores &stores,
                 monitor::SnapshotRelay &relay, const monitor::Clock &clock, Options options,
                 QObject *parent = nullptr);

    [[nodiscard]] DashboardViewModel *dashboard() const { return m_dashboard; }
    [[nodiscard]] MarginCallViewModel *marginCall() const { return m_marginCall; }
    [[nodiscard]] LiquidationNoticeViewModel *liquidationNotice() const { return m_liquidationNotice; }
    [[nodiscard]] WhyViewModel *why() const { return m_why; }
    [[nodiscard]] HistoryViewModel *history() const { return m_history; }
    [[nodiscard]] TopUpViewModel *topUp() const { return m_topUp; }
    [[nodiscard]] PositionViewModel *position() const { return m_position; }
    [[nodiscard]] EntryViewModel *entry() const { return m_entry; }
    [[nodiscard]] AccountEditorViewModel *accountEditor() const { return m_accountEditor; }
    [[nodiscard]] JournalViewModel *journal() const { return m_journal; }
    [[nodiscard]] FilesViewModel *files() const { return m_files; }
    [[nodiscard]] PathChooser *paths() const { return m_paths; }
    [[nodiscard]] SettingsViewModel *settings() const { return m_settings; }
    [[nodiscard]] PriceTableViewModel *priceTable() const { return m_priceTable; }
    [[nodiscard]] AlarmsViewModel *alarms() const { return m_alarms; }
    [[nodiscard]] RuleEditorViewModel *rules() const { return m_rules; }
    [[nodiscard]] ChannelsViewModel *channels() const { return m_channels; }
    [[nodiscard]] DrillViewModel *drill() const { return m_drill; }
    [[nodiscard]] BarsNoticeViewModel *barsNotice() const { return m_barsNotice; }
    [[nodiscard]] RepairNoticeViewModel *repairNotice() const { return m_repairNotice; }
    [[nodiscard]] ExampleControl *example() const { return m_options.exampleControl; }
    [[nodiscard]] StressViewModel *stress() const { return m_stress; }
    [[nodiscard]] StressMoves *moves() const { return m_moves; }
    [[nodiscard]] WalletsViewModel *wallets() const { return m_wallets; }
    [[nodiscard]] WaysOutViewModel *waysOut() const { return m_waysOut; }
    [[nodiscard]] PlansViewModel *plans() const { return m_plans; }
    [[nodiscard]] TwinViewModel *twins() const { return m_twins; }
    [[nodiscard]] WhatIfViewModel *whatIf() const { return m_whatIf; }
    [[nodiscard]] ChanceViewModel *chance() const { return m_chance; }
    [[nodiscard]] HeatMapViewModel *heatMap() const { return m_heatMap; }
    [[nodiscard]] ReplayViewModel *replay() const { return m_replay; }
    [[nodiscard]] ReportViewModel *report() const { return m_report; }
    [[nodiscard]] WindowLayout *layout() const { return m_layout; }
    [[nodiscard]] bool isExample() const { return m_options.example; }
    [[nodiscard]] QString dataDir() const { return m_options.dataDir; }
    [[nodiscard]] QString versionText() const { return m_options.version; }
    [[nodiscard]] const DisplayFormat &format() const { return m_format; }

    Q_INVOKABLE void refresh(); ///< a fresh answer as soon as the shortest pause allows
    /// The form for a way out of a call (MarginCallViewModel::Way), filled in.
    Q_INVOKABLE void openWay(const QString &accountId, int way);
    /// The page on which it is thought of, with what brings the account to its initial ratio filled in.
    Q_INVOKABLE void openWhatIf(const QString &accountId);
    /// Every page about one account shows this one.
    Q_INVOKABLE void lookAt(const QString &accountId);
    Q_INVOKABLE void startExample(); ///< the first-run page's first way in
    Q_INVOKABLE void leaveExample(); ///< to the person's own book

    void tellFailure(const QString &reason); ///< of the engine, in plain English; a line for a toast

Q_SIGNALS:
    void exampleRequested();
    void ownBookRequested();
    void whatIfWanted(); ///< the page is to be seen
    void booked(const QString &text); ///< one line for a toast, from any form
    void refused(const QString &text);
    void acknowledged(const QString &text); ///< one line for a toast that offers to take it back

private:
    void followPaths();
    void followEstimates();
    void keep(QStringView key, const QString &value);
    void openPlan(const margin::PreparedPlan &plan); ///< the form that records it, filled in

    const Options m_options;
    const DisplayFormat m_format;
    const Services m_services;
    MarginCallViewModel *m_marginCall; ///< before the dashboard, which asks it at every snapshot
    DashboardViewModel *m_dashboard;
    LiquidationNoticeViewModel *m_liquidationNotice;
    WhyViewModel *m_why;
    HistoryViewModel *m_history;
    TopUpViewModel *m_topUp;
    PositionViewModel *m_position;
    EntryViewModel *m_entry;
    AccountEditorViewModel *m_accountEditor;
    JournalViewModel *m_journal;
    FilesViewModel *m_files;
    PathChooser *m_paths;
    SettingsViewModel *m_settings;
    PriceTableViewModel *m_priceTable;
    AlarmsViewModel *m_alarms;
    RuleEditorViewModel *m_rules;
    ChannelsViewModel *m_channels;
    DrillViewModel *m_drill;
    BarsNoticeViewModel *m_barsNotice;
    StressMoves *m_moves;
    StressViewModel *m_stress;
    WalletsViewModel *m_wallets;
    WaysOutViewModel *m_waysOut;
    PlansViewModel *m_plans;
    RepairNoticeViewModel *m_repairNotice;
    TwinViewModel *m_twins;
    WhatIfViewModel *m_whatIf;
    ChanceViewModel *m_chance;
    HeatMapViewModel *m_heatMap;
    ReplayViewModel *m_replay;
    ReportViewModel *m_report;
    WindowLayout *m_layout;
};

} // namespace plimsoll::viewmodels
