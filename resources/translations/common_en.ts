<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>{day} is sealed with %n line(s).</source>
        <translation>
            <numerusform>{day} is sealed with %n line.</numerusform>
            <numerusform>{day} is sealed with %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n line(s) written to {folder}, read back and compared.</source>
        <translation>
            <numerusform>{day}: %n line written to {folder}, read back and compared.</numerusform>
            <numerusform>{day}: %n lines written to {folder}, read back and compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) recorded.</source>
        <translation>
            <numerusform>%n line recorded.</numerusform>
            <numerusform>%n lines recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>%n line checked, nothing was changed.</numerusform>
            <numerusform>%n lines checked, nothing was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gate {gate}: %n new line(s).</source>
        <translation>
            <numerusform>gate {gate}: %n new line.</numerusform>
            <numerusform>gate {gate}: %n new lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es) issued.</source>
        <translation>
            <numerusform>%n pass issued.</numerusform>
            <numerusform>%n passes issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) written to {path}.</source>
        <translation>
            <numerusform>%n card written to {path}.</numerusform>
            <numerusform>%n cards written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer {number} for %n gate(s) written to {path}.</source>
        <translation>
            <numerusform>Answer {number} for %n gate written to {path}.</numerusform>
            <numerusform>Answer {number} for %n gates written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gate {gate} is cut off after line {seq}; %n of its cards stay good.</source>
        <translation>
            <numerusform>Gate {gate} is cut off after line {seq}; %n of its cards stays good.</numerusform>
            <numerusform>Gate {gate} is cut off after line {seq}; %n of its cards stay good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) up to {day} hold no names any more.</source>
        <translation>
            <numerusform>%n line up to {day} holds no names any more.</numerusform>
            <numerusform>%n lines up to {day} hold no names any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(the command post&apos;s list is %n day(s) old)</source>
        <translation>
            <numerusform>(the command post&apos;s list is %n day old)</numerusform>
            <numerusform>(the command post&apos;s list is %n days old)</numerusform>
        </translation>
    </message>
</context>
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
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Revoked cards: list %n day(s) old</source>
        <translation>
            <numerusform>Revoked cards: list %n day old</numerusform>
            <numerusform>Revoked cards: list %n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperModel</name>
    <message numerus="yes">
        <source>%n pass(es) have this name: write the number</source>
        <translation>
            <numerusform>%n pass has this name: write the number</numerusform>
            <numerusform>%n passes have this name: write the number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionBanner</name>
    <message numerus="yes">
        <source>%n line(s) name people longer than the {days} days set.</source>
        <translation>
            <numerusform>%n line names people longer than the {days} days set.</numerusform>
            <numerusform>%n lines name people longer than the {days} days set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>%n to mend</numerusform>
            <numerusform>%n to mend</numerusform>
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
