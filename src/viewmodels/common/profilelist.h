// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The threshold profiles a person may choose from: the published ones, then their own. A value; GUI thread.
class ProfileList
{
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::ProfileList)

public:
    ProfileList();

    void setOwn(const std::vector<margin::Profile> &own);
    /// Lists only what fits accounts of this mode, and `kept`: what an account has stays to be seen.
    void listFor(margin::MarginMode mode, std::string kept);

    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] int indexOf(const std::string &name) const; ///< -1 where there is none
    [[nodiscard]] const margin::Profile *at(int index) const; ///< nullptr out of range
    [[nodiscard]] const margin::Profile *find(
        const std::string &name) const; ///< listed or not; nullptr where there is none
    [[nodiscard]] std::size_t size() const { return m_profiles.size(); }

    /// "initial 1.25 · call 1.10 · liquidation 1.05 · valid from 2020-06-04 · source ...".
    [[nodiscard]] static QString detail(const margin::Profile &profile, const DisplayFormat &format);
    [[nodiscard]] static QString bars(const margin::Thresholds &thresholds, const DisplayFormat &format);

private:
    void relist();

    std::vector<margin::Profile> m_all;
    std::vector<margin::Profile> m_profiles; // those that are listed
    std::optional<margin::MarginMode> m_mode;
    std::string m_kept;
};

} // namespace plimsoll::viewmodels
