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
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
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
        <translation>零报告：没有发热，没有证件问题，没有事件。</translation>
    </message>
    <message>
        <source>The day is sealed.</source>
        <translation>这天已封存。</translation>
    </message>
    <message>
        <source>The day is not sealed.</source>
        <translation>这天还没封存。</translation>
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
        <translation>证件问题 {count}</translation>
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
        <translation>第 {seq} 条有两份账。</translation>
    </message>
    <message>
        <source>A lead decides which is true; what comes after waits until then.</source>
        <translation>请组长定哪份是真；定之前后面的先等着。</translation>
    </message>
    <message>
        <source>Call the gate: where is the drive?</source>
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
        <source>A gate's request comes on a drive; let it in, and it stands here.</source>
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
        <source>Look at both</source>
        <translation>看两份账</translation>
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
        <translation>
            <numerusform>要催 %n 个门岗</numerusform>
        </translation>
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
        <translation>发热 {fevers} · 问题证 {refused} · 劝返 {away} · 事件 {incidents}</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Dealt with {when}, by {who}.</source>
        <translation>{when} {who} 办过了。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Goes into the next answer</source>
        <translation>会写进下一份回复</translation>
    </message>
    <message>
        <source>Their way</source>
        <translation>看行踪</translation>
    </message>
    <message>
        <source>Stop this pass</source>
        <translation>停用这张证</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>怎么办的，写一句</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>办过了</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>选一条</translation>
    </message>
    <message>
        <source>Both sides and what to do stand here.</source>
        <translation>两边的情况和办法在这里。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Inside at two gates</source>
        <translation>两处在里面</translation>
    </message>
    <message>
        <source>One card at two places</source>
        <translation>一证两处</translation>
    </message>
    <message>
        <source>Too fast</source>
        <translation>来得太快</translation>
    </message>
    <message>
        <source>Revoked card used</source>
        <translation>吊销的证还在用</translation>
    </message>
    <message>
        <source>Clock ahead</source>
        <translation>钟快了</translation>
    </message>
    <message>
        <source>Clock went back</source>
        <translation>钟倒退</translation>
    </message>
    <message>
        <source>Clock lost</source>
        <translation>钟没走</translation>
    </message>
    <message>
        <source>The card came in at {first} and later at {last}, and went out of neither.</source>
        <translation>这张证在 {first} 进，后来又在 {last} 进，两处都没出。</translation>
    </message>
    <message>
        <source>While the card was inside at {first}, it crossed at {last}: there are two of it.</source>
        <translation>证还在 {first} 里面，又在 {last} 过了门：有两张。</translation>
    </message>
    <message>
        <source>The card was at {first}, and {by} later at {last}.</source>
        <translation>证在 {first} 刚过，{by}后就到了 {last}。</translation>
    </message>
    <message>
        <source>The pass was revoked, and {last} let it through all the same.</source>
        <translation>证已吊销，{last} 还是放了。</translation>
    </message>
    <message>
        <source>Lines of {last} came {by} before the time that they bear: its clock is ahead.</source>
        <translation>{last} 的登记比它写的时间早到 {by}：那里的钟快了。</translation>
    </message>
    <message>
        <source>The clock of {last} stood {by} behind its last line.</source>
        <translation>{last} 的钟比上一条慢了 {by}。</translation>
    </message>
    <message>
        <source>The clock of {last} stood before 2020: the laptop's battery is dead.</source>
        <translation>{last} 的钟停在 2020 年以前：电脑的电池没电了。</translation>
    </message>
    <message>
        <source>Ask the first gate: most likely one way out was not scanned. It fills the crossing in.</source>
        <translation>问前一个门岗：多半出门没扫。让他补记一条。</translation>
    </message>
    <message>
        <source>Call the home gate and the holder. One card is a copy: stop the pass, and issue it again.</source>
        <translation>打电话给发证门岗和本人。有一张是复制的：停用，重新发。</translation>
    </message>
    <message>
        <source>Compare the clocks of both gates. If they are right, the card was lent or copied: call the holder.</source>
        <translation>对一对两个门岗的钟。钟都准，就是借了或复制了：打电话问本人。</translation>
    </message>
    <message>
        <source>Bring that gate the newest answer, and let it take the card in.</source>
        <translation>把最新回复带给那个门岗，让他把证收回来。</translation>
    </message>
    <message>
        <source>Call the gate: set the clock by a telephone's. The order of its lines is right all the same.</source>
        <translation>打电话让门岗按手机对时。登记的先后不受影响。</translation>
    </message>
    <message>
        <source>Call the gate: was the clock set anew? The order of its lines is right all the same.</source>
        <translation>打电话问门岗是不是调过钟。登记的先后不受影响。</translation>
    </message>
    <message>
        <source>Call the gate: set the clock each morning, or change the battery.</source>
        <translation>打电话让门岗每天早上对时，或者换电池。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Stop {number} of {name}?</source>
        <translation>停用 {name} 的 {number}？</translation>
    </message>
    <message>
        <source>The next answers tell all gates: the card opens no gate any more. Its home gate issues another.</source>
        <translation>下一份回复告诉所有门岗：这张证哪儿都不能用了。由发证的门岗补办。</translation>
    </message>
    <message>
        <source>Stop the pass</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不</translation>
    </message>
    <message>
        <source>There are two of it</source>
        <translation>有两张</translation>
    </message>
    <message>
        <source>Lent to somebody else</source>
        <translation>借给别人</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢了</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>In the next answer</source>
        <translation>会写进回复</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>办过了</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing odd</source>
        <translation>没有疑点</translation>
    </message>
    <message>
        <source>Cards and clocks are in order, as far as the gates have sent.</source>
        <translation>按门岗送来的看，证和钟都正常。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有</translation>
    </message>
    <message>
        <source>Choose another list above.</source>
        <translation>上面换一栏看。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>疑点</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>What is odd</source>
        <translation>疑点</translation>
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
<context>
    <name>PersonCard</name>
    <message>
        <source>, </source>
        <comment>between two passes</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Without a card: everybody of this name is one here</source>
        <translation>没有证：同名的人在这里不分</translation>
    </message>
    <message>
        <source>Inside at {gates}</source>
        <translation>现在在 {gates} 里面</translation>
    </message>
    <message>
        <source> for 10 seconds. That you looked is kept as a line</source>
        <translation>，10 秒。看过会记一条</translation>
    </message>
    <message>
        <source>Show the ID number in full</source>
        <translation>看身份证全号</translation>
    </message>
    <message>
        <source>Show the phone in full</source>
        <translation>看手机全号</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Way through the gates</source>
        <translation>行踪</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>行踪</translation>
    </message>
    <message>
        <source>Near them</source>
        <translation>同时在场</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没查到</translation>
    </message>
    <message>
        <source>Try fewer letters, or the end of the phone.</source>
        <translation>少打几个字母，或者打手机尾号。</translation>
    </message>
    <message>
        <source>Type who it is</source>
        <translation>打字找人</translation>
    </message>
    <message>
        <source>Name, initials, number, the end of a phone or of an ID number</source>
        <translation>姓名、拼音头、证号、手机或身份证尾号</translation>
    </message>
    <message>
        <source>Follow a person</source>
        <translation>查人</translation>
    </message>
    <message>
        <source>Name, initials, number, phone</source>
        <translation>姓名、拼音头、证号、手机尾号</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查到的</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message numerus="yes">
        <source>±%n min</source>
        <translation>
            <numerusform>前后 %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes apart</source>
        <translation>相差分钟</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print the way and who was near, of the chosen days; names masked</source>
        <translation>打印所选天数的行踪和同时在场的人，姓名打码</translation>
    </message>
    <message>
        <source>Whose way?</source>
        <translation>查谁？</translation>
    </message>
    <message>
        <source>Choose somebody on the left: every gate that they crossed stands here.</source>
        <translation>左边选一个人，过了哪些门岗都在这里。</translation>
    </message>
    <message>
        <source>No gate has seen them</source>
        <translation>没有门岗见过</translation>
    </message>
    <message>
        <source>In the chosen days, so far as drives have come in.</source>
        <translation>所选天数内，就已收的 U 盘看。</translation>
    </message>
    <message>
        <source>Nobody was near</source>
        <translation>没有同时在场的人</translation>
    </message>
    <message>
        <source>In the chosen days and minutes, so far as drives have come in.</source>
        <translation>所选天数和分钟内，就已收的 U 盘看。</translation>
    </message>
</context>
</TS>