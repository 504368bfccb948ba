<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Wait %n second(s): there were several wrong tries</source>
        <translation>
            <numerusform>Wait %n second: there were several wrong tries</numerusform>
            <numerusform>Wait %n seconds: there were several wrong tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) refused</source>
        <translation>
            <numerusform>%n card refused</numerusform>
            <numerusform>%n cards refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) void</source>
        <translation>
            <numerusform>%n line void</numerusform>
            <numerusform>%n lines void</numerusform>
        </translation>
    </message>
</context>
</TS>
