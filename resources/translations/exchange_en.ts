<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ContentsCard</name>
    <message numerus="yes">
        <source>Sealed; %n line(s) came later</source>
        <translation>
            <numerusform>Sealed; %n line came later</numerusform>
            <numerusform>Sealed; %n lines came later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>%n gate(s) cut off: {names}</source>
        <translation>
            <numerusform>%n gate cut off: {names}</numerusform>
            <numerusform>%n gates cut off: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) revoked</source>
        <translation>
            <numerusform>%n card revoked</numerusform>
            <numerusform>%n cards revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) new: {names}</source>
        <translation>
            <numerusform>%n gate new: {names}</numerusform>
            <numerusform>%n gates new: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) retired: {names}</source>
        <translation>
            <numerusform>%n gate retired: {names}</numerusform>
            <numerusform>%n gates retired: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) no longer listed: {names}</source>
        <translation>
            <numerusform>%n gate no longer listed: {names}</numerusform>
            <numerusform>%n gates no longer listed: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This laptop&apos;s clock is %n minute(s) or more behind theirs. Put it right</source>
        <translation>
            <numerusform>This laptop&apos;s clock is %n minute or more behind theirs. Put it right</numerusform>
            <numerusform>This laptop&apos;s clock is %n minutes or more behind theirs. Put it right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n line(s) are on this computer.</source>
        <translation>
            <numerusform>The %n line is on this computer.</numerusform>
            <numerusform>All %n lines are on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day} 0001 – {last}, %n line(s)</source>
        <translation>
            <numerusform>{day} 0001 – {last}, %n line</numerusform>
            <numerusform>{day} 0001 – {last}, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostCard</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer {number} of {post} for %n gate(s)</source>
        <translation>
            <numerusform>Answer {number} of {post} for %n gate</numerusform>
            <numerusform>Answer {number} of {post} for %n gates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{when}: answer {number}, %n gate(s)</source>
        <translation>
            <numerusform>{when}: answer {number}, %n gate</numerusform>
            <numerusform>{when}: answer {number}, %n gates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n card(s) revoked</source>
        <translation>
            <numerusform>, %n card revoked</numerusform>
            <numerusform>, %n cards revoked</numerusform>
        </translation>
    </message>
</context>
</TS>
