<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ConfirmField</name>
    <message>
        <source>Type the PIN</source>
        <translation>输入 PIN 码</translation>
    </message>
    <message>
        <source>Type the passphrase</source>
        <translation>输入口令</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show the PIN</source>
        <translation>显示 PIN 码</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>改用口令</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>改用 PIN 码</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>Wait %n second(s): there were several wrong tries</source>
        <translation>
            <numerusform>错了好几次，等 %n 秒再试</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DutyForm</name>
    <message>
        <source>Scans at the gate go on meanwhile.</source>
        <translation>这时照常能扫证。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Go on duty</source>
        <translation>上岗</translation>
    </message>
</context>
<context>
    <name>DutyPanel</name>
    <message>
        <source>Who is on duty</source>
        <translation>谁在值守</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>我的 PIN 码</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁屏</translation>
    </message>
</context>
<context>
    <name>DutySheet</name>
    <message>
        <source>Who is on duty</source>
        <translation>谁在值守</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>换班</translation>
    </message>
</context>
<context>
    <name>PastShiftsSheet</name>
    <message>
        <source>Change of shift {when}</source>
        <translation>换班 {when}</translation>
    </message>
    <message>
        <source>change of shift {when}.pdf</source>
        <translation>换班 {when}.pdf</translation>
    </message>
    <message>
        <source>Past shifts</source>
        <translation>以往换班</translation>
    </message>
    <message>
        <source>No change of shift yet</source>
        <translation>还没换过班</translation>
    </message>
    <message>
        <source>Each leaves a page that can be printed again</source>
        <translation>每次换班留一页纸，随时能再印</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>gate closed</source>
        <translation>关门</translation>
    </message>
    <message>
        <source>{gave} to {took}</source>
        <translation>{gave} 交给 {took}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>in {ins}, out {outs}</source>
        <translation>进 {ins}，出 {outs}</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between things handed over</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>Nobody: the gate closes</source>
        <translation>没有人：关门</translation>
    </message>
    <message>
        <source>Choose somebody else who takes over, or nobody</source>
        <translation>接班的选另一个人，或选「没有人」</translation>
    </message>
    <message>
        <source>Both confirm</source>
        <translation>双方确认</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Hands over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Has gone already</source>
        <translation>人已经走了</translation>
    </message>
    <message>
        <source>Close the gate</source>
        <translation>关门</translation>
    </message>
    <message>
        <source>Change shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Print the page</source>
        <translation>打印这一页</translation>
    </message>
    <message>
        <source>To the gate</source>
        <translation>回门岗</translation>
    </message>
</context>
<context>
    <name>PinSheet</name>
    <message>
        <source>PIN of {name}</source>
        <translation>{name} 的 PIN 码</translation>
    </message>
    <message>
        <source>4 to 8 digits, to change operator or shift quickly. It opens nothing by itself: the book still needs a passphrase.</source>
        <translation>4 到 8 位数字，换人、换班时用，比口令快。光有它打不开登记册，开册还是要口令。</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新 PIN 码</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>再输一遍</translation>
    </message>
    <message>
        <source>Show the PIN</source>
        <translation>显示 PIN 码</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>设好</translation>
    </message>
    <message>
        <source>Type a PIN</source>
        <translation>输入 PIN 码</translation>
    </message>
    <message>
        <source>The two are not the same. Type it again</source>
        <translation>两遍不一样，再输一遍</translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message>
        <source>Line {number} is written, {time}.</source>
        <translation>第 {number} 条已写入，{time}。</translation>
    </message>
    <message>
        <source>The gate is closed</source>
        <translation>已关门</translation>
    </message>
    <message>
        <source>Leaving this page locks all but the gate, which still takes scans.</source>
        <translation>离开这一页就锁屏，门岗照常能扫证。</translation>
    </message>
    <message>
        <source>{name} is on duty</source>
        <translation>{name} 上岗了</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>To the gate</source>
        <translation>回门岗</translation>
    </message>
    <message>
        <source>Past shifts</source>
        <translation>以往换班</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>This shift</source>
        <translation>本班</translation>
    </message>
    <message>
        <source>In</source>
        <translation>进</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Inside now</source>
        <translation>现在里面</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <comment>between people</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Held with a fever</source>
        <translation>发热等待</translation>
    </message>
    <message>
        <source>Open matters</source>
        <translation>没办完的事</translation>
    </message>
    <message>
        <source>Out, not back</source>
        <translation>出去没回</translation>
    </message>
    <message>
        <source>Guests still inside</source>
        <translation>访客没走</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) refused</source>
        <translation>
            <numerusform>%n 张证没放行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) void</source>
        <translation>
            <numerusform>作废 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>Lines not exported</source>
        <translation>没导出的条数</translation>
    </message>
    <message>
        <source>{who}, {degrees} °C since {time}</source>
        <translation>{who}，{degrees} ℃，{time} 起</translation>
    </message>
    <message>
        <source>Fever, steps still to take</source>
        <translation>发热，处置没走完</translation>
    </message>
    <message>
        <source>Day not sealed</source>
        <translation>当天没封存</translation>
    </message>
</context>
<context>
    <name>ThingsCard</name>
    <message>
        <source>Keys</source>
        <translation>钥匙</translation>
    </message>
    <message>
        <source>Thermometers</source>
        <translation>体温枪</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>口罩</translation>
    </message>
    <message>
        <source>How many {name}? Count, and write the number</source>
        <translation>{name} 有几个？数一遍，写上数</translation>
    </message>
    <message>
        <source>{name} stands here twice, or is too long</source>
        <translation>「{name}」写了两遍，或太长</translation>
    </message>
    <message>
        <source>Too long. Write it shorter</source>
        <translation>太长，写短些</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>清点交接</translation>
    </message>
    <message>
        <source>Add a thing</source>
        <translation>加一样</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What the next one should know</source>
        <translation>接班的人要知道的事</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么东西</translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>交接的东西</translation>
    </message>
    <message>
        <source>was {count}</source>
        <translation>上次 {count}</translation>
    </message>
    <message>
        <source>count</source>
        <translation>几个</translation>
    </message>
    <message>
        <source>How many {name}</source>
        <translation>{name} 有几个</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>把「{name}」从单子上去掉</translation>
    </message>
</context>
</TS>
