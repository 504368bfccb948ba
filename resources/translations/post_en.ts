<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswersPage</name>
    <message numerus="yes">
        <source>Write onto %n drive(s)</source>
        <translation>
            <numerusform>Write onto %n drive</numerusform>
            <numerusform>Write onto %n drives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer {number} is on %n drive(s)</source>
        <translation>
            <numerusform>Answer {number} is on %n drive</numerusform>
            <numerusform>Answer {number} is on %n drives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) no longer good</source>
        <translation>
            <numerusform>%n card no longer good</numerusform>
            <numerusform>%n cards no longer good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} and %n more</numerusform>
            <numerusform>{first} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about cards and clocks</source>
        <translation>
            <numerusform>%n about cards and clocks</numerusform>
            <numerusform>%n about cards and clocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>%n behind</numerusform>
            <numerusform>%n behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AsideView</name>
    <message numerus="yes">
        <source>%n line(s) of files kept aside are in now</source>
        <translation>
            <numerusform>%n line of files kept aside is in now</numerusform>
            <numerusform>%n lines of files kept aside are in now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForksView</name>
    <message numerus="yes">
        <source>%n line(s) of the other account no longer count anywhere. They are kept, with your name and reason; the gate is shown by account {letter} from here on. This cannot be undone.</source>
        <translation>
            <numerusform>%n line of the other account no longer counts anywhere. It is kept, with your name and reason; the gate is shown by account {letter} from here on. This cannot be undone.</numerusform>
            <numerusform>%n lines of the other account no longer count anywhere. They are kept, with your name and reason; the gate is shown by account {letter} from here on. This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatesPage</name>
    <message numerus="yes">
        <source>%n line(s) that it brought before are in</source>
        <translation>
            <numerusform>%n line that it brought before is in</numerusform>
            <numerusform>%n lines that it brought before are in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed card(s) that we know of stay good</source>
        <translation>
            <numerusform>%n signed card that we know of stays good</numerusform>
            <numerusform>%n signed cards that we know of stay good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PostWords</name>
    <message numerus="yes">
        <source>%n line(s) taken in</source>
        <translation>
            <numerusform>%n line taken in</numerusform>
            <numerusform>%n lines taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message numerus="yes">
        <source>%n bundle(s)</source>
        <translation>
            <numerusform>%n bundle</numerusform>
            <numerusform>%n bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickView</name>
    <message numerus="yes">
        <source>Take in %n bundle(s)</source>
        <translation>
            <numerusform>Take in %n bundle</numerusform>
            <numerusform>Take in %n bundles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A drive was pulled out. %n bundle(s) are whole and in; plug it back in for the rest.</source>
        <translation>
            <numerusform>A drive was pulled out. %n bundle is whole and in; plug it back in for the rest.</numerusform>
            <numerusform>A drive was pulled out. %n bundles are whole and in; plug it back in for the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{said}. Answer {number} is on %n drive(s)</source>
        <translation>
            <numerusform>{said}. Answer {number} is on %n drive</numerusform>
            <numerusform>{said}. Answer {number} is on %n drives</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeInPage</name>
    <message numerus="yes">
        <source>%n gate(s) ask to be let in</source>
        <translation>
            <numerusform>%n gate asks to be let in</numerusform>
            <numerusform>%n gates ask to be let in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with two accounts</source>
        <translation>
            <numerusform>%n line with two accounts</numerusform>
            <numerusform>%n lines with two accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_SideHead</name>
    <message numerus="yes">
        <source>%n line(s) follow from it, until {until}</source>
        <translation>
            <numerusform>%n line follows from it, until {until}</numerusform>
            <numerusform>%n lines follow from it, until {until}</numerusform>
        </translation>
    </message>
</context>
</TS>
