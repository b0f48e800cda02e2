// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/accountalarms.h"
#include "alarm/alarm.h"
#include "alarm/rule.h"
#include "alarm/sample.h"
#include "margin/moment.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace plimsoll::alarm {

/// An alarm as it is listed, announced or stored.
struct ActiveAlarm {
    Key key;
    Alarm alarm;
    std::optional<margin::Decimal> level; ///< the account's newest known level, 8 digits, rounded down
    bool folded = false; ///< a worse built-in level alarm of the same account stands and speaks for this one
    Outlook outlook;
};

/// All alarms: feeds them samples and reports and collects what changed. A pure function of (state, input,
/// time): no clock, no text, no delivery. The order of accounts in the input changes nothing. Not thread-safe; lives on
/// the engine thread. Cost: an account far from its bars whose alarms all rest costs a handful of comparisons per
/// sample.
class Machine
{
public:
    /// Prices come every `period`: how old one may get depends on it.
    void setPollPeriod(Ms period);
    /// Replaces a person's own alarms. Requires: each validated(). Alarms of rules that are gone or disabled end.
    void setRules(std::vector<Rule> rules, BootTime now);
    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; }

    /// One sample of an account; unknown accounts begin here. Older than the newest sample of that account: ignored.
    void judge(const std::string &account, const Sample &sample);
    /// Only the own rules of an account: what they read moved, or a second passed. Account "" stands for price rules of
    /// no account.
    void judgeRules(const std::string &account, const Sample &sample);
    void remove(const std::string &account, BootTime now); ///< its alarms end
    /// The program about itself (NotDelivered to Ledger), or a price that only own alarms ask for (Incomplete, no
    /// account, its symbol). `priority` is the least priority while the condition holds.
    void report(const Key &key, Observation observation, Priority priority, BootTime now);
    /// Time passed: acknowledgements and snoozes end, prices get too old.
    void tick(BootTime now);

    // What a person does, with every alarm of an account (`condition` empty) or one kind of it. Returns how many it
    // concerned. `account` "*" means all accounts and the program. A request made earlier concerns what stood then, and
    // its time runs from then.
    int acknowledge(const std::string &account, std::optional<Condition> condition, Request request);
    int snooze(const std::string &account, Ms span, Request request);
    int handle(const std::string &account, Request request); ///< the liquidation was dealt with
    /// Puts alarms back as they were before the last acknowledgement, where nothing else happened to them since.
    int undo(const std::vector<ActiveAlarm> &before, BootTime now);

    /// Puts a stored alarm in place before the first sample of its account. Requires: times already shifted to this
    /// clock.
    void restore(const ActiveAlarm &active);

    /// What changed since the last call, in order.
    std::vector<Change> takeChanges();

    /// Alarms that went on or off hold since the last call; no change of state, so takeChanges() does not tell.
    std::vector<Key> takeHolds();

    /// Every alarm that is not at rest (Disarmed, Unknown and Normal rest), ordered by key.
    [[nodiscard]] std::vector<ActiveAlarm> awake() const;
    [[nodiscard]] const Alarm *find(const Key &key) const;
    /// The same for the planner, which counts notices in it. nullptr where there is none.
    Alarm *find(const Key &key);
    [[nodiscard]] const Behaviour &behaviour(const Key &key) const;
    [[nodiscard]] bool folded(const Key &key) const;
    [[nodiscard]] Outlook outlook(const Key &key) const;
    [[nodiscard]] std::optional<margin::Decimal> levelOf(const std::string &account) const;
    /// Accounts that must be sampled with every answer although their prices did not move; ordered.
    [[nodiscard]] std::vector<std::string> restlessAccounts() const { return {m_awake.begin(), m_awake.end()}; }
    /// Whether the last valid level was at most 1.25 x the call ratio.
    [[nodiscard]] bool nearCall(const std::string &account) const;
    [[nodiscard]] bool anyHigh() const; ///< a level alarm of call or worse, or a rule like it, is active
    [[nodiscard]] bool judged(const std::string &account) const; ///< it had a sample in this run that says something

private:
    struct Program {
        Alarm alarm;
        Observation last = Observation::Nothing;
    };

    AccountAlarms &accountOf(const std::string &account);
    void note(const std::string &account);
    void note(const Key &key, const Alarm &alarm, const Moves &moves, BootTime now);
    template<typename Visit>
    int each(const std::string &account, std::optional<Condition> condition, BootTime now, Visit &&visit);

    Ms m_period = 5 * kSecond;
    std::vector<Rule> m_rules;
    std::unordered_map<std::string, std::unique_ptr<AccountAlarms>> m_accounts;
    std::set<std::string> m_awake; ///< accounts that are not calm: all that tick() and awake() look at
    std::map<Key, Program> m_program;
    std::vector<Change> m_changes;
    std::vector<Key> m_holds;
    BootTime m_acknowledgedAt;
};

} // namespace plimsoll::alarm
