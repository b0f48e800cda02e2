// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/files/filesviewmodel.h"

#include "ports/promise.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/pathchooser.h"
#include "viewmodels/common/portfoliofiles.h"
#include "wire/portfoliofile.h"
#include "wording/reasontext.h"

#include <QtCore/QDir>

namespace plimsoll::viewmodels {

using margin::Portfolio;

namespace {

constexpr int kCompletions = 6;

Result<Portfolio> readPortfolio(const QString &path, qint64 limit, const std::vector<margin::Profile> &own)
{
    auto bytes = readRegularFile(path, limit);
    return bytes ? wire::parsePortfolio(*bytes, own) : Result<Portfolio>(bytes.error());
}

// "0.3 BTC, 5 ETH and 28,000 USDT"; what is beyond the first six is not told one by one.
QString listed(const QStringList &parts)
{
    constexpr qsizetype kMost = 6;
    if (parts.size() > kMost) {
        return parts.mid(0, kMost).join(QStringLiteral(", ")) + QStringLiteral(" …");
    }
    return parts.size() < 2
        ? parts.join(QString())
        : FilesViewModel::tr("%1 and %2").arg(parts.mid(0, parts.size() - 1).join(QStringLiteral(", ")), parts.last());
}

} // namespace

FilesViewModel::FilesViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_folder(QDir::homePath())
{
}

void FilesViewModel::openImport()
{
    openFor(Import);
}

void FilesViewModel::openExport()
{
    openFor(Export);
}

void FilesViewModel::openFor(Mode mode)
{
    m_isOpen = true;
    m_path = m_folder.endsWith(u'/') ? m_folder : m_folder + u'/';
    begin(mode);
    m_pathAtOpening = m_path;
    Q_EMIT formChanged();
    listFolder();
    Q_EMIT isOpenChanged();
}

void FilesViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = m_busy = m_asksOverwrite = false;
        ++m_generation;
        m_portfolio.reset();
        Q_EMIT isOpenChanged();
        Q_EMIT formChanged();
    }
}

void FilesViewModel::setMode(Mode mode)
{
    if (mode != m_mode && (mode == Import || mode == Export)) {
        begin(mode);
    }
}

void FilesViewModel::begin(Mode mode)
{
    m_mode = mode;
    const bool folderOnly = m_path.isEmpty() || m_path.endsWith(u'/');
    if (m_mode == Export && folderOnly) {
        m_path += QStringLiteral("plimsoll-portfolio.json");
    }
    m_portfolio.reset();
    m_previewLines.clear();
    m_previewTitle.clear();
    m_problem.clear();
    m_asksOverwrite = m_busy = false;
    ++m_generation;
    if (m_mode == Export) {
        if (const auto now = m_services.relay.current()) {
            showImported(now->portfolio());
        }
    } else {
        readFile();
    }
    Q_EMIT formChanged();
}

QString FilesViewModel::fullPath() const
{
    return expandedPath(m_path);
}

void FilesViewModel::setPath(const QString &path)
{
    if (path == m_path) {
        return;
    }
    m_path = path;
    m_problem.clear();
    m_asksOverwrite = m_busy = false;
    ++m_generation; // what is on its way is about another file
    if (m_mode == Import) {
        m_portfolio.reset();
        m_previewLines.clear();
        m_previewTitle.clear();
        readFile();
    }
    listFolder();
    Q_EMIT formChanged();
}

void FilesViewModel::acceptUrl(const QUrl &url)
{
    setPath(PathChooser::pathOf(url));
}

void FilesViewModel::complete(int index)
{
    if (index >= 0 && index < m_completions.size()) {
        setPath(QString(m_completions.at(index)));
    }
}

void FilesViewModel::listFolder()
{
    const int generation = ++m_listGeneration;
    inBackground([path = m_path] {
        return pathCompletions(path, kCompletions);
    }).then(this, [this, generation](const QStringList &found) {
        if (generation == m_listGeneration && found != m_completions) {
            m_completions = found;
            Q_EMIT completionsChanged();
        }
    });
}

// Reads as soon as the path ends in a file name; a folder while typing is not an error yet.
void FilesViewModel::readFile()
{
    const int generation = ++m_generation;
    const QString path = fullPath();
    if (path.contains(QLatin1String("://"))) {
        refuse(generation, tr("Only files on this computer can be read."));
        return;
    }
    if (path.isEmpty() || path.endsWith(u'/') || !path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        m_busy = false;
        return;
    }
    m_busy = true;
    m_services.stores.profiles().then(this, [this, generation, path](const Result<std::vector<margin::Profile>> &own) {
        if (generation != m_generation) {
            return;
        }
        inBackground([path, profiles = own.valueOr({})] {
            return readPortfolio(path, kLargestFile, profiles);
        }).then(this, [this, generation](const Result<Portfolio> &read) {
            if (generation == m_generation) {
                m_busy = false;
                showPortfolio(read);
            }
        });
    });
}

void FilesViewModel::showPortfolio(const Result<Portfolio> &read)
{
    if (!read) {
        refuse(m_generation, failureText(read.error()));
        return;
    }
    m_portfolio = read.value();
    showImported(*m_portfolio);
    Q_EMIT formChanged();
}

// What is in it, one line per account and wallet, so that a wrong file is noticed before it is taken.
void FilesViewModel::showImported(const Portfolio &portfolio)
{
    const auto amounts = [this](const std::vector<margin::Balance> &balances) {
        QStringList parts;
        QStringList debts;
        for (const margin::Balance &balance : balances) {
            const auto total = balance.total().value_or(margin::Decimal());
            const auto debt = balance.debt().value_or(margin::Decimal());
            const QString asset = plainName(balance.asset, 20);
            if (total.isPositive()) {
                parts << m_format.quantity(total, margin::Rounding::Down) + u' ' + asset;
            }
            if (debt.isPositive()) {
                debts << m_format.quantity(debt, margin::Rounding::Up) + u' ' + asset;
            }
        }
        return (parts.isEmpty() ? tr("empty") : listed(parts))
            + (debts.isEmpty() ? QString() : QStringLiteral("; ") + tr("owes %1").arg(listed(debts)));
    };
    m_previewLines.clear();
    for (const margin::Account &account : portfolio.accounts) {
        const QString name = plainName(account.name);
        const QString label = accountLabel(account);
        m_previewLines << (name.isEmpty() || name == label || name == accountTitle(account)
                               ? label
                               : label + QStringLiteral(" (") + name + u')')
                + QStringLiteral(": ") + amounts(account.balances);
    }
    for (const margin::Wallet &wallet : portfolio.wallets) {
        m_previewLines << walletName(wallet) + QStringLiteral(": ") + amounts(wallet.balances);
    }
    if (m_previewLines.size() > kPreviewLines) {
        const auto rest = static_cast<int>(m_previewLines.size()) - kPreviewLines;
        m_previewLines.resize(kPreviewLines);
        m_previewLines << tr("and %1 more").arg(m_format.locale().toString(rest));
    }
    const auto number = [this](std::size_t count) {
        return m_format.locale().toString(static_cast<qulonglong>(count));
    };
    const std::size_t accounts = portfolio.accounts.size();
    const std::size_t wallets = portfolio.wallets.size();
    m_previewTitle = (accounts == 1 ? tr("1 account") : tr("%1 accounts").arg(number(accounts))) + QStringLiteral(", ")
        + (wallets == 1 ? tr("1 wallet") : tr("%1 wallets").arg(number(wallets)));
}

bool FilesViewModel::ready() const
{
    if (m_busy || m_asksOverwrite || !m_isOpen) {
        return false;
    }
    const QString path = fullPath();
    return m_mode == Import ? m_portfolio.has_value() : !path.isEmpty() && !path.endsWith(u'/');
}

void FilesViewModel::confirm()
{
    if (ready()) {
        m_mode == Import ? importShown() : exportTo(false);
    }
}

void FilesViewModel::importShown()
{
    m_busy = true;
    m_problem.clear();
    Q_EMIT formChanged();
    const int generation = m_generation;
    const QString text = tr("Imported: %1").arg(m_previewTitle);
    m_services.commands.importPortfolio(*m_portfolio).then(this, [this, generation, text](const Result<Done> &result) {
        result ? finish(generation, text) : refuse(generation, failureText(result.error()));
    });
    Q_EMIT used(fullPath());
}

void FilesViewModel::answerOverwrite(bool yes)
{
    if (m_asksOverwrite) {
        m_asksOverwrite = false;
        Q_EMIT formChanged();
        if (yes) {
            exportTo(true);
        }
    }
}

void FilesViewModel::exportTo(bool overwrite)
{
    m_busy = true;
    m_problem.clear();
    Q_EMIT formChanged();
    const Target target {m_generation, fullPath(), overwrite};
    m_services.stores.loadPortfolio().then(this, [this, target](const Result<Portfolio> &portfolio) {
        portfolio ? write(portfolio.value(), target) : refuse(target.generation, failureText(portfolio.error()));
    });
}

void FilesViewModel::write(const Portfolio &portfolio, const Target &target)
{
    inBackground([portfolio, target] {
        return writePrivateFile(target.path, wire::writePortfolio(portfolio), target.overwrite);
    }).then(this, [this, target](const Result<monitor::Privacy> &result) { written(result, target); });
}

void FilesViewModel::written(const Result<monitor::Privacy> &result, const Target &target)
{
    if (result) {
        Q_EMIT used(target.path);
        finish(target.generation,
               withPrivacy(tr("Exported to %1").arg(plainName(target.path.toStdString(), 120)), *result));
    } else if (!target.overwrite && result.error().code == ErrorCode::Conflict && target.generation == m_generation) {
        m_busy = false;
        m_asksOverwrite = true;
        Q_EMIT formChanged();
    } else {
        refuse(target.generation,
               tr("The file could not be written: %1").arg(wording::reasonText(plainName(result.error().detail, 200))));
    }
}

// An answer for a form that was closed, or is about another file now, is told without touching that form.
void FilesViewModel::refuse(int generation, const QString &reason)
{
    if (generation != m_generation) {
        Q_EMIT notBooked(reason);
        return;
    }
    m_busy = false;
    m_problem = reason;
    Q_EMIT formChanged();
}

void FilesViewModel::finish(int generation, const QString &text)
{
    if (generation == m_generation) {
        close();
    }
    Q_EMIT booked(text);
}

} // namespace plimsoll::viewmodels
