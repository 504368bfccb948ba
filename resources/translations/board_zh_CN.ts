<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>All in</source>
        <translation>全到</translation>
    </message>
    <message>
        <source>Part in</source>
        <translation>不全</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>断档</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>没到</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>没到点</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>不设岗</translation>
    </message>
    <message>
        <source>No area</source>
        <translation>没分片区</translation>
    </message>
    <message>
        <source>All gates</source>
        <translation>全部门岗</translation>
    </message>
    <message>
        <source>{here} of {kept} gates are in</source>
        <translation>{kept} 个门岗，到齐 {here} 个</translation>
    </message>
    <message>
        <source>zero report</source>
        <translation>零报告</translation>
    </message>
    <message>
        <source>late</source>
        <translation>晚到</translation>
    </message>
    <message>
        <source>This gate was not kept on this day.</source>
        <translation>这天不设岗。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n 条</numerusform></translation>
    </message>
    <message>
        <source>, {voided} of them voided</source>
        <translation>，作废 {voided} 条</translation>
    </message>
    <message>
        <source>in {ins}, out {outs}</source>
        <translation>进 {ins}，出 {outs}</translation>
    </message>
    <message>
        <source>{lines}; {ways}.</source>
        <translation>{lines}；{ways}。</translation>
    </message>
    <message>
        <source>Zero report: no fever, no card refused, no incident.</source>
        <translation>零报告：没有发热，没有证不行的，没有事件。</translation>
    </message>
    <message>
        <source>The day is sealed.</source>
        <translation>这天封了账。</translation>
    </message>
    <message>
        <source>The day is not sealed.</source>
        <translation>这天还没封账。</translation>
    </message>
    <message>
        <source>All of it is here since {when}: late.</source>
        <translation>{when} 到齐，晚了。</translation>
    </message>
    <message>
        <source>All of it is here since {when}.</source>
        <translation>{when} 到齐。</translation>
    </message>
    <message>
        <source>A part of it is here; the end of the day is not.</source>
        <translation>到了一部分，后半天没到。</translation>
    </message>
    <message>
        <source>A part of it is here; lines before the rest are missing.</source>
        <translation>到了一部分，后面的前头缺了一段。</translation>
    </message>
    <message>
        <source>It came, and waits: lines before it are missing.</source>
        <translation>到了，但前头缺一段，先等着。</translation>
    </message>
    <message>
        <source>A part of it is here; the rest is not due yet.</source>
        <translation>到了一部分，其余还没到点。</translation>
    </message>
    <message>
        <source>Nothing of it is here, and it is not due yet.</source>
        <translation>还没到，也还没到点。</translation>
    </message>
    <message>
        <source>The gate was not kept here, yet lines of it came.</source>
        <translation>这天不设岗，却有登记到了。</translation>
    </message>
    <message>
        <source>Nothing of it is here.</source>
        <translation>一条也没到。</translation>
    </message>
    <message>
        <source>fevers {count}</source>
        <translation>发热 {count}</translation>
    </message>
    <message>
        <source>cards refused {count}</source>
        <translation>证不行 {count}</translation>
    </message>
    <message>
        <source>turned away {count}</source>
        <translation>劝返 {count}</translation>
    </message>
    <message>
        <source>incidents {count}</source>
        <translation>事件 {count}</translation>
    </message>
    <message>
        <source>To report: {list}</source>
        <translation>要报的：{list}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two things</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Lines {first} to {last} are missing.</source>
        <translation>缺第 {first}–{last} 条。</translation>
    </message>
    <message>
        <source>There are two accounts of line {seq}.</source>
        <translation>第 {seq} 条有两种说法。</translation>
    </message>
    <message>
        <source>A lead decides which is true; what comes after waits until then.</source>
        <translation>请组长定哪份是真；定之前后面的先等着。</translation>
    </message>
    <message>
        <source>Call the gate: where is the stick?</source>
        <translation>打电话问门岗：U 盘在哪？</translation>
    </message>
    <message>
        <source>Ask the gate to export once more.</source>
        <translation>请门岗再导一次。</translation>
    </message>
    <message>
        <source>The next answer asks for them; the gate exports once more.</source>
        <translation>下一份回复会要，门岗再导一次就补上。</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Board of {day}</source>
        <translation>收报一览 {day}</translation>
    </message>
    <message>
        <source>board {day}</source>
        <translation>收报一览 {day}</translation>
    </message>
    <message>
        <source>Save the board</source>
        <translation>保存收报一览</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>全部片区</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Something missing</source>
        <translation>有缺</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>都到齐了</translation>
    </message>
    <message>
        <source>Every gate that is shown is all in.</source>
        <translation>这里的门岗全到了。</translation>
    </message>
    <message>
        <source>No gate yet</source>
        <translation>还没有门岗</translation>
    </message>
    <message>
        <source>A gate's request comes on a stick; admit it, and it stands here.</source>
        <translation>门岗的申请在 U 盘上，批了就列在这里。</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>收报一览</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the board that is shown as a spreadsheet or as PDF</source>
        <translation>存成表格或 PDF，只存现在显示的</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print it for the morning's meeting</source>
        <translation>打印出来，早会用</translation>
    </message>
    <message>
        <source>Gates by days</source>
        <translation>门岗按天</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>片区</translation>
    </message>
</context>
<context>
    <name>BooksTable</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
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
        <source>Inside</source>
        <translation>在里面</translation>
    </message>
</context>
<context>
    <name>CellCard</name>
    <message>
        <source>Back to the day</source>
        <translation>回到全天</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>The last line of this gate that counts: {when}</source>
        <translation>这个门岗最后一条算数的：{when}</translation>
    </message>
    <message>
        <source>Nothing has ever come from this gate.</source>
        <translation>这个门岗从来没到过。</translation>
    </message>
    <message>
        <source>{here} of {kept} gates are in</source>
        <translation>{kept} 个门岗，到齐 {here} 个</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) to ask</source>
        <translation><numerusform>要催 %n 个门岗</numerusform></translation>
    </message>
</context>
<context>
    <name>DayCard</name>
    <message>
        <source>{here} of {kept} gates are in</source>
        <translation>{kept} 个门岗，到齐 {here} 个</translation>
    </message>
    <message>
        <source>Fevers {fevers} · cards refused {refused} · turned away {away} · incidents {incidents}</source>
        <translation>发热 {fevers} · 证不行 {refused} · 劝返 {away} · 事件 {incidents}</translation>
    </message>
</context>
<context>
    <name>MarksList</name>
    <message>
        <source>of them zero report</source>
        <translation>其中零报告</translation>
    </message>
    <message>
        <source>of them late</source>
        <translation>其中晚到</translation>
    </message>
</context>
</TS>