// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/plantext.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

#include <QtCore/QCoreApplication>

namespace plimsoll::viewmodels {

using analysis::PlanStanding;
using margin::Account;
using margin::PreparedPlan;
using margin::Way;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::PlanText)
};

QString accountName(const margin::Portfolio &book, const std::string &id)
{
    const Account *account = book.account(id);
    return account == nullptr ? plainName(id) : accountLabel(*account);
}

QString sourceName(const margin::Portfolio &book, const std::string &id)
{
    const margin::Wallet *wallet = book.wallet(id);
    return wallet == nullptr ? plainName(id, 30) : walletName(*wallet);
}

// What the rules were asked: their refusal names its figures.
QString refusedText(const PreparedPlan &plan, const Error &error, const margin::Portfolio &book,
                    const DisplayFormat &format)
{
    const Account &account = *book.account(plan.account);
    const Account *giver = plan.way == Way::Move ? book.account(plan.source) : nullptr;
    const margin::Wallet *wallet = plan.way == Way::Move ? nullptr : book.wallet(plan.source);
    if (error.code == ErrorCode::NotFound) {
        return plan.way == Way::Move ? Words::tr("The account that gives it is not there any more.")
                                     : Words::tr("The wallet is not there any more.");
    }
    if (plan.way == Way::SellAndRepay) {
        return refusalText(error, account, nullptr,
                           monitor::ClosePosition {plan.asset, account.quoteAsset, {}, plan.amount}, format);
    }
    if (giver != nullptr && error.place.starts_with("source")) {
        return refusalText(error, *giver, nullptr, monitor::TransferOut {plan.asset, plan.amount, {}}, format);
    }
    return refusalText(error, account, wallet,
                       monitor::TopUp {plan.asset, plan.amount, plan.source, plan.way == Way::Repay}, format);
}

QString shortText(const PreparedPlan &plan, const analysis::PlanToday &today, const QString &initial,
                  const DisplayFormat &format)
{
    const QString level = levelOrDash(format, *today.after);
    return today.needed
        ? Words::tr("Not enough any more: it leads to level %1. Today %2 lead to %3.")
              .arg(level, planAmountText(*today.needed, plan.asset, format), initial)
        : Words::tr("Not enough: it leads to level %1, and no amount of it leads to %2 this way.").arg(level, initial);
}

QString enoughText(const PreparedPlan &plan, const analysis::PlanToday &today, const DisplayFormat &format)
{
    const QString leads = today.after->status == margin::Status::NoDebt
        ? Words::tr("Nothing is owed any more then.")
        : Words::tr("Leads to level %1.").arg(levelOrDash(format, *today.after));
    const bool isMore = today.needed && plan.amount > DisplayFormat::payable(*today.needed, plan.asset);
    return isMore
        ? Words::tr("%1 Today %2 would be enough.").arg(leads, planAmountText(*today.needed, plan.asset, format))
        : leads;
}

} // namespace

QString planAmountText(margin::Decimal amount, const std::string &asset, const DisplayFormat &format)
{
    return QStringLiteral("%1 %2").arg(format.full(DisplayFormat::payable(amount, asset), 2), plainName(asset, 20));
}

QString planText(const PreparedPlan &plan, const margin::Portfolio &book, const DisplayFormat &format)
{
    const QString amount = planAmountText(plan.amount, plan.asset, format);
    switch (plan.way) {
    case Way::Deposit:
        return plan.source.empty() ? Words::tr("Deposit %1 from outside").arg(amount)
                                   : Words::tr("Deposit %1 from %2").arg(amount, sourceName(book, plan.source));
    case Way::Repay:
        return plan.source.empty()
            ? Words::tr("Repay %1 with money from outside").arg(amount)
            : Words::tr("Repay %1 with money from %2").arg(amount, sourceName(book, plan.source));
    case Way::SellAndRepay: return Words::tr("Sell %1 and repay").arg(amount);
    case Way::Move: return Words::tr("Move %1 from %2").arg(amount, accountName(book, plan.source));
    }
    return {};
}

QString planTodayText(const PreparedPlan &plan, const analysis::PlanToday &today, const margin::Portfolio &book,
                      const DisplayFormat &format)
{
    const QString initial = ratioText(format, book.account(plan.account)->thresholds.initial);
    switch (today.standing) {
    case PlanStanding::Unknown: return Words::tr("The level of this account is not known: a price is missing.");
    case PlanStanding::NotNeeded: return Words::tr("Not needed now: the level is not below %1.").arg(initial);
    case PlanStanding::Refused:
        return Words::tr("Not possible now: %1").arg(refusedText(plan, *today.refusal, book, format));
    case PlanStanding::Enough: return enoughText(plan, today, format);
    case PlanStanding::Short: return shortText(plan, today, initial, format);
    }
    return {};
}

} // namespace plimsoll::viewmodels
