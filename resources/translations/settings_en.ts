<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DisableSheet</name>
    <message numerus="yes">
        <source>%n copy(ies) that can be reached get the new key too.</source>
        <translation>
            <numerusform>%n copy that can be reached gets the new key too.</numerusform>
            <numerusform>%n copies that can be reached get the new key too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) cannot be reached and stay as they are: plug them in first, or destroy them.</source>
        <translation>
            <numerusform>%n copy cannot be reached and stays as it is: plug it in first, or destroy it.</numerusform>
            <numerusform>%n copies cannot be reached and stay as they are: plug them in first, or destroy them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingCard</name>
    <message numerus="yes">
        <source>%n line(s) up to {day} hold no names any more.</source>
        <translation>
            <numerusform>%n line up to {day} holds no name any more.</numerusform>
            <numerusform>%n lines up to {day} hold no names any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked afterwards: %n line(s), none changed.</source>
        <translation>
            <numerusform>Checked afterwards: %n line, not changed.</numerusform>
            <numerusform>Checked afterwards: %n lines, none changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message numerus="yes">
        <source>Newest answer: no. {number}, %n day(s) old.</source>
        <translation>
            <numerusform>Newest answer: no. {number}, %n day old.</numerusform>
            <numerusform>Newest answer: no. {number}, %n days old.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorsCard</name>
    <message numerus="yes">
        <source>%n copy(ies) got the new key.</source>
        <translation>
            <numerusform>%n copy got the new key.</numerusform>
            <numerusform>%n copies got the new key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PurgeSheet</name>
    <message numerus="yes">
        <source>Remove the names from %n line(s) up to {day}?</source>
        <translation>
            <numerusform>Remove the names from %n line up to {day}?</numerusform>
            <numerusform>Remove the names from %n lines up to {day}?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message numerus="yes">
        <source>The printed seal of {day} fits. %n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>The printed seal of {day} fits. %n line checked, not changed.</numerusform>
            <numerusform>The printed seal of {day} fits. %n lines checked, none changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>%n line checked, nothing was changed.</numerusform>
            <numerusform>%n lines checked, nothing was changed.</numerusform>
        </translation>
    </message>
</context>
</TS>
