<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CountersStrip</name>
    <message numerus="yes">
        <source>%n fever(s)</source>
        <translation>
            <numerusform>%n fever</numerusform>
            <numerusform>%n fevers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not exported</source>
        <translation>
            <numerusform>%n line not exported</numerusform>
            <numerusform>%n lines not exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message numerus="yes">
        <source>About %n s left</source>
        <translation>
            <numerusform>About %n s left</numerusform>
            <numerusform>About %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n min left</source>
        <translation>
            <numerusform>About %n min left</numerusform>
            <numerusform>About %n min left</numerusform>
        </translation>
    </message>
</context>
</TS>