<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PrintedView</name>
    <message numerus="yes">
        <source>Print %n again</source>
        <translation><numerusform>Print %n again</numerusform><numerusform>Print %n again</numerusform></translation>
    </message>
</context>
</TS>