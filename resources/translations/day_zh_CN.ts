<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DayExportCard</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>of the ledger not on a drive yet</source>
        <translation>台账里还没导出的</translation>
    </message>
    <message>
        <source>all on a drive</source>
        <translation>都导出了</translation>
    </message>
    <message>
        <source>Last exported {when}</source>
        <translation>这一天上次导出：{when}</translation>
    </message>
    <message>
        <source>Not exported yet</source>
        <translation>这一天还没导出过</translation>
    </message>
    <message>
        <source>The day goes home on a USB drive: log, report and signed bundle.</source>
        <translation>登记表、每日报告和签了名的台账，用 U 盘带走。</translation>
    </message>
    <message>
        <source>Export this day</source>
        <translation>导出这一天</translation>
    </message>
    <message>
        <source>Another copy</source>
        <translation>再导一份</translation>
    </message>
</context>
<context>
    <name>DayPage</name>
    <message>
        <source>recorded by {names}</source>
        <translation>登记人：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>Seal {day}, %n line(s)?</source>
        <translation>
            <numerusform>封存 {day}，共 %n 条？</numerusform>
        </translation>
    </message>
    <message>
        <source>What comes later for this day is kept too, and gets a further seal.</source>
        <translation>以后再补这一天的，也会留着，再封一次。</translation>
    </message>
    <message>
        <source>Seal the day</source>
        <translation>封存这一天</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不封</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>每日报告</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Report of {day}</source>
        <translation>{day} 的每日报告</translation>
    </message>
    <message>
        <source>day report {day}.pdf</source>
        <translation>每日报告 {day}.pdf</translation>
    </message>
    <message numerus="yes">
        <source>%n to export</source>
        <translation>
            <numerusform>还有 %n 条没导出</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Export to USB drive</source>
        <translation>导出到 U 盘</translation>
    </message>
</context>
<context>
    <name>FeverList</name>
    <message>
        <source>Waiting</source>
        <translation>等复测</translation>
    </message>
    <message>
        <source>Isolated, reported</source>
        <translation>隔离上报</translation>
    </message>
    <message>
        <source>Normal, passed</source>
        <translation>复测正常，放行</translation>
    </message>
    <message>
        <source>On paper, passed</source>
        <translation>纸上记的，已放行</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>没有人</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, see the entries</source>
        <translation>
            <numerusform>还有 %n 人，到「登记」里看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FeversCard</name>
    <message>
        <source>Fevers</source>
        <translation>发热名单</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) at {degrees} or over</source>
        <translation>
            <numerusform>%n 人测到过 {degrees}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuarterChart</name>
    <message>
        <source>{time}: in {ins}, out {outs}</source>
        <translation>{time}：进 {ins}，出 {outs}</translation>
    </message>
</context>
<context>
    <name>QuartersCard</name>
    <message>
        <source>Every 15 minutes</source>
        <translation>每 15 分钟进出</translation>
    </message>
    <message numerus="yes">
        <source>busiest {time}, %n in</source>
        <translation>
            <numerusform>最忙 {time}，进 %n 人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Fevers</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>Card trouble</source>
        <translation>证件问题</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Zero report</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>To report</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>No fever, no card trouble, nobody turned away, no incident. So reported.</source>
        <translation>没有发热、证件问题、劝返和事件。特此报告。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>{what} {count}</source>
        <translation>{what} {count}</translation>
    </message>
    <message numerus="yes">
        <source>{some}; the other %n none.</source>
        <translation>
            <numerusform>{some}，其余 %n 项为零。</numerusform>
        </translation>
    </message>
    <message>
        <source>{some}.</source>
        <translation>{some}。</translation>
    </message>
    <message>
        <source>Sealed by {name}, {when}</source>
        <translation>{name} 已封存 {when}</translation>
    </message>
    <message numerus="yes">
        <source>Sealed, %n line(s) came later</source>
        <translation>
            <numerusform>封存后又补了 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Seal again</source>
        <translation>再封一次</translation>
    </message>
    <message>
        <source>Seal the day</source>
        <translation>封存这一天</translation>
    </message>
</context>
<context>
    <name>TemperatureBars</name>
    <message>
        <source>From {temperature}</source>
        <translation>{temperature} 起</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>TemperaturesCard</name>
    <message>
        <source>Temperatures</source>
        <translation>体温分布</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s), only first ones</source>
        <translation>
            <numerusform>%n 人次，只算第一次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalsCard</name>
    <message>
        <source>Totals</source>
        <translation>各册合计</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{lines}, {voided} of them void</source>
        <translation>{lines}，其中作废 {voided}</translation>
    </message>
</context>
<context>
    <name>TotalsTable</name>
    <message>
        <source>Inside now</source>
        <translation>现在在内</translation>
    </message>
    <message>
        <source>Inside at the end</source>
        <translation>结束时在内</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>在内</translation>
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
        <source>Second</source>
        <translation>复测</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>册</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>In {count}</source>
        <translation>进 {count}</translation>
    </message>
    <message>
        <source>Out {count}</source>
        <translation>出 {count}</translation>
    </message>
</context>
</TS>
