// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <QtGui/QImage>

#include <cstdio>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace plimsoll::app {

namespace {

constexpr int kShownMs = 1200; // prices decided, history read, animations over
constexpr int kDialogMs = 900;
constexpr std::chrono::milliseconds kDayDuration {1500}; // slow enough for the chart to get its line

const QString kShownAccount = u"b-bchusdt"_s;

enum Tab { kLevel, kRisk, kWhatIf, kPrices, kJournal, kAlarms }; // of the dock, as in Dock.qml
enum Part { kStress, kHeatMap, kChance, kWaysOut, kTwin, kReplay }; // of the page Risk, as in RiskParts.qml

struct Page {
    int day; ///< of the reference example
    std::function<void(viewmodels::AppViewModel &)> open;
    bool keepsCallDialog = false;
    int tab = kLevel;
    int part = kStress;
};

void nothing(viewmodels::AppViewModel &) {}

// Prices fall; in the example something is added to the account that is nearest to its call.
void thinkOf(viewmodels::AppViewModel &app)
{
    analysis::Changes changes;
    changes.shocks[std::string(analysis::kAllAssets)] = -margin::Decimal::fromInteger(10);
    if (app.isExample()) {
        changes.bookings.push_back({kShownAccount.toStdString(), analysis::HypotheticalKind::TopUp, "USDT",
                                    margin::Decimal::fromInteger(100)});
    }
    app.whatIf()->setChanges(std::move(changes));
}

// Without candle files: the volatilities are typed.
void simulate(viewmodels::ChanceViewModel &chance)
{
    chance.setSigma(
        u"BTC=55 ETH=80 BCH=95 BNB=60 SOL=90 DOGE=100 SHIB=110 PEPE=130 LINK=90 XRP=85 AVAX=95 ADA=85 LTC=80 USDC=1 FDUSD=1"_s);
    chance.setPaths(u"4000"_s);
    chance.run();
}

const std::map<QString, Page> &pages()
{
    using viewmodels::AppViewModel;
    static const std::map<QString, Page> all {
        {u"main"_s, {1, nothing}},
        {u"day-n"_s, {0, nothing}},
        {u"day-n5"_s, {2, [](AppViewModel &app) { app.liquidationNotice()->close(); }}},
        {u"first-run"_s, {0, nothing}},
        {u"margin-call"_s, {1, nothing, true}},
        {u"liquidation"_s, {2, nothing}},
        {u"top-up"_s,
         {1,
          [](AppViewModel &app) {
              app.topUp()->open(kShownAccount);
              app.topUp()->fillToInitial();
          }}},
        {u"open-position"_s, {1, [](AppViewModel &app) { app.position()->open({}); }}},
        {u"close-position"_s, {1, [](AppViewModel &app) { app.position()->openClosing(kShownAccount); }}},
        {u"entry"_s, {1, [](AppViewModel &app) { app.entry()->open(kShownAccount); }}},
        {u"account"_s, {1, [](AppViewModel &app) { app.accountEditor()->open(kShownAccount); }}},
        {u"import"_s, {1, [](AppViewModel &app) { app.files()->openImport(); }}},
        {u"settings"_s, {1, [](AppViewModel &app) { app.settings()->open(); }}},
        {u"why"_s, {1, [](AppViewModel &app) { app.why()->open(kShownAccount, viewmodels::WhyViewModel::Level); }}},
        {u"further-curve"_s,
         {1, [](AppViewModel &app) { app.history()->chart()->curve()->setIndex(viewmodels::ChartCurve::Equity); }}},
        {u"risk"_s, {1, nothing, false, kRisk}},
        {u"twin"_s, {1, nothing, false, kRisk, kTwin}},
        {u"replay"_s, {1, nothing, false, kRisk, kReplay}},
        {u"report"_s, {1, [](AppViewModel &app) { app.report()->open(); }}},
        {u"ways-out"_s, {1, nothing, false, kRisk, kWaysOut}},
        {u"heat-map"_s, {1, nothing, false, kRisk, kHeatMap}},
        {u"chance"_s, {1, [](AppViewModel &app) { simulate(*app.chance()); }, false, kRisk, kChance}},
        {u"what-if"_s, {1, thinkOf, false, kWhatIf}},
        {u"prices"_s, {1, nothing, false, kPrices}},
        {u"journal"_s, {1, nothing, false, kJournal}},
        {u"alarms"_s, {1, nothing, false, kAlarms}},
        {u"alarm-rule"_s, {1, [](AppViewModel &app) { app.rules()->openNew(kShownAccount); }, false, kAlarms}},
        {u"alarm-channels"_s, {1, [](AppViewModel &app) { app.settings()->openAlarms(); }}},
        {u"fire-drill"_s, {1, [](AppViewModel &app) { app.drill()->open(); }}},
    };
    return all;
}

} // namespace

Screenshot::Screenshot(Program &program, QString file, QString page)
    : m_program(program)
    , m_file(std::move(file))
    , m_page(std::move(page))
{
}

QStringList Screenshot::pageNames()
{
    QStringList names;
    for (const auto &[name, page] : pages()) {
        names << name;
    }
    return names;
}

void Screenshot::begin()
{
    const int day = pages().at(m_page).day;
    ExampleDriver *example = m_program.composition()->example();
    if (example == nullptr || day == 0) {
        evaluate();
        return;
    }
    connect(example, &ExampleDriver::changed, this, [this, example, day] {
        if (example->dayIndex() == day) {
            example->disconnect(this);
            evaluate();
        }
    });
    example->playTo(day, kDayDuration);
}

void Screenshot::evaluate() const
{
    QTimer::singleShot(kShownMs, this, &Screenshot::show);
}

void Screenshot::show()
{
    viewmodels::AppViewModel &app = m_program.composition()->app();
    const Page &page = pages().at(m_page);
    if (!page.keepsCallDialog) {
        // A picture of a person's own accounts answers no alarm; another process may be sounding it.
        app.isExample() ? app.marginCall()->acknowledge() : app.marginCall()->putAside();
    }
    page.open(app);
    if (auto *tabs = m_program.window()->findChild<QObject *>(u"tabBar"_s)) {
        tabs->setProperty("currentIndex", page.tab);
    }
    if (auto *dock = m_program.window()->findChild<QObject *>(u"dock"_s)) {
        dock->setProperty("riskPart", page.part);
    }
    QTimer::singleShot(kDialogMs, this, &Screenshot::grab);
}

void Screenshot::grab()
{
    if (auto *toast = m_program.window() != nullptr ? m_program.window()->findChild<QObject *>(u"toast"_s) : nullptr) {
        QMetaObject::invokeMethod(toast, "close"); // it tells of what was done for the picture only
        QTimer::singleShot(kShownMs / 2, this, &Screenshot::save);
        return;
    }
    save();
}

void Screenshot::save()
{
    const QImage image = m_program.window() != nullptr ? m_program.window()->grabWindow() : QImage();
    const bool saved = !image.isNull() && image.save(m_file, "PNG");
    if (!saved) {
        std::fputs("plimsoll: the screenshot could not be written\n", stderr);
    }
    QCoreApplication::exit(saved ? 0 : 73);
}

} // namespace plimsoll::app
