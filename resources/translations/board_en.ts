<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n line</numerusform><numerusform>%n lines</numerusform></translation>
    </message>
</context>
<context>
    <name>CellCard</name>
    <message numerus="yes">
        <source>%n gate(s) to ask</source>
        <translation><numerusform>%n gate to ask</numerusform><numerusform>%n gates to ask</numerusform></translation>
    </message>
</context>
</TS>