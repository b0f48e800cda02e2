// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app/appviewmodel.h"

#include "ports/ownestimates.h"
#include "viewmodels/accounts/suggestions.h"
#include "wording/reasontext.h"

namespace plimsoll::viewmodels {

AppViewModel::AppViewModel(monitor::Commands &commands, monitor::AlarmCommands &alarmCommands, monitor::Stores &stores,
                           monitor::SnapshotRelay &relay, const monitor::Clock &clock, Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_format(m_options.locale)
    , m_services {commands, alarmCommands, stores, relay, clock, m_format}
    , m_marginCall(new MarginCallViewModel(m_services, this))
    , m_dashboard(new DashboardViewModel(relay, clock, m_format, this))
    , m_liquidationNotice(new LiquidationNoticeViewModel(stores, relay, m_format, m_options.example, this))
    , m_why(new WhyViewModel(stores, relay, clock, m_format, this))
    , m_history(new HistoryViewModel(stores, relay, clock, m_format, m_options.example, this))
    , m_topUp(new TopUpViewModel(m_services, this))
    , m_position(new PositionViewModel(m_services, this))
    , m_entry(new EntryViewModel(m_services, this))
    , m_accountEditor(new AccountEditorViewModel(m_services, this))
    , m_journal(new JournalViewModel(m_services, this))
    , m_files(new FilesViewModel(m_services, this))
    , m_paths(new PathChooser(m_options.folder, this))
    , m_settings(new SettingsViewModel(stores, m_format, this))
    , m_priceTable(new PriceTableViewModel(m_services, this))
    , m_alarms(new AlarmsViewModel(m_services, this))
    , m_rules(new RuleEditorViewModel(m_services, this))
    , m_channels(new ChannelsViewModel(alarmCommands, stores, relay, m_format, this))
    , m_drill(new DrillViewModel(alarmCommands, relay, m_format, this))
    , m_barsNotice(new BarsNoticeViewModel(stores, relay, this))
    , m_moves(new StressMoves(relay, m_format, this))
    , m_stress(new StressViewModel(relay, *m_moves->betas(), m_format, this))
    , m_wallets(new WalletsViewModel(m_services, this))
    , m_waysOut(new WaysOutViewModel(relay, m_format, this))
    , m_plans(new PlansViewModel(m_services, this))
    , m_repairNotice(new RepairNoticeViewModel(m_services, this))
    , m_twins(new TwinViewModel(relay, m_format, this))
    , m_whatIf(new WhatIfViewModel(commands, relay, m_format, m_options.dataDir, this))
    , m_chance(new ChanceViewModel(relay, m_format, this))
    , m_heatMap(new HeatMapViewModel(relay, m_format, this))
    , m_replay(new ReplayViewModel(relay, stores, clock, m_format, this))
    , m_report(new ReportViewModel(m_services, this))
    , m_layout(new WindowLayout(m_options.layout, this))
{
    m_dashboard->setHistory(*m_history);
    if (!m_options.example) { // a day of the story is no time of this clock
        m_dashboard->setCalls(*m_marginCall);
    }
    m_dashboard->rows()->setForm(m_layout->accountForm());
    connect(m_dashboard->rows(), &AccountRows::formChosen, m_layout, &WindowLayout::setAccountForm);
    connect(m_alarms, &AlarmsViewModel::acknowledged, this, &AppViewModel::acknowledged);
    connect(m_marginCall, &MarginCallViewModel::acknowledged, this, &AppViewModel::acknowledged);
    connect(m_alarms, &AlarmsViewModel::undone, m_marginCall, &MarginCallViewModel::forgetAcknowledgement);
    connect(m_alarms->history(), &AlarmHistoryViewModel::exported, this, &AppViewModel::booked);
    connect(m_history->chart()->exporter(), &LevelExport::exported, this, &AppViewModel::booked);
    connect(m_history->chart()->exporter(), &LevelExport::notExported, this, &AppViewModel::refused);
    connect(m_alarms->history(), &AlarmHistoryViewModel::notExported, this, &AppViewModel::refused);
    connect(m_report, &ReportViewModel::written, this, &AppViewModel::booked);
    connect(m_journal, &JournalViewModel::booked, this, &AppViewModel::booked);
    connect(m_journal, &JournalViewModel::refused, this, &AppViewModel::refused);
    connect(m_rules, &RuleEditorViewModel::saved, this, &AppViewModel::booked);
    connect(m_rules, &RuleEditorViewModel::notSaved, this, &AppViewModel::refused);
    connect(m_accountEditor, &AccountEditorViewModel::booked, this, &AppViewModel::booked);
    connect(m_accountEditor, &AccountEditorViewModel::notBooked, this, &AppViewModel::refused);
    connect(m_wallets, &WalletsViewModel::booked, this, &AppViewModel::booked);
    connect(m_wallets, &WalletsViewModel::refused, this, &AppViewModel::refused);
    connect(m_files, &FilesViewModel::booked, this, &AppViewModel::booked);
    connect(m_files, &FilesViewModel::notBooked, this, &AppViewModel::refused);
    connect(m_plans, &PlansViewModel::saved, this, &AppViewModel::booked);
    connect(m_plans, &PlansViewModel::opened, this, &AppViewModel::openPlan);
    connect(m_waysOut, &WaysOutViewModel::wayWanted, this, &AppViewModel::openWay);
    connect(m_waysOut, &WaysOutViewModel::moveWanted, this, &AppViewModel::openPlan);
    connect(m_plans, &PlansViewModel::filled, m_topUp, &TopUpViewModel::fillPlanned);
    for (OperationForm *form :
         std::initializer_list<OperationForm *> {m_topUp, m_position, m_position->closing(), m_entry}) {
        connect(form, &OperationForm::booked, this, &AppViewModel::booked);
        connect(form, &OperationForm::notBooked, this, &AppViewModel::refused);
    }
    followPaths();
    followEstimates();
}

// What a person says of how assets move is kept the moment it is typed.
void AppViewModel::followEstimates()
{
    m_moves->betas()->setOwn(monitor::ownBetas(m_options.ownBetas));
    m_chance->correlations()->setOwn(monitor::ownCorrelations(m_options.ownCorrelations));
    connect(m_moves->betas(), &BetaTable::ownChanged, this,
            [this](const monitor::OwnBetas &own) { keep(monitor::kOwnBetasKey, monitor::settingOf(own)); });
    connect(m_chance->correlations(), &CorrelationGrid::ownChanged, this, [this](const monitor::OwnCorrelations &own) {
        keep(monitor::kOwnCorrelationsKey, monitor::settingOf(own));
    });
}

void AppViewModel::keep(QStringView key, const QString &value)
{
    m_services.stores.setSetting(key.toString(), value).then(this, [this](const Result<Done> &kept) {
        if (!kept) {
            Q_EMIT refused(tr("This holds until you quit, but it could not be saved."));
        }
    });
}

// A folder that a person chose in one form is where the next form begins.
void AppViewModel::followPaths()
{
    const auto tell = [this] {
        m_files->setFolder(m_paths->folder());
        m_alarms->history()->setExportFolder(m_paths->folder());
        m_history->chart()->exporter()->setFolder(m_paths->folder());
        m_report->setFolder(m_paths->folder());
        m_replay->report()->setFolder(m_paths->folder());
    };
    connect(m_paths, &PathChooser::folderChanged, this, tell);
    connect(m_files, &FilesViewModel::used, m_paths, &PathChooser::remember);
    connect(m_alarms->history(), &AlarmHistoryViewModel::exportedTo, m_paths, &PathChooser::remember);
    connect(m_history->chart()->exporter(), &LevelExport::exportedTo, m_paths, &PathChooser::remember);
    connect(m_report, &ReportViewModel::writtenTo, m_paths, &PathChooser::remember);
    connect(m_replay->report(), &ReplayReport::writtenTo, m_paths, &PathChooser::remember);
    tell();
}

void AppViewModel::refresh()
{
    m_services.commands.pollNow();
}

void AppViewModel::openWay(const QString &accountId, int way)
{
    switch (way) {
    case MarginCallViewModel::Repay: m_topUp->openRepaying(accountId); break;
    case MarginCallViewModel::Sell: m_position->openClosingToSafety(accountId); break;
    default: m_topUp->openSuggested(accountId);
    }
}

void AppViewModel::openWhatIf(const QString &accountId)
{
    const auto now = m_services.relay.current();
    const margin::Verdict *verdict = now ? now->find(accountId.toStdString()) : nullptr;
    if (verdict == nullptr) {
        return;
    }
    const margin::Account &account = *verdict->account;
    m_whatIf->editor()->prepare(account.id, analysis::HypotheticalKind::TopUp, account.quoteAsset,
                                suggestedTopUp(account, now->describe(*verdict)));
    Q_EMIT whatIfWanted();
}

void AppViewModel::lookAt(const QString &accountId)
{
    m_history->chart()->choose(accountId);
    m_stress->choose(accountId);
    m_heatMap->chooseAccount(accountId);
    m_waysOut->chooseAccount(accountId);
}

void AppViewModel::openPlan(const margin::PreparedPlan &plan)
{
    switch (plan.way) {
    case margin::Way::Deposit:
    case margin::Way::Repay:
    case margin::Way::Move: m_topUp->openPlanned(plan); break;
    case margin::Way::SellAndRepay: m_position->closing()->openPlanned(plan.account, plan.asset, plan.amount); break;
    }
}

void AppViewModel::tellFailure(const QString &reason)
{
    Q_EMIT refused(wording::reasonText(plainName(reason.toStdString(), 300)));
}

void AppViewModel::startExample()
{
    Q_EMIT exampleRequested();
}

void AppViewModel::leaveExample()
{
    if (m_options.example) {
        Q_EMIT ownBookRequested();
    }
}

} // namespace plimsoll::viewmodels
