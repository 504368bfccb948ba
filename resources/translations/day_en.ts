<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DayExportCard</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message numerus="yes">
        <source>%n to export</source>
        <translation>
            <numerusform>%n to export</numerusform>
            <numerusform>%n to export</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seal {day}, %n line(s)?</source>
        <translation>
            <numerusform>Seal {day}, %n line?</numerusform>
            <numerusform>Seal {day}, %n lines?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeverList</name>
    <message numerus="yes">
        <source>and %n more, see the entries</source>
        <translation>
            <numerusform>and %n more, see the entries</numerusform>
            <numerusform>and %n more, see the entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeversCard</name>
    <message numerus="yes">
        <source>%n person(s) at {degrees} or over</source>
        <translation>
            <numerusform>%n person at {degrees} or over</numerusform>
            <numerusform>%n people at {degrees} or over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuartersCard</name>
    <message numerus="yes">
        <source>busiest {time}, %n in</source>
        <translation>
            <numerusform>busiest {time}, %n in</numerusform>
            <numerusform>busiest {time}, %n in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message numerus="yes">
        <source>{some}; the other %n none.</source>
        <translation>
            <numerusform>{some}; the other one none.</numerusform>
            <numerusform>{some}; the other %n none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sealed, %n line(s) came later</source>
        <translation>
            <numerusform>Sealed, %n line came later</numerusform>
            <numerusform>Sealed, %n lines came later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemperatureBars</name>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemperaturesCard</name>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s), only first ones</source>
        <translation>
            <numerusform>%n reading, only first ones</numerusform>
            <numerusform>%n readings, only first ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
</TS>
