<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RegisterCard</name>
    <message numerus="yes">
        <source>%n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>%n line checked, nothing was changed.</numerusform>
            <numerusform>%n lines checked, nothing was changed.</numerusform>
        </translation>
    </message>
</context>
</TS>
