<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PaperSheet</name>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>%n page sent to the printer</numerusform>
            <numerusform>%n pages sent to the printer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintedView</name>
    <message numerus="yes">
        <source>Print %n again</source>
        <translation>
            <numerusform>Print %n again</numerusform>
            <numerusform>Print %n again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickSheet</name>
    <message numerus="yes">
        <source>%n card(s) to a USB drive</source>
        <translation>
            <numerusform>%n card to a USB drive</numerusform>
            <numerusform>%n cards to a USB drive</numerusform>
        </translation>
    </message>
</context>
</TS>
