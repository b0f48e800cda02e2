// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "ports/snapshot.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/profilelist.h"

#include <QtCore/QCoreApplication>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The three bars of an account as typed: ratios of assets to debt, "1.10".
struct BarsDraft {
    QString initial;
    QString call;
    QString liquidation;

    bool operator==(const BarsDraft &) const = default;
    static BarsDraft of(const margin::Thresholds &bars, const DisplayFormat &format);
    /// Nothing while one of them is blank, or where they cannot be: then `fault` says why.
    [[nodiscard]] std::optional<margin::Thresholds> read(const DisplayFormat &format, QString &fault) const;
};

/// One account as a person types it: texts in, an account or what is wrong with it out. A value without signals; GUI
/// thread because of translations.
class AccountDraft
{
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::AccountDraft)

public:
    /// What it is judged with; `balances` is nothing where some of them cannot be read.
    struct Context {
        const monitor::SnapshotPtr &now;
        const ProfileList &profiles;
        const std::optional<std::vector<margin::Balance>> &balances;
        const DisplayFormat &format;
    };

    /// The account, where everything fits; else the reason, at the field it is about or in `fault`. Nothing is said of
    /// a field in which nothing was typed yet.
    struct Reading {
        std::optional<margin::Account> account;
        QString baseFault;
        QString quoteFault;
        QString barsFault;
        QString contributedFault;
        QString contributedEcho; ///< what was understood, "= 250.00 USDT"
        QString fault;
    };

    AccountDraft(); ///< a new account: an isolated one against USDT
    AccountDraft(const margin::Account &account, const DisplayFormat &format);

    bool operator==(const AccountDraft &) const = default;
    [[nodiscard]] Reading read(const Context &context) const;
    [[nodiscard]] bool isIsolated() const { return mode == margin::MarginMode::Isolated; }

    std::optional<margin::Account> before; ///< as it is stored; nothing for a new one
    QString name;
    QString note;
    QString owner; ///< empty: the user
    margin::MarginMode mode = margin::MarginMode::Isolated;
    QString base; ///< of an isolated account
    QString quote;
    std::string profile; ///< empty while none is chosen, and with own bars
    bool ownBars = false;
    BarsDraft bars; ///< counts where ownBars
    QString contributed; ///< own money put in so far, in `quote`; empty: not known

private:
    [[nodiscard]] margin::Account described() const;
    void readContributed(const DisplayFormat &format, margin::Account &account, Reading &reading) const;
    [[nodiscard]] bool pairFits(const monitor::SnapshotPtr &now, Reading &reading) const;
    [[nodiscard]] std::optional<margin::Thresholds> chosenBars(const Context &context, Reading &reading) const;

    std::string m_idTail; ///< of a new account's id
};

} // namespace plimsoll::viewmodels
