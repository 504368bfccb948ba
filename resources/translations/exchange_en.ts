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
</TS>
