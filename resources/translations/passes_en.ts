<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BookView</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassForm</name>
    <message numerus="yes">
        <source>%n to mend: </source>
        <translation>
            <numerusform>%n to mend: </numerusform>
            <numerusform>%n to mend: </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenewSheet</name>
    <message numerus="yes">
        <source>Renew the %n ticked pass(es)</source>
        <translation>
            <numerusform>Renew the ticked pass</numerusform>
            <numerusform>Renew the %n ticked passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevokeSheet</name>
    <message numerus="yes">
        <source>Revoke the %n ticked pass(es)?</source>
        <translation>
            <numerusform>Revoke the ticked pass?</numerusform>
            <numerusform>Revoke the %n ticked passes?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValidityFields</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
