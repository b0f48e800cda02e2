// SPDX-License-Identifier: GPL-3.0-or-later
#include "testworld.h"

#include <QtQml/QQmlEngine>

namespace plimsoll::testqml {

void TestWorld::start(const QString &eth, const QString &bch, bool example)
{
    m_app.reset();
    m_world = std::make_unique<testlib::FakeMonitor>();
    m_world->stores.portfolio = testlib::referencePortfolio();
    prices(eth, bch);
    make(example);
}

void TestWorld::startEmpty()
{
    m_app.reset();
    m_world = std::make_unique<testlib::FakeMonitor>();
    m_world->settle();
    make(false);
}

void TestWorld::make(bool example)
{
    m_example = example ? std::make_unique<FakeExample>() : nullptr;
    viewmodels::AppViewModel::Options options;
    options.example = example;
    options.exampleControl = m_example.get();
    options.locale = QLocale::c();
    options.version = QStringLiteral("1.2.3");
    m_app = std::make_unique<viewmodels::AppViewModel>(*m_world, m_world->stores, m_world->relay, m_world->clock, options);
    QQmlEngine::setObjectOwnership(m_app.get(), QQmlEngine::CppOwnership);
    Q_EMIT started();
}

void TestWorld::stop()
{
    m_app.reset();
    Q_EMIT started();
}

void TestWorld::prices(const QString &eth, const QString &bch)
{
    m_world->setPrice("ETHUSDT", eth.toStdString());
    m_world->setPrice("BCHUSDT", bch.toStdString());
    m_world->feed.lastAnswer = m_world->clock.bootMs();
    m_world->settle();
}

void TestWorld::advance(int ms)
{
    m_world->clock.advance(ms);
}

void TestWorld::rename(const QString &name)
{
    for (margin::Account &account : m_world->stores.portfolio.accounts) {
        account.name = name.toStdString();
        account.note = name.toStdString();
        account.owner = name.toStdString();
    }
    m_world->feed.detail = name;
    m_world->feed.state = monitor::FeedState::Late;
    m_world->settle();
}

void TestWorld::liquidate(const QString &accountId)
{
    for (margin::Account &account : m_world->stores.portfolio.accounts) {
        if (account.id == accountId.toStdString()) {
            account.liquidatedAt = m_world->clock.wallMs();
            account.balances.clear();
        }
    }
    m_world->settle();
}

QStringList TestWorld::richTexts(QQuickItem *root)
{
    constexpr int kPlainText = 0; // Text.PlainText, TextEdit.PlainText
    QStringList found;
    const QVariant format = root->property("textFormat");
    if (format.isValid() && format.toInt() != kPlainText) {
        found << root->property("text").toString();
    }
    for (QQuickItem *child : root->childItems()) {
        found << richTexts(child);
    }
    return found;
}

void TestWorld::grab(QQuickWindow *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("PLIMSOLL_SHOTS");
    if (!folder.isEmpty()) {
        window->grabWindow().save(folder + u'/' + name + QStringLiteral(".png"));
    }
}

} // namespace plimsoll::testqml
