# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of docs/architecture.md that check_layers.py enforces. Whatever is not listed is refused."""

from dataclasses import dataclass

QT_FREE: frozenset[str] = frozenset()
EVERYTHING = None


@dataclass(frozen=True)
class Layer:
    folders: frozenset[str] | None  # folders of src/ whose headers it may include; None = all
    qt: frozenset[str] | None  # Qt modules whose headers it may include
    links: frozenset[str] | None  # what its CMake target may link, beside plimsoll_options


def layer(folders: str, qt: str = "", links: str = "") -> Layer:
    return Layer(frozenset(folders.split()), frozenset(qt.split()), frozenset(links.split()))


SRC = {
    "margin": layer("margin", "", "Boost::headers"),
    "analysis": layer("margin analysis", "", "plimsoll_margin"),
    "wire": layer("margin analysis wire", "", "plimsoll_margin plimsoll_analysis simdjson::simdjson ZLIB::ZLIB PkgConfig::LIBZIP"),
    "alarm": layer("margin alarm", "", "plimsoll_margin"),
    "scenario": layer("margin alarm analysis wire scenario", "", "plimsoll_margin plimsoll_alarm plimsoll_wire"),
    "chance": layer("margin wire chance", "", "plimsoll_margin plimsoll_wire Eigen3::Eigen Threads::Threads"),
    "ports": layer("margin alarm ports", "QtCore", "plimsoll_margin plimsoll_alarm Qt6::Core"),
    "alarming": layer("margin alarm ports alarming", "QtCore", "plimsoll_ports Qt6::Core"),
    "engine": layer("margin alarm ports alarming engine", "QtCore", "plimsoll_ports plimsoll_alarming Qt6::Core"),
    "wording": layer("margin alarm ports wording", "QtCore", "plimsoll_ports Qt6::Core"),
    "report": layer("margin alarm analysis scenario ports wording report", "QtCore", "plimsoll_ports plimsoll_scenario plimsoll_wording Qt6::Core"),
    "feed": layer("margin alarm wire scenario ports feed", "QtCore QtNetwork",
                  "plimsoll_ports plimsoll_wire plimsoll_scenario Qt6::Core Qt6::Network"),
    "storage": layer("margin alarm ports storage", "QtCore QtSql", "plimsoll_ports Qt6::Core Qt6::Sql SQLite::SQLite3"),
    "notify": layer("margin alarm ports notify", "QtCore QtDBus QtNetwork",
                    "plimsoll_ports qt6keychain Qt6::Core Qt6::DBus Qt6::Network"),
    "assembly": layer("margin alarm ports alarming engine feed notify assembly", "QtCore", "plimsoll_engine plimsoll_feed plimsoll_notify"),
    "viewmodels": layer("margin alarm analysis wire scenario chance ports wording report viewmodels", "QtCore QtQml",
                        "plimsoll_ports plimsoll_wording plimsoll_report plimsoll_wire plimsoll_analysis plimsoll_scenario plimsoll_chance Qt6::Core Qt6::Qml"),
    "charts": layer("wording viewmodels charts", "QtCore QtGui QtQml QtQuick QtCharts",
                    "plimsoll_viewmodels plimsoll_theme plimsoll_controls Qt6::Charts Qt6::Qml Qt6::Quick"),
    "drawing": layer("drawing", "QtCore QtGui QtQml QtQuick", "Qt6::Quick"),
    "desktop": layer("margin alarm ports wording viewmodels desktop", "QtCore QtDBus QtGui QtWidgets QtQml QtQuick QtNetwork",
                     "plimsoll_viewmodels plimsoll_ports plimsoll_wording Qt6::DBus Qt6::Widgets Qt6::Quick Qt6::Network"),
    "cli": layer("margin alarm analysis wire scenario chance ports alarming engine wording report feed storage notify assembly cli", "QtCore",
                 "plimsoll_assembly plimsoll_alarm plimsoll_analysis plimsoll_report plimsoll_wording plimsoll_margin plimsoll_wire plimsoll_scenario plimsoll_chance plimsoll_storage Qt6::Core"),
    "app": Layer(EVERYTHING, EVERYTHING, EVERYTHING),
}

# Rooms of a folder and those whose headers each may include, beside its own. What stands in the folder itself may include all of them.
ROOMS = {
    "storage": {"sql": "", "file": "sql", "ledger": "sql file", "opening": "sql file ledger", "tables": "sql file ledger opening"},
    "viewmodels": {"common": "", "alarms": "common", "accounts": "common alarms", "chart": "common alarms accounts",
                   "forms": "common alarms accounts", "analysis": "common alarms accounts", "files": "common alarms accounts forms",
                   "app": "common alarms accounts chart forms analysis files"},
}

QML_LINKS = {
    "Theme": frozenset({"Qt6::Quick"}),
    "Controls": frozenset({"Qt6::Quick", "plimsoll_theme", "plimsoll_drawing"}),
    "Plimsoll": frozenset({"Qt6::Quick", "plimsoll_theme", "plimsoll_controls", "plimsoll_viewmodels", "plimsoll_charts",
                           "plimsoll_desktop"}),
}

# Other libraries, by the beginning of the include, and who may use them.
LIBRARIES = {
    "qt6keychain/": {"notify"},
    "boost/": {"margin"},
    "Eigen/": {"chance"},
    "simdjson": {"wire"},
    "zip.h": {"wire"},
    "zlib.h": {"wire"},
    "sqlite3.h": {"storage", "app"},  # app: the version number for the settings page
}

FORBIDDEN_IN_SRC = {
    "names-in-ascii": r"[^\x00-\x7f]",
    "no-context-property": r"\bsetContextProperty\b",
    "no-runtime-registration": r"\bqmlRegister\w*|\bQML_SINGLETON\b",
    # What a conditional chooses between is copied: whoever keeps a pointer into the copy reads freed memory after the loop.
    "no-loop-over-conditional": r"\bfor \([^;()\n]*[^:]:(?!:)[^;\n]* \? [^;\n]* : [^;\n]*\) \{",
    "no-weak-tls": r"\bignoreSslErrors\b|\bVerifyNone\b|\bsetInsecureFallback\b",
}

CLOCK = r"\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch)\s*\(|\bQ(Time|Date)::current\w+\s*\(|\b\w*_clock::now\s*\(|\bclock_gettime\s*\("
CLOCK_FILES = {"src/ports/systemclock.cpp"}

# Where the level of an account may be compared with a bar: docs/adr/0012-one-decision.md.
DECISION = r"\bcompareLevel\s*\(|\bearlyWarningBar\s*\(|\bJudgement\b"
DECISION_LAYERS = {"margin", "alarm"}

# Who may write the journal and what is kept beside it: docs/adr/0013-running-balance.md.
ONE_WRITER = {
    "src/storage/ledger/ledgerwriter.cpp": r"\b(INSERT|REPLACE)\s+(OR\s+\w+\s+)?INTO\s+(operation|ledger_row)\b",
    "src/storage/ledger/runningbalance.cpp": r"\b((INSERT|REPLACE)\s+(OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+balance\b",
}

SLEEP = r"\bthis_thread::sleep_\w+|\bQThread::[mu]?sleep\b|\bq(Wait|Sleep)\s*\(|\bu?sleep\s*\(|\bnanosleep\s*\("

FLOAT = r"\b(double|float)\b|\btoDouble\s*\(|\btoFloat\s*\(|\b(std::)?(stod|stof|strtod|atof)\s*\("
FLOAT_FREE = {"margin", "analysis", "wire", "scenario", "storage", "feed"}
FLOAT_FILES = {  # each with its reason; no amount, price or ratio among them
    "src/margin/decimal.h": "toDoubleForPlot(), the one way out, for pixels",
    "src/margin/decimal.cpp": "toDoubleForPlot()",
    "src/wire/jsonwriter.h": "number(), for estimates",
    "src/wire/jsonwriter.cpp": "number()",
    "src/feed/backoff.h": "jitter of a waiting time",
    "src/feed/backoff.cpp": "jitter of a waiting time",
    "src/feed/exchangepoller.h": "source of randomness for the jitter",
    "src/feed/exchangepoller.cpp": "source of randomness for the jitter",
    "src/feed/replaysource.h": "speed of a replay",
    "src/feed/replaysource.cpp": "speed of a replay",
}

# A moment has the type of its clock: src/margin/moment.h. An integer that is named after a clock is one without.
CLOCK_INTEGER = r"\b(?:(?:std::)?u?int\d+_t|q?u?int(?:64)?|long|double|(?:alarm::)?Ms)>?\s+&?\w*(?:[bB]oot|[wW]all)(?:Ms|Time)?\b"
CLOCK_CHANGED = r"\b(?:Boot|Wall)Time::ofMs\([^();]*\.ms\(\)\)"
CLOCK_CHANGERS = {"src/scenario/samplewalk.h"}  # replays: the time of the samples stands for the boot clock

# Continuations of Qt's own futures crash the thread that answers once the asker is gone: ports/future.h.
RAW_FUTURE = r"\bQFuture(?:Watcher)?\b|\bQPromise\b|\bQtFuture\b|\bQtConcurrent\b"
FUTURE_FILES = {"src/ports/future.h", "src/ports/promise.h"}

# The beginning of a member function's definition outside its class; group 1 is the class. Definitions begin at the margin.
MEMBER_DEFINITION = r"(?m)^(?![ \t#}])[^\n(]*?\b([A-Z]\w*(?:::[A-Z]\w*)*)::~?(?:\w+|operator[^\n(]*)\("

QML_FORBIDDEN = {
    "qml-markup": r"\b(RichText|StyledText|AutoText|MarkdownText)\b",
    "qml-evaluates": r"\bcreateQmlObject\b|\beval\s*\(",
    "qml-fetches": r"https?://",
}

RULES = frozenset({"include", "link", "unknown-layer", "no-sleep", "injected-clock", "clock-type", "one-decision", "one-writer", "no-floating-point", "licence", "pragma-once",
                   "one-class-one-file",
                   "raw-future", "one-definition", "qml-charts", "qml-bare-combo", "qml-read-late", "qml-plain-text", "broken-link", "broken-reference", *FORBIDDEN_IN_SRC, *QML_FORBIDDEN})

LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
