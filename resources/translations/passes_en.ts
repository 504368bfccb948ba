<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AdoptSheet</name>
    <message numerus="yes">
        <source>%n number(s) on paper wait for a name</source>
        <translation>
            <numerusform>%n number on paper waits for a name</numerusform>
            <numerusform>%n numbers on paper wait for a name</numerusform>
        </translation>
    </message>
</context>
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
    <name>CardChoices</name>
    <message numerus="yes">
        <source>Print the %n waiting one(s) once more</source>
        <translation>
            <numerusform>Print the waiting one once more</numerusform>
            <numerusform>Print the %n waiting ones once more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation>
            <numerusform>The one chosen</numerusform>
            <numerusform>The %n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardsView</name>
    <message numerus="yes">
        <source>%n revoked: no card</source>
        <translation>
            <numerusform>%n revoked: no card</numerusform>
            <numerusform>%n revoked: no card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more go into the next job</source>
        <translation>
            <numerusform>%n more goes into the next job</numerusform>
            <numerusform>%n more go into the next job</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Drawing %n card(s)</source>
        <translation>
            <numerusform>Drawing %n card</numerusform>
            <numerusform>Drawing %n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) at the printer</source>
        <translation>
            <numerusform>%n page at the printer</numerusform>
            <numerusform>%n pages at the printer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListResult</name>
    <message numerus="yes">
        <source>%n pass(es) issued</source>
        <translation>
            <numerusform>%n pass issued</numerusform>
            <numerusform>%n passes issued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n row(s) for the unit</source>
        <translation>
            <numerusform>Save %n row for the unit</numerusform>
            <numerusform>Save %n rows for the unit</numerusform>
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
    <name>PassPanel</name>
    <message numerus="yes">
        <source>and %n time(s) before</source>
        <translation>
            <numerusform>and %n time before</numerusform>
            <numerusform>and %n times before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassesPage</name>
    <message numerus="yes">
        <source>%n sheet(s) at the printer. Did all cards come out well?</source>
        <translation>
            <numerusform>%n sheet at the printer. Did all cards come out well?</numerusform>
            <numerusform>%n sheets at the printer. Did all cards come out well?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) taken over</source>
        <translation>
            <numerusform>%n number taken over</numerusform>
            <numerusform>%n numbers taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es) done</source>
        <translation>
            <numerusform>%n pass done</numerusform>
            <numerusform>%n passes done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n could not be</source>
        <translation>
            <numerusform>, %n could not be</numerusform>
            <numerusform>, %n could not be</numerusform>
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
    <name>RosterPreview</name>
    <message numerus="yes">
        <source>Issuing %n pass(es)</source>
        <translation>
            <numerusform>Issuing %n pass</numerusform>
            <numerusform>Issuing %n passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Issue %n pass(es)</source>
        <translation>
            <numerusform>Issue %n pass</numerusform>
            <numerusform>Issue %n passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n row(s) for the unit</source>
        <translation>
            <numerusform>Save %n row for the unit</numerusform>
            <numerusform>Save %n rows for the unit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message numerus="yes">
        <source>%n had one already.</source>
        <translation>
            <numerusform>%n had one already.</numerusform>
            <numerusform>%n had one already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were issued with a note.</source>
        <translation>
            <numerusform>%n row was issued with a note.</numerusform>
            <numerusform>%n rows were issued with a note.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not issued and can go back to the unit.</source>
        <translation>
            <numerusform>%n row was not issued and can go back to the unit.</numerusform>
            <numerusform>%n rows were not issued and can go back to the unit.</numerusform>
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