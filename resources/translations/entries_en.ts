<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PaperPage</name>
    <message numerus="yes">
        <source>%n line(s) not written yet</source>
        <translation>
            <numerusform>%n line not written yet</numerusform>
            <numerusform>%n lines not written yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n line(s)</source>
        <translation>
            <numerusform>Write %n line</numerusform>
            <numerusform>Write %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to mend: press Enter on one</source>
        <translation>
            <numerusform>%n line to mend: press Enter on it</numerusform>
            <numerusform>%n lines to mend: press Enter on one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in the book already, left out</source>
        <translation>
            <numerusform>%n line in the book already, left out</numerusform>
            <numerusform>%n lines in the book already, left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written</source>
        <translation>
            <numerusform>%n line written</numerusform>
            <numerusform>%n lines written</numerusform>
        </translation>
    </message>
</context>
</TS>
