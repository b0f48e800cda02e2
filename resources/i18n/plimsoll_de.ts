<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Plimsoll %1</source>
        <translation>Plimsoll %1</translation>
    </message>
    <message>
        <source>A Plimsoll line is the mark on a ship&apos;s hull that shows how deep it may safely be loaded. A margin level is the same thing for an account.</source>
        <translation>Die Plimsoll-Linie ist die Marke am Schiffsrumpf, die zeigt, wie tief ein Schiff sicher beladen werden darf. Ein Margin-Level ist dasselbe für ein Konto.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Its figures are estimates; the exchange&apos;s are the binding ones.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ihre Zahlen sind Schätzungen; verbindlich sind die der Börse.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AccountBalances</name>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Geliehen</translation>
    </message>
    <message>
        <source>Interest owed</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Asset of row %1</source>
        <translation>Asset in Zeile %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1 locked</source>
        <translation>%1 gesperrt</translation>
    </message>
    <message>
        <source>%1 borrowed</source>
        <translation>%1 geliehen</translation>
    </message>
    <message>
        <source>%1 interest owed</source>
        <translation>%1 geschuldete Zinsen</translation>
    </message>
    <message>
        <source>Remove row %1</source>
        <translation>Zeile %1 entfernen</translation>
    </message>
    <message>
        <source>Add asset</source>
        <translation>Asset hinzufügen</translation>
    </message>
    <message>
        <source>% a day</source>
        <translation>% am Tag</translation>
    </message>
    <message>
        <source>%1 interest rate, percent a day</source>
        <translation>%1 Zinssatz, Prozent am Tag</translation>
    </message>
</context>
<context>
    <name>AccountBars</name>
    <message>
        <source>Bars</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Threshold profile</source>
        <translation>Schwellenprofil</translation>
    </message>
    <message>
        <source>Initial ratio</source>
        <translation>Initial-Quote</translation>
    </message>
    <message>
        <source>Margin-call ratio</source>
        <translation>Margin-Call-Quote</translation>
    </message>
    <message>
        <source>Liquidation ratio</source>
        <translation>Liquidationsquote</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Keep these bars as a profile: its name</source>
        <translation>Als Profil behalten: Name</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Profil speichern</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
</context>
<context>
    <name>AccountButtons</name>
    <message>
        <source>Record…</source>
        <translation>Erfassen…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wenn…</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>Andere Wege</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>AccountChips</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>AccountColumns</name>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>Bis Call</translation>
    </message>
    <message>
        <source>Call price</source>
        <translation>Call-Kurs</translation>
    </message>
    <message>
        <source>To be safe</source>
        <translation>Bis sicher</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Copy what your exchange shows. Nothing leaves this computer.</source>
        <translation>Übertragen Sie, was Ihre Börse anzeigt. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Changed balances are recorded as one correction in the journal.</source>
        <translation>Geänderte Bestände werden als eine Korrektur im Journal erfasst.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>Margin mode</source>
        <translation>Margin-Modus</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Asset of the pair</source>
        <translation>Asset des Paars</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Valued in</source>
        <translation>Bewertet in</translation>
    </message>
    <message>
        <source>Quote asset</source>
        <translation>Quote-Asset</translation>
    </message>
    <message>
        <source>Needed for the profit; empty where you do not know.</source>
        <translation>Für den Gewinn nötig; leer lassen, wenn unbekannt.</translation>
    </message>
    <message>
        <source>Own money put in</source>
        <translation>Eingelegtes eigenes Geld</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>AccountFacts</name>
    <message>
        <source>%1 · interest %2</source>
        <translation>%1 · Zinsen %2</translation>
    </message>
</context>
<context>
    <name>AccountLevel</name>
    <message>
        <source>Margin level of %1</source>
        <translation>Margin-Level von %1</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>Record entry…</source>
        <translation>Buchung erfassen…</translation>
    </message>
    <message>
        <source>Open position…</source>
        <translation>Position eröffnen…</translation>
    </message>
    <message>
        <source>Close position…</source>
        <translation>Position schließen…</translation>
    </message>
    <message>
        <source>Liquidation…</source>
        <translation>Liquidation…</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>Konto bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Add alarm…</source>
        <translation>Alarm hinzufügen…</translation>
    </message>
</context>
<context>
    <name>AccountMoney</name>
    <message>
        <source>Assets</source>
        <translation>Vermögen</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Gewinn</translation>
    </message>
</context>
<context>
    <name>AccountNotices</name>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>It is not watched any more. Its journal stays.</source>
        <translation>Es wird nicht mehr überwacht. Sein Journal bleibt.</translation>
    </message>
    <message>
        <source>Remove this account?</source>
        <translation>Dieses Konto entfernen?</translation>
    </message>
</context>
<context>
    <name>AccountOutlook</name>
    <message>
        <source>How it would stand now</source>
        <translation>So stünde es jetzt</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>%1, %2, level %3, %4 to the call</source>
        <translation>%1, %2, Level %3, %4 bis zum Call</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>To be safe %1</source>
        <translation>Bis sicher %1</translation>
    </message>
</context>
<context>
    <name>AccountRowHead</name>
    <message>
        <source>liq</source>
        <translation>Liq.</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>Initial</translation>
    </message>
    <message>
        <source>safer ›</source>
        <translation>sicherer ›</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
</context>
<context>
    <name>AccountTitle</name>
    <message>
        <source>Cross account</source>
        <translation>Cross-Konto</translation>
    </message>
    <message>
        <source>Why is %1 at %2?</source>
        <translation>Warum steht %1 bei %2?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Show %1 as one line</source>
        <translation>%1 als eine Zeile zeigen</translation>
    </message>
    <message>
        <source>leverage %1</source>
        <translation>Hebel %1</translation>
    </message>
</context>
<context>
    <name>AgeDot</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>AlarmExportDialog</name>
    <message>
        <source>Everything that matches the filter, as comma-separated values that only you can read.</source>
        <translation>Alles, was zum Filter passt, als Werte mit Komma getrennt und nur für das eigene Benutzerkonto lesbar.</translation>
    </message>
    <message>
        <source>Export the history of alarms</source>
        <translation>Verlauf der Alarme exportieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>A file of this name exists. Replace it?</source>
        <translation>Eine Datei dieses Namens gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>AlarmRow</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Snooze 5 min</source>
        <translation>5 min Ruhe</translation>
    </message>
    <message>
        <source>Snooze every alarm of this account</source>
        <translation>Alle Alarme dieses Kontos ruhen lassen</translation>
    </message>
    <message>
        <source>Snooze 15 min</source>
        <translation>15 min Ruhe</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
</context>
<context>
    <name>AlarmService</name>
    <message>
        <source>Plimsoll: this is a test</source>
        <translation>Plimsoll: das ist ein Test</translation>
    </message>
    <message>
        <source>An alarm would reach you this way. Nothing is wrong.</source>
        <translation>Auf diesem Weg käme ein Alarm an. Es ist alles in Ordnung.</translation>
    </message>
    <message>
        <source>Plimsoll is watching</source>
        <translation>Plimsoll wacht</translation>
    </message>
    <message>
        <source>Daily test of the notifications. Nothing needs to be done.</source>
        <translation>Täglicher Test der Benachrichtigungen. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Fire drill: margin call of a practice account</source>
        <translation>Probealarm: Margin Call eines Übungskontos</translation>
    </message>
    <message>
        <source>No account of yours is concerned. Acknowledge it as you would a real one.</source>
        <translation>Kein eigenes Konto ist betroffen. Bitte quittieren wie einen echten Alarm.</translation>
    </message>
</context>
<context>
    <name>AlarmStepRow</name>
    <message>
        <source>Enter explains it</source>
        <translation>Eingabetaste erklärt ihn</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>AlarmWhyDialog</name>
    <message>
        <source>As it was then</source>
        <translation>Stand in diesem Moment</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AlarmsActive</name>
    <message>
        <source>Active alarms</source>
        <translation>Aktive Alarme</translation>
    </message>
    <message>
        <source>Nothing calls for you. Levels and prices are watched, and an alarm will stand here until you have seen it.</source>
        <translation>Nichts ruft. Levels und Kurse werden überwacht, und ein Alarm steht hier, bis ihn jemand gesehen hat.</translation>
    </message>
</context>
<context>
    <name>AlarmsHistory</name>
    <message>
        <source>Search the history of alarms</source>
        <translation>Verlauf der Alarme durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Kind of alarm</source>
        <translation>Art des Alarms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>History of alarms</source>
        <translation>Verlauf der Alarme</translation>
    </message>
</context>
<context>
    <name>AlarmsOwn</name>
    <message>
        <source>Own alarms</source>
        <translation>Eigene Alarme</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Early warning, margin call, closeness to liquidation and liquidation are always watched. Add an alarm of your own for a level, a distance, a price or interest.</source>
        <translation>Frühwarnung, Margin Call, Nähe zur Liquidation und Liquidation werden immer überwacht. Hier lassen sich eigene Alarme für ein Level, einen Abstand, einen Kurs oder Zinsen hinzufügen.</translation>
    </message>
</context>
<context>
    <name>AlarmsPage</name>
    <message>
        <source>Part of the alarms</source>
        <translation>Teil der Alarme</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Own alarms</source>
        <translation>Eigene Alarme</translation>
    </message>
    <message>
        <source>Fire drill…</source>
        <translation>Probealarm…</translation>
    </message>
    <message>
        <source>Channels…</source>
        <translation>Kanäle…</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle quittieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Add alarm…</source>
        <translation>Alarm hinzufügen…</translation>
    </message>
</context>
<context>
    <name>AnnouncedBars</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Forget these bars: %1</source>
        <translation>Diese Schwellen vergessen: %1</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>The exchange announced new bars…</source>
        <translation>Die Börse hat neue Schwellen angekündigt …</translation>
    </message>
</context>
<context>
    <name>AnnouncedBarsForm</name>
    <message>
        <source>%1 from then on</source>
        <translation>%1 von da an</translation>
    </message>
    <message>
        <source>As the exchange announced it, in UTC. From then on the account is judged by them.</source>
        <translation>Wie die Börse es angekündigt hat, in UTC. Von da an gelten sie für das Konto.</translation>
    </message>
    <message>
        <source>New bars from (UTC)</source>
        <translation>Neue Schwellen ab (UTC)</translation>
    </message>
    <message>
        <source>New bars from, in UTC</source>
        <translation>Neue Schwellen ab, in UTC</translation>
    </message>
    <message>
        <source>Initial ratio</source>
        <translation>Initial-Quote</translation>
    </message>
    <message>
        <source>Margin-call ratio</source>
        <translation>Margin-Call-Quote</translation>
    </message>
    <message>
        <source>Liquidation ratio</source>
        <translation>Liquidationsquote</translation>
    </message>
    <message>
        <source>Keep these bars</source>
        <translation>Schwellen vormerken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AppDialog</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>Eingaben verwerfen?</translation>
    </message>
</context>
<context>
    <name>AssetLines</name>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
</context>
<context>
    <name>AssetTable</name>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AxisMark</name>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 h</translation>
    </message>
    <message>
        <source>+%1 d</source>
        <translation>+%1 d</translation>
    </message>
</context>
<context>
    <name>BetaLines</name>
    <message>
        <source>Betas to BTC</source>
        <translation>Betas zu BTC</translation>
    </message>
    <message>
        <source>%1: measured %2, %3</source>
        <translation>%1: gemessen %2, %3</translation>
    </message>
    <message>
        <source>Your own beta of %1</source>
        <translation>Ihr eigenes Beta von %1</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigenes</translation>
    </message>
    <message>
        <source>Use the measured beta of %1</source>
        <translation>Das gemessene Beta von %1 verwenden</translation>
    </message>
</context>
<context>
    <name>CandleFileField</name>
    <message>
        <source>Candle files</source>
        <translation>Kerzendateien</translation>
    </message>
    <message>
        <source>Candle file or folder</source>
        <translation>Kerzendatei oder Ordner</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Candle files: choose in a dialog</source>
        <translation>Kerzendateien: in einem Dialog wählen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Candles (*.zip *.csv *.gz)</source>
        <translation>Kerzen (*.zip *.csv *.gz)</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
</context>
<context>
    <name>CandleFileList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Do not read %1</source>
        <translation>%1 nicht lesen</translation>
    </message>
    <message>
        <source>Typed, or dropped on the field; named as the exchange names them: ETHUSDT-1h-2023-01.csv, also .gz or .zip. A folder adds all of its files.</source>
        <translation>Getippt oder auf das Feld gezogen; benannt wie von der Börse: ETHUSDT-1h-2023-01.csv, auch als .gz oder .zip. Ein Ordner fügt alle seine Dateien hinzu.</translation>
    </message>
</context>
<context>
    <name>ChanceFan</name>
    <message>
        <source>Where the margin level may go</source>
        <translation>Wohin der Margin-Level gehen kann</translation>
    </message>
</context>
<context>
    <name>ChanceForm</name>
    <message>
        <source>Random walk</source>
        <translation>Zufallsbewegung</translation>
    </message>
    <message>
        <source>Real days, shuffled</source>
        <translation>Echte Tage, gemischt</translation>
    </message>
    <message>
        <source>With jumps</source>
        <translation>Mit Sprüngen</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Number of paths</source>
        <translation>Zahl der Pfade</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed: the same one gives the same numbers</source>
        <translation>Startwert: Derselbe ergibt dieselben Zahlen</translation>
    </message>
    <message>
        <source>Volatility, % a year</source>
        <translation>Volatilität, % im Jahr</translation>
    </message>
    <message>
        <source>Volatility in percent a year, instead of that of the files</source>
        <translation>Volatilität in Prozent im Jahr, statt der aus den Dateien</translation>
    </message>
    <message>
        <source>Trend, % a year</source>
        <translation>Trend, % im Jahr</translation>
    </message>
    <message>
        <source>Trend in percent a year; without it prices have none</source>
        <translation>Trend in Prozent im Jahr; ohne ihn haben Kurse keinen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal rechnen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Progress of the simulation</source>
        <translation>Fortschritt der Simulation</translation>
    </message>
</context>
<context>
    <name>ChanceLine</name>
    <message>
        <source>Within %1, %2: margin call %3, liquidation %4</source>
        <translation>Innerhalb von %1, %2: Margin Call %3, Liquidation %4</translation>
    </message>
    <message>
        <source>From call to liquidation %1. Loss of equity, 95 %: %2; 99 %: %3</source>
        <translation>Vom Margin Call zur Liquidation %1. Verlust an Eigenkapital, 95 %: %2; 99 %: %3</translation>
    </message>
</context>
<context>
    <name>ChanceOutcome</name>
    <message>
        <source>Margin mode</source>
        <translation>Margin-Modus</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>In the other mode</source>
        <translation>Im anderen Modus</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Method of the picture</source>
        <translation>Verfahren des Bildes</translation>
    </message>
    <message>
        <source>How likely</source>
        <translation>Wie wahrscheinlich</translation>
    </message>
    <message>
        <source>Within each time: ▲ margin call, ■ liquidation. Bars end at %1; lines are 95 % of the sampling error. Losses in %2: value at risk · mean beyond it.</source>
        <translation>Innerhalb jeder Zeit: ▲ Margin Call, ■ Liquidation. Balken enden bei %1; Linien sind 95 % des Stichprobenfehlers. Verluste in %2: Value at Risk · Mittel darüber.</translation>
    </message>
</context>
<context>
    <name>ChancePage</name>
    <message>
        <source>What this assumes</source>
        <translation>Was das annimmt</translation>
    </message>
    <message>
        <source>Nothing was simulated yet. Estimates from the past: they say nothing about tomorrow for sure.</source>
        <translation>Noch wurde nichts simuliert. Schätzungen aus der Vergangenheit: Über morgen sagen sie nichts Sicheres.</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Level after</source>
        <translation>Level danach</translation>
    </message>
    <message>
        <source>Level now</source>
        <translation>Level jetzt</translation>
    </message>
</context>
<context>
    <name>ChannelRow</name>
    <message>
        <source>Test: %1</source>
        <translation>Test: %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1: for which alarms</source>
        <translation>%1: für welche Alarme</translation>
    </message>
    <message>
        <source>%1: after how long without an answer</source>
        <translation>%1: nach welcher Zeit ohne Antwort</translation>
    </message>
</context>
<context>
    <name>ChannelsCommand</name>
    <message>
        <source>Own program</source>
        <translation>Eigenes Programm</translation>
    </message>
    <message>
        <source>It is started without a shell.</source>
        <translation>Es wird ohne Shell gestartet.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Full path, or empty</source>
        <translation>Vollständiger Pfad, oder leer</translation>
    </message>
    <message>
        <source>Argument %1</source>
        <translation>Argument %1</translation>
    </message>
    <message>
        <source>Remove the argument</source>
        <translation>Argument entfernen</translation>
    </message>
    <message>
        <source>Add an argument</source>
        <translation>Argument hinzufügen</translation>
    </message>
</context>
<context>
    <name>ChannelsPage</name>
    <message>
        <source>Volume of the sound</source>
        <translation>Lautstärke des Tons</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Proof that it works</source>
        <translation>Beweis, dass es funktioniert</translation>
    </message>
    <message>
        <source>Test the notification once a day</source>
        <translation>Benachrichtigung einmal am Tag testen</translation>
    </message>
    <message>
        <source>Sign of life</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>https address, or empty</source>
        <translation>https-Adresse, oder leer</translation>
    </message>
    <message>
        <source>Fire drill…</source>
        <translation>Probealarm…</translation>
    </message>
    <message>
        <source>The time counts while an alarm stands without an answer. Where a way fails, is switched off or is not there, the next one is used at once.</source>
        <translation>Die Zeit zählt, solange ein Alarm ohne Antwort ansteht. Wo ein Weg versagt, ausgeschaltet ist oder fehlt, wird der nächste sofort benutzt.</translation>
    </message>
    <message>
        <source>An address that is called while the program watches and prices are new. A service there can tell you when the calls stop.</source>
        <translation>Eine Adresse, die aufgerufen wird, solange das Programm überwacht und die Kurse neu sind. Ein Dienst dort kann melden, wenn die Aufrufe ausbleiben.</translation>
    </message>
    <message>
        <source>How often the sign of life is given</source>
        <translation>Wie oft das Lebenszeichen gegeben wird</translation>
    </message>
</context>
<context>
    <name>ChannelsQuiet</name>
    <message>
        <source>Discretion</source>
        <translation>Diskretion</translation>
    </message>
    <message>
        <source>No amounts in notifications and messages</source>
        <translation>Keine Beträge in Benachrichtigungen und Nachrichten</translation>
    </message>
    <message>
        <source>Quiet hours: early warnings stay on the screen</source>
        <translation>Ruhezeit: Frühwarnungen bleiben auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Margin calls and worse are told at any time.</source>
        <translation>Margin Calls und Schlimmeres werden jederzeit gemeldet.</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Quiet to</source>
        <translation>Ruhe bis</translation>
    </message>
</context>
<context>
    <name>ChannelsWebhook</name>
    <message>
        <source>Message to a phone</source>
        <translation>Nachricht ans Telefon</translation>
    </message>
    <message>
        <source>Kind of message</source>
        <translation>Art der Nachricht</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>ntfy</source>
        <translation>ntfy</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Whoever knows this address may be able to read the messages.</source>
        <translation>Wer diese Adresse kennt, kann die Nachrichten vielleicht lesen.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Number of the chat, or empty</source>
        <translation>Nummer des Chats, oder leer</translation>
    </message>
    <message>
        <source>https address, or empty</source>
        <translation>https-Adresse, oder leer</translation>
    </message>
    <message>
        <source>Token of the bot</source>
        <translation>Token des Bots</translation>
    </message>
    <message>
        <source>Kept in the keyring</source>
        <translation>Wird im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Remember my choice</source>
        <translation>Auswahl merken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Überwachung beenden</translation>
    </message>
</context>
<context>
    <name>ClosePositionDialog</name>
    <message>
        <source>Nothing is traded on an exchange: this records what you did. Interest is paid first, then the loan.</source>
        <translation>An der Börse wird nichts gehandelt: Hier wird erfasst, was Sie getan haben. Erst werden die Zinsen bezahlt, dann der Kredit.</translation>
    </message>
    <message>
        <source>Close position in %1</source>
        <translation>Position in %1 schließen</translation>
    </message>
    <message>
        <source>Close position</source>
        <translation>Position schließen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Kurs in %1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>Bleibt: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Record closing</source>
        <translation>Schließung erfassen</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>How much of the position; empty means all of it</source>
        <translation>Wie viel von der Position; leer heißt alles</translation>
    </message>
</context>
<context>
    <name>ComboList</name>
    <message>
        <source>Find in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy exact figures</source>
        <translation>Genaue Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CorrelationField</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CorrelationTable</name>
    <message>
        <source>Correlations, from −1 to 1</source>
        <translation>Korrelationen, von −1 bis 1</translation>
    </message>
    <message>
        <source>Use the correlations of the files again</source>
        <translation>Wieder die Korrelationen der Dateien verwenden</translation>
    </message>
    <message>
        <source>As in the files</source>
        <translation>Wie in den Dateien</translation>
    </message>
</context>
<context>
    <name>CrossPanel</name>
    <message>
        <source>one pool, shared by every position</source>
        <translation>ein Topf für alle Positionen</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>No cross account. In it all positions would share one margin: a gain of one carries the loss of another, and a liquidation takes all.</source>
        <translation>Kein Cross-Konto. Darin teilen sich alle Positionen eine Margin: Der Gewinn der einen trägt den Verlust der anderen, und eine Liquidation nimmt alles.</translation>
    </message>
</context>
<context>
    <name>DisplayFormat</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Enter an amount</source>
        <translation>Geben Sie einen Betrag ein</translation>
    </message>
    <message>
        <source>Enter an amount without a sign</source>
        <translation>Geben Sie einen Betrag ohne Vorzeichen ein</translation>
    </message>
    <message>
        <source>“%1” is not understood; write it like %2</source>
        <translation>„%1“ ist nicht verständlich; schreiben Sie es wie %2</translation>
    </message>
    <message>
        <source>At most 18 digits before and after the decimal mark</source>
        <translation>Höchstens 18 Stellen vor und nach dem Dezimalzeichen</translation>
    </message>
    <message>
        <source>&gt; %1</source>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>“%1” could mean %2 or %3: write it in one of these two ways</source>
        <translation>„%1“ kann %2 oder %3 heißen: schreiben Sie es auf eine dieser beiden Arten</translation>
    </message>
    <message>
        <source>“%1” is not written like that here: if it means %2, write %2</source>
        <translation>„%1“ schreibt man hier nicht so: wenn es %2 heißt, schreiben Sie %2</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Level over time</source>
        <translation>Level-Verlauf</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Show this page</source>
        <translation>Diese Seite zeigen</translation>
    </message>
    <message>
        <source>Fold to the tabs</source>
        <translation>Bis auf die Reiter einklappen</translation>
    </message>
    <message>
        <source>Back to the accounts (Ctrl+Shift+M)</source>
        <translation>Zurück zu den Konten (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Show this page large (Ctrl+Shift+M)</source>
        <translation>Diese Seite groß zeigen (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Day N</source>
        <translation>Tag N</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wenn</translation>
    </message>
    <message>
        <source>Back into the main window (Ctrl+Shift+D)</source>
        <translation>Zurück ins Hauptfenster (Strg+Umschalt+D)</translation>
    </message>
    <message>
        <source>In a window of its own (Ctrl+Shift+D)</source>
        <translation>In einem eigenen Fenster (Strg+Umschalt+D)</translation>
    </message>
    <message>
        <source>The story begins here. Play it, or go on with Next day: the levels become lines.</source>
        <translation>Hier beginnt die Geschichte. „Abspielen“ oder „Nächster Tag“ führt sie weiter: Aus den Levels werden Linien.</translation>
    </message>
</context>
<context>
    <name>DockWindow</name>
    <message>
        <source>Level, risk, prices, journal, alarms – Plimsoll</source>
        <translation>Verlauf, Risiko, Kurse, Journal, Alarme – Plimsoll</translation>
    </message>
</context>
<context>
    <name>DrillDialog</name>
    <message>
        <source>A practice account falls into a margin call, and everything that is switched on tells you, faster than in earnest. Nothing is booked and your own accounts stay watched.</source>
        <translation>Ein Übungskonto gerät in einen Margin Call, und alles, was eingeschaltet ist, meldet sich, schneller als im Ernstfall. Nichts wird gebucht, und die eigenen Konten bleiben überwacht.</translation>
    </message>
    <message>
        <source>Fire drill</source>
        <translation>Probealarm</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start the drill</source>
        <translation>Probealarm starten</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
</context>
<context>
    <name>EngineBar</name>
    <message>
        <source>Plimsoll&apos;s engine does not answer. Levels on the screen are old. Restart Plimsoll.</source>
        <translation>Das Rechenwerk von Plimsoll antwortet nicht. Die Levels auf dem Bildschirm sind alt. Plimsoll neu starten.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Record in %1</source>
        <translation>In %1 erfassen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EntryFields</name>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Kurs in %1</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
</context>
<context>
    <name>ExampleBar</name>
    <message>
        <source>Reference example · %1</source>
        <translation>Referenzbeispiel · %1</translation>
    </message>
    <message>
        <source>the same money, once in the cross account and once in two isolated ones</source>
        <translation>dasselbe Geld, einmal im Cross-Konto und einmal in zwei Isolated-Konten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nächster Tag</translation>
    </message>
    <message>
        <source>Leave the example</source>
        <translation>Beispiel verlassen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Find an account</source>
        <translation>Konto suchen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Plimsoll watches how close your margin accounts are to a margin call, and tells you in time. Nothing is sent to anybody; your accounts stay on this computer.</source>
        <translation>Plimsoll überwacht, wie nah Ihre Margin-Konten einem Margin Call sind, und sagt es Ihnen rechtzeitig. Nichts wird an andere gesendet; Ihre Konten bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Keep your positions afloat</source>
        <translation>Halten Sie Ihre Positionen über Wasser</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>Enter an account…</source>
        <translation>Konto eingeben…</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
</context>
<context>
    <name>FormNotices</name>
    <message>
        <source>Record again</source>
        <translation>Nochmals erfassen</translation>
    </message>
</context>
<context>
    <name>GapDialog</name>
    <message>
        <source>Your accounts in that time</source>
        <translation>Die Konten in dieser Zeit</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Gesehen</translation>
    </message>
</context>
<context>
    <name>HeatMapCells</name>
    <message>
        <source>Map of two prices. %1</source>
        <translation>Karte zweier Kurse. %1</translation>
    </message>
</context>
<context>
    <name>HeatMapPage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>From the bottom up</source>
        <translation>Von unten nach oben</translation>
    </message>
</context>
<context>
    <name>HeatMapSentence</name>
    <message>
        <source>What would be, not what is. %1</source>
        <translation>Was wäre, nicht was ist. %1</translation>
    </message>
</context>
<context>
    <name>HeatMapView</name>
    <message>
        <source>%1, −50 to +50 %</source>
        <translation>%1, −50 bis +50 %</translation>
    </message>
</context>
<context>
    <name>ImportExportDialog</name>
    <message>
        <source>Accounts and wallets are added; what is there already stays as it is.</source>
        <translation>Konten und Wallets kommen hinzu; was schon da ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Accounts, wallets and balances as a file that only you can read.</source>
        <translation>Konten, Wallets und Bestände als Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Import a portfolio</source>
        <translation>Portfolio importieren</translation>
    </message>
    <message>
        <source>Export the portfolio</source>
        <translation>Portfolio exportieren</translation>
    </message>
    <message>
        <source>Type a path, or drop a file here.</source>
        <translation>Pfad eingeben oder eine Datei hier ablegen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>A file of this name exists. Replace it?</source>
        <translation>Eine Datei dieses Namens gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Portfolios (*.json)</source>
        <translation>Portfolios (*.json)</translation>
    </message>
</context>
<context>
    <name>InfoRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>IsolatedHead</name>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Isolated accounts as</source>
        <translation>Isolated-Konten als</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>No isolated accounts. Each would hold one pair and its own margin: nothing is added to it automatically, and its liquidation touches nothing else.</source>
        <translation>Keine Isolated-Konten. Jedes hält ein Paar und seine eigene Margin: Nichts wird automatisch zugeführt, und seine Liquidation berührt nichts anderes.</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Search the journal</source>
        <translation>Journal durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>JournalRow</name>
    <message>
        <source>Operation %1</source>
        <translation>Vorgang %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>this list</source>
        <translation>diese Liste</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>ask for prices now</source>
        <translation>jetzt nach Kursen fragen</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>next part of the window: status bar, cross, isolated, pages, margin call; then the small window</source>
        <translation>nächster Teil des Fensters: Statuszeile, Cross, Isolated, Seiten, Margin Call; dann das kleine Fenster</translation>
    </message>
    <message>
        <source>Ctrl+1 … 9</source>
        <translation>Strg+1 … 9</translation>
    </message>
    <message>
        <source>go to an account</source>
        <translation>zu einem Konto gehen</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>find an account</source>
        <translation>ein Konto suchen</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>top up</source>
        <translation>auffüllen</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>open a position</source>
        <translation>eine Position öffnen</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Strg+J</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Ctrl+Shift+M</source>
        <translation>Strg+Umschalt+M</translation>
    </message>
    <message>
        <source>show the page below the accounts large, and back</source>
        <translation>die Seite unter den Konten groß zeigen, und zurück</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>quit; asks first while alarms are active</source>
        <translation>beenden; fragt vorher, solange Alarme aktiv sind</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>Pfeile, Pos1, Ende</translation>
    </message>
    <message>
        <source>from account to account, and along an edge between two panes</source>
        <translation>von Konto zu Konto, und an einer Kante zwischen zwei Bereichen entlang</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close a form; never a margin call</source>
        <translation>ein Formular schließen; nie einen Margin Call</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Strg+Umschalt+D</translation>
    </message>
    <message>
        <source>show that page in a window of its own, and back</source>
        <translation>diese Seite in einem eigenen Fenster zeigen, und zurück</translation>
    </message>
    <message>
        <source>on an account&apos;s line: open it; on a row of the journal: take it back</source>
        <translation>auf der Zeile eines Kontos: es öffnen; auf einer Zeile des Journals: sie zurücknehmen</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Margin level bar</source>
        <translation>Margin-Level-Balken</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>LevelBarLabels</name>
    <message>
        <source>higher is safer ›</source>
        <translation>höher ist sicherer ›</translation>
    </message>
</context>
<context>
    <name>LevelChartHeader</name>
    <message>
        <source>Account in the chart</source>
        <translation>Konto im Diagramm</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Events ✓</source>
        <translation>Ereignisse ✓</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Further curve</source>
        <translation>Weitere Kurve</translation>
    </message>
</context>
<context>
    <name>LevelChartMarks</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, und %n weiteres</numerusform>
            <numerusform>%1, und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LevelChartOverview</name>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>Part of the history that is shown</source>
        <translation>Gezeigter Teil des Verlaufs</translation>
    </message>
</context>
<context>
    <name>LevelChartTools</name>
    <message>
        <source>Vertical axis</source>
        <translation>Senkrechte Achse</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
</context>
<context>
    <name>LevelChartTouch</name>
    <message>
        <source>Margin level over time</source>
        <translation>Margin-Level im Verlauf</translation>
    </message>
</context>
<context>
    <name>LevelExportDialog</name>
    <message>
        <source>What the chart shows, in a file that only you can read.</source>
        <translation>Was das Diagramm zeigt, in einer Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>Every level that is kept of the chosen account and of those compared with it, with all its decimals.</source>
        <translation>Jedes aufbewahrte Level des gewählten Kontos und der verglichenen, mit allen Nachkommastellen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>A file of this name exists. Replace it?</source>
        <translation>Eine Datei dieses Namens gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>LiquidationDialog</name>
    <message>
        <source>Untouched</source>
        <translation>Nicht betroffen</translation>
    </message>
    <message>
        <source>Record as liquidated…</source>
        <translation>Als liquidiert erfassen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Reading your accounts…</source>
        <translation>Ihre Konten werden gelesen…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Check…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Practice book: %1</source>
        <translation>Übungsbuch: %1</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Acknowledge all %1</source>
        <translation>Alle %1 bestätigen</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Margin call…</source>
        <translation>Margin Call…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Open position…</source>
        <translation>Position eröffnen…</translation>
    </message>
    <message>
        <source>Record entry…</source>
        <translation>Buchung erfassen…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto anlegen…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Refresh prices</source>
        <translation>Kurse aktualisieren</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>About Plimsoll</source>
        <translation>Über Plimsoll</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Add alarm…</source>
        <translation>Alarm hinzufügen…</translation>
    </message>
    <message>
        <source>Fire drill…</source>
        <translation>Probealarm…</translation>
    </message>
    <message>
        <source>Leave the example</source>
        <translation>Beispiel verlassen</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Write a report…</source>
        <translation>Bericht schreiben…</translation>
    </message>
    <message>
        <source>Wallets…</source>
        <translation>Wallets…</translation>
    </message>
</context>
<context>
    <name>MarginCallBar</name>
    <message>
        <source>Shows the margin call again</source>
        <translation>Zeigt den Margin Call wieder</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>MarginCallBody</name>
    <message>
        <source>Fold to a bar; the alarm goes on</source>
        <translation>Zu einem Balken einklappen; der Alarm läuft weiter</translation>
    </message>
    <message>
        <source>Snooze 5 min</source>
        <translation>5 min Ruhe</translation>
    </message>
    <message>
        <source>Snooze 15 min</source>
        <translation>15 min Ruhe</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MarginCallDialog</name>
    <message>
        <source>Margin call</source>
        <translation>Margin Call</translation>
    </message>
</context>
<context>
    <name>MarginCallEntry</name>
    <message>
        <source>Deposit</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Repay with new money</source>
        <translation>Mit neuem Geld tilgen</translation>
    </message>
    <message>
        <source>Sell and repay</source>
        <translation>Verkaufen und tilgen</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Record as liquidated…</source>
        <translation>Als liquidiert erfassen…</translation>
    </message>
    <message>
        <source>Three ways to %1</source>
        <translation>Drei Wege zu %1</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wenn…</translation>
    </message>
</context>
<context>
    <name>MarginCallLine</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>%1: %2, out of date</source>
        <translation>%1: %2, veraltet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>MiniWindow</name>
    <message>
        <source>Alarm – Plimsoll</source>
        <translation>Alarm – Plimsoll</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Snooze 5 min</source>
        <translation>5 min Ruhe</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
</context>
<context>
    <name>MovesPanel</name>
    <message>
        <source>A move of your own</source>
        <translation>Eine eigene Bewegung</translation>
    </message>
    <message>
        <source>Move of prices</source>
        <translation>Bewegung der Kurse</translation>
    </message>
    <message>
        <source>such as −12.5</source>
        <translation>etwa −12,5</translation>
    </message>
    <message>
        <source>Unit of the move</source>
        <translation>Einheit der Bewegung</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>σ of a day</source>
        <translation>σ eines Tages</translation>
    </message>
    <message>
        <source>What it takes to meet the bars</source>
        <translation>Was es braucht, um die Schwellen zu erreichen</translation>
    </message>
    <message>
        <source>%1: margin call %2, liquidation %3</source>
        <translation>%1: Margin Call %2, Liquidation %3</translation>
    </message>
</context>
<context>
    <name>OpenPositionDialog</name>
    <message>
        <source>Nothing is traded on an exchange: this records transfer, loan and trade as one.</source>
        <translation>An der Börse wird nichts gehandelt: Hier werden Übertrag, Kredit und Handel in einem erfasst.</translation>
    </message>
    <message>
        <source>Open a position</source>
        <translation>Position eröffnen</translation>
    </message>
    <message>
        <source>Margin mode</source>
        <translation>Margin-Modus</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Threshold profile of the new account</source>
        <translation>Schwellenprofil des neuen Kontos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Record position</source>
        <translation>Position erfassen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Edge between cross and isolated</source>
        <translation>Kante zwischen Cross und Isolated</translation>
    </message>
    <message>
        <source>Edge above the dock</source>
        <translation>Kante über den Reitern</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>%1: choose in a dialog</source>
        <translation>%1: in einem Dialog wählen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>PlanChoices</name>
    <message>
        <source>Record…</source>
        <translation>Erfassen…</translation>
    </message>
    <message>
        <source>Your plans</source>
        <translation>Eigene Pläne</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What the plan does</source>
        <translation>Was der Plan tut</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Where the money comes from</source>
        <translation>Woher das Geld kommt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>Name des Plans</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PlanLine</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>%1: open the form</source>
        <translation>%1: das Formular öffnen</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Erfassen…</translation>
    </message>
    <message>
        <source>Change the plan %1</source>
        <translation>Den Plan %1 ändern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Delete the plan %1</source>
        <translation>Den Plan %1 löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>PlimsollMark</name>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
</context>
<context>
    <name>PositionMoney</name>
    <message>
        <source>Own money</source>
        <translation>Eigenes Geld</translation>
    </message>
    <message>
        <source>Own money in %1</source>
        <translation>Eigenes Geld in %1</translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation>Hebel</translation>
    </message>
</context>
<context>
    <name>PositionPair</name>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Kurs in %1</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Long: profits when it rises</source>
        <translation>Long: Gewinn bei steigendem Kurs</translation>
    </message>
    <message>
        <source>Short: profits when it falls</source>
        <translation>Short: Gewinn bei fallendem Kurs</translation>
    </message>
</context>
<context>
    <name>PracticeNote</name>
    <message>
        <source>Practice: this goes into the book of the example. Your own accounts are not touched.</source>
        <translation>Übung: Das geht in das Buch des Beispiels. Ihre eigenen Konten bleiben unberührt.</translation>
    </message>
</context>
<context>
    <name>PreparedPlans</name>
    <message>
        <source>Prepared plans</source>
        <translation>Vorbereitete Pläne</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete the plan %1?</source>
        <translation>Den Plan %1 löschen?</translation>
    </message>
    <message>
        <source>Prepare a plan…</source>
        <translation>Plan vorbereiten…</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>after</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Vermögen</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Call price</source>
        <translation>Call-Kurs</translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation>Liquidations-Kurs</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>No prices are needed yet. They appear with the first account.</source>
        <translation>Noch werden keine Kurse gebraucht. Sie erscheinen mit dem ersten Konto.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Plimsoll cannot start</source>
        <translation>Plimsoll kann nicht starten</translation>
    </message>
    <message>
        <source>Nothing was changed. Your data stays where it is.</source>
        <translation>Nichts wurde verändert. Ihre Daten bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Plimsoll does not answer</source>
        <translation>Plimsoll antwortet nicht</translation>
    </message>
    <message>
        <source>Plimsoll runs already (process %1), but does not answer. It may not be watching your accounts.</source>
        <translation>Plimsoll läuft schon (Prozess %1), antwortet aber nicht. Möglicherweise überwacht es Ihre Konten nicht.</translation>
    </message>
    <message>
        <source>If you end it, nothing that was booked is lost, and Plimsoll starts here.</source>
        <translation>Wenn Sie es beenden, geht nichts Gebuchtes verloren, und Plimsoll startet hier.</translation>
    </message>
    <message>
        <source>End it and start</source>
        <translation>Beenden und starten</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Plimsoll runs already, does not answer, and could not be ended from here.</source>
        <translation>Plimsoll läuft schon, antwortet nicht und ließ sich von hier aus nicht beenden.</translation>
    </message>
    <message>
        <source>End it with the system&apos;s own means, or restart the computer. It may not be watching your accounts.</source>
        <translation>Beenden Sie es mit den Mitteln des Systems, oder starten Sie den Rechner neu. Möglicherweise überwacht es Ihre Konten nicht.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>frozen: the exchange&apos;s time has not advanced for %1 s</source>
        <translation>eingefroren: Die Zeit der Börse steht seit %1 s still</translation>
    </message>
    <message>
        <source>the exchange asked for a pause until %1 UTC</source>
        <translation>die Börse bittet um eine Pause bis %1 UTC</translation>
    </message>
    <message>
        <source>the exchange asked for a pause until %1 UTC (HTTP %2)</source>
        <translation>die Börse bittet um eine Pause bis %1 UTC (HTTP %2)</translation>
    </message>
    <message>
        <source>no complete answer within %1 ms</source>
        <translation>keine vollständige Antwort innerhalb von %1 ms</translation>
    </message>
    <message>
        <source>only http and https are spoken</source>
        <translation>nur http und https werden gesprochen</translation>
    </message>
    <message>
        <source>an unnamed place</source>
        <translation>einen ungenannten Ort</translation>
    </message>
    <message>
        <source>redirect (%1) to %2 was not followed</source>
        <translation>der Umleitung (%1) auf %2 wurde nicht gefolgt</translation>
    </message>
    <message>
        <source>compressed answer was refused</source>
        <translation>eine komprimierte Antwort wurde abgelehnt</translation>
    </message>
    <message>
        <source>answer is larger than %1 bytes</source>
        <translation>die Antwort ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>not an HTTP answer</source>
        <translation>keine HTTP-Antwort</translation>
    </message>
    <message>
        <source>answer is incomplete</source>
        <translation>die Antwort ist unvollständig</translation>
    </message>
    <message>
        <source>unusable answer</source>
        <translation>unbrauchbare Antwort</translation>
    </message>
    <message>
        <source>the list is empty</source>
        <translation>die Liste ist leer</translation>
    </message>
    <message>
        <source>the exchange has no candles of that time</source>
        <translation>die Börse hat keine Kerzen aus dieser Zeit</translation>
    </message>
    <message>
        <source>too many symbols that the exchange does not know</source>
        <translation>zu viele Symbole, die die Börse nicht kennt</translation>
    </message>
    <message>
        <source>the answer lay waiting while this machine slept</source>
        <translation>die Antwort lag da, während dieser Rechner schlief</translation>
    </message>
    <message>
        <source>the exchange does not serve this location (HTTP 451)</source>
        <translation>die Börse bedient diesen Standort nicht (HTTP 451)</translation>
    </message>
    <message>
        <source>the exchange refused us (HTTP 403)</source>
        <translation>die Börse hat die Anfrage abgewiesen (HTTP 403)</translation>
    </message>
    <message>
        <source>the replay is over</source>
        <translation>die Wiedergabe ist zu Ende</translation>
    </message>
    <message>
        <source>the story is over</source>
        <translation>die Geschichte ist zu Ende</translation>
    </message>
    <message>
        <source>exchange ticker</source>
        <translation>Kursliste der Börse</translation>
    </message>
    <message>
        <source>not a URL like https://host</source>
        <translation>keine Adresse wie https://rechner</translation>
    </message>
    <message>
        <source>http:// is allowed for this computer only (127.0.0.1, ::1, localhost); use https://</source>
        <translation>http:// ist nur für diesen Rechner erlaubt (127.0.0.1, ::1, localhost); sonst https://</translation>
    </message>
    <message>
        <source>must begin with https://</source>
        <translation>muss mit https:// beginnen</translation>
    </message>
    <message>
        <source>must not contain a user name or password</source>
        <translation>darf weder Benutzername noch Passwort enthalten</translation>
    </message>
    <message>
        <source>must not contain &apos;?&apos; or &apos;#&apos;</source>
        <translation>darf weder „?“ noch „#“ enthalten</translation>
    </message>
    <message>
        <source>port 0 does not exist</source>
        <translation>einen Port 0 gibt es nicht</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>Host %1 not found</source>
        <translation>Rechner %1 nicht gefunden</translation>
    </message>
    <message>
        <source>Host unreachable</source>
        <translation>Rechner nicht erreichbar</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>Netzwerk nicht erreichbar</translation>
    </message>
    <message>
        <source>Network error</source>
        <translation>Netzwerkfehler</translation>
    </message>
    <message>
        <source>Network access is disabled.</source>
        <translation>Der Netzwerkzugriff ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Operation canceled</source>
        <translation>Vorgang abgebrochen</translation>
    </message>
    <message>
        <source>Socket operation timed out</source>
        <translation>Zeitüberschreitung der Verbindung</translation>
    </message>
    <message>
        <source>The remote host closed the connection</source>
        <translation>Die Gegenstelle hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>SSL handshake failed</source>
        <translation>TLS-Aushandlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>SSL handshake failed: %1</source>
        <translation>TLS-Aushandlung fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Temporary network failure.</source>
        <translation>Vorübergehender Netzwerkfehler.</translation>
    </message>
    <message>
        <source>Unknown error</source>
        <translation>Unbekannter Fehler</translation>
    </message>
    <message>
        <source>Error transferring %1 - server replied: %2</source>
        <translation>Fehler beim Laden von %1 – Antwort des Servers: %2</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht vorhanden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Vorgang nicht erlaubt</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist nur lesbar</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Gerät ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Das Plattenkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele symbolische Verknüpfungen hintereinander</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät oder Datei ist belegt</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Die Programmdatei wird gerade benutzt</translation>
    </message>
    <message>
        <source>Exec format error</source>
        <translation>Dies ist kein ausführbares Programm</translation>
    </message>
    <message>
        <source>No such device or address</source>
        <translation>Gerät oder Adresse nicht vorhanden</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>Vorgang nicht unterstützt</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Die Datei auf dem Server ist nicht mehr da</translation>
    </message>
    <message>
        <source>could not be started</source>
        <translation>konnte nicht gestartet werden</translation>
    </message>
    <message>
        <source>was ended by a signal</source>
        <translation>wurde durch ein Signal beendet</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Rückgabewert %1</translation>
    </message>
    <message>
        <source>no program is set</source>
        <translation>kein Programm eingestellt</translation>
    </message>
    <message>
        <source>no such channel here</source>
        <translation>diesen Weg gibt es hier nicht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>keine Antwort innerhalb von %1 s</translation>
    </message>
    <message>
        <source>the program ended before an answer came</source>
        <translation>das Programm endete, bevor eine Antwort kam</translation>
    </message>
    <message>
        <source>no notification service is running</source>
        <translation>kein Benachrichtigungsdienst läuft</translation>
    </message>
    <message>
        <source>the notification service did not answer</source>
        <translation>der Benachrichtigungsdienst antwortete nicht</translation>
    </message>
    <message>
        <source>the connection to the session bus was lost</source>
        <translation>die Verbindung zum Sitzungsbus ging verloren</translation>
    </message>
    <message>
        <source>no session bus</source>
        <translation>kein Sitzungsbus</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>nothing stands that could be replaced</source>
        <translation>es steht nichts da, was ersetzt werden könnte</translation>
    </message>
    <message>
        <source>the notification service answered without a number</source>
        <translation>der Benachrichtigungsdienst antwortete ohne Nummer</translation>
    </message>
    <message>
        <source>notifications are paused (do not disturb): it is not shown</source>
        <translation>Benachrichtigungen sind angehalten (nicht stören): Sie wird nicht gezeigt</translation>
    </message>
    <message>
        <source>notification %1</source>
        <translation>Benachrichtigung %1</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>the server refused the connection</source>
        <translation>der Server hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>the server closed the connection</source>
        <translation>der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the server&apos;s name could not be found</source>
        <translation>der Name des Servers wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the server could not prove who it is (TLS)</source>
        <translation>der Server konnte nicht nachweisen, wer er ist (TLS)</translation>
    </message>
    <message>
        <source>no answer from the server (network error %1)</source>
        <translation>keine Antwort vom Server (Netzwerkfehler %1)</translation>
    </message>
    <message>
        <source>no complete answer within %1 s</source>
        <translation>keine vollständige Antwort innerhalb von %1 s</translation>
    </message>
    <message>
        <source>the answer is larger than %1 bytes</source>
        <translation>die Antwort ist größer als %1 Byte</translation>
    </message>
    <message>
        <source>redirect (HTTP %1) was not followed</source>
        <translation>der Umleitung (HTTP %1) wurde nicht gefolgt</translation>
    </message>
    <message>
        <source>the answer is incomplete</source>
        <translation>die Antwort ist unvollständig</translation>
    </message>
    <message>
        <source>the address is not an https address</source>
        <translation>die Adresse ist keine https-Adresse</translation>
    </message>
    <message>
        <source>access was denied</source>
        <translation>der Zugriff wurde verweigert</translation>
    </message>
    <message>
        <source>no keyring can be used (%1)</source>
        <translation>kein Schlüsselbund ist benutzbar (%1)</translation>
    </message>
    <message>
        <source>quiet: nothing to play</source>
        <translation>leise: nichts abzuspielen</translation>
    </message>
    <message>
        <source>the sound could not be written to a temporary file</source>
        <translation>der Klang konnte nicht in eine temporäre Datei geschrieben werden</translation>
    </message>
    <message>
        <source>no player found: pw-play, paplay or aplay is needed</source>
        <translation>kein Abspielprogramm gefunden: pw-play, paplay oder aplay wird gebraucht</translation>
    </message>
    <message>
        <source>%1 did not come to an end</source>
        <translation>%1 kam nicht zum Ende</translation>
    </message>
    <message>
        <source>no Telegram token is in the keyring</source>
        <translation>im Schlüsselbund ist kein Telegram-Token</translation>
    </message>
    <message>
        <source>no chat id is set</source>
        <translation>keine Chat-ID eingestellt</translation>
    </message>
    <message>
        <source>no address is set</source>
        <translation>keine Adresse eingestellt</translation>
    </message>
    <message>
        <source>what is in the keyring is not a Telegram token</source>
        <translation>was im Schlüsselbund liegt, ist kein Telegram-Token</translation>
    </message>
    <message>
        <source>an isolated account needs a base asset other than its quote asset</source>
        <translation>ein isoliertes Konto braucht ein Basis-Asset, das nicht sein Quote-Asset ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not %2, base and quote asset together</source>
        <translation>„%1“ ist nicht %2, Basis- und Quote-Asset zusammen</translation>
    </message>
    <message>
        <source>an asset needs a name</source>
        <translation>ein Asset braucht einen Namen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation>„%1“ steht hier zweimal</translation>
    </message>
    <message>
        <source>the id &quot;%1&quot; stands here twice</source>
        <translation>die ID „%1“ steht hier zweimal</translation>
    </message>
    <message>
        <source>a balance cannot be negative</source>
        <translation>ein Bestand kann nicht negativ sein</translation>
    </message>
    <message>
        <source>the sum has more than 18 digits before the point</source>
        <translation>die Summe hat mehr als 18 Stellen vor dem Komma</translation>
    </message>
    <message>
        <source>the result has more than 18 digits before the point</source>
        <translation>das Ergebnis hat mehr als 18 Stellen vor dem Komma</translation>
    </message>
    <message>
        <source>the interest has more than 18 digits before the point</source>
        <translation>der Zins hat mehr als 18 Stellen vor dem Komma</translation>
    </message>
    <message>
        <source>the position has more than 18 digits before the point</source>
        <translation>die Position hat mehr als 18 Stellen vor dem Komma</translation>
    </message>
    <message>
        <source>an account needs an id</source>
        <translation>ein Konto braucht eine ID</translation>
    </message>
    <message>
        <source>an account needs a quote asset</source>
        <translation>ein Konto braucht ein Quote-Asset</translation>
    </message>
    <message>
        <source>a wallet needs an id</source>
        <translation>eine Wallet braucht eine ID</translation>
    </message>
    <message>
        <source>the isolated account %1 takes only %2 and %3, not %4</source>
        <translation>das isolierte Konto %1 nimmt nur %2 und %3, nicht %4</translation>
    </message>
    <message>
        <source>the owner &quot;%1&quot; has a cross account already</source>
        <translation>der Inhaber „%1“ hat schon ein Cross-Konto</translation>
    </message>
    <message>
        <source>the owner &quot;%1&quot; has an isolated account on %2 already</source>
        <translation>der Inhaber „%1“ hat schon ein isoliertes Konto für %2</translation>
    </message>
    <message>
        <source>an asset is needed</source>
        <translation>ein Asset wird gebraucht</translation>
    </message>
    <message>
        <source>the amount must be above 0, not %1</source>
        <translation>der Betrag muss über 0 liegen, nicht %1</translation>
    </message>
    <message>
        <source>the wallet &quot;%1&quot; has %2 free, less than %3</source>
        <translation>die Wallet „%1“ hat %2 frei, weniger als %3</translation>
    </message>
    <message>
        <source>the account has %1 free, less than %2</source>
        <translation>das Konto hat %1 frei, weniger als %2</translation>
    </message>
    <message>
        <source>%1 is possible only above a level of %2</source>
        <translation>%1 ist nur über einem Level von %2 möglich</translation>
    </message>
    <message>
        <source>%1 cannot be judged: a price is missing or too old</source>
        <translation>%1 lässt sich nicht beurteilen: Ein Kurs fehlt oder ist zu alt</translation>
    </message>
    <message>
        <source>%1 of this amount would leave a level of %2, below %3</source>
        <translation>%1 in dieser Höhe ließe ein Level von %2, unter %3</translation>
    </message>
    <message>
        <source>a transfer out</source>
        <translation>eine Auszahlung</translation>
    </message>
    <message>
        <source>a trade</source>
        <translation>ein Handel</translation>
    </message>
    <message>
        <source>borrowing</source>
        <translation>ein Kredit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was liquidated; nothing can be booked on it</source>
        <translation>„%1“ wurde liquidiert; darauf kann nichts mehr gebucht werden</translation>
    </message>
    <message>
        <source>only %1 is owed, less than %2</source>
        <translation>nur %1 wird geschuldet, weniger als %2</translation>
    </message>
    <message>
        <source>the price must be above 0</source>
        <translation>der Kurs muss über 0 liegen</translation>
    </message>
    <message>
        <source>a price must be above 0</source>
        <translation>ein Kurs muss über 0 liegen</translation>
    </message>
    <message>
        <source>a trade needs two different assets</source>
        <translation>ein Handel braucht zwei verschiedene Assets</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is open</source>
        <translation>„%1“ ist offen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a decimal of at most 18 digits before and 18 after the point</source>
        <translation>„%1“ ist keine Dezimalzahl mit höchstens 18 Stellen vor und 18 nach dem Punkt</translation>
    </message>
    <message>
        <source>an amount of %1 would go below zero</source>
        <translation>ein Betrag in %1 würde kleiner als null</translation>
    </message>
    <message>
        <source>the leverage must be above 1 and at most %1</source>
        <translation>der Hebel muss über 1 liegen und höchstens %1 sein</translation>
    </message>
    <message>
        <source>the amount is too small to trade at this price</source>
        <translation>der Betrag ist zu klein, um zu diesem Kurs zu handeln</translation>
    </message>
    <message>
        <source>the price of %1 is not known</source>
        <translation>der Kurs von %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>there is no %1 to close in this account</source>
        <translation>in diesem Konto gibt es kein %1 zu schließen</translation>
    </message>
    <message>
        <source>the liquidation ratio must be above 0</source>
        <translation>die Liquidationsquote muss über 0 liegen</translation>
    </message>
    <message>
        <source>the margin-call ratio %1 must be above the liquidation ratio %2</source>
        <translation>die Margin-Call-Quote %1 muss über der Liquidationsquote %2 liegen</translation>
    </message>
    <message>
        <source>the initial ratio %1 must not be below the margin-call ratio %2</source>
        <translation>die Initial-Quote %1 darf nicht unter der Margin-Call-Quote %2 liegen</translation>
    </message>
    <message>
        <source>only the journal knows what it booked</source>
        <translation>nur das Journal weiß, was es gebucht hat</translation>
    </message>
    <message>
        <source>an alarm needs an id</source>
        <translation>ein Alarm braucht eine ID</translation>
    </message>
    <message>
        <source>which price?</source>
        <translation>welcher Kurs?</translation>
    </message>
    <message>
        <source>only a price alarm has a symbol</source>
        <translation>nur ein Kursalarm hat ein Symbol</translation>
    </message>
    <message>
        <source>must be more than 0</source>
        <translation>muss größer als 0 sein</translation>
    </message>
    <message>
        <source>a level above 1000 is no alarm</source>
        <translation>ein Level über 1000 ist kein Alarm</translation>
    </message>
    <message>
        <source>a distance is a share below 1</source>
        <translation>ein Abstand ist ein Anteil unter 1</translation>
    </message>
    <message>
        <source>more than 100000 hours is no alarm</source>
        <translation>mehr als 100000 Stunden sind kein Alarm</translation>
    </message>
    <message>
        <source>an alarm&apos;s state cannot be read</source>
        <translation>der Zustand eines Alarms ist nicht lesbar</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>dies ist kein JSON</translation>
    </message>
    <message>
        <source>this is not a list of candles</source>
        <translation>dies ist keine Kerzenliste</translation>
    </message>
    <message>
        <source>this is no exchange information</source>
        <translation>dies sind keine Angaben der Börse</translation>
    </message>
    <message>
        <source>a list of tickers is an array or an object</source>
        <translation>eine Kursliste ist ein Feld oder ein Objekt</translation>
    </message>
    <message>
        <source>a price list is an array or an object</source>
        <translation>eine Preisliste ist ein Feld oder ein Objekt</translation>
    </message>
    <message>
        <source>a portfolio file is one JSON object</source>
        <translation>eine Portfoliodatei ist ein einziges JSON-Objekt</translation>
    </message>
    <message>
        <source>this is not a Plimsoll portfolio: &quot;format&quot; must be &quot;plimsoll-portfolio&quot;</source>
        <translation>dies ist kein Plimsoll-Portfolio: „format“ muss „plimsoll-portfolio“ sein</translation>
    </message>
    <message>
        <source>the version must be the whole number 1</source>
        <translation>die Version muss die ganze Zahl 1 sein</translation>
    </message>
    <message>
        <source>version %1 was written by a newer program; this one reads version 1</source>
        <translation>Version %1 wurde von einem neueren Programm geschrieben; dieses liest Version 1</translation>
    </message>
    <message>
        <source>there is no profile &quot;%1&quot;; known are %2</source>
        <translation>es gibt kein Profil „%1“; bekannt sind %2</translation>
    </message>
    <message>
        <source>there is no profile &quot;%1&quot;</source>
        <translation>es gibt kein Profil „%1“</translation>
    </message>
    <message>
        <source>an account needs a profile or thresholds of its own</source>
        <translation>ein Konto braucht ein Profil oder eigene Schwellen</translation>
    </message>
    <message>
        <source>the mode is &quot;cross&quot; or &quot;isolated&quot;, not &quot;%1&quot;</source>
        <translation>der Modus ist „cross“ oder „isolated“, nicht „%1“</translation>
    </message>
    <message>
        <source>only an isolated account has this field</source>
        <translation>nur ein isoliertes Konto hat dieses Feld</translation>
    </message>
    <message>
        <source>a time is milliseconds since 1970 and not negative</source>
        <translation>eine Zeit zählt Millisekunden seit 1970 und ist nicht negativ</translation>
    </message>
    <message>
        <source>an object is needed here, not %1</source>
        <translation>hier wird ein Objekt gebraucht, nicht %1</translation>
    </message>
    <message>
        <source>an object is needed here</source>
        <translation>hier wird ein Objekt gebraucht</translation>
    </message>
    <message>
        <source>a text in quotes is needed here, not %1</source>
        <translation>hier wird ein Text in Anführungszeichen gebraucht, nicht %1</translation>
    </message>
    <message>
        <source>a whole number is needed here, not %1</source>
        <translation>hier wird eine ganze Zahl gebraucht, nicht %1</translation>
    </message>
    <message>
        <source>an array is needed here, not %1</source>
        <translation>hier wird ein Feld gebraucht, nicht %1</translation>
    </message>
    <message>
        <source>an array of %1 is needed here</source>
        <translation>hier wird ein Feld mit %1 Einträgen gebraucht</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>ein Feld</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>this field is not known here</source>
        <translation>dieses Feld ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>this field stands here twice</source>
        <translation>dieses Feld steht hier zweimal</translation>
    </message>
    <message>
        <source>this field is missing</source>
        <translation>dieses Feld fehlt</translation>
    </message>
    <message>
        <source>the text has %1 bytes, more than %2</source>
        <translation>der Text hat %1 Byte, mehr als %2</translation>
    </message>
    <message>
        <source>the text has half a surrogate pair or a NUL in it</source>
        <translation>im Text steht ein halbes Zeichenpaar oder eine Null</translation>
    </message>
    <message>
        <source>this must not be empty</source>
        <translation>dies darf nicht leer sein</translation>
    </message>
    <message>
        <source>no control characters are allowed here</source>
        <translation>Steuerzeichen sind hier nicht erlaubt</translation>
    </message>
    <message>
        <source>the price is not a text</source>
        <translation>der Kurs ist kein Text</translation>
    </message>
    <message>
        <source>the open time is not in milliseconds</source>
        <translation>der Beginn ist nicht in Millisekunden</translation>
    </message>
    <message>
        <source>open and close must lie between low and high</source>
        <translation>Anfang und Ende müssen zwischen Tief und Hoch liegen</translation>
    </message>
    <message>
        <source>the close time is not after the open time</source>
        <translation>das Ende liegt nicht nach dem Beginn</translation>
    </message>
    <message>
        <source>the open time is not after the one before</source>
        <translation>der Beginn liegt nicht nach dem vorigen</translation>
    </message>
    <message>
        <source>the answer is too long</source>
        <translation>die Antwort ist zu lang</translation>
    </message>
    <message>
        <source>there are more than %1 candles</source>
        <translation>es sind mehr als %1 Kerzen</translation>
    </message>
    <message>
        <source>there are more than %1 symbols</source>
        <translation>es sind mehr als %1 Symbole</translation>
    </message>
    <message>
        <source>price is not a string</source>
        <translation>der Kurs ist kein Text</translation>
    </message>
    <message>
        <source>price is not a decimal</source>
        <translation>der Kurs ist keine Dezimalzahl</translation>
    </message>
    <message>
        <source>price is zero</source>
        <translation>der Kurs ist null</translation>
    </message>
    <message>
        <source>price is missing</source>
        <translation>der Kurs fehlt</translation>
    </message>
    <message>
        <source>price stands twice</source>
        <translation>der Kurs steht zweimal da</translation>
    </message>
    <message>
        <source>symbol stands twice</source>
        <translation>das Symbol steht zweimal da</translation>
    </message>
    <message>
        <source>symbol stands in the list twice</source>
        <translation>das Symbol steht zweimal in der Liste</translation>
    </message>
    <message>
        <source>the symbol is not a text</source>
        <translation>das Symbol ist kein Text</translation>
    </message>
    <message>
        <source>the symbol is empty or too long</source>
        <translation>das Symbol ist leer oder zu lang</translation>
    </message>
    <message>
        <source>the symbol is missing</source>
        <translation>das Symbol fehlt</translation>
    </message>
    <message>
        <source>a name here has 1 to 128 bytes</source>
        <translation>ein Name hat hier 1 bis 128 Byte</translation>
    </message>
    <message>
        <source>the kind is top_up, transfer_out, borrow, repay, buy or sell, not &quot;%1&quot;</source>
        <translation>die Art ist top_up, transfer_out, borrow, repay, buy oder sell, nicht „%1“</translation>
    </message>
    <message>
        <source>more than 10000 bookings</source>
        <translation>mehr als 10000 Buchungen</translation>
    </message>
    <message>
        <source>something follows behind the price list</source>
        <translation>hinter der Preisliste folgt noch etwas</translation>
    </message>
    <message>
        <source>The JSON document has an improper structure: missing or superfluous commas, braces, missing keys, etc.</source>
        <translation>Der Aufbau stimmt nicht: fehlende oder überzählige Kommas, Klammern oder Schlüssel</translation>
    </message>
    <message>
        <source>Problem while parsing a string</source>
        <translation>eine Zeichenkette ist fehlerhaft</translation>
    </message>
    <message>
        <source>A string is opened, but never closed.</source>
        <translation>eine Zeichenkette wird geöffnet, aber nicht geschlossen</translation>
    </message>
    <message>
        <source>Problem while parsing a number</source>
        <translation>eine Zahl ist fehlerhaft</translation>
    </message>
    <message>
        <source>The input is not valid UTF-8</source>
        <translation>der Text ist kein UTF-8</translation>
    </message>
    <message>
        <source>Empty: no JSON found</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>The JSON document was too deep (too many nested objects and arrays)</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>Within strings, some characters must be escaped, we found unescaped characters</source>
        <translation>in einer Zeichenkette steht ein Zeichen, das maskiert sein müsste</translation>
    </message>
    <message>
        <source>Error allocating memory, we&apos;re most likely out of memory</source>
        <translation>zu wenig Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Unexpected trailing content in the JSON input.</source>
        <translation>hinter dem JSON folgt noch etwas</translation>
    </message>
    <message>
        <source>The JSON element does not have the requested type.</source>
        <translation>ein Wert hat eine andere Art als erwartet</translation>
    </message>
    <message>
        <source>The JSON number is too large or too small to fit within the requested type.</source>
        <translation>eine Zahl ist zu groß oder zu klein</translation>
    </message>
    <message>
        <source>This parser can&apos;t support a document that big</source>
        <translation>das Dokument ist zu groß</translation>
    </message>
    <message>
        <source>Problem while parsing an atom starting with the letter &apos;t&apos;</source>
        <translation>ein Wort mit t ist nicht „true“</translation>
    </message>
    <message>
        <source>Problem while parsing an atom starting with the letter &apos;f&apos;</source>
        <translation>ein Wort mit f ist nicht „false“</translation>
    </message>
    <message>
        <source>Problem while parsing an atom starting with the letter &apos;n&apos;</source>
        <translation>ein Wort mit n ist nicht „null“</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>%1; the file was left as it is</source>
        <translation>%1; die Datei blieb, wie sie war</translation>
    </message>
    <message>
        <source>%1; it was left as it is</source>
        <translation>%1; sie blieb, wie sie war</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>there is no database</source>
        <translation>es gibt keine Datenbank</translation>
    </message>
    <message>
        <source>the database is not open</source>
        <translation>die Datenbank ist nicht offen</translation>
    </message>
    <message>
        <source>the database is missing, but its write-ahead log is there</source>
        <translation>die Datenbank fehlt, aber ihr Protokoll ist da</translation>
    </message>
    <message>
        <source>this file system does not allow a write-ahead log</source>
        <translation>dieses Dateisystem erlaubt kein Schreibprotokoll</translation>
    </message>
    <message>
        <source>after the upgrade: %1; the backup from before it is in &quot;backups&quot;</source>
        <translation>nach der Umstellung: %1; die Sicherung von davor liegt in „backups“</translation>
    </message>
    <message>
        <source>its version is %1, this program knows %2; update Plimsoll. The file was left as it is</source>
        <translation>sie hat Version %1, dieses Programm kennt %2; Plimsoll aktualisieren. Die Datei blieb, wie sie war</translation>
    </message>
    <message>
        <source>a newer program made it; update Plimsoll</source>
        <translation>ein neueres Programm hat sie angelegt; Plimsoll aktualisieren</translation>
    </message>
    <message>
        <source>this is a database of another program</source>
        <translation>dies ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>the disk reported an error before; the database must be opened anew</source>
        <translation>die Platte meldete zuvor einen Fehler; die Datenbank muss neu geöffnet werden</translation>
    </message>
    <message>
        <source>the database file was moved, deleted or replaced while in use</source>
        <translation>die Datenbankdatei wurde während der Benutzung verschoben, gelöscht oder ersetzt</translation>
    </message>
    <message>
        <source>the header of the database is damaged (page size)</source>
        <translation>der Kopf der Datenbank ist beschädigt (Seitengröße)</translation>
    </message>
    <message>
        <source>the database is cut off: %1 bytes</source>
        <translation>die Datenbank ist abgeschnitten: %1 Byte</translation>
    </message>
    <message>
        <source>the database file is empty; this program never leaves it so</source>
        <translation>die Datenbankdatei ist leer; so hinterlässt sie dieses Programm nie</translation>
    </message>
    <message>
        <source>this is not a database</source>
        <translation>dies ist keine Datenbank</translation>
    </message>
    <message>
        <source>cannot be looked at</source>
        <translation>lässt sich nicht ansehen</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>cannot be flushed to the disk</source>
        <translation>lässt sich nicht auf die Platte schreiben</translation>
    </message>
    <message>
        <source>cannot be put in place</source>
        <translation>lässt sich nicht an seinen Platz bringen</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>the file cannot be made</source>
        <translation>die Datei lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>the file cannot be made private</source>
        <translation>die Datei lässt sich nicht vor anderen schützen</translation>
    </message>
    <message>
        <source>is not a folder</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>larger than %1 MiB</source>
        <translation>größer als %1 MiB</translation>
    </message>
    <message>
        <source>the file exists</source>
        <translation>die Datei gibt es schon</translation>
    </message>
    <message>
        <source>no folder is named</source>
        <translation>kein Ordner ist genannt</translation>
    </message>
    <message>
        <source>data directory</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>the lock file cannot be opened</source>
        <translation>die Sperrdatei lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>the lock cannot be taken</source>
        <translation>die Sperre lässt sich nicht nehmen</translation>
    </message>
    <message>
        <source>another process has been writing to the database for 5 seconds</source>
        <translation>ein anderes Programm schreibt seit 5 Sekunden in die Datenbank</translation>
    </message>
    <message>
        <source>the backup before the upgrade is not readable</source>
        <translation>die Sicherung vor der Umstellung ist nicht lesbar</translation>
    </message>
    <message>
        <source>this database holds %1, not %2; it was left as it is</source>
        <translation>diese Datenbank enthält %1, nicht %2; sie blieb, wie sie war</translation>
    </message>
    <message>
        <source>the accounts of a person</source>
        <translation>die Konten einer Person</translation>
    </message>
    <message>
        <source>the example</source>
        <translation>das Beispiel</translation>
    </message>
    <message>
        <source>a replay</source>
        <translation>eine Wiedergabe</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed</source>
        <translation>der SQLite-Treiber von Qt ist nicht installiert</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver does not give its handle</source>
        <translation>der SQLite-Treiber von Qt gibt seinen Zugang nicht her</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver uses another SQLite library than this program</source>
        <translation>der SQLite-Treiber von Qt benutzt eine andere SQLite-Bibliothek als dieses Programm</translation>
    </message>
    <message>
        <source>SQLite does not accept the setting %1</source>
        <translation>SQLite nimmt die Einstellung %1 nicht an</translation>
    </message>
    <message>
        <source>the disk is full (%1)</source>
        <translation>die Platte ist voll (%1)</translation>
    </message>
    <message>
        <source>the database cannot be written (%1)</source>
        <translation>in die Datenbank kann nicht geschrieben werden (%1)</translation>
    </message>
    <message>
        <source>another program holds the database (%1)</source>
        <translation>ein anderes Programm hält die Datenbank (%1)</translation>
    </message>
    <message>
        <source>the database cannot be opened (%1)</source>
        <translation>die Datenbank lässt sich nicht öffnen (%1)</translation>
    </message>
    <message>
        <source>the database is damaged (%1)</source>
        <translation>die Datenbank ist beschädigt (%1)</translation>
    </message>
    <message>
        <source>the database is not as expected (%1)</source>
        <translation>die Datenbank ist nicht, wie sie sein soll (%1)</translation>
    </message>
    <message>
        <source>the database refuses this value (%1)</source>
        <translation>die Datenbank nimmt diesen Wert nicht an (%1)</translation>
    </message>
    <message>
        <source>the disk reported an error (%1)</source>
        <translation>die Platte meldete einen Fehler (%1)</translation>
    </message>
    <message>
        <source>the migrations are not numbered 1, 2, 3 ...</source>
        <translation>die Umstellungen sind nicht 1, 2, 3 … nummeriert</translation>
    </message>
    <message>
        <source>the last statement is not finished</source>
        <translation>die letzte Anweisung ist nicht zu Ende</translation>
    </message>
    <message>
        <source>values are missing for %1</source>
        <translation>Werte fehlen für %1</translation>
    </message>
    <message>
        <source>a value of a type that is not stored</source>
        <translation>ein Wert einer Art, die nicht gespeichert wird</translation>
    </message>
    <message>
        <source>a mark that is neither set nor unset: %1</source>
        <translation>eine Marke, die weder gesetzt noch nicht gesetzt ist: %1</translation>
    </message>
    <message>
        <source>an amount cannot be read: %1</source>
        <translation>ein Betrag ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>no answer to %1</source>
        <translation>keine Antwort auf %1</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>der Text ist kein UTF-8</translation>
    </message>
    <message>
        <source>the text holds a NUL or half a character</source>
        <translation>im Text steht eine Null oder ein halbes Zeichen</translation>
    </message>
    <message>
        <source>its columns and its data do not agree</source>
        <translation>ihre Spalten und ihre Daten passen nicht zusammen</translation>
    </message>
    <message>
        <source>the inputs of a step of an alarm are not a JSON object</source>
        <translation>die Eingaben eines Alarmschritts sind kein JSON-Objekt</translation>
    </message>
    <message>
        <source>the prices of a change of status are not a JSON object</source>
        <translation>die Kurse eines Statuswechsels sind kein JSON-Objekt</translation>
    </message>
    <message>
        <source>a time to be quiet is not below 0</source>
        <translation>eine Ruhezeit ist nicht kleiner als 0</translation>
    </message>
    <message>
        <source>the %1 &quot;%2&quot; is none that this program knows</source>
        <translation>%1 „%2“ kennt dieses Programm nicht</translation>
    </message>
    <message>
        <source>the journal does not add up: %1</source>
        <translation>das Journal geht nicht auf: %1</translation>
    </message>
    <message>
        <source>a row of an asset that is not listed, %1</source>
        <translation>eine Zeile eines Assets, das nicht aufgeführt ist, %1</translation>
    </message>
    <message>
        <source>%1 has more than 18 digits</source>
        <translation>%1 hat mehr als 18 Stellen</translation>
    </message>
    <message>
        <source>%1 is below zero</source>
        <translation>%1 ist kleiner als null</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a UUID in lower case without braces</source>
        <translation>„%1“ ist keine UUID in Kleinbuchstaben ohne Klammern</translation>
    </message>
    <message>
        <source>the id %1 stands for a different operation already</source>
        <translation>die ID %1 steht schon für eine andere Buchung</translation>
    </message>
    <message>
        <source>there is no account &quot;%1&quot;</source>
        <translation>es gibt kein Konto „%1“</translation>
    </message>
    <message>
        <source>there is no wallet &quot;%1&quot;</source>
        <translation>es gibt keine Wallet „%1“</translation>
    </message>
    <message>
        <source>there is no account or wallet &quot;%1&quot;</source>
        <translation>es gibt kein Konto und keine Wallet „%1“</translation>
    </message>
    <message>
        <source>there is no alarm &quot;%1&quot;</source>
        <translation>es gibt keinen Alarm „%1“</translation>
    </message>
    <message>
        <source>there is no operation %1 of &quot;%2&quot;</source>
        <translation>es gibt keine Buchung %1 von „%2“</translation>
    </message>
    <message>
        <source>an account &quot;%1&quot; exists already with other content</source>
        <translation>ein Konto „%1“ gibt es schon, mit anderem Inhalt</translation>
    </message>
    <message>
        <source>an account &quot;%1&quot; exists already with other content (it was removed)</source>
        <translation>ein Konto „%1“ gibt es schon, mit anderem Inhalt (es wurde entfernt)</translation>
    </message>
    <message>
        <source>a wallet &quot;%1&quot; exists already with other content</source>
        <translation>eine Wallet „%1“ gibt es schon, mit anderem Inhalt</translation>
    </message>
    <message>
        <source>a wallet &quot;%1&quot; exists already with other content (it was removed)</source>
        <translation>eine Wallet „%1“ gibt es schon, mit anderem Inhalt (sie wurde entfernt)</translation>
    </message>
    <message>
        <source>own money put in is known in %1</source>
        <translation>das eingelegte eigene Geld ist in %1 bekannt</translation>
    </message>
    <message>
        <source>the numbers of what changed are missing</source>
        <translation>die Nummern der Änderungen fehlen</translation>
    </message>
    <message>
        <source>a profile needs a name</source>
        <translation>ein Profil braucht einen Namen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a built-in profile, which never changes</source>
        <translation>„%1“ ist ein eingebautes Profil, das sich nie ändert</translation>
    </message>
    <message>
        <source>it was taken back already</source>
        <translation>es wurde schon zurückgenommen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was removed</source>
        <translation>„%1“ wurde entfernt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not removed</source>
        <translation>„%1“ ist nicht entfernt</translation>
    </message>
    <message>
        <source>ledger row %1 belongs to no operation, or stands out of order</source>
        <translation>Journalzeile %1 gehört zu keiner Buchung oder steht außer der Reihe</translation>
    </message>
    <message>
        <source>rows were taken out of the journal (table %1)</source>
        <translation>aus dem Journal wurden Zeilen entfernt (Tabelle %1)</translation>
    </message>
    <message>
        <source>an operation before %1 is missing</source>
        <translation>eine Buchung vor %1 fehlt</translation>
    </message>
    <message>
        <source>operation %1 or one of its rows was changed after it was booked</source>
        <translation>Buchung %1 oder eine ihrer Zeilen wurde nach dem Buchen verändert</translation>
    </message>
    <message>
        <source>the amount of ledger row %1 is not in plain notation</source>
        <translation>der Betrag von Journalzeile %1 ist nicht in einfacher Schreibweise</translation>
    </message>
    <message>
        <source>own money in operation %1 is not in plain notation</source>
        <translation>das eigene Geld in Buchung %1 ist nicht in einfacher Schreibweise</translation>
    </message>
    <message>
        <source>own money before operation %1 is not what the one before left</source>
        <translation>das eigene Geld vor Buchung %1 ist nicht, was die vorige hinterließ</translation>
    </message>
    <message>
        <source>row %1 of %2 points to a missing row of %3</source>
        <translation>Zeile %1 von %2 verweist auf eine fehlende Zeile von %3</translation>
    </message>
    <message>
        <source>the tables or triggers are not those of this version</source>
        <translation>die Tabellen oder Auslöser sind nicht die dieser Version</translation>
    </message>
    <message>
        <source>the kept balance of %1, %2 %3, is %4, but its rows add up to %5</source>
        <translation>der geführte Saldo von %1, %2 %3, ist %4, aber seine Zeilen ergeben %5</translation>
    </message>
    <message>
        <source>the kept balance of %1 is not to be believed (%2), though its figures are those of the journal</source>
        <translation>dem geführten Saldo von %1 ist nicht zu trauen (%2), obwohl seine Zahlen die des Journals sind</translation>
    </message>
    <message>
        <source>a balance is kept of %1, which its holder does not list</source>
        <translation>es wird ein Saldo von %1 geführt, den sein Inhaber nicht aufführt</translation>
    </message>
    <message>
        <source>the description of %1 was changed by something else</source>
        <translation>die Beschreibung von %1 wurde von etwas anderem verändert</translation>
    </message>
    <message>
        <source>the profile %1 was changed by something else</source>
        <translation>das Profil %1 wurde von etwas anderem verändert</translation>
    </message>
    <message>
        <source>Reference example, 5x</source>
        <translation>Referenzbeispiel, 5x</translation>
    </message>
    <message>
        <source>Isolated %1x, tier %2</source>
        <translation>Isoliert %1x, Stufe %2</translation>
    </message>
    <message>
        <source>Isolated %1x of July 2020, tier %2</source>
        <translation>Isoliert %1x vom Juli 2020, Stufe %2</translation>
    </message>
    <message>
        <source>call and liquidation as printed for isolated 10x pairs</source>
        <translation>Call und Liquidation wie für isolierte 10x-Paare abgedruckt</translation>
    </message>
    <message>
        <source>the position is %1</source>
        <translation>die Position beträgt %1</translation>
    </message>
    <message>
        <source>no %1 is owed in this account</source>
        <translation>in diesem Konto wird kein %1 geschuldet</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>line %1, %2</source>
        <translation>Zeile %1, %2</translation>
    </message>
    <message>
        <source>the %1 is not a whole number: &quot;%2&quot;</source>
        <translation>die %1 ist keine ganze Zahl: „%2“</translation>
    </message>
    <message>
        <source>the %1 is in %2; milliseconds or microseconds are needed</source>
        <translation>die %1 ist in %2; Milli- oder Mikrosekunden werden gebraucht</translation>
    </message>
    <message>
        <source>the close time is before the open time</source>
        <translation>die Schlusszeit liegt vor der Anfangszeit</translation>
    </message>
    <message>
        <source>the close time is more than a month after the open time</source>
        <translation>die Schlusszeit liegt mehr als einen Monat nach der Anfangszeit</translation>
    </message>
    <message>
        <source>open time</source>
        <translation>Anfangszeit</translation>
    </message>
    <message>
        <source>close time</source>
        <translation>Schlusszeit</translation>
    </message>
    <message>
        <source>%1 columns; 6 (own format) or 12 (exchange klines) are needed, in every line</source>
        <translation>%1 Spalten; 6 (eigenes Format) oder 12 (Kerzen der Börse) werden gebraucht, in jeder Zeile</translation>
    </message>
    <message>
        <source>the open time is not after the one of the line before</source>
        <translation>die Anfangszeit liegt nicht nach der der Zeile davor</translation>
    </message>
    <message>
        <source>there are no candles in this file</source>
        <translation>in dieser Datei sind keine Kerzen</translation>
    </message>
    <message>
        <source>another candle of this time stands in %1: line %2</source>
        <translation>eine andere Kerze dieser Zeit steht in %1: Zeile %2</translation>
    </message>
    <message>
        <source>this candle lies inside the one of %1: line %2</source>
        <translation>diese Kerze liegt innerhalb der von %1: Zeile %2</translation>
    </message>
    <message>
        <source>how long this candle is cannot be told: no close time, no interval in the name of the file (as in ETHUSDT-1h-x.csv), and no usual distance between its candles</source>
        <translation>wie lang diese Kerze ist, lässt sich nicht sagen: keine Schlusszeit, kein Intervall im Namen der Datei (wie in ETHUSDT-1h-x.csv) und kein üblicher Abstand zwischen ihren Kerzen</translation>
    </message>
    <message>
        <source>the gzip data could not be read: no memory</source>
        <translation>die gzip-Daten konnten nicht gelesen werden: kein Speicher</translation>
    </message>
    <message>
        <source>the gzip data ends too early</source>
        <translation>die gzip-Daten enden zu früh</translation>
    </message>
    <message>
        <source>the gzip data is damaged</source>
        <translation>die gzip-Daten sind beschädigt</translation>
    </message>
    <message>
        <source>the gzip data is followed by something else</source>
        <translation>auf die gzip-Daten folgt etwas anderes</translation>
    </message>
    <message>
        <source>the gzip data unpacks to more than %1 bytes</source>
        <translation>die gzip-Daten ergeben ausgepackt mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>the zip archive holds no file</source>
        <translation>das zip-Archiv enthält keine Datei</translation>
    </message>
    <message>
        <source>the zip archive holds %1 files; one is needed</source>
        <translation>das zip-Archiv enthält %1 Dateien; gebraucht wird eine</translation>
    </message>
    <message>
        <source>the zip archive is damaged</source>
        <translation>das zip-Archiv ist beschädigt</translation>
    </message>
    <message>
        <source>the zip archive cannot be read: it is encrypted, damaged or packed in an uncommon way</source>
        <translation>das zip-Archiv lässt sich nicht lesen: es ist verschlüsselt, beschädigt oder auf ungewöhnliche Weise gepackt</translation>
    </message>
    <message>
        <source>the zip archive unpacks to more than %1 bytes</source>
        <translation>das zip-Archiv ergibt ausgepackt mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>the file has more than %1 bytes</source>
        <translation>die Datei hat mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>what was there at the beginning is not taken back; book a correction</source>
        <translation>was am Anfang da war, wird nicht zurückgenommen; eine Korrektur buchen</translation>
    </message>
    <message>
        <source>what was taken back is not taken back again; record it anew</source>
        <translation>was zurückgenommen wurde, wird nicht noch einmal zurückgenommen; neu erfassen</translation>
    </message>
    <message>
        <source>the wallet &quot;%1&quot; is not empty</source>
        <translation>die Wallet „%1“ ist nicht leer</translation>
    </message>
    <message>
        <source>another wallet is called &quot;%1&quot;</source>
        <translation>so heißt schon eine andere Wallet: „%1“</translation>
    </message>
    <message>
        <source>a sale has no source</source>
        <translation>ein Verkauf hat keine Quelle</translation>
    </message>
    <message>
        <source>a move comes from another account</source>
        <translation>eine Umbuchung kommt aus einem anderen Konto</translation>
    </message>
    <message>
        <source>a plan needs an id</source>
        <translation>ein Plan braucht eine Kennung</translation>
    </message>
    <message>
        <source>a plan needs a name of 1 to 240 bytes without control characters</source>
        <translation>ein Plan braucht einen Namen von 1 bis 240 Byte ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>a text is needed here</source>
        <translation>hier wird ein Text gebraucht</translation>
    </message>
    <message>
        <source>this asset stands here twice</source>
        <translation>dieses Asset steht hier zweimal</translation>
    </message>
    <message>
        <source>more than 500 assets</source>
        <translation>mehr als 500 Assets</translation>
    </message>
    <message>
        <source>a number as a text is needed here</source>
        <translation>hier wird eine Zahl als Text gebraucht</translation>
    </message>
    <message>
        <source>a correlation is within -1 and 1</source>
        <translation>eine Korrelation liegt zwischen -1 und 1</translation>
    </message>
    <message>
        <source>one row per asset is needed</source>
        <translation>je Asset wird eine Zeile gebraucht</translation>
    </message>
    <message>
        <source>one number per asset is needed</source>
        <translation>je Asset wird eine Zahl gebraucht</translation>
    </message>
    <message>
        <source>an asset moves with itself: 1</source>
        <translation>ein Asset bewegt sich mit sich selbst: 1</translation>
    </message>
    <message>
        <source>differs from %1</source>
        <translation>weicht von %1 ab</translation>
    </message>
    <message>
        <source>a beta is within -100 and 100 with at most 8 decimals</source>
        <translation>ein Beta liegt zwischen -100 und 100 und hat höchstens 8 Nachkommastellen</translation>
    </message>
    <message>
        <source>there are bars from that moment on already</source>
        <translation>ab diesem Zeitpunkt gibt es schon Schwellen</translation>
    </message>
    <message>
        <source>the earliest announced bars stand first</source>
        <translation>die frühesten angekündigten Schwellen stehen zuerst</translation>
    </message>
    <message>
        <source>other bars are announced for that moment</source>
        <translation>für diesen Zeitpunkt sind andere Schwellen angekündigt</translation>
    </message>
    <message>
        <source>that moment has passed: change the bars of the account</source>
        <translation>dieser Zeitpunkt ist vorbei: ändern Sie die Schwellen des Kontos</translation>
    </message>
    <message>
        <source>no bars are announced for that moment</source>
        <translation>für diesen Zeitpunkt sind keine Schwellen angekündigt</translation>
    </message>
    <message>
        <source>money is moved between two accounts</source>
        <translation>umgebucht wird zwischen zwei Konten</translation>
    </message>
    <message>
        <source>money of a move comes from no wallet</source>
        <translation>was umgebucht wird, kommt aus keiner Wallet</translation>
    </message>
    <message>
        <source>there is a plan &quot;%1&quot; of this account</source>
        <translation>dieses Konto hat schon einen Plan „%1“</translation>
    </message>
    <message>
        <source>there is no plan &quot;%1&quot;</source>
        <translation>es gibt keinen Plan „%1“</translation>
    </message>
    <message>
        <source>more than %1 prices are kept of it; take a shorter one</source>
        <translation>davon sind mehr als %1 Kurse aufgezeichnet; nehmen Sie einen kürzeren</translation>
    </message>
    <message>
        <source>up to when interest in %1 was charged was changed by something else</source>
        <translation>bis wann Zinsen in %1 berechnet sind, hat etwas anderes geändert</translation>
    </message>
    <message>
        <source>up to when %1 was charged interest in %2 was changed by something else</source>
        <translation>bis wann %1 Zinsen in %2 berechnet sind, hat etwas anderes geändert</translation>
    </message>
    <message>
        <source>%1 is charged interest in %2, which it does not list</source>
        <translation>%1 werden Zinsen in %2 berechnet, das dort nicht aufgeführt ist</translation>
    </message>
    <message>
        <source>up to when %1 was charged interest in %2 is missing</source>
        <translation>bis wann %1 Zinsen in %2 berechnet sind, fehlt</translation>
    </message>
</context>
<context>
    <name>ReplayAccount</name>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
</context>
<context>
    <name>ReplayEvents</name>
    <message>
        <source>What happened in the replay</source>
        <translation>Was im Durchlauf geschah</translation>
    </message>
    <message>
        <source>Replay, %1, %2: %3</source>
        <translation>Durchlauf, %1, %2: %3</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <translation>%1  %2: %3</translation>
    </message>
</context>
<context>
    <name>ReplayForm</name>
    <message>
        <source>A portfolio file, as Export writes it. Without one your own accounts are played.</source>
        <translation>Eine Portfoliodatei, wie der Export sie schreibt. Ohne sie werden die eigenen Konten durchgespielt.</translation>
    </message>
    <message>
        <source>Whose accounts</source>
        <translation>Wessen Konten</translation>
    </message>
    <message>
        <source>Your own accounts</source>
        <translation>Die eigenen Konten</translation>
    </message>
    <message>
        <source>Minutes after which somebody acknowledges an alarm. Empty: nobody does, and reminders come.</source>
        <translation>Minuten, nach denen jemand einen Alarm quittiert. Leer: niemand quittiert, und Erinnerungen kommen.</translation>
    </message>
    <message>
        <source>Acknowledged after</source>
        <translation>Quittiert nach</translation>
    </message>
    <message>
        <source>Minutes until somebody acknowledges</source>
        <translation>Minuten, bis jemand quittiert</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal rechnen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Progress of the replay</source>
        <translation>Fortschritt des Durchlaufs</translation>
    </message>
    <message>
        <source>Crashes to try</source>
        <translation>Abstürze zum Ausprobieren</translation>
    </message>
    <message>
        <source>The exchange offers these files in its public archive of spot candles, as monthly archives of one minute.</source>
        <translation>Die Börse bietet diese Dateien in ihrem öffentlichen Archiv der Spot-Kerzen an, als Monatsarchive von je einer Minute.</translation>
    </message>
    <message>
        <source>%1: %2 Files: %3</source>
        <translation>%1: %2 Dateien: %3</translation>
    </message>
    <message>
        <source>Portfolios (*.json)</source>
        <translation>Portfolios (*.json)</translation>
    </message>
    <message>
        <source>Which prices are played</source>
        <translation>Welche Kurse gespielt werden</translation>
    </message>
    <message>
        <source>Candle files</source>
        <translation>Kerzendateien</translation>
    </message>
    <message>
        <source>Recorded here</source>
        <translation>Hier aufgezeichnet</translation>
    </message>
    <message>
        <source>Prices that Plimsoll recorded while it watched: every sample of the last 48 hours, then one a minute, after 90 days one an hour. Where nobody watched is a gap.</source>
        <translation>Kurse, die Plimsoll beim Überwachen aufgezeichnet hat: jeder der letzten 48 Stunden, danach einer je Minute, nach 90 Tagen einer je Stunde. Wo niemand überwacht hat, ist eine Lücke.</translation>
    </message>
    <message>
        <source>Recorded prices of the last</source>
        <translation>Aufgezeichnete Kurse der letzten</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>ReplayPage</name>
    <message>
        <source>Nothing was played yet. A replay books nothing, raises no alarm and leaves your accounts as they are.</source>
        <translation>Noch nichts wurde durchgespielt. Ein Durchlauf bucht nichts, löst keinen Alarm aus und lässt die Konten, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>ReplaySave</name>
    <message>
        <source>Report of this replay</source>
        <translation>Bericht über diesen Durchlauf</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>One page that opens in any browser, offline, and can be printed. Only you can read the file.</source>
        <translation>Eine Seite, die jeder Browser ohne Netz öffnet und druckt. Nur der eigene Benutzer kann die Datei lesen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>A file of this name exists. Replace it?</source>
        <translation>Eine Datei dieses Namens gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
</context>
<context>
    <name>ReplayTwins</name>
    <message>
        <source>Cross or isolated</source>
        <translation>Cross oder Isolated</translation>
    </message>
</context>
<context>
    <name>ReplayView</name>
    <message>
        <source>Replay, not your accounts now: %1</source>
        <translation>Durchlauf, nicht die Konten von jetzt: %1</translation>
    </message>
    <message>
        <source>Level over the replay</source>
        <translation>Level im Durchlauf</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play in time-lapse</source>
        <translation>Im Zeitraffer abspielen</translation>
    </message>
    <message>
        <source>Moment of the replay</source>
        <translation>Augenblick des Durchlaufs</translation>
    </message>
    <message>
        <source>How long the replay takes</source>
        <translation>Wie lange der Durchlauf dauert</translation>
    </message>
    <message>
        <source>60 s</source>
        <translation>60 s</translation>
    </message>
    <message>
        <source>30 s</source>
        <translation>30 s</translation>
    </message>
    <message>
        <source>10 s</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>Accounts at this moment</source>
        <translation>Konten in diesem Augenblick</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>No account changed its state, and no alarm would have called.</source>
        <translation>Kein Konto hat seinen Zustand geändert, und kein Alarm hätte gerufen.</translation>
    </message>
    <message>
        <source>around this moment, %1 in all</source>
        <translation>um diesen Moment, insgesamt %1</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>One page that opens in any browser, offline, and can be printed. Only you can read the file.</source>
        <translation>Eine Seite, die jeder Browser ohne Netz öffnet und druckt. Nur der eigene Benutzer kann die Datei lesen.</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>Von … bis</translation>
    </message>
    <message>
        <source>Both days are in it, by the time of this computer.</source>
        <translation>Beide Tage gehören dazu, nach der Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>First and last day</source>
        <translation>Erster und letzter Tag</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>A file of this name exists. Replace it?</source>
        <translation>Eine Datei dieses Namens gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
</context>
<context>
    <name>RiskParts</name>
    <message>
        <source>Part of the risk page</source>
        <translation>Teil der Risikoseite</translation>
    </message>
    <message>
        <source>Stress</source>
        <translation>Stress</translation>
    </message>
    <message>
        <source>Two assets</source>
        <translation>Zwei Assets</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Chancen</translation>
    </message>
    <message>
        <source>Ways out</source>
        <translation>Auswege</translation>
    </message>
    <message>
        <source>Cross or isolated</source>
        <translation>Cross oder Isolated</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Durchlauf</translation>
    </message>
</context>
<context>
    <name>RoleBar</name>
    <message>
        <source>Take over here</source>
        <translation>Hier übernehmen</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Add an alarm</source>
        <translation>Alarm hinzufügen</translation>
    </message>
    <message>
        <source>Edit the alarm</source>
        <translation>Alarm bearbeiten</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>As loud as</source>
        <translation>So laut wie</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove this alarm? Its history stays.</source>
        <translation>Diesen Alarm entfernen? Sein Verlauf bleibt.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Any pair, like BTC/USDT</source>
        <translation>Ein beliebiges Paar, etwa BTC/USDT</translation>
    </message>
    <message>
        <source>Pairs of your accounts</source>
        <translation>Paare Ihrer Konten</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Changes are kept at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Page of the settings</source>
        <translation>Seite der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
</context>
<context>
    <name>SettingsGeneral</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>When an account falls to its liquidation ratio</source>
        <translation>Wenn ein Konto auf seine Liquidationsquote fällt</translation>
    </message>
    <message>
        <source>At liquidation</source>
        <translation>Bei Liquidation</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Record it as liquidated</source>
        <translation>Als liquidiert erfassen</translation>
    </message>
    <message>
        <source>Own threshold profiles</source>
        <translation>Eigene Schwellenprofile</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Interest on debts whose daily rate is known</source>
        <translation>Zinsen auf Schulden mit bekanntem Tageszins</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Add it every full hour</source>
        <translation>Zu jeder vollen Stunde buchen</translation>
    </message>
    <message>
        <source>I enter it myself</source>
        <translation>Ich trage sie selbst ein</translation>
    </message>
</context>
<context>
    <name>SettingsSource</name>
    <message>
        <source>Prices from</source>
        <translation>Kurse von</translation>
    </message>
    <message>
        <source>Binance public data</source>
        <translation>Öffentliche Daten von Binance</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>https, or http on this computer only</source>
        <translation>https, oder http nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Ask for prices every</source>
        <translation>Kurse abfragen alle</translation>
    </message>
    <message>
        <source>More often</source>
        <translation>Öfter</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Less often</source>
        <translation>Seltener</translation>
    </message>
    <message>
        <source>https address of the price source</source>
        <translation>https-Adresse der Preisquelle</translation>
    </message>
    <message>
        <source>This run was started with --price-url: prices come from %1. What is chosen here counts from then on.</source>
        <translation>Dieses Mal wurde mit --price-url gestartet: Die Kurse kommen von %1. Was hier gewählt wird, gilt von da an.</translation>
    </message>
</context>
<context>
    <name>SourceField</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>SpreadLine</name>
    <message>
        <source>%1: %2, distance to the call %3</source>
        <translation>%1: %2, Abstand zum Call %3</translation>
    </message>
</context>
<context>
    <name>StateCountLabel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
    <message>
        <source>Nearest to call</source>
        <translation>Dem Call am nächsten</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Accounts by state</source>
        <translation>Konten nach Zustand</translation>
    </message>
</context>
<context>
    <name>StressCurve</name>
    <message>
        <source>Margin level against the move of prices</source>
        <translation>Margin-Level über der Kursbewegung</translation>
    </message>
    <message>
        <source>dotted: all prices together</source>
        <translation>gepunktet: alle Kurse zusammen</translation>
    </message>
</context>
<context>
    <name>StressDominoPanel</name>
    <message>
        <source>Who falls when</source>
        <translation>Wer wann fällt</translation>
    </message>
    <message>
        <source>%1: %2. Now at the chosen move: %3</source>
        <translation>%1: %2. Bei der gewählten Bewegung: %3</translation>
    </message>
</context>
<context>
    <name>StressPage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>Was sich bewegt</translation>
    </message>
    <message>
        <source>Move of prices in percent</source>
        <translation>Kursbewegung in Prozent</translation>
    </message>
    <message>
        <source>What would be, not what is. %1</source>
        <translation>Was wäre, nicht was ist. %1</translation>
    </message>
</context>
<context>
    <name>StressTable</name>
    <message>
        <source>Levels at moves of prices</source>
        <translation>Level bei Kursbewegungen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>Bis Call</translation>
    </message>
    <message>
        <source>Equity %1</source>
        <translation>Eigenkapital %1</translation>
    </message>
    <message>
        <source>%1: %2, %3, to call %4, equity %5 %6</source>
        <translation>%1: %2, %3, bis Call %4, Eigenkapital %5 %6</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Take a record back</source>
        <translation>Einen Eintrag zurücknehmen</translation>
    </message>
    <message>
        <source>The record stays in the journal, and a second one with the other sign stands beside it. Nothing happens on the exchange.</source>
        <translation>Der Eintrag bleibt im Journal, und ein zweiter mit umgekehrtem Vorzeichen steht daneben. An der Börse geschieht nichts.</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>No debt</source>
        <translation>Keine Schulden</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>Frühwarnung</translation>
    </message>
    <message>
        <source>Margin call</source>
        <translation>Margin Call</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>Liquidiert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>ToastBody</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TopUpDialog</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Record top-up</source>
        <translation>Nachschuss erfassen</translation>
    </message>
    <message>
        <source>Repay what is owed with it at once</source>
        <translation>Damit sofort zurückzahlen, was geschuldet ist</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Einsetzen</translation>
    </message>
</context>
<context>
    <name>TwinColumn</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>TwinPair</name>
    <message>
        <source>As it is: isolated</source>
        <translation>Wie es ist: Isolated</translation>
    </message>
    <message>
        <source>As it is: cross</source>
        <translation>Wie es ist: Cross</translation>
    </message>
    <message>
        <source>The same money in one cross account</source>
        <translation>Dasselbe Geld in einem Cross-Konto</translation>
    </message>
    <message>
        <source>The same money in isolated accounts</source>
        <translation>Dasselbe Geld in Isolated-Konten</translation>
    </message>
</context>
<context>
    <name>WalletsDialog</name>
    <message>
        <source>Money outside the margin accounts that can be moved into them.</source>
        <translation>Geld außerhalb der Margin-Konten, das in sie übertragen werden kann.</translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation>Wallets</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the wallet</source>
        <translation>Name des Wallets</translation>
    </message>
    <message>
        <source>Asset of row %1</source>
        <translation>Asset in Zeile %1</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Amount of %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>Amount of row %1</source>
        <translation>Betrag in Zeile %1</translation>
    </message>
    <message>
        <source>Add asset</source>
        <translation>Asset hinzufügen</translation>
    </message>
    <message>
        <source>Reason (optional)</source>
        <translation>Grund (freiwillig)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What is recorded</source>
        <translation>Was erfasst wird</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Erfassen</translation>
    </message>
</context>
<context>
    <name>WayLine</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: open the form</source>
        <translation>%1: Formular öffnen</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Erfassen…</translation>
    </message>
</context>
<context>
    <name>WayOut</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>WaysMenu</name>
    <message>
        <source>Sell and repay…</source>
        <translation>Verkaufen und tilgen…</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wenn…</translation>
    </message>
</context>
<context>
    <name>WaysOutPage</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Spread a sum over all accounts</source>
        <translation>Eine Summe auf alle Konten verteilen</translation>
    </message>
    <message>
        <source>Sum to spread in %1</source>
        <translation>Zu verteilende Summe in %1</translation>
    </message>
    <message>
        <source>What is done with the sum</source>
        <translation>Was mit der Summe geschieht</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Repay</source>
        <translation>Tilgen</translation>
    </message>
</context>
<context>
    <name>WhatIfForm</name>
    <message>
        <source>What to change</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>What moves</source>
        <translation>Was sich bewegt</translation>
    </message>
    <message>
        <source>Move of prices in percent</source>
        <translation>Kursbewegung in Prozent</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Kind of booking</source>
        <translation>Art der Buchung</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Move in percent</source>
        <translation>Bewegung in Prozent</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Neuer Kurs</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Initial / margin call / liquidation</source>
        <translation>Initial / Margin Call / Liquidation</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>WhatIfLines</name>
    <message>
        <source>What is changed</source>
        <translation>Was geändert ist</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing yet: the accounts are as they are.</source>
        <translation>Noch nichts: Die Konten sind, wie sie sind.</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
</context>
<context>
    <name>WhatIfPage</name>
    <message>
        <source>Not real: nothing is booked</source>
        <translation>Nicht echt: Nichts wird gebucht</translation>
    </message>
</context>
<context>
    <name>WhatIfShelf</name>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Name des Szenarios</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved scenarios</source>
        <translation>Gespeicherte Szenarien</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete the scenario %1?</source>
        <translation>Das Szenario %1 löschen?</translation>
    </message>
    <message>
        <source>As a file, to share or from the terminal</source>
        <translation>Als Datei, zum Weitergeben oder aus dem Terminal</translation>
    </message>
    <message>
        <source>Scenario file</source>
        <translation>Szenariodatei</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>WhatIfTable</name>
    <message>
        <source>Accounts before and after</source>
        <translation>Konten vorher und nachher</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>%1: now %2, %3; then %4, %5</source>
        <translation>%1: jetzt %2, %3; dann %4, %5</translation>
    </message>
    <message>
        <source>compared:</source>
        <translation>verglichen:</translation>
    </message>
    <message>
        <source>%1; compared: %2, %3</source>
        <translation>%1; verglichen: %2, %3</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Plimsoll&apos;s own estimate from public prices; the exchange&apos;s figure is the binding one.</source>
        <translation>Plimsolls eigene Schätzung aus öffentlichen Kursen; verbindlich ist die Zahl der Börse.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>plimsoll::app::Notifications</name>
    <message>
        <source>There is no keyring here.</source>
        <translation>Hier gibt es keinen Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>plimsoll::charts::ChartSketch</name>
    <message>
        <source>call at or below %1</source>
        <translation>Call bis %1</translation>
    </message>
    <message>
        <source>liquidation at or below %1</source>
        <translation>Liquidation bis %1</translation>
    </message>
    <message>
        <source>initial %1</source>
        <translation>Initial %1</translation>
    </message>
    <message>
        <source>now, %1</source>
        <translation>jetzt, %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::desktop</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1: level unknown</source>
        <translation>%1: Level unbekannt</translation>
    </message>
    <message>
        <source>All normal</source>
        <translation>Alles normal</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>Keine Schulden</translation>
    </message>
    <message>
        <source>No accounts</source>
        <translation>Keine Konten</translation>
    </message>
    <message>
        <source>The engine does not answer. Nothing is watched.</source>
        <translation>Das Rechenwerk antwortet nicht. Nichts wird überwacht.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
</context>
<context>
    <name>plimsoll::desktop::CloseViewModel</name>
    <message>
        <source>Stop watching during a margin call?</source>
        <translation>Überwachung während eines Margin Calls beenden?</translation>
    </message>
    <message>
        <source>Keep watching your accounts?</source>
        <translation>Konten weiter überwachen?</translation>
    </message>
    <message>
        <source>If you stop, nothing is watched and no alarm reaches you until Plimsoll is started again.</source>
        <translation>Nach dem Beenden wird nichts überwacht, und kein Alarm kommt an, bis Plimsoll wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Plimsoll can go on in the background. Its icon stays in the tray and alarms reach you as now.</source>
        <translation>Plimsoll kann im Hintergrund weiterlaufen. Das Symbol bleibt im Infobereich, und Alarme kommen an wie bisher.</translation>
    </message>
    <message>
        <source>Plimsoll can go on as a minimised window: this desktop has no tray. Alarms reach you as now.</source>
        <translation>Plimsoll kann als minimiertes Fenster weiterlaufen: diese Oberfläche hat keinen Infobereich. Alarme kommen an wie bisher.</translation>
    </message>
    <message>
        <source>At least one account owes money.</source>
        <translation>Mindestens ein Konto hat Schulden.</translation>
    </message>
    <message>
        <source>An account is in a margin call now. It can be liquidated while nobody watches.</source>
        <translation>Ein Konto ist gerade im Margin Call. Es kann liquidiert werden, während niemand hinsieht.</translation>
    </message>
    <message>
        <source>Keep watching in the tray</source>
        <translation>Im Infobereich weiter überwachen</translation>
    </message>
    <message>
        <source>Minimise and keep watching</source>
        <translation>Minimieren und weiter überwachen</translation>
    </message>
</context>
<context>
    <name>plimsoll::desktop::EngineGuard</name>
    <message>
        <source>Plimsoll&apos;s engine does not answer</source>
        <translation>Das Rechenwerk von Plimsoll antwortet nicht</translation>
    </message>
    <message>
        <source>Nothing is watched. The newest levels are of %1. Restart Plimsoll.</source>
        <translation>Nichts wird überwacht. Die neuesten Levels sind von %1. Plimsoll neu starten.</translation>
    </message>
    <message>
        <source>Nothing is watched. Restart Plimsoll.</source>
        <translation>Nichts wird überwacht. Plimsoll neu starten.</translation>
    </message>
    <message>
        <source>Plimsoll&apos;s engine answers again</source>
        <translation>Das Rechenwerk von Plimsoll antwortet wieder</translation>
    </message>
    <message>
        <source>Levels are watched.</source>
        <translation>Levels werden überwacht.</translation>
    </message>
</context>
<context>
    <name>plimsoll::desktop::GapViewModel</name>
    <message>
        <source>This computer slept from %1 to %2 (%3)</source>
        <translation>Dieser Computer schlief von %1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>Monitoring was off from %1 to %2 (%3)</source>
        <translation>Die Überwachung war von %1 bis %2 aus (%3)</translation>
    </message>
    <message>
        <source>Asking the exchange what happened…</source>
        <translation>Die Börse wird gefragt, was geschah…</translation>
    </message>
    <message>
        <source>The exchange could not be asked what happened. Look at your accounts there.</source>
        <translation>Die Börse konnte nicht gefragt werden, was geschah. Bitte dort nach den Konten sehen.</translation>
    </message>
    <message>
        <source>Alarms would have reached you in that time.</source>
        <translation>In dieser Zeit wären Alarme gekommen.</translation>
    </message>
    <message>
        <source>No alarm would have reached you in that time.</source>
        <translation>In dieser Zeit wäre kein Alarm gekommen.</translation>
    </message>
    <message>
        <source>lowest level %1 at %2</source>
        <translation>niedrigstes Level %1 um %2</translation>
    </message>
    <message>
        <source>lowest level not known</source>
        <translation>niedrigstes Level nicht bekannt</translation>
    </message>
    <message>
        <source>Missed: %1</source>
        <translation>Verpasst: %1</translation>
    </message>
    <message>
        <source>No alarm</source>
        <translation>Kein Alarm</translation>
    </message>
    <message>
        <source>Reports that follow: %1</source>
        <translation>Weitere Berichte: %1</translation>
    </message>
    <message>
        <source>Not every account could be judged. Look at those at the exchange.</source>
        <translation>Nicht jedes Konto ließ sich beurteilen. Bitte bei der Börse danach sehen.</translation>
    </message>
    <message>
        <source>Alarms would have reached you in that time, and not every account could be judged.</source>
        <translation>In dieser Zeit wären Alarme gekommen, und nicht jedes Konto ließ sich beurteilen.</translation>
    </message>
    <message>
        <source>Could not be judged all the time</source>
        <translation>Ließ sich nicht die ganze Zeit beurteilen</translation>
    </message>
    <message>
        <source>Could not be judged: no candles of its prices</source>
        <translation>Ließ sich nicht beurteilen: keine Kerzen zu seinen Kursen</translation>
    </message>
</context>
<context>
    <name>plimsoll::desktop::MiniViewModel</name>
    <message>
        <source>+%1 more</source>
        <translation>+%1 weitere</translation>
    </message>
    <message>
        <source>The level is unknown. Look at your exchange.</source>
        <translation>Das Level ist unbekannt. Bitte bei der Börse nachsehen.</translation>
    </message>
    <message>
        <source>At or below the liquidation ratio</source>
        <translation>Auf oder unter der Liquidationsquote</translation>
    </message>
    <message>
        <source>%1 to liquidation</source>
        <translation>%1 bis zur Liquidation</translation>
    </message>
    <message>
        <source>Adding %1 %2 brings it to %3</source>
        <translation>%1 %2 mehr bringen es auf %3</translation>
    </message>
    <message>
        <source>Look at your exchange.</source>
        <translation>Bitte bei der Börse nachsehen.</translation>
    </message>
    <message>
        <source>It came and went. Nobody has seen it yet.</source>
        <translation>Der Alarm kam und ging. Noch hat ihn niemand gesehen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::desktop::RoleViewModel</name>
    <message>
        <source>Taking over…</source>
        <translation>Wird übernommen …</translation>
    </message>
    <message>
        <source>Another Plimsoll</source>
        <translation>Ein anderes Plimsoll</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>%1 watches your accounts and tells you. This window shows what it sees, and passes on what you do.</source>
        <translation>%1 überwacht Ihre Konten und meldet sich bei Ihnen. Dieses Fenster zeigt, was es sieht, und gibt weiter, was Sie tun.</translation>
    </message>
    <message>
        <source>%1 did not hand over in time. If it hangs, this window takes its place by itself.</source>
        <translation>%1 hat nicht rechtzeitig übergeben. Wenn es hängt, tritt dieses Fenster von selbst an seine Stelle.</translation>
    </message>
</context>
<context>
    <name>plimsoll::desktop::TrayIcon</name>
    <message>
        <source>Open Plimsoll</source>
        <translation>Plimsoll öffnen</translation>
    </message>
    <message>
        <source>Acknowledge all alarms</source>
        <translation>Alle Alarme quittieren</translation>
    </message>
    <message>
        <source>Snooze 5 min</source>
        <translation>5 min Ruhe</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>No accounts</source>
        <translation>Keine Konten</translation>
    </message>
    <message>
        <source>Refresh prices</source>
        <translation>Kurse aktualisieren</translation>
    </message>
</context>
<context>
    <name>plimsoll::feed::ExampleSource</name>
    <message>
        <source>Day N</source>
        <translation>Tag N</translation>
    </message>
    <message>
        <source>Day N+%1</source>
        <translation>Tag N+%1</translation>
    </message>
</context>
<context>
    <name>plimsoll::monitor::AlarmManager</name>
    <message>
        <source>Plimsoll: snoozed</source>
        <translation>Plimsoll: Alarm ruht</translation>
    </message>
    <message>
        <source>Plimsoll: acknowledged</source>
        <translation>Plimsoll: quittiert</translation>
    </message>
    <message>
        <source>Nothing else needs you now. An alarm comes back when it gets worse, or when its time is over.</source>
        <translation>Im Moment ist nichts weiter zu tun. Ein Alarm kommt wieder, wenn es schlimmer wird oder seine Zeit um ist.</translation>
    </message>
    <message>
        <source>Plimsoll: handed over</source>
        <translation>Plimsoll: übergeben</translation>
    </message>
    <message>
        <source>Another Plimsoll on this computer watches from here on.</source>
        <translation>Von hier an wacht ein anderes Plimsoll auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>plimsoll::notify::NotificationCall</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
</context>
<context>
    <name>plimsoll::report</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Lowest level</source>
        <translation>Niedrigster Level</translation>
    </message>
    <message>
        <source>at (UTC)</source>
        <translation>um (UTC)</translation>
    </message>
    <message>
        <source>Last level</source>
        <translation>Letzter Level</translation>
    </message>
    <message>
        <source>Status changes</source>
        <translation>Statuswechsel</translation>
    </message>
    <message>
        <source>Alarms raised</source>
        <translation>Ausgelöste Alarme</translation>
    </message>
    <message>
        <source>Level over time</source>
        <translation>Level-Verlauf</translation>
    </message>
    <message>
        <source>No level is kept of this period.</source>
        <translation>Aus diesem Zeitraum ist kein Level aufbewahrt.</translation>
    </message>
    <message>
        <source>margin call</source>
        <translation>Margin Call</translation>
    </message>
    <message>
        <source>liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>The status did not change.</source>
        <translation>Der Status hat sich nicht geändert.</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>No price is kept of this period.</source>
        <translation>Aus diesem Zeitraum ist kein Kurs aufbewahrt.</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>niedrigster</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>höchster</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>There were no alarms.</source>
        <translation>Es gab keine Alarme.</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>Es wurde nichts gebucht.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Plimsoll, %1 to %2 (UTC)</source>
        <translation>Plimsoll, %1 bis %2 (UTC)</translation>
    </message>
    <message>
        <source>Written at %1 (UTC) from what was recorded. Levels follow from last trade prices; the exchange judges by its own index, and its figures are binding. Where nothing is drawn, nothing was known or nobody watched.</source>
        <translation>Geschrieben um %1 (UTC) aus dem, was aufgezeichnet wurde. Level folgen aus letzten Handelskursen; die Börse urteilt nach ihrem eigenen Index, und ihre Zahlen sind verbindlich. Wo nichts gezeichnet ist, war nichts bekannt oder niemand hat zugesehen.</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>am Ende</translation>
    </message>
    <message>
        <source>No level was known in this replay.</source>
        <translation>In diesem Durchlauf war kein Level bekannt.</translation>
    </message>
    <message>
        <source>Notices: %1, at most %2 in ten minutes.</source>
        <translation>Meldungen: %1, höchstens %2 in zehn Minuten.</translation>
    </message>
    <message>
        <source>What the alarms would have done</source>
        <translation>Was die Alarme getan hätten</translation>
    </message>
    <message>
        <source>Liquidations take %1.</source>
        <translation>Liquidationen nehmen %1.</translation>
    </message>
    <message>
        <source>Equity at the beginning</source>
        <translation>Eigenkapital zu Beginn</translation>
    </message>
    <message>
        <source>Cross level then</source>
        <translation>Cross-Level in dem Moment</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>As one cross account</source>
        <translation>Als ein Cross-Konto</translation>
    </message>
    <message>
        <source>As isolated accounts</source>
        <translation>Als Isolated-Konten</translation>
    </message>
    <message>
        <source>Cross or isolated</source>
        <translation>Cross oder Isolated</translation>
    </message>
    <message>
        <source>Plimsoll, replay of %1 to %2 (UTC)</source>
        <translation>Plimsoll, Durchlauf von %1 bis %2 (UTC)</translation>
    </message>
    <message>
        <source>A replay, written at %1 (UTC): what these accounts would have gone through at prices of that time. Nothing of it is real, nothing was booked. Where nothing is drawn, no price was known.</source>
        <translation>Ein Durchlauf, geschrieben am %1 (UTC): was diese Konten bei den Kursen jener Zeit erlebt hätten. Nichts davon ist echt, nichts wurde gebucht. Wo nichts gezeichnet ist, war kein Kurs bekannt.</translation>
    </message>
    <message>
        <source>Bars before</source>
        <translation>Schwellen vorher</translation>
    </message>
    <message>
        <source>Bars after (initial / margin call / liquidation)</source>
        <translation>Schwellen nachher (Anfang / Margin Call / Liquidation)</translation>
    </message>
    <message>
        <source>Lowest level: %1</source>
        <translation>Niedrigster Level: %1</translation>
    </message>
    <message>
        <source>Entries booked</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Other bars</source>
        <translation>Andere Schwellen</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Im Margin Call</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>Liquidiert</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Without a level</source>
        <translation>Ohne Level</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels</name>
    <message>
        <source>Early warning</source>
        <translation>Frühwarnung</translation>
    </message>
    <message>
        <source>may not trade, borrow or transfer out</source>
        <translation>darf nicht handeln, leihen oder auszahlen</translation>
    </message>
    <message>
        <source>may trade, borrow and transfer out</source>
        <translation>darf handeln, leihen und auszahlen</translation>
    </message>
    <message>
        <source>may trade and borrow, not transfer out</source>
        <translation>darf handeln und leihen, nicht auszahlen</translation>
    </message>
    <message>
        <source>may trade and transfer out, not borrow</source>
        <translation>darf handeln und auszahlen, nicht leihen</translation>
    </message>
    <message>
        <source>may trade, not borrow or transfer out</source>
        <translation>darf handeln, nicht leihen oder auszahlen</translation>
    </message>
    <message>
        <source>liq %1</source>
        <translation>Liq. %1</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>initial %1</source>
        <translation>Initial %1</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Top up %1…</source>
        <translation>%1 auffüllen…</translation>
    </message>
    <message>
        <source>nothing new for %1: these figures are the last ones known</source>
        <translation>nichts Neues seit %1: das sind die letzten bekannten Zahlen</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>prices %1 old</source>
        <translation>Kurse %1 alt</translation>
    </message>
    <message>
        <source>%1 %2 (%3, %4 old).</source>
        <translation>%1 %2 (%3, %4 alt).</translation>
    </message>
    <message>
        <source>Liquidation at %1, %2 below.</source>
        <translation>Liquidation bei %1, %2 darunter.</translation>
    </message>
    <message>
        <source>Liquidation at %1, %2 above.</source>
        <translation>Liquidation bei %1, %2 darüber.</translation>
    </message>
    <message>
        <source>The liquidation price %1 is passed.</source>
        <translation>Der Liquidationskurs %1 ist überschritten.</translation>
    </message>
    <message>
        <source>of what the account holds</source>
        <translation>aus dem Bestand des Kontos</translation>
    </message>
    <message>
        <source>%1 %2 sold</source>
        <translation>%1 %2 verkauft</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>level %1, less interest</source>
        <translation>Level %1, weniger Zinsen</translation>
    </message>
    <message>
        <source>there is less than is owed</source>
        <translation>es ist weniger da als geschuldet</translation>
    </message>
    <message>
        <source>%1: the level is unknown</source>
        <translation>%1: Level unbekannt</translation>
    </message>
    <message>
        <source>%1. The level is %2.</source>
        <translation>%1. Das Level liegt %2.</translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation>%1 steht bei %2</translation>
    </message>
    <message>
        <source>The account has %1 %2 free.</source>
        <translation>Das Konto hat %1 %2 frei.</translation>
    </message>
    <message>
        <source>The wallet has %1 %2 free.</source>
        <translation>Die Wallet hat %1 %2 frei.</translation>
    </message>
    <message>
        <source>Only %1 %2 is owed.</source>
        <translation>Geschuldet sind nur %1 %2.</translation>
    </message>
    <message>
        <source>There is not enough for this.</source>
        <translation>Dafür reicht es nicht.</translation>
    </message>
    <message>
        <source>The leverage must be above 1 and at most %1.</source>
        <translation>Der Hebel muss über 1 und höchstens %1 sein.</translation>
    </message>
    <message>
        <source>A transfer out must leave a level of at least %1.</source>
        <translation>Nach einer Auszahlung muss das Level mindestens %1 sein.</translation>
    </message>
    <message>
        <source>A loan of this size would leave a level below %1.</source>
        <translation>Nach einem Kredit dieser Höhe läge das Level unter %1.</translation>
    </message>
    <message>
        <source>Borrowing is possible only above a level of %1.</source>
        <translation>Leihen ist nur über einem Level von %1 möglich.</translation>
    </message>
    <message>
        <source>At or below the liquidation ratio %1 nothing can be traded.</source>
        <translation>Auf oder unter der Liquidationsquote %1 kann nicht gehandelt werden.</translation>
    </message>
    <message>
        <source>This isolated account takes only %1 and %2.</source>
        <translation>Dieses Isolated-Konto nimmt nur %1 und %2.</translation>
    </message>
    <message>
        <source>Choose another asset.</source>
        <translation>Wählen Sie ein anderes Asset.</translation>
    </message>
    <message>
        <source>This is too little to trade at this price.</source>
        <translation>Das ist zu wenig, um zu diesem Kurs zu handeln.</translation>
    </message>
    <message>
        <source>The price must be above 0.</source>
        <translation>Der Kurs muss über 0 liegen.</translation>
    </message>
    <message>
        <source>The amount must be above 0.</source>
        <translation>Der Betrag muss über 0 liegen.</translation>
    </message>
    <message>
        <source>There is nothing of this asset to close.</source>
        <translation>Von diesem Asset gibt es nichts zu schließen.</translation>
    </message>
    <message>
        <source>A price is missing or too old, so this cannot be judged.</source>
        <translation>Ein Kurs fehlt oder ist zu alt; darum lässt sich das nicht beurteilen.</translation>
    </message>
    <message>
        <source>This account was liquidated; nothing more can be recorded on it.</source>
        <translation>Dieses Konto wurde liquidiert; nichts kann mehr darauf erfasst werden.</translation>
    </message>
    <message>
        <source>The result would have more than 18 digits before the point.</source>
        <translation>Das Ergebnis hätte mehr als 18 Stellen vor dem Komma.</translation>
    </message>
    <message>
        <source>It could not be saved. Look for free space and permissions, then try again: it will not be recorded twice.</source>
        <translation>Es konnte nicht gespeichert werden. Prüfen Sie freien Platz und Rechte und versuchen Sie es erneut: Es wird nicht doppelt erfasst.</translation>
    </message>
    <message>
        <source>This dialog was recorded before, with other content. Close it and look into the journal.</source>
        <translation>Dieser Dialog wurde schon mit anderem Inhalt erfasst. Schließen Sie ihn und sehen Sie ins Journal.</translation>
    </message>
    <message>
        <source>The account or wallet is not there any more.</source>
        <translation>Das Konto oder die Wallet gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It cannot be opened: %1</source>
        <translation>Es lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>It is there already: %1</source>
        <translation>Es ist schon da: %1</translation>
    </message>
    <message>
        <source>This was written by a newer version of Plimsoll. Update to read it.</source>
        <translation>Das schrieb eine neuere Version von Plimsoll. Zum Lesen bitte aktualisieren.</translation>
    </message>
    <message>
        <source>This is not a portfolio file of Plimsoll.</source>
        <translation>Das ist keine Portfolio-Datei von Plimsoll.</translation>
    </message>
    <message>
        <source>Not accepted: %1</source>
        <translation>Nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>Spot wallet</source>
        <translation>Spot-Wallet</translation>
    </message>
    <message>
        <source>assets = %1 = %2 %3</source>
        <translation>Vermögen = %1 = %2 %3</translation>
    </message>
    <message>
        <source>debt with interest = %1 = %2 %3</source>
        <translation>Schulden mit Zinsen = %1 = %2 %3</translation>
    </message>
    <message>
        <source>The level is unknown: %1.</source>
        <translation>Das Level ist unbekannt: %1.</translation>
    </message>
    <message>
        <source>Whatever the missing prices are, it lies %1.</source>
        <translation>Was auch immer die fehlenden Kurse sind, es liegt %1.</translation>
    </message>
    <message>
        <source>margin level = total assets / (borrowed + interest)</source>
        <translation>Margin-Level = gesamtes Vermögen / (geliehen + Zinsen)</translation>
    </message>
    <message>
        <source>level = %1 / %2 = %3, shown as %4</source>
        <translation>Level = %1 / %2 = %3, gezeigt als %4</translation>
    </message>
    <message>
        <source>nothing is owed, so there is no level</source>
        <translation>keine Schulden, also kein Level</translation>
    </message>
    <message>
        <source>price = (R × other debt − other assets) / (held − R × owed), with R = %1</source>
        <translation>Kurs = (R × andere Schulden − anderes Vermögen) / (Bestand − R × geschuldet), mit R = %1</translation>
    </message>
    <message>
        <source>%1: (%2 × %3 − %4) / (%5 − %2 × %6) = %7</source>
        <translation>%1: (%2 × %3 − %4) / (%5 − %2 × %6) = %7</translation>
    </message>
    <message>
        <source>reached when %1 falls to it, all other prices unchanged</source>
        <translation>erreicht, wenn %1 darauf fällt, alle anderen Kurse unverändert</translation>
    </message>
    <message>
        <source>reached when %1 rises to it, all other prices unchanged</source>
        <translation>erreicht, wenn %1 darauf steigt, alle anderen Kurse unverändert</translation>
    </message>
    <message>
        <source>no single price can bring this account there</source>
        <translation>kein einzelner Kurs kann dieses Konto dorthin bringen</translation>
    </message>
    <message>
        <source>without a level there is no such price</source>
        <translation>ohne Level gibt es keinen solchen Kurs</translation>
    </message>
    <message>
        <source>target T = %1, the initial ratio</source>
        <translation>Ziel T = %1, die Initial-Quote</translation>
    </message>
    <message>
        <source>deposit = T × debt − assets = %1 × %2 − %3 = %4</source>
        <translation>Einzahlung = T × Schulden − Vermögen = %1 × %2 − %3 = %4</translation>
    </message>
    <message>
        <source>repay with new money = debt − assets / T = %1 − %2 / %3 = %4</source>
        <translation>Tilgung mit neuem Geld = Schulden − Vermögen / T = %1 − %2 / %3 = %4</translation>
    </message>
    <message>
        <source>sell and repay = (T × debt − assets) / (T − 1) = %1</source>
        <translation>Verkaufen und tilgen = (T × Schulden − Vermögen) / (T − 1) = %1</translation>
    </message>
    <message>
        <source>equity = assets − debt = %1 − %2 = %3</source>
        <translation>Eigenkapital = Vermögen − Schulden = %1 − %2 = %3</translation>
    </message>
    <message>
        <source>profit = equity − own money put in = %1 − %2 = %3</source>
        <translation>Gewinn = Eigenkapital − eingelegtes eigenes Geld = %1 − %2 = %3</translation>
    </message>
    <message>
        <source>profit is not known, because the own money put in is not</source>
        <translation>Gewinn unbekannt, weil das eingelegte eigene Geld unbekannt ist</translation>
    </message>
    <message>
        <source>The account was closed by a liquidation. Its balances are 0; a level does not apply.</source>
        <translation>Das Konto wurde durch eine Liquidation geschlossen. Die Bestände sind 0; ein Level gibt es nicht.</translation>
    </message>
    <message>
        <source>%1: 1, it is the unit of this account</source>
        <translation>%1: 1, es ist die Einheit dieses Kontos</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1: %2 from %3 (%4), %5 old</source>
        <translation>%1: %2 aus %3 (%4), %5 alt</translation>
    </message>
    <message>
        <source>initial %1 · margin call at or below %2 · liquidation at or below %3</source>
        <translation>Initial %1 · Margin Call bis %2 · Liquidation bis %3</translation>
    </message>
    <message>
        <source>set for this account by hand</source>
        <translation>für dieses Konto von Hand gesetzt</translation>
    </message>
    <message>
        <source>profile “%1”, valid from %2</source>
        <translation>Profil „%1“, gültig ab %2</translation>
    </message>
    <message>
        <source>origin: %1</source>
        <translation>Herkunft: %1</translation>
    </message>
    <message>
        <source>The state is decided on exact numbers. The level is shown with two decimals, half up, and with more where two would put it on or across a bar.</source>
        <translation>Der Zustand wird mit exakten Zahlen bestimmt. Das Level wird mit zwei Nachkommastellen gezeigt, kaufmännisch gerundet, und mit mehr, wo zwei es auf oder über eine Schwelle brächten.</translation>
    </message>
    <message>
        <source>Rounded towards danger: the real bar is never met earlier than shown.</source>
        <translation>Zur Gefahr hin gerundet: Die wirkliche Schwelle wird nie früher erreicht als gezeigt.</translation>
    </message>
    <message>
        <source>Rounded up, so that the amount shown suffices.</source>
        <translation>Aufgerundet, damit der gezeigte Betrag reicht.</translation>
    </message>
    <message>
        <source>Assets and equity are rounded down, debts up; shown with two decimals.</source>
        <translation>Vermögen und Eigenkapital abgerundet, Schulden aufgerundet; mit zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>your %1 %2 in it can be lost</source>
        <translation>Ihre %1 %2 darin können verloren gehen</translation>
    </message>
    <message>
        <source>nothing of your own money in it is left</source>
        <translation>von Ihrem eigenen Geld darin ist nichts mehr übrig</translation>
    </message>
    <message>
        <source>If nothing is done, this pair is sold to repay its debt; %1. Other isolated accounts and the cross account are not used for it: nothing is added automatically.</source>
        <translation>Geschieht nichts, wird dieses Paar verkauft, um seine Schulden zu tilgen; %1. Andere Isolated-Konten und das Cross-Konto werden dafür nicht herangezogen: Nichts wird automatisch zugeführt.</translation>
    </message>
    <message>
        <source>If nothing is done, everything in the cross account is sold to repay its debt; %1. Isolated accounts are not touched.</source>
        <translation>Geschieht nichts, wird alles im Cross-Konto verkauft, um seine Schulden zu tilgen; %1. Isolated-Konten bleiben unberührt.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>Initial ratio</source>
        <translation>Initial-Quote</translation>
    </message>
    <message>
        <source>Call ratio</source>
        <translation>Call-Quote</translation>
    </message>
    <message>
        <source>Liquidation ratio</source>
        <translation>Liquidationsquote</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>Kurs von %1</translation>
    </message>
    <message>
        <source>State of the account</source>
        <translation>Zustand des Kontos</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Vermögen</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>not confirmed by a fresh price</source>
        <translation>nicht durch einen frischen Kurs bestätigt</translation>
    </message>
    <message>
        <source>unstable around the bar</source>
        <translation>unruhig um die Schwelle</translation>
    </message>
    <message>
        <source>told by a worse one</source>
        <translation>von einem schlimmeren mitgemeldet</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Always on: bar, dialog and list</source>
        <translation>Immer an: Leiste, Dialog und Liste</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test läuft…</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>Works: accepted in %1 ms, at %2</source>
        <translation>Funktioniert: angenommen in %1 ms, am %2</translation>
    </message>
    <message>
        <source>Works: accepted in %1 ms by %2, at %3</source>
        <translation>Funktioniert: angenommen in %1 ms von %2, am %3</translation>
    </message>
    <message>
        <source>Failed at %1</source>
        <translation>Fehlgeschlagen am %1</translation>
    </message>
    <message>
        <source>Failed: %1, at %2</source>
        <translation>Fehlgeschlagen: %1, am %2</translation>
    </message>
    <message>
        <source>Off: %1</source>
        <translation>Aus: %1</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Das ist keine Adresse.</translation>
    </message>
    <message>
        <source>A name or password must not stand in the address.</source>
        <translation>Name oder Passwort dürfen nicht in der Adresse stehen.</translation>
    </message>
    <message>
        <source>A chat is a number, or a name that begins with @.</source>
        <translation>Ein Chat ist eine Nummer oder ein Name, der mit @ beginnt.</translation>
    </message>
    <message>
        <source>%1: counts as nothing</source>
        <translation>%1: zählt als nichts</translation>
    </message>
    <message>
        <source>total %1, debt %2, price %3, value %4</source>
        <translation>Bestand %1, Schuld %2, Preis %3, Wert %4</translation>
    </message>
    <message>
        <source>= %1 %2</source>
        <translation>= %1 %2</translation>
    </message>
    <message>
        <source>%1 ≈ %2 %3</source>
        <translation>%1 ≈ %2 %3</translation>
    </message>
    <message>
        <source>“%1” is not one asset. Name one only; of a pair, its two assets stand in two fields.</source>
        <translation>„%1“ ist nicht ein einzelnes Asset. Nennen Sie nur eines; die zwei eines Paars stehen in zwei Feldern.</translation>
    </message>
    <message>
        <source>“%1” cannot be in the name of an asset.</source>
        <translation>„%1“ kann nicht im Namen eines Assets stehen.</translation>
    </message>
    <message>
        <source>The exchange has no price of %1 in %2.</source>
        <translation>Die Börse hat keinen Preis von %1 in %2.</translation>
    </message>
    <message>
        <source>The exchange does not trade %1 against %2.</source>
        <translation>Die Börse handelt %1 nicht gegen %2.</translation>
    </message>
    <message>
        <source>With what saves the account, and buttons to answer</source>
        <translation>Mit dem, was das Konto rettet, und Schaltflächen zum Antworten</translation>
    </message>
    <message>
        <source>Again until acknowledged</source>
        <translation>Immer wieder bis zum Quittieren</translation>
    </message>
    <message>
        <source>The window asks to be looked at</source>
        <translation>Das Fenster macht auf sich aufmerksam</translation>
    </message>
    <message>
        <source>A small window above all others</source>
        <translation>Ein kleines Fenster über allen anderen</translation>
    </message>
    <message>
        <source>Starts a program of yours</source>
        <translation>Startet ein eigenes Programm</translation>
    </message>
    <message>
        <source>By ntfy, Telegram or an address of yours</source>
        <translation>Über ntfy, Telegram oder eine eigene Adresse</translation>
    </message>
    <message>
        <source>Only https addresses are used, and http on this computer itself: what is sent is nobody else&apos;s business.</source>
        <translation>Nur https-Adressen werden benutzt, und http auf diesem Rechner selbst: Was gesendet wird, geht sonst niemanden etwas an.</translation>
    </message>
    <message>
        <source>Early warnings and worse</source>
        <translation>Ab Frühwarnung</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Ab Warnung</translation>
    </message>
    <message>
        <source>Margin calls and worse</source>
        <translation>Ab Margin Call</translation>
    </message>
    <message>
        <source>Liquidations only</source>
        <translation>Nur Liquidation</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Its folder keeps no permissions: others may be able to read the file.</source>
        <translation>Ihr Ordner kennt keine Zugriffsrechte: Andere können die Datei möglicherweise lesen.</translation>
    </message>
    <message>
        <source>last known %1 ago</source>
        <translation>zuletzt bekannt vor %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>%1, came and went</source>
        <translation>%1, kam und ging</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1, last known level %2</source>
        <translation>%1, letztes bekanntes Level %2</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (entfernt)</translation>
    </message>
    <message>
        <source>equity = assets − debt, not known: %1</source>
        <translation>Eigenkapital = Vermögen − Schulden, unbekannt: %1</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>was received, but is unusable</source>
        <translation>kam an, ist aber unbrauchbar</translation>
    </message>
    <message>
        <source>is halted: the exchange does not trade it now</source>
        <translation>ist ausgesetzt: Die Börse handelt es zurzeit nicht</translation>
    </message>
    <message>
        <source>is not listed by the exchange any more</source>
        <translation>wird von der Börse nicht mehr geführt</translation>
    </message>
    <message>
        <source>is too old to be believed</source>
        <translation>ist zu alt, um zu gelten</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Kurs</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>margin call</source>
        <translation>Margin Call</translation>
    </message>
    <message>
        <source>liquidation bar reached</source>
        <translation>Liquidationsmarke erreicht</translation>
    </message>
    <message>
        <source>liquidated</source>
        <translation>liquidiert</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>erholt</translation>
    </message>
    <message>
        <source>%1, %2, level %3</source>
        <translation>%1, %2, Level %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>Ruhezustand</translation>
    </message>
    <message>
        <source>no debt</source>
        <translation>keine Schulden</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Interest alone leads to liquidation in %1 h (%2) at the latest</source>
        <translation>Allein die Zinsen führen spätestens in %1 h (%2) zur Liquidation</translation>
    </message>
    <message>
        <source>Interest alone leads to liquidation in %1 h (%2)</source>
        <translation>Allein die Zinsen führen in %1 h (%2) zur Liquidation</translation>
    </message>
    <message>
        <source>Interest alone leads to a call in %1 h (%2) at the latest</source>
        <translation>Allein die Zinsen führen spätestens in %1 h (%2) zum Margin Call</translation>
    </message>
    <message>
        <source>Interest alone leads to a call in %1 h (%2)</source>
        <translation>Allein die Zinsen führen in %1 h (%2) zum Margin Call</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1: %2 intervals without a price are left out, %3 are used.</source>
        <translation>%1: %2 Intervalle ohne Kurs sind ausgelassen, %3 werden benutzt.</translation>
    </message>
    <message>
        <source>%1: only %2 returns; its volatility may be wrong by %3 % and more.</source>
        <translation>%1: nur %2 Renditen; die Volatilität kann um %3 % und mehr falsch sein.</translation>
    </message>
    <message>
        <source>%1 and %2 have no two intervals in common: they are taken as unrelated.</source>
        <translation>%1 und %2 haben keine zwei Intervalle gemeinsam: Sie gelten als unabhängig.</translation>
    </message>
    <message>
        <source>%1: no candles say how it moves with the others; it moves independently.</source>
        <translation>%1: Keine Kerzen sagen, wie es sich mit den anderen bewegt; es bewegt sich unabhängig.</translation>
    </message>
    <message>
        <source>%1: nothing can be said, the account is closed.</source>
        <translation>%1: Nichts lässt sich sagen, das Konto ist geschlossen.</translation>
    </message>
    <message>
        <source>%1: nothing can be said, a price is missing.</source>
        <translation>%1: Nichts lässt sich sagen, ein Kurs fehlt.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1 %</translation>
    </message>
    <message>
        <source>%1 ± %2 %</source>
        <translation>%1 ± %2 %</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 Monat</translation>
    </message>
    <message>
        <source>Random walk</source>
        <translation>Zufallsbewegung</translation>
    </message>
    <message>
        <source>Real days</source>
        <translation>Echte Tage</translation>
    </message>
    <message>
        <source>With jumps</source>
        <translation>Mit Sprüngen</translation>
    </message>
    <message>
        <source>Prices move as they did in the files: up to %1 intervals of %2.</source>
        <translation>Kurse bewegen sich wie in den Dateien: bis zu %1 Intervalle von %2.</translation>
    </message>
    <message>
        <source>Volatility a year: %1.</source>
        <translation>Volatilität im Jahr: %1.</translation>
    </message>
    <message>
        <source>Prices have the trend that was typed.</source>
        <translation>Kurse haben den eingegebenen Trend.</translation>
    </message>
    <message>
        <source>Prices have no trend.</source>
        <translation>Kurse haben keinen Trend.</translation>
    </message>
    <message>
        <source>Nobody tops up, trades or repays; interest goes on. A market worse than that of the files is not in these numbers.</source>
        <translation>Niemand schießt nach, handelt oder zahlt zurück; Zinsen laufen weiter. Ein schlimmerer Markt als der aus den Dateien ist nicht in diesen Zahlen.</translation>
    </message>
    <message>
        <source>± is 95 % of the sampling error only; none of all paths is less than the bound that is shown, not 0.</source>
        <translation>± ist nur 95 % des Stichprobenfehlers; keiner von allen Pfaden heißt weniger als die gezeigte Grenze, nicht 0.</translation>
    </message>
    <message>
        <source>%1: no three candles in a row say how its price moves in %2. Add its candles, or type its volatility.</source>
        <translation>%1: Keine drei Kerzen hintereinander sagen, wie sich der Kurs in %2 bewegt. Kerzen hinzufügen oder die Volatilität eingeben.</translation>
    </message>
    <message>
        <source>%1: there are no two intervals in which all of them have candles. Only the random walk can do without.</source>
        <translation>%1: Es gibt keine zwei Intervalle, in denen alle Kerzen haben. Nur die Zufallsbewegung kommt ohne aus.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>All prices move by %1</source>
        <translation>Alle Kurse bewegen sich um %1</translation>
    </message>
    <message>
        <source>%1 moves by %2</source>
        <translation>%1 bewegt sich um %2</translation>
    </message>
    <message>
        <source>%1 of %2 %3: %4</source>
        <translation>%1 von %2 %3: %4</translation>
    </message>
    <message>
        <source>%1 costs %2</source>
        <translation>%1 kostet %2</translation>
    </message>
    <message>
        <source>Bars %1: %2</source>
        <translation>Schwellen %1: %2</translation>
    </message>
    <message>
        <source>You would have been told: %1</source>
        <translation>Das wäre gemeldet worden: %1</translation>
    </message>
    <message>
        <source>You would have been reminded: %1</source>
        <translation>Daran wäre erinnert worden: %1</translation>
    </message>
    <message>
        <source>You would have been told that it is over: %1</source>
        <translation>Als vorbei wäre gemeldet worden: %1</translation>
    </message>
    <message>
        <source>10 October 2025</source>
        <translation>10. Oktober 2025</translation>
    </message>
    <message>
        <source>New tariffs: the largest liquidation of leveraged positions in one day.</source>
        <translation>Neue Zölle: die größte Liquidation gehebelter Positionen an einem Tag.</translation>
    </message>
    <message>
        <source>8 November 2022</source>
        <translation>8. November 2022</translation>
    </message>
    <message>
        <source>FTX stops paying out.</source>
        <translation>FTX zahlt nicht mehr aus.</translation>
    </message>
    <message>
        <source>9 to 12 May 2022</source>
        <translation>9. bis 12. Mai 2022</translation>
    </message>
    <message>
        <source>TerraUSD loses its peg and LUNA all of its worth.</source>
        <translation>TerraUSD verliert seine Bindung und LUNA allen Wert.</translation>
    </message>
    <message>
        <source>19 May 2021</source>
        <translation>19. Mai 2021</translation>
    </message>
    <message>
        <source>A fall by a third within hours, with halts of exchanges.</source>
        <translation>Ein Fall um ein Drittel binnen Stunden, mit Ausfällen von Börsen.</translation>
    </message>
    <message>
        <source>12 March 2020</source>
        <translation>12. März 2020</translation>
    </message>
    <message>
        <source>The pandemic reaches the markets: half of the price within a day.</source>
        <translation>Die Pandemie erreicht die Märkte: der halbe Preis an einem Tag.</translation>
    </message>
    <message>
        <source>lowest %1 on %2</source>
        <translation>am tiefsten %1 am %2</translation>
    </message>
    <message>
        <source>margin call on %1</source>
        <translation>Margin Call am %1</translation>
    </message>
    <message>
        <source>liquidated on %1</source>
        <translation>liquidiert am %1</translation>
    </message>
    <message>
        <source>%1 to %2, %3 prices.</source>
        <translation>%1 bis %2, %3 Preise.</translation>
    </message>
    <message>
        <source>Accounts liquidated: %1.</source>
        <translation>Liquidierte Konten: %1.</translation>
    </message>
    <message>
        <source>Notices of the alarms: %1, at most %2 in ten minutes.</source>
        <translation>Meldungen der Alarme: %1, höchstens %2 in zehn Minuten.</translation>
    </message>
    <message>
        <source>The list shows the first %1 events.</source>
        <translation>Die Liste zeigt die ersten %1 Ereignisse.</translation>
    </message>
    <message>
        <source>Choose at least one file of candles.</source>
        <translation>Mindestens eine Kerzendatei wird gebraucht.</translation>
    </message>
    <message>
        <source>nobody is called.</source>
        <translation>niemand bekommt einen Call.</translation>
    </message>
    <message>
        <source>%1 is called first, on %2.</source>
        <translation>%1 bekommt zuerst einen Call, am %2.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>Nothing is liquidated.</source>
        <translation>Nichts wird liquidiert.</translation>
    </message>
    <message>
        <source>Liquidated: %1. At worst that takes %2.</source>
        <translation>Liquidiert: %1. Schlimmstenfalls nimmt das %2.</translation>
    </message>
    <message>
        <source>When %1 alone was liquidated, the cross account stood at %2: the others carried it.</source>
        <translation>Als %1 für sich allein liquidiert wurde, stand das Cross-Konto bei %2: Die anderen haben es getragen.</translation>
    </message>
    <message>
        <source>%1 alone would have stood; in the cross account it went down with the others.</source>
        <translation>%1 hätte für sich allein gehalten; im Cross-Konto ging es mit den anderen unter.</translation>
    </message>
    <message>
        <source>There are no prices of %1: what needs them is unknown.</source>
        <translation>Es gibt keine Kurse von %1: Was sie braucht, ist unbekannt.</translation>
    </message>
    <message>
        <source>As it is: %1</source>
        <translation>Wie es ist: %1</translation>
    </message>
    <message>
        <source>As one cross account: %1</source>
        <translation>Als ein Cross-Konto: %1</translation>
    </message>
    <message>
        <source>As isolated accounts: %1</source>
        <translation>Als Isolated-Konten: %1</translation>
    </message>
    <message>
        <source>No price was recorded in this time.</source>
        <translation>In dieser Zeit wurde kein Kurs aufgezeichnet.</translation>
    </message>
    <message>
        <source>Not known, a price is missing: %1.</source>
        <translation>Nicht bekannt, ein Kurs fehlt: %1.</translation>
    </message>
    <message>
        <source>bars from %1 to %2, %3</source>
        <translation>Schwellen von %1 auf %2, %3</translation>
    </message>
    <message>
        <source>dust debt</source>
        <translation>Kleinstschuld</translation>
    </message>
    <message>
        <source>Assets %1 · Debt %2 %3</source>
        <translation>Vermögen %1 · Schulden %2 %3</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <translation>%1/%2 %3</translation>
    </message>
    <message>
        <source>Correlations of the random walk: %1.</source>
        <translation>Korrelationen der Zufallsbewegung: %1.</translation>
    </message>
    <message>
        <source>Real days and jumps keep the correlations of the files.</source>
        <translation>Echte Tage und Sprünge behalten die Korrelationen der Dateien.</translation>
    </message>
    <message>
        <source>Repay %1 %2…</source>
        <translation>%1 %2 tilgen…</translation>
    </message>
    <message>
        <source>Repay…</source>
        <translation>Tilgen…</translation>
    </message>
    <message>
        <source>Sell %1 %2 and repay…</source>
        <translation>%1 %2 verkaufen und tilgen…</translation>
    </message>
    <message>
        <source>Sell and repay…</source>
        <translation>Verkaufen und tilgen…</translation>
    </message>
    <message>
        <source>each reaches %1</source>
        <translation>jeder erreicht %1</translation>
    </message>
    <message>
        <source>Change of bars</source>
        <translation>Schwellen geändert</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Interest and the bars from %1 lead to liquidation</source>
        <translation>Zinsen und die Schwellen ab %1 führen zur Liquidation</translation>
    </message>
    <message>
        <source>Interest and the bars from %1 lead to a call</source>
        <translation>Zinsen und die Schwellen ab %1 führen zum Margin Call</translation>
    </message>
    <message>
        <source>New bars from %1: %2</source>
        <translation>Neue Schwellen ab %1: %2</translation>
    </message>
    <message>
        <source>New bars from %1: %2. At today&apos;s level: %3</source>
        <translation>Neue Schwellen ab %1: %2. Beim heutigen Level: %3</translation>
    </message>
    <message>
        <source>At today&apos;s level: %1</source>
        <translation>Beim heutigen Level: %1</translation>
    </message>
    <message>
        <source>The correlations of the files contradict one another, as where pairs were measured over different times; they were repaired to the nearest that do not.</source>
        <translation>Die Korrelationen der Dateien widersprechen einander, etwa weil Paare über verschiedene Zeiten gemessen wurden; sie wurden durch die nächsten ersetzt, die es nicht tun.</translation>
    </message>
    <message>
        <source>Some assets always moved alike in the files; their correlations are taken as just below 1.</source>
        <translation>Manche Werte bewegten sich in den Dateien immer gleich; ihre Korrelationen gelten als knapp unter 1.</translation>
    </message>
    <message>
        <source>Correlations of the random walk: from %1 to %2; all of them stand in the grid of the form.</source>
        <translation>Korrelationen der Zufallsbewegung: von %1 bis %2; alle stehen in der Tabelle des Formulars.</translation>
    </message>
    <message>
        <source>The correlations that were typed do not fit together, or not with those of the files; they were repaired to the nearest that do.</source>
        <translation>Die eingegebenen Korrelationen passen nicht zusammen oder nicht zu denen der Dateien; sie wurden durch die nächsten ersetzt, die es tun.</translation>
    </message>
    <message>
        <source>Correlations of 1 or −1 are taken as just inside.</source>
        <translation>Korrelationen von 1 oder −1 gelten als knapp darunter.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umbuchung</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>%1: its price never moves here, as it did not in the files or as was typed.</source>
        <translation>%1: Der Kurs bewegt sich hier nie, wie in den Dateien oder wie eingegeben.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AccountDraft</name>
    <message>
        <source>The liquidation ratio must be above 0.</source>
        <translation>Die Liquidationsquote muss über 0 liegen.</translation>
    </message>
    <message>
        <source>The margin-call ratio must be above the liquidation ratio: the call comes first.</source>
        <translation>Die Margin-Call-Quote muss über der Liquidationsquote liegen: Der Call kommt zuerst.</translation>
    </message>
    <message>
        <source>The initial ratio must not be below the margin-call ratio.</source>
        <translation>Die Initial-Quote darf nicht unter der Margin-Call-Quote liegen.</translation>
    </message>
    <message>
        <source>This owner has an isolated account for this pair already.</source>
        <translation>Dieser Inhaber hat schon ein Isolated-Konto für dieses Paar.</translation>
    </message>
    <message>
        <source>This owner has a cross account already.</source>
        <translation>Dieser Inhaber hat schon ein Cross-Konto.</translation>
    </message>
    <message>
        <source>A pair needs two different assets.</source>
        <translation>Ein Paar braucht zwei verschiedene Assets.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AccountEditorViewModel</name>
    <message>
        <source>Account %1 added</source>
        <translation>Konto %1 angelegt</translation>
    </message>
    <message>
        <source>Account %1 saved</source>
        <translation>Konto %1 gespeichert</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>von Hand eingegeben</translation>
    </message>
    <message>
        <source>Saved as a profile.</source>
        <translation>Als Profil gespeichert.</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>Own bars</source>
        <translation>Eigene Schwellen</translation>
    </message>
    <message>
        <source>The three ratios of assets to debt that your exchange shows for this account.</source>
        <translation>Die drei Verhältnisse von Vermögen zu Schulden, die Ihre Börse für dieses Konto anzeigt.</translation>
    </message>
    <message>
        <source>Choose the bars that your exchange shows for this account. They decide when it is called.</source>
        <translation>Wählen Sie die Schwellen, die Ihre Börse für dieses Konto zeigt. Sie entscheiden, wann nachgefordert wird.</translation>
    </message>
    <message>
        <source>These bars are published for isolated accounts; this is a cross account. Its margin call can come earlier.</source>
        <translation>Diese Schwellen gelten für isolierte Konten; dies ist ein Cross-Konto. Die Nachforderung kann früher kommen.</translation>
    </message>
    <message>
        <source>These bars are published for cross accounts; this is an isolated account.</source>
        <translation>Diese Schwellen gelten für Cross-Konten; dies ist ein isoliertes Konto.</translation>
    </message>
    <message>
        <source>Account %1 removed. The journal can bring it back.</source>
        <translation>Konto %1 entfernt. Im Journal lässt es sich zurückholen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AccountPreview</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AccountRows</name>
    <message>
        <source>%1 of %2 accounts</source>
        <translation>%1 von %2 Konten</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>%1 accounts · most urgent first</source>
        <translation>%1 Konten · dringendste zuerst</translation>
    </message>
    <message>
        <source>Not shown here: %1, %2</source>
        <translation>Hier nicht gezeigt: %1, %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AlarmHistoryViewModel</name>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Jede Art</translation>
    </message>
    <message>
        <source>Only the newest steps are shown; choose an account or a kind to see older ones, or export them.</source>
        <translation>Nur die neuesten Schritte werden gezeigt; für ältere ein Konto oder eine Art wählen, oder exportieren.</translation>
    </message>
    <message>
        <source>Steps: %1, newest first</source>
        <translation>Schritte: %1, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>No alarm has done anything yet. Every step of every alarm will stand here.</source>
        <translation>Noch hat kein Alarm etwas getan. Jeder Schritt jedes Alarms wird hier stehen.</translation>
    </message>
    <message>
        <source>The history of the alarms was written to %1.</source>
        <translation>Der Verlauf der Alarme wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AlarmWhyViewModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von „%1“ nach „%2“</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Nothing else was recorded with it.</source>
        <translation>Sonst wurde dazu nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The moment it was raised is not in the history.</source>
        <translation>Der Moment der Auslösung steht nicht im Verlauf.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AlarmsViewModel</name>
    <message>
        <source>Alarms not acknowledged: %1</source>
        <translation>Nicht quittierte Alarme: %1</translation>
    </message>
    <message>
        <source>%1, and %2 more</source>
        <translation>%1, und %2 weitere</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Acknowledged: %1</source>
        <translation>Quittiert: %1</translation>
    </message>
    <message>
        <source>All alarms were acknowledged.</source>
        <translation>Alle Alarme sind quittiert.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AnnouncedBarsEditor</name>
    <message>
        <source>Moments are written like 2026-12-01 08:00.</source>
        <translation>Zeitpunkte werden so geschrieben: 2026-12-01 08:00.</translation>
    </message>
    <message>
        <source>That moment has passed: change the bars above.</source>
        <translation>Dieser Zeitpunkt ist vorbei: Ändern Sie die Schwellen oben.</translation>
    </message>
    <message>
        <source>= %1 by this computer</source>
        <translation>= %1 nach der Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>From %1 UTC, %2 by this computer</source>
        <translation>Ab %1 UTC, %2 nach der Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>New bars from %1 are kept</source>
        <translation>Neue Schwellen ab %1 sind vorgemerkt</translation>
    </message>
    <message>
        <source>New bars from %1 are forgotten</source>
        <translation>Neue Schwellen ab %1 sind vergessen</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AppViewModel</name>
    <message>
        <source>This holds until you quit, but it could not be saved.</source>
        <translation>Das gilt bis zum Beenden, konnte aber nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::BalanceEditModel</name>
    <message>
        <source>Name the asset.</source>
        <translation>Nennen Sie das Asset.</translation>
    </message>
    <message>
        <source>This asset stands here twice.</source>
        <translation>Dieses Asset steht zweimal hier.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>borrowed</source>
        <translation>geliehen</translation>
    </message>
    <message>
        <source>interest owed</source>
        <translation>Zinsschuld</translation>
    </message>
    <message>
        <source>%1 % a day is %2 % a year</source>
        <translation>%1 % am Tag sind %2 % im Jahr</translation>
    </message>
    <message>
        <source>%1, %2 %3 a day</source>
        <translation>%1, %2 %3 am Tag</translation>
    </message>
    <message>
        <source>A rate has at most 16 decimals.</source>
        <translation>Ein Zinssatz hat höchstens 16 Nachkommastellen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::BarsNoticeViewModel</name>
    <message>
        <source>%1 has the bars “%2”, which are published for isolated accounts. The exchange calls a cross account earlier. Check its bars.</source>
        <translation>%1 hat die Schwellen „%2“, die für isolierte Konten gelten. Bei einem Cross-Konto fordert die Börse früher nach. Prüfen Sie seine Schwellen.</translation>
    </message>
    <message>
        <source>%1 has the bars “%2”, which are published for cross accounts. Check its bars.</source>
        <translation>%1 hat die Schwellen „%2“, die für Cross-Konten gelten. Prüfen Sie seine Schwellen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::BetaTable</name>
    <message>
        <source>no candles of %1</source>
        <translation>keine Kerzen von %1</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 · what the others are measured against</source>
        <translation>%1 · daran werden die anderen gemessen</translation>
    </message>
    <message>
        <source>%1 · correlation with BTC %2</source>
        <translation>%1 · Korrelation mit BTC %2</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>There is no beta of %1: type one, or add candle files of it and of BTC.</source>
        <translation>Es gibt kein Beta von %1: Geben Sie eines ein, oder nehmen Sie Kerzendateien davon und von BTC hinzu.</translation>
    </message>
    <message>
        <source>There are no betas of %1: type them, or add candle files of them and of BTC.</source>
        <translation>Es gibt keine Betas von %1: Geben Sie sie ein, oder nehmen Sie Kerzendateien davon und von BTC hinzu.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::CallBook</name>
    <message>
        <source>%1 was liquidated</source>
        <translation>%1 wurde liquidiert</translation>
    </message>
    <message>
        <source>%1 has recovered: nothing is owed any more</source>
        <translation>%1 hat sich erholt: keine Schulden mehr</translation>
    </message>
    <message>
        <source>%1 has recovered to %2</source>
        <translation>%1 hat sich auf %2 erholt</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::CandleFiles</name>
    <message>
        <source>There is no .csv, .csv.gz or .zip file in this folder.</source>
        <translation>In diesem Ordner ist keine Datei .csv, .csv.gz oder .zip.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ChanceResults</name>
    <message>
        <source>%1 paths of %2 steps, seed %3, at %4</source>
        <translation>%1 Pfade aus %2 Schritten, Startwert %3, um %4</translation>
    </message>
    <message>
        <source>In %1: 5 % of the paths are below %2, half below %3, 95 % below %4. Bands: 5 to 95, 10 to 90, 25 to 75 of 100 paths.</source>
        <translation>In %1: 5 % der Pfade liegen unter %2, die Hälfte unter %3, 95 % unter %4. Bänder: 5 bis 95, 10 bis 90, 25 bis 75 von 100 Pfaden.</translation>
    </message>
    <message>
        <source>There is no account in this mode.</source>
        <translation>In diesem Modus gibt es kein Konto.</translation>
    </message>
    <message>
        <source>Nothing can be said about this account: it is closed, or a price is missing.</source>
        <translation>Über dieses Konto lässt sich nichts sagen: Es ist geschlossen, oder ein Kurs fehlt.</translation>
    </message>
    <message>
        <source>Nothing is owed: this account cannot be called.</source>
        <translation>Nichts ist geschuldet: Dieses Konto kann keinen Margin Call bekommen.</translation>
    </message>
    <message>
        <source>%1, one in ten %2</source>
        <translation>%1, einer von zehn %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ChanceViewModel</name>
    <message>
        <source>%1 is not understood: write ETH=80 for 80 % a year.</source>
        <translation>%1 ist nicht verständlich: ETH=80 heißt 80 % im Jahr.</translation>
    </message>
    <message>
        <source>The number of paths is a whole number from 1 to %1.</source>
        <translation>Die Zahl der Pfade ist eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0 on.</source>
        <translation>Der Startwert ist eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>Choose at least one method.</source>
        <translation>Mindestens ein Verfahren wählen.</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Es gibt noch kein Konto.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is no correlation of %2: they are numbers from −1 to 1.</source>
        <translation>%1 ist keine Korrelation von %2: das sind Zahlen von −1 bis 1.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ChangePreview</name>
    <message>
        <source>liq %1</source>
        <translation>Liq. %1</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>initial %1</source>
        <translation>Initial %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ChannelsViewModel</name>
    <message>
        <source>This holds until you quit, but it could not be saved.</source>
        <translation>Das gilt bis zum Beenden, konnte aber nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>A time of day, like 22:00.</source>
        <translation>Eine Uhrzeit, etwa 22:00.</translation>
    </message>
    <message>
        <source>From and to are the same: this would be no time at all.</source>
        <translation>Von und bis sind gleich: das wäre gar keine Zeit.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: the token was not kept.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund: das Token wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The token was removed from the keyring.</source>
        <translation>Das Token wurde aus dem Schlüsselbund entfernt.</translation>
    </message>
    <message>
        <source>The token is in the keyring.</source>
        <translation>Das Token ist im Schlüsselbund.</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>The full path, which begins with a slash.</source>
        <translation>Den vollen Pfad, der mit einem Schrägstrich beginnt.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This file may not be executed.</source>
        <translation>Diese Datei darf nicht ausgeführt werden.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ChartCursor</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>To the call</source>
        <translation>Bis zum Call</translation>
    </message>
    <message>
        <source>%1 to %2 within %3</source>
        <translation>%1 bis %2 in %3</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ChartCurve</name>
    <message>
        <source>No further curve</source>
        <translation>Keine weitere Kurve</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>Interest in %1</source>
        <translation>Zinsen in %1</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>Kurs von %1</translation>
    </message>
    <message>
        <source>%1: no prices are kept of this time</source>
        <translation>%1: Aus dieser Zeit sind keine Kurse gespeichert</translation>
    </message>
    <message>
        <source>%1: not known at this time</source>
        <translation>%1: zu dieser Zeit nicht bekannt</translation>
    </message>
    <message>
        <source>%1: debts in other assets at the price kept last before</source>
        <translation>%1: Schulden in anderen Werten zum zuletzt davor gespeicherten Kurs</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ClosePositionViewModel</name>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>no current price: enter the one you got</source>
        <translation>kein aktueller Kurs: geben Sie Ihren ein</translation>
    </message>
    <message>
        <source>This account holds and owes nothing but %1.</source>
        <translation>Dieses Konto hält und schuldet nur %1.</translation>
    </message>
    <message>
        <source>Sell %1 %2 for %3 %4</source>
        <translation>%1 %2 für %3 %4 verkaufen</translation>
    </message>
    <message>
        <source>Buy back %1 %2 for %3 %4</source>
        <translation>%1 %2 für %3 %4 zurückkaufen</translation>
    </message>
    <message>
        <source>Pay %1 %2 interest</source>
        <translation>%1 %2 Zinsen bezahlen</translation>
    </message>
    <message>
        <source>Repay %1 %2 of the loan</source>
        <translation>%1 %2 des Kredits tilgen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 still owed</source>
        <translation>%1 %2 noch geschuldet</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Recorded: %1 closed in %2; left: %3</source>
        <translation>Erfasst: %1 in %2 geschlossen; bleibt: %3</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alles %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::CorrelationGrid</name>
    <message>
        <source>%1/%2 %3</source>
        <translation>%1/%2 %3</translation>
    </message>
    <message>
        <source>What was typed contradicts the rest: the nearest correlations that do not were simulated.</source>
        <translation>Das Eingegebene widerspricht den übrigen: Simuliert wurden die nächsten Korrelationen, die das nicht tun.</translation>
    </message>
    <message>
        <source>What was typed contradicts itself. The nearest that does not was simulated: %1.</source>
        <translation>Das Eingegebene widerspricht sich. Simuliert wurde das Nächste, das es nicht tut: %1.</translation>
    </message>
    <message>
        <source>Correlation of %1 with %2</source>
        <translation>Korrelation von %1 mit %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::DashboardViewModel</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
    <message>
        <source>%1 %2 %3 – Plimsoll</source>
        <translation>%1 %2 %3 – Plimsoll</translation>
    </message>
    <message>
        <source>no prices yet</source>
        <translation>noch keine Kurse</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Prices are late: the last answer came %1 ago</source>
        <translation>Kurse verspätet: Die letzte Antwort kam vor %1</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Prices are out of date since %1. Levels are unknown until they come again.</source>
        <translation>Die Kurse sind seit %1 veraltet. Die Level sind unbekannt, bis wieder Kurse kommen.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No prices since %1. Levels are unknown until they come again.</source>
        <translation>Keine Kurse seit %1. Die Level sind unbekannt, bis wieder Kurse kommen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>The exchange asked for a pause until %1</source>
        <translation>Die Börse bat um eine Pause bis %1</translation>
    </message>
    <message>
        <source>Not updating · %1</source>
        <translation>Steht still · %1</translation>
    </message>
    <message>
        <source>The program itself has not updated for %1. Nothing below is current.</source>
        <translation>Das Programm selbst steht seit %1 still. Nichts hierunter ist aktuell.</translation>
    </message>
    <message>
        <source>Still waiting for the first figures after %1</source>
        <translation>Nach %1 noch immer keine Zahlen</translation>
    </message>
    <message>
        <source>Restart Plimsoll if this does not go away, and look at your exchange.</source>
        <translation>Starten Sie Plimsoll neu, wenn das nicht vergeht, und sehen Sie bei Ihrer Börse nach.</translation>
    </message>
    <message>
        <source>of 1 account</source>
        <translation>von 1 Konto</translation>
    </message>
    <message>
        <source>of %1 accounts</source>
        <translation>von %1 Konten</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::DrillViewModel</name>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>arrived in %1 ms</source>
        <translation>angekommen in %1 ms</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The drill runs. Acknowledge it as you would a real alarm.</source>
        <translation>Der Probealarm läuft. Bitte quittieren wie einen echten Alarm.</translation>
    </message>
    <message>
        <source>No drill has run yet.</source>
        <translation>Noch gab es keinen Probealarm.</translation>
    </message>
    <message>
        <source>The drill is over. Steps that did not arrive: %1.</source>
        <translation>Der Probealarm ist vorbei. Schritte, die nicht ankamen: %1.</translation>
    </message>
    <message>
        <source>The drill is over: everything that was sent arrived.</source>
        <translation>Der Probealarm ist vorbei: alles Gesendete kam an.</translation>
    </message>
    <message>
        <source>You answered after %1.</source>
        <translation>Die Antwort kam nach %1.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::EntryViewModel</name>
    <message>
        <source>Borrow</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Repay</source>
        <translation>Tilgung</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Transfer out</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>A loan you took: it adds to what the account holds and owes.</source>
        <translation>Ein aufgenommener Kredit: Bestand und Schulden des Kontos steigen.</translation>
    </message>
    <message>
        <source>What you paid back: interest first, then the loan.</source>
        <translation>Was Sie zurückgezahlt haben: erst die Zinsen, dann der Kredit.</translation>
    </message>
    <message>
        <source>A purchase that was done, at the price you paid.</source>
        <translation>Ein ausgeführter Kauf, zu dem Kurs, den Sie bezahlt haben.</translation>
    </message>
    <message>
        <source>A sale that was done, at the price you got.</source>
        <translation>Ein ausgeführter Verkauf, zu dem Kurs, den Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Money you took out of this account.</source>
        <translation>Geld, das Sie aus diesem Konto genommen haben.</translation>
    </message>
    <message>
        <source>Interest that was charged: it adds to the debt.</source>
        <translation>Berechnete Zinsen: Die Schulden steigen.</translation>
    </message>
    <message>
        <source>The exchange closed this account: everything in it is gone. It is not watched any more, and this cannot be undone.</source>
        <translation>Die Börse hat dieses Konto geschlossen: Alles darin ist weg. Es wird nicht mehr überwacht; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>owed %1, free %2</source>
        <translation>geschuldet %1, frei %2</translation>
    </message>
    <message>
        <source>%1 %2 free to pay with</source>
        <translation>%1 %2 zum Bezahlen frei</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alles %1</translation>
    </message>
    <message>
        <source>Record liquidation</source>
        <translation>Liquidation erfassen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>Recorded: %1 was liquidated</source>
        <translation>Erfasst: %1 wurde liquidiert</translation>
    </message>
    <message>
        <source>Recorded: %1, %2 %3, %4</source>
        <translation>Erfasst: %1, %2 %3, %4</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::FilesViewModel</name>
    <message>
        <source>Only files on this computer can be read.</source>
        <translation>Nur Dateien auf diesem Computer können gelesen werden.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 Konten</translation>
    </message>
    <message>
        <source>1 wallet</source>
        <translation>1 Wallet</translation>
    </message>
    <message>
        <source>%1 wallets</source>
        <translation>%1 Wallets</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Importiert: %1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>owes %1</source>
        <translation>schuldet %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::HeatMapViewModel</name>
    <message>
        <source>No account that owes something has two assets whose prices move: a map needs two.</source>
        <translation>Kein Konto mit Schulden hat zwei Assets, deren Kurse sich bewegen: Eine Karte braucht zwei.</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1, %2: %3, %4</source>
        <translation>%1, %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::HistoryViewModel</name>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 Jahr</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::JournalViewModel</name>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>The newest %1 rows are shown; search or choose an account to see older ones.</source>
        <translation>Die neuesten %1 Zeilen; ältere finden Sie über die Suche oder die Kontowahl.</translation>
    </message>
    <message>
        <source>%1 rows, newest first</source>
        <translation>%1 Zeilen, neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Top-ups, loans, trades and corrections will stand here.</source>
        <translation>Noch nichts erfasst. Hier stehen später Nachschüsse, Kredite, Käufe, Verkäufe und Korrekturen.</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>The liquidation was taken back: the account is open, with the balances it had.</source>
        <translation>Die Liquidation wurde zurückgenommen: Das Konto ist offen, mit den Beständen von vorher.</translation>
    </message>
    <message>
        <source>It is back.</source>
        <translation>Es ist wieder da.</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::LevelChartViewModel</name>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Distance to call</source>
        <translation>Abstand zum Call</translation>
    </message>
    <message>
        <source>Levels appear here once there is an account with debt.</source>
        <translation>Hier erscheinen Level, sobald ein Konto Schulden hat.</translation>
    </message>
    <message>
        <source>No level in this range yet. A point is kept for every change.</source>
        <translation>Noch kein Level in diesem Zeitraum. Jede Änderung wird ein Punkt.</translation>
    </message>
    <message>
        <source>zones are those of %1; the muted accounts have other bars</source>
        <translation>Zonen gelten für %1; die blassen Konten haben andere Marken</translation>
    </message>
    <message>
        <source>%1: %2. From %3 to %4 the lowest level is %5, the highest %6; call at %7.</source>
        <translation>%1: %2. Von %3 bis %4 ist das niedrigste Level %5, das höchste %6; Call bei %7.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>below this range: %1</source>
        <translation>unter diesem Ausschnitt: %1</translation>
    </message>
    <message>
        <source>above this range: %1</source>
        <translation>über diesem Ausschnitt: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 accounts below this range</source>
        <translation>%1 Konten unter diesem Ausschnitt</translation>
    </message>
    <message>
        <source>%1 accounts above this range</source>
        <translation>%1 Konten über diesem Ausschnitt</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::LevelExport</name>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Drawing (SVG)</source>
        <translation>Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>Levels (CSV)</source>
        <translation>Level (CSV)</translation>
    </message>
    <message>
        <source>The chart was written to %1.</source>
        <translation>Das Diagramm wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::LiquidationNoticeViewModel</name>
    <message>
        <source>Level %1, at or below the liquidation ratio %2</source>
        <translation>Level %1, auf oder unter der Liquidationsquote %2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>Level %1 at %2</source>
        <translation>Level %1 am %2</translation>
    </message>
    <message>
        <source>%1 was liquidated</source>
        <translation>%1 wurde liquidiert</translation>
    </message>
    <message>
        <source>%1 is at liquidation</source>
        <translation>%1 steht vor der Liquidation</translation>
    </message>
    <message>
        <source>Everything in it was sold to repay its debt. Its balances are 0 and a level does not apply any more.</source>
        <translation>Alles darin wurde verkauft, um die Schulden zu tilgen. Die Bestände sind 0, ein Level gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The exchange may sell everything in it to repay its debt at any moment, and may have done so already. Look at the exchange; if it did, record it here.</source>
        <translation>Die Börse kann jederzeit alles darin verkaufen, um die Schulden zu tilgen, und hat es vielleicht schon getan. Sehen Sie bei der Börse nach; wenn ja, erfassen Sie es hier.</translation>
    </message>
    <message>
        <source>Only this pair is concerned. An isolated account stands alone: nothing was added to it automatically, and its loss touches no other account.</source>
        <translation>Nur dieses Paar ist betroffen. Ein Isolated-Konto steht für sich: Nichts wurde automatisch zugeführt, und sein Verlust berührt kein anderes Konto.</translation>
    </message>
    <message>
        <source>Cross accounts share everything: all positions of the account are concerned. Isolated accounts are not.</source>
        <translation>Im Cross-Konto haften alle gemeinsam: Alle Positionen des Kontos sind betroffen, Isolated-Konten nicht.</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Lost: the %1 of your own that were put in.</source>
        <translation>Verloren: die %1 eigenes Geld, die eingezahlt waren.</translation>
    </message>
    <message>
        <source>At stake: the %1 of your own that were put in.</source>
        <translation>Auf dem Spiel: die %1 eigenes Geld, die eingezahlt waren.</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Level %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::MarginCallViewModel</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 accounts need attention</source>
        <translation>%1 Konten brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>updated %1 ago</source>
        <translation>vor %1 aktualisiert</translation>
    </message>
    <message>
        <source>Acknowledged. It comes back when it gets worse, or when its time is over.</source>
        <translation>Quittiert. Es meldet sich wieder, wenn es schlimmer wird oder die Zeit abläuft.</translation>
    </message>
    <message>
        <source>Seen. None of these alarms is active any more.</source>
        <translation>Gesehen. Keiner dieser Alarme ist noch aktiv.</translation>
    </message>
    <message>
        <source>Repay %1…</source>
        <translation>%1 tilgen…</translation>
    </message>
    <message>
        <source>Sell and repay…</source>
        <translation>Verkaufen und tilgen…</translation>
    </message>
    <message>
        <source>Top up %1…</source>
        <translation>%1 auffüllen…</translation>
    </message>
    <message>
        <source>%1: close to liquidation</source>
        <translation>%1: nahe der Liquidation</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::OperationForm</name>
    <message>
        <source>This must be above 0.</source>
        <translation>Das muss über 0 liegen.</translation>
    </message>
    <message>
        <source>The wallet is not there any more.</source>
        <translation>Die Wallet gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The same was recorded at %1 (%2 %3, %4). Record it again?</source>
        <translation>Dasselbe wurde um %1 erfasst (%2 %3, %4). Nochmals erfassen?</translation>
    </message>
    <message>
        <source>Recorded before, not again: </source>
        <translation>Schon erfasst, nicht noch einmal: </translation>
    </message>
    <message>
        <source>= %1 %2 for 1 %3</source>
        <translation>= %1 %2 für 1 %3</translation>
    </message>
    <message>
        <source>The other account is not there any more.</source>
        <translation>Das andere Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PlanEditor</name>
    <message>
        <source>Deposit %1</source>
        <translation>%1 einzahlen</translation>
    </message>
    <message>
        <source>Repay %1 with new money</source>
        <translation>%1 mit neuem Geld tilgen</translation>
    </message>
    <message>
        <source>Sell %1 and repay</source>
        <translation>%1 verkaufen und tilgen</translation>
    </message>
    <message>
        <source>Move %1 from %2</source>
        <translation>%1 umbuchen von %2</translation>
    </message>
    <message>
        <source>This must be above 0.</source>
        <translation>Das muss über 0 liegen.</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>Zuerst einen Namen eingeben.</translation>
    </message>
    <message>
        <source>Say how much first.</source>
        <translation>Zuerst einen Betrag eingeben.</translation>
    </message>
    <message>
        <source>There is a plan of this name for this account. Choose another one.</source>
        <translation>Für dieses Konto gibt es einen Plan dieses Namens. Einen anderen wählen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PlanText</name>
    <message>
        <source>The account that gives it is not there any more.</source>
        <translation>Das Konto, von dem es kommt, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The wallet is not there any more.</source>
        <translation>Die Wallet gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Not enough any more: it leads to level %1. Today %2 lead to %3.</source>
        <translation>Das reicht nicht mehr: Es führt zu Level %1. Heute führen %2 zu %3.</translation>
    </message>
    <message>
        <source>Not enough: it leads to level %1, and no amount of it leads to %2 this way.</source>
        <translation>Das reicht nicht: Es führt zu Level %1, und kein Betrag führt so zu %2.</translation>
    </message>
    <message>
        <source>Nothing is owed any more then.</source>
        <translation>Danach ist nichts mehr geschuldet.</translation>
    </message>
    <message>
        <source>Leads to level %1.</source>
        <translation>Führt zu Level %1.</translation>
    </message>
    <message>
        <source>%1 Today %2 would be enough.</source>
        <translation>%1 Heute würden %2 reichen.</translation>
    </message>
    <message>
        <source>Deposit %1 from outside</source>
        <translation>%1 von außerhalb einzahlen</translation>
    </message>
    <message>
        <source>Deposit %1 from %2</source>
        <translation>%1 einzahlen, aus: %2</translation>
    </message>
    <message>
        <source>Repay %1 with money from outside</source>
        <translation>%1 mit Geld von außerhalb tilgen</translation>
    </message>
    <message>
        <source>Repay %1 with money from %2</source>
        <translation>%1 tilgen mit Geld aus: %2</translation>
    </message>
    <message>
        <source>Sell %1 and repay</source>
        <translation>%1 verkaufen und tilgen</translation>
    </message>
    <message>
        <source>Move %1 from %2</source>
        <translation>%1 umbuchen von %2</translation>
    </message>
    <message>
        <source>The level of this account is not known: a price is missing.</source>
        <translation>Das Level dieses Kontos ist nicht bekannt: Ein Kurs fehlt.</translation>
    </message>
    <message>
        <source>Not needed now: the level is not below %1.</source>
        <translation>Jetzt nicht nötig: Das Level liegt nicht unter %1.</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>Jetzt nicht möglich: %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PlansViewModel</name>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PositionTarget</name>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>A pair needs two different assets.</source>
        <translation>Ein Paar braucht zwei verschiedene Assets.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PositionViewModel</name>
    <message>
        <source>%1 does not exist yet and is created with it.</source>
        <translation>%1 gibt es noch nicht; es wird dabei angelegt.</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>at most %1 with these bars</source>
        <translation>höchstens %1 mit diesen Schwellen</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>no current price: enter the one you got</source>
        <translation>kein aktueller Kurs: geben Sie Ihren ein</translation>
    </message>
    <message>
        <source>Borrows %1 %2 and buys %3 %4.</source>
        <translation>Leiht %1 %2 und kauft %3 %4.</translation>
    </message>
    <message>
        <source>Borrows %1 %2 and sells %3 %4.</source>
        <translation>Leiht %1 %2 und verkauft %3 %4.</translation>
    </message>
    <message>
        <source>Isolated instead</source>
        <translation>Stattdessen Isolated</translation>
    </message>
    <message>
        <source>Cross instead</source>
        <translation>Stattdessen Cross</translation>
    </message>
    <message>
        <source>Cross: everything in the cross account stands behind it, and a liquidation takes all of it.</source>
        <translation>Cross: Das ganze Cross-Konto haftet dafür, und eine Liquidation nimmt alles davon.</translation>
    </message>
    <message>
        <source>Isolated: only what is in this account is at stake; nothing else is added to it by itself.</source>
        <translation>Isolated: Nur was in diesem Konto ist, steht auf dem Spiel; nichts anderes wird von selbst zugeführt.</translation>
    </message>
    <message>
        <source>Recorded: position in %1. %2</source>
        <translation>Erfasst: Position in %1. %2</translation>
    </message>
    <message>
        <source>Choose the bars that your exchange shows for this account. They decide when it is called.</source>
        <translation>Wählen Sie die Schwellen, die Ihre Börse für dieses Konto zeigt. Sie entscheiden, wann nachgefordert wird.</translation>
    </message>
    <message>
        <source>Choose the bars of the new account.</source>
        <translation>Wählen Sie die Schwellen des neuen Kontos.</translation>
    </message>
    <message>
        <source>no such account yet whose bars could be used</source>
        <translation>noch kein solches Konto, dessen Schwellen gelten könnten</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PriceTableModel</name>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>noch nicht bestätigt</translation>
    </message>
    <message>
        <source>halted</source>
        <translation>ausgesetzt</translation>
    </message>
    <message>
        <source>not listed any more</source>
        <translation>nicht mehr gelistet</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PriceTableViewModel</name>
    <message>
        <source>1 price, current</source>
        <translation>1 Kurs, aktuell</translation>
    </message>
    <message>
        <source>%1 prices, all current</source>
        <translation>%1 Kurse, alle aktuell</translation>
    </message>
    <message>
        <source>1 price cannot be used: the levels that need it are unknown</source>
        <translation>1 Kurs ist nicht brauchbar: Die Level, die ihn brauchen, sind unbekannt</translation>
    </message>
    <message>
        <source>%1 prices cannot be used: the levels that need them are unknown</source>
        <translation>%1 Kurse sind nicht brauchbar: Die Level, die sie brauchen, sind unbekannt</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ProfileList</name>
    <message>
        <source>initial %1 · call %2 · liquidation %3</source>
        <translation>Initial %1 · Call %2 · Liquidation %3</translation>
    </message>
    <message>
        <source>valid from %1</source>
        <translation>gültig ab %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::RepairNoticeViewModel</name>
    <message>
        <source>The balance of %1 in %2 was missing; the journal adds up to %3, which counts now.</source>
        <translation>Der Saldo von %1 in %2 fehlte; das Journal ergibt %3, und das gilt jetzt.</translation>
    </message>
    <message>
        <source>The balance of %1 in %2 was stored as %3; the journal adds up to %4, which counts now.</source>
        <translation>Der Saldo von %1 in %2 war als %3 gespeichert; das Journal ergibt %4, und das gilt jetzt.</translation>
    </message>
    <message>
        <source>More figures put right: %1.</source>
        <translation>Weitere berichtigte Zahlen: %1.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ReplayReport</name>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ReplayViewModel</name>
    <message>
        <source>There is no account yet.</source>
        <translation>Es gibt noch kein Konto.</translation>
    </message>
    <message>
        <source>Minutes are a whole number from 0 to %1.</source>
        <translation>Minuten sind eine ganze Zahl von 0 bis %1.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ReplayWords</name>
    <message numerus="yes">
        <source>%1 and the same of %n more pairs of your accounts</source>
        <translation>
            <numerusform>%1 und dasselbe für %n weiteres Paar Ihrer Konten</numerusform>
            <numerusform>%1 und dasselbe für %n weitere Paare Ihrer Konten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ReportViewModel</name>
    <message>
        <source>The first day is after the last one.</source>
        <translation>Der erste Tag liegt nach dem letzten.</translation>
    </message>
    <message>
        <source>Days are written like 2026-11-28.</source>
        <translation>Tage werden wie 2026-11-28 geschrieben.</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::RuleDraft</name>
    <message>
        <source>It must be more than 0.</source>
        <translation>Es muss mehr als 0 sein.</translation>
    </message>
    <message>
        <source>It must be less than 100 %.</source>
        <translation>Es müssen weniger als 100 % sein.</translation>
    </message>
    <message>
        <source>A level above 1,000 is no alarm.</source>
        <translation>Ein Level über 1000 ist kein Alarm.</translation>
    </message>
    <message>
        <source>More than 100,000 hours is no alarm.</source>
        <translation>Mehr als 100.000 Stunden sind kein Alarm.</translation>
    </message>
    <message>
        <source>Choose which price.</source>
        <translation>Bitte einen Kurs wählen.</translation>
    </message>
    <message>
        <source>The exchange has no pair %1.</source>
        <translation>Die Börse hat kein Paar %1.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::RuleEditorViewModel</name>
    <message>
        <source>The alarm was added.</source>
        <translation>Der Alarm wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>The alarm was changed.</source>
        <translation>Der Alarm wurde geändert.</translation>
    </message>
    <message>
        <source>The alarm was removed.</source>
        <translation>Der Alarm wurde entfernt.</translation>
    </message>
    <message>
        <source>The alarm is on.</source>
        <translation>Der Alarm ist an.</translation>
    </message>
    <message>
        <source>The alarm is off.</source>
        <translation>Der Alarm ist aus.</translation>
    </message>
    <message>
        <source>Margin level</source>
        <translation>Margin-Level</translation>
    </message>
    <message>
        <source>Distance to the call</source>
        <translation>Abstand zum Call</translation>
    </message>
    <message>
        <source>Price falls</source>
        <translation>Kurs fällt</translation>
    </message>
    <message>
        <source>Price rises</source>
        <translation>Kurs steigt</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>Jedes Konto</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::RuleNow</name>
    <message>
        <source>Met now: it would be raised at once</source>
        <translation>Jetzt erfüllt: er würde sofort auslösen</translation>
    </message>
    <message>
        <source>Not met now</source>
        <translation>Jetzt nicht erfüllt</translation>
    </message>
    <message>
        <source>Waiting for its price: none of %1 for %2</source>
        <translation>Wartet auf seinen Kurs: seit %2 keiner von %1</translation>
    </message>
    <message>
        <source>Waiting for its price</source>
        <translation>Wartet auf seinen Kurs</translation>
    </message>
    <message>
        <source>Cannot be raised: its account is gone</source>
        <translation>Kann nicht ausgelöst werden: sein Konto gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Cannot be raised: nothing is owed</source>
        <translation>Kann nicht ausgelöst werden: es besteht keine Schuld</translation>
    </message>
    <message>
        <source>Cannot be raised: no interest rate is known</source>
        <translation>Kann nicht ausgelöst werden: kein Zinssatz ist bekannt</translation>
    </message>
    <message>
        <source>Cannot be judged now: a price is missing</source>
        <translation>Gerade nicht zu beurteilen: ein Kurs fehlt</translation>
    </message>
    <message>
        <source>Met now by %1</source>
        <translation>Jetzt erfüllt von %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::RulePreviewer</name>
    <message>
        <source>Looking at the last %1 days…</source>
        <translation>Die letzten %1 Tage werden angesehen…</translation>
    </message>
    <message>
        <source>How often it would have been raised is known for levels only.</source>
        <translation>Wie oft er ausgelöst hätte, ist nur für Levels bekannt.</translation>
    </message>
    <message>
        <source>There are no levels of the last %1 days to look at.</source>
        <translation>Aus den letzten %1 Tagen gibt es keine Levels zum Ansehen.</translation>
    </message>
    <message>
        <source>It would not have been raised since %1.</source>
        <translation>Seit %1 hätte er nicht ausgelöst.</translation>
    </message>
    <message>
        <source>It would have been raised once in the last %1 days: %2.</source>
        <translation>In den letzten %1 Tagen hätte er einmal ausgelöst: %2.</translation>
    </message>
    <message>
        <source>It would have been raised %1 times in the last %2 days, last at %3.</source>
        <translation>In den letzten %2 Tagen hätte er %1-mal ausgelöst, zuletzt %3.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ScenarioShelf</name>
    <message>
        <source>Give it a name first.</source>
        <translation>Zuerst einen Namen eingeben.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>There is a scenario of this name. Open it first, or choose another name.</source>
        <translation>Es gibt ein Szenario dieses Namens. Erst öffnen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Opened: %1</source>
        <translation>Geöffnet: %1</translation>
    </message>
    <message>
        <source>There is a scenario of this name. Choose another one.</source>
        <translation>Es gibt ein Szenario dieses Namens. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>Renamed to %1</source>
        <translation>Umbenannt in %1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
    <message>
        <source>It could not be deleted.</source>
        <translation>Es konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Type the name of a file first.</source>
        <translation>Zuerst den Namen einer Datei eingeben.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>This is not a scenario file of Plimsoll.</source>
        <translation>Das ist keine Szenariodatei von Plimsoll.</translation>
    </message>
    <message>
        <source>A file of this name exists. Choose another name.</source>
        <translation>Es gibt eine Datei dieses Namens. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::SettingsViewModel</name>
    <message>
        <source>This holds until you quit, but it could not be saved.</source>
        <translation>Das gilt bis zum Beenden, konnte aber nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Enter the address of a price source.</source>
        <translation>Geben Sie die Adresse einer Kursquelle ein.</translation>
    </message>
    <message>
        <source>Levels and prices are kept on this computer for the charts. The journal is kept for good.</source>
        <translation>Level und Kurse werden für die Diagramme auf diesem Computer aufbewahrt. Das Journal bleibt auf Dauer.</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>SQLite %1</source>
        <translation>SQLite %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::StressDomino</name>
    <message>
        <source>at liquidation now</source>
        <translation>jetzt an der Liquidation</translation>
    </message>
    <message>
        <source>liquidation %1</source>
        <translation>Liquidation %1</translation>
    </message>
    <message>
        <source>in call</source>
        <translation>im Call</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n liquidated (%1)</source>
        <translation>
            <numerusform>%n liquidiert (%1)</numerusform>
            <numerusform>%n liquidiert (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in call (%1)</source>
        <translation>
            <numerusform>%n im Call (%1)</numerusform>
            <numerusform>%n im Call (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>At %1: none is called</source>
        <translation>Bei %1: kein Call</translation>
    </message>
    <message>
        <source>At %1: %2</source>
        <translation>Bei %1: %2</translation>
    </message>
    <message>
        <source>%1 %2 of equity stands in what would be liquidated</source>
        <translation>%1 %2 Eigenkapital stehen in dem, was liquidiert würde</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Not called by such a fall: %1</source>
        <translation>Von einem solchen Fall nicht erreicht: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown (%1)</source>
        <translation>
            <numerusform>%n unbekannt (%1)</numerusform>
            <numerusform>%n unbekannt (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (its level is not known)</source>
        <translation>%1 (das Level ist nicht bekannt)</translation>
    </message>
    <message>
        <source>%1 (no beta of %2)</source>
        <translation>%1 (kein Beta von %2)</translation>
    </message>
    <message>
        <source>Nobody knows when these fall: %1</source>
        <translation>Wann diese fallen, weiß niemand: %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::StressMoves</name>
    <message>
        <source>Each by its beta to BTC</source>
        <translation>Jeder nach seinem Beta zu BTC</translation>
    </message>
    <message>
        <source>All prices together</source>
        <translation>Alle Kurse zusammen</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>Sigmas and betas need candle files of these assets and of BTC.</source>
        <translation>Sigmas und Betas brauchen Kerzendateien dieser Assets und von BTC.</translation>
    </message>
    <message>
        <source>σ is the standard deviation of a day, estimated from the candle files; of all together that of BTC.</source>
        <translation>σ ist die Standardabweichung eines Tages, geschätzt aus den Kerzendateien; bei allen zusammen die von BTC.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 σ</source>
        <translation>%1 σ</translation>
    </message>
    <message>
        <source>A move in money is one of one asset: choose which.</source>
        <translation>Eine Bewegung in Geld ist die eines Assets: Wählen Sie, welches.</translation>
    </message>
    <message>
        <source>There is no price of %1.</source>
        <translation>Es gibt keinen Kurs von %1.</translation>
    </message>
    <message>
        <source>A move in sigmas needs candle files of %1.</source>
        <translation>Eine Bewegung in Sigmas braucht Kerzendateien von %1.</translation>
    </message>
    <message>
        <source>Such a move leaves no price.</source>
        <translation>Eine solche Bewegung lässt keinen Kurs übrig.</translation>
    </message>
    <message>
        <source>At %1: %2 %3, %4</source>
        <translation>Bei %1: %2 %3, %4</translation>
    </message>
    <message>
        <source>Sigmas need candle files of these assets and of BTC.</source>
        <translation>Sigmas brauchen Kerzendateien dieser Assets und von BTC.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::StressPlot</name>
    <message>
        <source>%1%2 %</source>
        <translation>%1%2 %</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>liquidation %1</source>
        <translation>Liquidation %1</translation>
    </message>
    <message>
        <source>now %1 at %2</source>
        <translation>jetzt %1 bei %2</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::StressViewModel</name>
    <message>
        <source>All prices together</source>
        <translation>Alle Kurse zusammen</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>Nothing is owed in any account: no price move can call one.</source>
        <translation>In keinem Konto ist etwas geschuldet: Keine Kursbewegung kann einen Call auslösen.</translation>
    </message>
    <message>
        <source>The level of %1 is not known: a price is missing.</source>
        <translation>Das Level von %1 ist nicht bekannt: Ein Kurs fehlt.</translation>
    </message>
    <message>
        <source>At %1: %2 %3, %4</source>
        <translation>Bei %1: %2 %3, %4</translation>
    </message>
    <message>
        <source>Each by its beta</source>
        <translation>Jeder nach seinem Beta</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::TakeBackViewModel</name>
    <message>
        <source>A liquidation has closed this account. Take that back first.</source>
        <translation>Eine Liquidation hat dieses Konto geschlossen. Erst muss sie zurückgenommen werden.</translation>
    </message>
    <message>
        <source>%1: %2 %3 from %4 to %5</source>
        <translation>%1: %2 %3 von %4 auf %5</translation>
    </message>
    <message>
        <source>What it brought has been used since: %1 would have less than nothing of %2.</source>
        <translation>Was er brachte, ist inzwischen verbraucht: %1 hätte weniger als nichts an %2.</translation>
    </message>
    <message>
        <source>Taken back. The journal keeps both records.</source>
        <translation>Zurückgenommen. Das Journal behält beide Einträge.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::TopUpViewModel</name>
    <message>
        <source>Top up</source>
        <translation>Auffüllen</translation>
    </message>
    <message>
        <source>Top up %1</source>
        <translation>%1 auffüllen</translation>
    </message>
    <message>
        <source>Nothing is moved on an exchange: this records what you transferred.</source>
        <translation>An der Börse wird nichts bewegt: Hier wird erfasst, was Sie übertragen haben.</translation>
    </message>
    <message>
        <source>Takes %1 or %2.</source>
        <translation>Nimmt %1 oder %2.</translation>
    </message>
    <message>
        <source>to call + %1</source>
        <translation>bis Call + %1</translation>
    </message>
    <message>
        <source>to initial %1</source>
        <translation>bis Initial %1</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alles %1</translation>
    </message>
    <message>
        <source>Recorded: %1 %2 into %3</source>
        <translation>Erfasst: %1 %2 in %3</translation>
    </message>
    <message>
        <source>%1: more than is there</source>
        <translation>%1: mehr, als da ist</translation>
    </message>
    <message>
        <source>%1 would stand at %2.</source>
        <translation>%1 stünde bei %2.</translation>
    </message>
    <message>
        <source>Recorded: %1 %2 from %3 to %4</source>
        <translation>Erfasst: %1 %2 von %3 an %4</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::TwinViewModel</name>
    <message>
        <source>Nothing is owed in an account with a known level: there is nothing to compare.</source>
        <translation>In keinem Konto mit bekanntem Level ist etwas geschuldet: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Not compared, a price is missing: %1</source>
        <translation>Nicht verglichen, ein Kurs fehlt: %1</translation>
    </message>
    <message>
        <source>There is too little cash to start all of them at the same level; these are the levels that result.</source>
        <translation>Das Guthaben reicht nicht, um alle beim selben Level zu beginnen; dies sind die Level, die sich ergeben.</translation>
    </message>
    <message>
        <source>No common move of prices calls it.</source>
        <translation>Keine gemeinsame Kursbewegung bringt einen Call.</translation>
    </message>
    <message>
        <source>%1 is in call now.</source>
        <translation>%1 ist jetzt im Call.</translation>
    </message>
    <message>
        <source>%1 is called first, when all prices move by %2.</source>
        <translation>%1 bekommt zuerst einen Call, wenn sich alle Kurse um %2 bewegen.</translation>
    </message>
    <message>
        <source>A liquidation takes all of it: at worst the %1 of every position.</source>
        <translation>Eine Liquidation nimmt alles: schlimmstenfalls die %1 aller Positionen.</translation>
    </message>
    <message>
        <source>A liquidation takes this pair alone: at worst its %1.</source>
        <translation>Eine Liquidation nimmt nur dieses Paar: schlimmstenfalls dessen %1.</translation>
    </message>
    <message>
        <source>%1 is at liquidation now.</source>
        <translation>%1 steht jetzt an der Liquidation.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::WalletsViewModel</name>
    <message>
        <source>New wallet</source>
        <translation>Neues Wallet</translation>
    </message>
    <message>
        <source>This name is taken already.</source>
        <translation>Diesen Namen gibt es schon.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 was put right; the journal keeps why.</source>
        <translation>%1 wurde berichtigt; das Journal behält, warum.</translation>
    </message>
    <message>
        <source>%1 was removed. The journal can bring it back.</source>
        <translation>%1 wurde entfernt. Das Journal kann es zurückbringen.</translation>
    </message>
    <message>
        <source>It is called %1 now.</source>
        <translation>Sie heißt jetzt %1.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::WaysOutViewModel</name>
    <message>
        <source>uses %1</source>
        <translation>verbraucht %1</translation>
    </message>
    <message>
        <source>repays %1</source>
        <translation>tilgt %1</translation>
    </message>
    <message>
        <source>saves %1 interest a day</source>
        <translation>spart %1 Zinsen am Tag</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>Deposit</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Repay with new money</source>
        <translation>Mit neuem Geld tilgen</translation>
    </message>
    <message>
        <source>Sell and repay</source>
        <translation>Verkaufen und tilgen</translation>
    </message>
    <message>
        <source>Move from %1</source>
        <translation>Umbuchen von %1</translation>
    </message>
    <message>
        <source>Nothing is owed in any account.</source>
        <translation>In keinem Konto ist etwas geschuldet.</translation>
    </message>
    <message>
        <source>The level of this account is not known: a price is missing.</source>
        <translation>Das Level dieses Kontos ist nicht bekannt: Ein Kurs fehlt.</translation>
    </message>
    <message>
        <source>Nothing is needed: the level is not below %1.</source>
        <translation>Nichts ist nötig: Das Level liegt nicht unter %1.</translation>
    </message>
    <message>
        <source>This sum cannot be spread.</source>
        <translation>Diese Summe lässt sich nicht verteilen.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The smallest distance to a call goes from %1 to %2.</source>
        <translation>Der kleinste Abstand zu einem Call geht von %1 auf %2.</translation>
    </message>
    <message>
        <source>No account with a debt and a known level can take %1.</source>
        <translation>Kein Konto mit Schulden und bekanntem Level nimmt %1 an.</translation>
    </message>
    <message>
        <source>Without a part, because they do not take %1 or their level is not known: %2</source>
        <translation>Ohne Anteil, weil sie %1 nicht annehmen oder ihr Level nicht bekannt ist: %2</translation>
    </message>
    <message>
        <source>No account with a known level owes %1.</source>
        <translation>Kein Konto mit bekanntem Level schuldet %1.</translation>
    </message>
    <message>
        <source>None of these accounts owes anything any more then.</source>
        <translation>Danach schuldet keines dieser Konten mehr etwas.</translation>
    </message>
    <message>
        <source>Deposited instead, it would go to %1.</source>
        <translation>Stattdessen eingezahlt, stiege er auf %1.</translation>
    </message>
    <message>
        <source>Repaid instead, it would go to %1.</source>
        <translation>Stattdessen zum Tilgen verwendet, stiege er auf %1.</translation>
    </message>
    <message>
        <source>Without a part, because they do not owe %1 or their level is not known: %2</source>
        <translation>Ohne Anteil, weil sie kein %1 schulden oder ihr Level nicht bekannt ist: %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::WhatIfEditor</name>
    <message>
        <source>All prices together</source>
        <translation>Alle Kurse zusammen</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>A move is above −100 % and has at most 8 decimals.</source>
        <translation>Eine Bewegung liegt über −100 % und hat höchstens 8 Nachkommastellen.</translation>
    </message>
    <message>
        <source>The price must be above 0.</source>
        <translation>Der Kurs muss über 0 liegen.</translation>
    </message>
    <message>
        <source>Three ratios above 1, each below the one before: initial / margin call / liquidation.</source>
        <translation>Drei Quoten über 1, jede unter der vorigen: Initial / Margin Call / Liquidation.</translation>
    </message>
    <message>
        <source>The amount must be above 0.</source>
        <translation>Der Betrag muss über 0 liegen.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::WhatIfViewModel</name>
    <message>
        <source>A change is refused: take it back, or change what stands before it.</source>
        <translation>Eine Änderung wird abgelehnt: Sie zurücknehmen oder ändern, was vor ihr steht.</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Es gibt noch kein Konto.</translation>
    </message>
    <message>
        <source>No account depends on this price.</source>
        <translation>Kein Konto hängt von diesem Kurs ab.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::WhyViewModel</name>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Call price</source>
        <translation>Call-Kurs</translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation>Liquidationskurs</translation>
    </message>
    <message>
        <source>To initial</source>
        <translation>Bis Initial</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::wording</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>%1 isolated</source>
        <translation>%1 Isolated</translation>
    </message>
    <message>
        <source>%1 cross</source>
        <translation>%1 Cross</translation>
    </message>
    <message>
        <source>%1 to the call · %2 to liquidation</source>
        <translation>%1 bis zum Call · %2 bis zur Liquidation</translation>
    </message>
    <message>
        <source>below the call · %1 to liquidation</source>
        <translation>unter dem Call · %1 bis zur Liquidation</translation>
    </message>
    <message>
        <source>at or below liquidation</source>
        <translation>auf oder unter der Liquidation</translation>
    </message>
    <message>
        <source>nothing is owed: there is no level to watch</source>
        <translation>keine Schulden: kein Level zu überwachen</translation>
    </message>
    <message>
        <source>closed by a liquidation: a level does not apply</source>
        <translation>durch Liquidation geschlossen: kein Level mehr</translation>
    </message>
    <message>
        <source>distance unknown</source>
        <translation>Abstand unbekannt</translation>
    </message>
    <message>
        <source>prices of the bars: see Why?</source>
        <translation>Kurse der Schwellen: siehe Warum?</translation>
    </message>
    <message>
        <source>call at %1</source>
        <translation>Call bei %1</translation>
    </message>
    <message>
        <source>liquidation at %1</source>
        <translation>Liquidation bei %1</translation>
    </message>
    <message>
        <source>%1, each alone</source>
        <translation>%1, jeweils allein</translation>
    </message>
    <message>
        <source>the amounts are too large to be added up</source>
        <translation>die Beträge sind zu groß zum Addieren</translation>
    </message>
    <message>
        <source>%1 is out of date</source>
        <translation>%1 ist veraltet</translation>
    </message>
    <message>
        <source>%1 is unusable</source>
        <translation>%1 ist unbrauchbar</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>The window does not respond</source>
        <translation>Das Fenster reagiert nicht</translation>
    </message>
    <message>
        <source>The calculation stands still</source>
        <translation>Die Berechnung steht still</translation>
    </message>
    <message>
        <source>any account</source>
        <translation>irgendein Konto</translation>
    </message>
    <message>
        <source>Tell me when %1 falls to a level of %2 or lower</source>
        <translation>Melden, wenn %1 auf ein Level von %2 oder tiefer fällt</translation>
    </message>
    <message>
        <source>Tell me when %1 has %2 or less left until its margin call</source>
        <translation>Melden, wenn %1 nur noch %2 oder weniger bis zum Margin Call hat</translation>
    </message>
    <message>
        <source>Tell me when the price of %1 falls to %2 or lower</source>
        <translation>Melden, wenn der Kurs von %1 auf %2 oder tiefer fällt</translation>
    </message>
    <message>
        <source>Tell me when the price of %1 rises to %2 or higher</source>
        <translation>Melden, wenn der Kurs von %1 auf %2 oder höher steigt</translation>
    </message>
    <message>
        <source>Tell me when interest alone would bring %1 to its margin call within %2 hours</source>
        <translation>Melden, wenn allein die Zinsen %1 innerhalb von %2 Stunden zum Margin Call brächten</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>Frühwarnung</translation>
    </message>
    <message>
        <source>Margin call</source>
        <translation>Margin Call</translation>
    </message>
    <message>
        <source>Close to liquidation</source>
        <translation>Nahe der Liquidation</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>Own alarm</source>
        <translation>Eigener Alarm</translation>
    </message>
    <message>
        <source>Prices out of date</source>
        <translation>Kurse veraltet</translation>
    </message>
    <message>
        <source>Prices stand still</source>
        <translation>Kurse stehen still</translation>
    </message>
    <message>
        <source>A price is missing</source>
        <translation>Ein Kurs fehlt</translation>
    </message>
    <message>
        <source>An alarm was not delivered</source>
        <translation>Ein Alarm kam nicht an</translation>
    </message>
    <message>
        <source>The program stands still</source>
        <translation>Das Programm steht still</translation>
    </message>
    <message>
        <source>The clock of this computer is off</source>
        <translation>Die Uhr dieses Computers geht falsch</translation>
    </message>
    <message>
        <source>Nothing was watched</source>
        <translation>Nichts wurde überwacht</translation>
    </message>
    <message>
        <source>Something could not be recorded</source>
        <translation>Etwas konnte nicht aufgezeichnet werden</translation>
    </message>
    <message>
        <source>Own alarm, %1</source>
        <translation>Eigener Alarm, %1</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Nicht angekommen: %1</translation>
    </message>
    <message>
        <source>level %1 or lower</source>
        <translation>Level %1 oder tiefer</translation>
    </message>
    <message>
        <source>%1 or less until the margin call</source>
        <translation>%1 oder weniger bis zum Margin Call</translation>
    </message>
    <message>
        <source>%1 at %2 or lower</source>
        <translation>%1 bei %2 oder tiefer</translation>
    </message>
    <message>
        <source>%1 at %2 or higher</source>
        <translation>%1 bei %2 oder höher</translation>
    </message>
    <message>
        <source>margin call by interest within %1 hours</source>
        <translation>Margin Call durch Zinsen innerhalb von %1 Stunden</translation>
    </message>
    <message>
        <source>%1, quietly, like an early warning.</source>
        <translation>%1, leise wie eine Frühwarnung.</translation>
    </message>
    <message>
        <source>%1, like a margin call.</source>
        <translation>%1, wie ein Margin Call.</translation>
    </message>
    <message>
        <source>%1, as loudly as close to liquidation.</source>
        <translation>%1, so laut wie nahe der Liquidation.</translation>
    </message>
    <message>
        <source>nothing is owed</source>
        <translation>keine Schulden</translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation>nicht zu beurteilen</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>about to be raised</source>
        <translation>kurz vor der Auslösung</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>snoozed</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>came and went</source>
        <translation>kam und ging</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>ausgelöst</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>abgeklungen</translation>
    </message>
    <message>
        <source>judged anew</source>
        <translation>neu beurteilt</translation>
    </message>
    <message>
        <source>the acknowledgement ended</source>
        <translation>die Quittierung ist abgelaufen</translation>
    </message>
    <message>
        <source>the snooze is over</source>
        <translation>die Ruhe ist vorbei</translation>
    </message>
    <message>
        <source>worse than when it was acknowledged</source>
        <translation>schlimmer als beim Quittieren</translation>
    </message>
    <message>
        <source>a worse bar of the account was reached</source>
        <translation>eine schlimmere Schwelle des Kontos wurde erreicht</translation>
    </message>
    <message>
        <source>said to be dealt with</source>
        <translation>als erledigt gemeldet</translation>
    </message>
    <message>
        <source>the acknowledgement was taken back</source>
        <translation>die Quittierung wurde zurückgenommen</translation>
    </message>
    <message>
        <source>nothing to watch any more</source>
        <translation>nichts mehr zu überwachen</translation>
    </message>
    <message>
        <source>found active at the start</source>
        <translation>beim Start aktiv vorgefunden</translation>
    </message>
    <message>
        <source>Notification of the desktop</source>
        <translation>Benachrichtigung der Oberfläche</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Window of Plimsoll</source>
        <translation>Fenster von Plimsoll</translation>
    </message>
    <message>
        <source>Window asks for attention</source>
        <translation>Fenster bittet um Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Mini window</source>
        <translation>Minifenster</translation>
    </message>
    <message>
        <source>Own program</source>
        <translation>Eigenes Programm</translation>
    </message>
    <message>
        <source>Message to a phone</source>
        <translation>Nachricht ans Telefon</translation>
    </message>
    <message>
        <source>Not acknowledged for %1.</source>
        <translation>Seit %1 nicht quittiert.</translation>
    </message>
    <message>
        <source>Not confirmed by a fresh price since %1.</source>
        <translation>Seit %1 nicht durch einen frischen Kurs bestätigt.</translation>
    </message>
    <message>
        <source>Not confirmed by a fresh price.</source>
        <translation>Nicht durch einen frischen Kurs bestätigt.</translation>
    </message>
    <message>
        <source>Unstable around the bar: it stays on until the level keeps still.</source>
        <translation>Unruhig um die Schwelle: er bleibt an, bis das Level ruhig ist.</translation>
    </message>
    <message>
        <source>Call %1, liquidation %2.</source>
        <translation>Call %1, Liquidation %2.</translation>
    </message>
    <message>
        <source>The exchange may sell everything in it at any moment, or has done so. Look there first.</source>
        <translation>Die Börse kann jeden Moment alles darin verkaufen oder hat es schon getan. Zuerst dort nachsehen.</translation>
    </message>
    <message>
        <source>This alarm is your own.</source>
        <translation>Dieser Alarm ist ein eigener.</translation>
    </message>
    <message>
        <source>Other isolated accounts and cross funds are not used automatically.</source>
        <translation>Andere Isolated-Konten und Cross-Guthaben werden nicht automatisch benutzt.</translation>
    </message>
    <message>
        <source>The last known level was %1.</source>
        <translation>Das letzte bekannte Level war %1.</translation>
    </message>
    <message>
        <source>The level of %1 cannot be judged.</source>
        <translation>Das Level von %1 ist nicht zu beurteilen.</translation>
    </message>
    <message>
        <source>No prices come in.</source>
        <translation>Es kommen keine Kurse.</translation>
    </message>
    <message>
        <source>Prices have been silent for %1.</source>
        <translation>Seit %1 kommen keine Kurse.</translation>
    </message>
    <message>
        <source>The exchange answers, but its prices stand still.</source>
        <translation>Die Börse antwortet, aber ihre Kurse stehen still.</translation>
    </message>
    <message>
        <source>A price it needs is missing.</source>
        <translation>Ein nötiger Kurs fehlt.</translation>
    </message>
    <message>
        <source>Prices: %1.</source>
        <translation>Kurse: %1.</translation>
    </message>
    <message>
        <source>Check whether the pair is still traded, and look at the account at the exchange.</source>
        <translation>Prüfen, ob das Paar noch gehandelt wird, und bei der Börse nach dem Konto sehen.</translation>
    </message>
    <message>
        <source>Check the network, and look at the account at the exchange.</source>
        <translation>Das Netz prüfen und bei der Börse nach dem Konto sehen.</translation>
    </message>
    <message>
        <source>Open Plimsoll to see what happened meanwhile.</source>
        <translation>Plimsoll öffnen und nachsehen, was inzwischen geschah.</translation>
    </message>
    <message>
        <source>For a while nobody watched.</source>
        <translation>Eine Weile hat niemand hingesehen.</translation>
    </message>
    <message>
        <source>The computer slept for %1, from %2 on.</source>
        <translation>Der Computer schlief %1 lang, ab %2.</translation>
    </message>
    <message>
        <source>Plimsoll did not run for %1, from %2 on.</source>
        <translation>Plimsoll lief %1 lang nicht, ab %2.</translation>
    </message>
    <message>
        <source>Plimsoll could not reach you this way.</source>
        <translation>Auf diesem Weg kam Plimsoll nicht durch.</translation>
    </message>
    <message>
        <source>Press Test in Settings, Alarms, and do not rely on this channel until it works.</source>
        <translation>In den Einstellungen unter Alarme auf Test drücken und sich auf diesen Kanal nicht verlassen, bis er funktioniert.</translation>
    </message>
    <message>
        <source>Figures and alarms may be missing.</source>
        <translation>Zahlen und Alarme können fehlen.</translation>
    </message>
    <message>
        <source>Restart Plimsoll, and look at your accounts at the exchange.</source>
        <translation>Plimsoll neu starten und bei der Börse nach den Konten sehen.</translation>
    </message>
    <message>
        <source>It differs from the exchange&apos;s by more than 5 s, so ages of prices may be wrong.</source>
        <translation>Sie weicht mehr als 5 s von der der Börse ab, das Alter der Kurse kann also falsch sein.</translation>
    </message>
    <message>
        <source>Switch on the automatic setting of the time.</source>
        <translation>Das automatische Stellen der Uhr einschalten.</translation>
    </message>
    <message>
        <source>A change or an alarm may not survive a restart.</source>
        <translation>Eine Änderung oder ein Alarm übersteht vielleicht keinen Neustart.</translation>
    </message>
    <message>
        <source>Check the free space of the disk and the folder of the data.</source>
        <translation>Den freien Platz auf dem Datenträger und den Datenordner prüfen.</translation>
    </message>
    <message>
        <source>%1 %2, %3 old.</source>
        <translation>%1 %2, %3 alt.</translation>
    </message>
    <message>
        <source>Liquidation at %1, %2 below.</source>
        <translation>Liquidation bei %1, %2 darunter.</translation>
    </message>
    <message>
        <source>Liquidation at %1, %2 above.</source>
        <translation>Liquidation bei %1, %2 darüber.</translation>
    </message>
    <message>
        <source>To reach %1: deposit, repay, or sell and repay. Plimsoll shows the amounts.</source>
        <translation>Um %1 zu erreichen: einzahlen, tilgen, oder verkaufen und tilgen. Plimsoll zeigt die Beträge.</translation>
    </message>
    <message>
        <source>deposit %1 %2</source>
        <translation>%1 %2 einzahlen</translation>
    </message>
    <message>
        <source>repay %1</source>
        <translation>%1 tilgen</translation>
    </message>
    <message>
        <source>sell and repay %1</source>
        <translation>%1 verkaufen und tilgen</translation>
    </message>
    <message>
        <source>To reach %1: %2.</source>
        <translation>Um %1 zu erreichen: %2.</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
    <message>
        <source>It is over for now. Acknowledge it when you have seen it.</source>
        <translation>Fürs Erste vorbei. Bitte quittieren, wenn es gesehen wurde.</translation>
    </message>
    <message>
        <source>There is nothing to watch any more.</source>
        <translation>Es gibt nichts mehr zu überwachen.</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Erholt</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>Vorbei: %1</translation>
    </message>
    <message>
        <source>%1, came and went</source>
        <translation>%1, kam und ging</translation>
    </message>
    <message>
        <source>%1, over</source>
        <translation>%1, vorbei</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, last known at %3</source>
        <translation>%1: %2, zuletzt bekannt bei %3</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1: %2 bei %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>All alarms are over</source>
        <translation>Alle Alarme sind vorbei</translation>
    </message>
    <message>
        <source>%1 (+%2 more)</source>
        <translation>%1 (+%2 weitere)</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>%1 is halted</source>
        <translation>%1 ist vom Handel ausgesetzt</translation>
    </message>
    <message>
        <source>%1 is not listed any more</source>
        <translation>%1 ist nicht mehr gelistet</translation>
    </message>
    <message>
        <source>It jumped by more than 10 %; no second answer has confirmed it yet.</source>
        <translation>Er sprang um mehr als 10 %; bestätigt hat ihn noch keine zweite Antwort.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>asset, prices of its bars</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 fell to %2 on %3 (%4), and nobody was told.</source>
        <translation>%1 fiel am %3 auf %2 (%4), und niemand wurde benachrichtigt.</translation>
    </message>
    <message>
        <source>No price of %1</source>
        <translation>Kein Kurs von %1</translation>
    </message>
    <message>
        <source>An alarm of your own waits for this price and cannot be raised.</source>
        <translation>Ein eigener Alarm wartet auf diesen Kurs und kann nicht ausgelöst werden.</translation>
    </message>
    <message>
        <source>Check how the pair is written: the exchange may not have it, or not any more.</source>
        <translation>Prüfen Sie die Schreibweise des Paars: Vielleicht hat die Börse es nicht oder nicht mehr.</translation>
    </message>
    <message>
        <source>Falling fast</source>
        <translation>Fällt schnell</translation>
    </message>
    <message>
        <source>Safe again at %1; watched for another %2</source>
        <translation>Wieder sicher bei %1; wird noch %2 beobachtet</translation>
    </message>
    <message>
        <source>Falling fast: at this pace liquidation in %1</source>
        <translation>Fällt schnell: bei diesem Tempo Liquidation in %1</translation>
    </message>
    <message>
        <source>Safe again</source>
        <translation>Wieder sicher</translation>
    </message>
    <message>
        <source>at %1 or above</source>
        <translation>bei %1 oder darüber</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No debt</source>
        <translation>Keine Schulden</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>Liquidiert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>Nachschuss</translation>
    </message>
    <message>
        <source>Transfer out</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Borrow</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Repay</source>
        <translation>Tilgung</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>borrowed</source>
        <translation>geliehen</translation>
    </message>
    <message>
        <source>interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>a date on a time axis, as QLocale writes it</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>?x</source>
        <comment>unknown leverage</comment>
        <translation>?x</translation>
    </message>
    <message>
        <source>&gt; %1x</source>
        <comment>leverage</comment>
        <translation>&gt; %1x</translation>
    </message>
    <message>
        <source>≤ %1x</source>
        <comment>leverage</comment>
        <translation>≤ %1x</translation>
    </message>
    <message>
        <source>%1x</source>
        <comment>leverage</comment>
        <translation>%1x</translation>
    </message>
    <message>
        <source>It was at or below the liquidation ratio.</source>
        <translation>Es lag auf oder unter der Liquidationsquote.</translation>
    </message>
    <message>
        <source>Look at your exchange: it may have been sold.</source>
        <translation>Bitte bei der Börse nachsehen: Es kann verkauft worden sein.</translation>
    </message>
</context>
</TS>
