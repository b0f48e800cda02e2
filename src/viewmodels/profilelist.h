// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/profiles.h"
#include "viewmodels/displayformat.h"

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

    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] int indexOf(const std::string &name) const; ///< -1 where there is none
    [[nodiscard]] const margin::Profile *at(int index) const; ///< nullptr out of range
    [[nodiscard]] const margin::Profile *find(const std::string &name) const;
    [[nodiscard]] std::size_t size() const { return m_profiles.size(); }

    /// "initial 1.25 · call 1.10 · liquidation 1.05 · valid from 2020-06-04 · source ...".
    [[nodiscard]] static QString detail(const margin::Profile &profile, const DisplayFormat &format);
    [[nodiscard]] static QString bars(const margin::Thresholds &thresholds, const DisplayFormat &format);

private:
    std::vector<margin::Profile> m_profiles;
};

} // namespace plimsoll::viewmodels
