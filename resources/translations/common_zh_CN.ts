<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Arrivals</name>
    <message>
        <source>Nobody is written in yet</source>
        <translation>还没写是谁的</translation>
    </message>
</context>
<context>
    <name>Books</name>
    <message>
        <source>O</source>
        <comment>letter of the official book</comment>
        <translation>公</translation>
    </message>
    <message>
        <source>M</source>
        <comment>letter of the medical book</comment>
        <translation>医</translation>
    </message>
    <message>
        <source>S</source>
        <comment>letter of the support book</comment>
        <translation>保</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>公务</translation>
    </message>
    <message>
        <source>Medical</source>
        <translation>医务</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>保障</translation>
    </message>
    <message>
        <source>Official book</source>
        <translation>公务册</translation>
    </message>
    <message>
        <source>Medical book</source>
        <translation>医务册</translation>
    </message>
    <message>
        <source>Support book</source>
        <translation>保障册</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>This command line is not understood: {message}. Nothing was done. “gatebook --help” lists them.</source>
        <translation>看不懂这条命令：{message}。什么都没做。用“gatebook --help”看有哪些命令。</translation>
    </message>
    <message>
        <source>The gate book: 门岗册.</source>
        <translation>门岗册 Gatebook。</translation>
    </message>
    <message>
        <source>tries the whole program on a throwaway register</source>
        <translation>用一本临时登记册把整个程序试一遍</translation>
    </message>
    <message>
        <source>makes a new register</source>
        <translation>新建登记册</translation>
    </message>
    <message>
        <source>fills an empty register with a sample, marked practice</source>
        <translation>往空登记册里填样例，标为练习</translation>
    </message>
    <message>
        <source>issues passes from a list handed in</source>
        <translation>按单位名单发证</translation>
    </message>
    <message>
        <source>card sheets as PDF</source>
        <translation>生成证卡 PDF</translation>
    </message>
    <message>
        <source>the verdict on a card, recording nothing</source>
        <translation>看一张证能不能过，不记录</translation>
    </message>
    <message>
        <source>what scanning at the gate page does</source>
        <translation>和门岗页扫证一样，记一条</translation>
    </message>
    <message>
        <source>lines written on paper while the laptop was down</source>
        <translation>补录停机时写在纸上的登记</translation>
    </message>
    <message>
        <source>closes the day</source>
        <translation>封存一天</translation>
    </message>
    <message>
        <source>the day&apos;s folder</source>
        <translation>导出一天的文件夹</translation>
    </message>
    <message>
        <source>revokes a pass</source>
        <translation>吊销一张证</translation>
    </message>
    <message>
        <source>a new card under the same number; the old one is dead</source>
        <translation>补办：同一编号出新证，旧证作废</translation>
    </message>
    <message>
        <source>a new card with new days</source>
        <translation>延期：出新证，换有效期</translation>
    </message>
    <message>
        <source>checks chain, commitments, seals and signatures</source>
        <translation>核对链、承诺、封条和签名</translation>
    </message>
    <message>
        <source>a file with the recovery key</source>
        <translation>存有恢复密钥的文件</translation>
    </message>
    <message>
        <source>a whole copy of the register</source>
        <translation>备份整本登记册</translation>
    </message>
    <message>
        <source>a register from such a copy, in a new epoch</source>
        <translation>从备份恢复登记册，另起新纪元</translation>
    </message>
    <message>
        <source>drops what lines older than so many days say of people</source>
        <translation>清除早于指定天数的个人内容</translation>
    </message>
    <message>
        <source>adds, disables or changes operators</source>
        <translation>添加、停用或修改值守人员</translation>
    </message>
    <message>
        <source>a gate asks a command post to be admitted</source>
        <translation>门岗向指挥部申请接入</translation>
    </message>
    <message>
        <source>the command post admits gates that asked</source>
        <translation>指挥部准许提出申请的门岗</translation>
    </message>
    <message>
        <source>the command post writes its answer</source>
        <translation>指挥部写出回复文件</translation>
    </message>
    <message>
        <source>takes in bundles at a command post, its answer at a gate</source>
        <translation>指挥部收数据包，门岗收回复</translation>
    </message>
    <message>
        <source>moves the register to a server, or to another file, and goes on there</source>
        <translation>把登记册搬到服务器或另一个文件，在那里继续用</translation>
    </message>
    <message>
        <source>a gate&apos;s laptop is lost: its key counts no further</source>
        <translation>门岗电脑丢失：停用它的密钥</translation>
    </message>
    <message>
        <source>a gate is no longer kept</source>
        <translation>门岗停办</translation>
    </message>
    <message>
        <source>how a compound is called, and its area</source>
        <translation>设置小区名称和片区</translation>
    </message>
    <message>
        <source>another signing key for the gate</source>
        <translation>更换门岗签名密钥</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Gate {gate} is set up. Write the recovery key on paper and lock it away; it is not shown again:
{key}</source>
        <translation>{gate} 号门岗设好了。把恢复密钥抄在纸上锁好，以后不再显示：
{key}</translation>
    </message>
    <message>
        <source>A number is below zero. Nothing was done. Give 0 or more.</source>
        <translation>有个数小于 0。什么都没做。请给 0 或更大的数。</translation>
    </message>
    <message>
        <source>{passes} passes and {entries} entries over {days} days. This register is for practice only.</source>
        <translation>{days} 天、{passes} 张证、{entries} 条登记。这本登记册只供练习。</translation>
    </message>
    <message>
        <source>{name}: fever. Held as line {seq}; measure again.</source>
        <translation>{name}：发热。已记为第 {seq} 条待测，请复测。</translation>
    </message>
    <message>
        <source>Entry {no}.</source>
        <translation>记为 {no} 号。</translation>
    </message>
    <message>
        <source>{number} is revoked.</source>
        <translation>{number} 已吊销。</translation>
    </message>
    <message>
        <source>{number} is now at issue {issue}. Print the new card; the old one is dead.</source>
        <translation>{number} 现在是第 {issue} 次发证。请印新证，旧证已作废。</translation>
    </message>
    <message>
        <source>A new operator needs a passphrase. Nothing was done. Give --new-passphrase-file.</source>
        <translation>新人要有口令。什么都没做。请加 --new-passphrase-file。</translation>
    </message>
    <message>
        <source>Say which role. Nothing was done. Give --role volunteer, registrar or lead.</source>
        <translation>要说明角色。什么都没做。请加 --role volunteer、registrar 或 lead。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>好了。</translation>
    </message>
    <message>
        <source>{name} can open nothing here any more.</source>
        <translation>{name}已停用，再也打不开这里的任何内容。</translation>
    </message>
    <message>
        <source>They could sign: change the gate&apos;s key too, with rotate-key.</source>
        <translation>此人曾有签名权：请再用 rotate-key 更换门岗密钥。</translation>
    </message>
    <message numerus="yes">
        <source>{day} is sealed with %n line(s).</source>
        <translation>
            <numerusform>{day} 已封存，共 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>A plain or unmasked export needs a reason. Nothing was written. Give --reason TEXT.</source>
        <translation>不加密或不遮盖的导出要写原因。什么都没写。请加 --reason。</translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n line(s) written to {folder}, read back and compared.</source>
        <translation>
            <numerusform>{day}：%n 条已写到 {folder}，读回核对一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) recorded.</source>
        <translation>
            <numerusform>补录了 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not understood, and left out: row {rows}.</source>
        <translation>看不懂、没有记的：第 {rows} 行。</translation>
    </message>
    <message>
        <source>Written already: row {rows}.</source>
        <translation>以前记过的：第 {rows} 行。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>查了 %n 条，没有被改动过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {seq} of gate {gate} is not as it was written ({kind}). Nothing was mended. Keep a copy.</source>
        <translation>{gate} 号门岗第 {seq} 条和写下时不一样（{kind}）。没有改动任何东西。请留一份备份。</translation>
    </message>
    <message>
        <source>The views are not what the lines say ({kind}). The lines are safe. Tell the command post.</source>
        <translation>账面和逐条记录对不上（{kind}）。逐条记录没有丢。请报告指挥部。</translation>
    </message>
    <message>
        <source>Copied, encrypted, to {path}.</source>
        <translation>已加密备份到 {path}。</translation>
    </message>
    <message>
        <source>The register is at {place} from now on. Name it with --register, or in GATEBOOK_REGISTER.</source>
        <translation>登记册今后在 {place}。用 --register 指明，或写进 GATEBOOK_REGISTER。</translation>
    </message>
    <message>
        <source>There is nothing here to take in.</source>
        <translation>这里没有可以收的文件。</translation>
    </message>
    <message numerus="yes">
        <source>gate {gate}: %n new line(s).</source>
        <translation>
            <numerusform>{gate} 号门岗：新收 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines {first} to {last} are missing.</source>
        <translation>缺第 {first} 到 {last} 条。</translation>
    </message>
    <message>
        <source>There are two accounts of line {seq}; a lead must say which is true.</source>
        <translation>第 {seq} 条有两份账，要由组长判定哪个是真的。</translation>
    </message>
    <message>
        <source>Answer {number} was taken in before.</source>
        <translation>第 {number} 号回复以前已经收过。</translation>
    </message>
    <message>
        <source>Answer {number} of {post} is taken in: {gates} gates, {revoked} passes revoked or superseded.</source>
        <translation>已收{post}第 {number} 号回复：{gates} 个门岗，吊销或换发 {revoked} 张证。</translation>
    </message>
    <message>
        <source>Export lines {first} to {last} once more.</source>
        <translation>请再导出一次第 {first} 到 {last} 条。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es) issued.</source>
        <translation>
            <numerusform>发了 %n 张证。</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {row}: {problems}</source>
        <translation>第 {row} 行：{problems}</translation>
    </message>
    <message>
        <source>In the book already, and not issued again: row {rows}.</source>
        <translation>册里已有、没有再发的：第 {rows} 行。</translation>
    </message>
    <message>
        <source>There is no pass to print. Nothing was written. Look at the book and numbers.</source>
        <translation>没有要印的证。什么都没写。请看看册和编号。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) written to {path}.</source>
        <translation>
            <numerusform>%n 张证写到 {path}。</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}: no typeface here has {characters}. The place is left free; write it by hand.</source>
        <translation>{number}：没有字体能印“{characters}”。已留空位，请手写。</translation>
    </message>
    <message>
        <source>“{day}” is no day. Nothing was done. Write it as 2020-02-10.</source>
        <translation>“{day}”不是日期。什么都没做。请写成 2020-02-10。</translation>
    </message>
    <message>
        <source>The program made a mistake of its own. What was acknowledged is safe. Please keep the file {path}.</source>
        <translation>程序自己出了错。已记下的没丢。请保留文件 {path}。</translation>
    </message>
    <message>
        <source>The self-test passed: {steps}.</source>
        <translation>自检通过：{steps}。</translation>
    </message>
    <message>
        <source>The self-test failed. {trouble}</source>
        <translation>自检没通过。{trouble}</translation>
    </message>
    <message>
        <source>Written to {path}. Tell the command post this gate&apos;s fingerprint by phone: {fingerprint}</source>
        <translation>已写到 {path}。请打电话把本门岗的指纹报给指挥部：{fingerprint}</translation>
    </message>
    <message>
        <source>Gate {gate} {name} is admitted.</source>
        <translation>已准许 {gate} 号门岗 {name} 接入。</translation>
    </message>
    <message>
        <source>Gate {gate} {name} is admitted already.</source>
        <translation>{gate} 号门岗 {name} 已经接入，无需重复。</translation>
    </message>
    <message>
        <source>Compare its fingerprint with the gate by phone: {fingerprint}</source>
        <translation>请打电话与门岗核对指纹：{fingerprint}</translation>
    </message>
    <message numerus="yes">
        <source>Answer {number} for %n gate(s) written to {path}.</source>
        <translation>
            <numerusform>第 {number} 号回复已写到 {path}，发给 %n 个门岗。</numerusform>
        </translation>
    </message>
    <message>
        <source>A gate that meets this post for the first time compares its fingerprint: {fingerprint}</source>
        <translation>首次接收的门岗要核对指挥部的指纹：{fingerprint}</translation>
    </message>
    <message numerus="yes">
        <source>Gate {gate} is cut off after line {seq}; %n of its cards stay good.</source>
        <translation>
            <numerusform>{gate} 号门岗从第 {seq} 条之后停用；%n 张证继续有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Gate {gate} is retired. Its cards stay good until their day.</source>
        <translation>{gate} 号门岗已停办。它发的证到期前仍有效。</translation>
    </message>
    <message>
        <source>The gate signs with a new key from now on: {fingerprint}. Cards under the old key stay good until their day.</source>
        <translation>门岗今后用新密钥签名：{fingerprint}。旧密钥签的证到期前仍有效。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) up to {day} hold no names any more.</source>
        <translation>
            <numerusform>{day} 及以前的 %n 条已不含个人内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reached, and unchanged: {paths}. Destroy these copies or plug them in and do it again.</source>
        <translation>没有找到、内容未变的备份：{paths}。请销毁这些备份，或插上后再做一次。</translation>
    </message>
    <message>
        <source>Restored to {path}. It goes on in epoch {epoch}, with numbers that lines lost since the copy cannot have used.</source>
        <translation>已恢复到 {path}。从第 {epoch} 纪元继续，编号已避开备份之后丢失的各条。</translation>
    </message>
    <message numerus="yes">
        <source>(the command post&apos;s list is %n day(s) old)</source>
        <translation>
            <numerusform>（指挥部名单是 %n 天前的）</numerusform>
        </translation>
    </message>
    <message>
        <source>held with a fever</source>
        <translation>发热待测</translation>
    </message>
    <message>
        <source>fever earlier today</source>
        <translation>今天发过热</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时没回</translation>
    </message>
    <message>
        <source>key person</source>
        <translation>重点人员</translation>
    </message>
    <message>
        <source>blank card, nobody&apos;s yet</source>
        <translation>空白证，还没绑定人</translation>
    </message>
    <message>
        <source>out on paper, nobody is written in yet</source>
        <translation>已发的纸证，还没写是谁的</translation>
    </message>
    <message>
        <source>not in this register</source>
        <translation>本册里没有</translation>
    </message>
</context>
<context>
    <name>ConfirmSheet</name>
    <message>
        <source>Choose a reason first</source>
        <translation>先选一个原因</translation>
    </message>
</context>
<context>
    <name>ContactsModel</name>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Min apart</source>
        <translation>相差分钟</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>最后一次</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没有证</translation>
    </message>
</context>
<context>
    <name>CountersStrip</name>
    <message>
        <source>{book}: in {entered}, out {left}, inside {inside}</source>
        <translation>{book}：进 {entered}，出 {left}，在内 {inside}</translation>
    </message>
    <message>
        <source>No card: in {entered}, out {left}</source>
        <translation>无证：进 {entered}，出 {left}</translation>
    </message>
    <message numerus="yes">
        <source>%n fever(s)</source>
        <translation>
            <numerusform>发热 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not exported</source>
        <translation>
            <numerusform>%n 条未导出</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
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
        <translation>在内</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>无证</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>未导出</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month} 月 {day} 日</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{month} 月 {day} 日 {weekday}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>The day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>The day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Choose from the calendar</source>
        <translation>从日历选</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>Change of shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>{time} 起</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>查验</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>补记</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没有证</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不知道是谁</translation>
    </message>
    <message>
        <source>Retest due</source>
        <translation>等复测</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>劝返</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Scan the card</source>
        <translation>扫证</translation>
    </message>
    <message>
        <source>Type 365 for 36.5</source>
        <translation>打 365 就是 36.5</translation>
    </message>
    <message>
        <source>Press Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>Green: let in</source>
        <translation>绿了，放行</translation>
    </message>
    <message>
        <source>Card good</source>
        <translation>证有效</translation>
    </message>
    <message>
        <source>Take the temperature</source>
        <translation>测体温</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>可以进</translation>
    </message>
    <message>
        <source>Written: the next one</source>
        <translation>已记，下一位</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>先看一下</translation>
    </message>
    <message>
        <source>It says what at</source>
        <translation>旁边写着看什么</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>不能进</translation>
    </message>
    <message>
        <source>It says why</source>
        <translation>旁边写着为什么</translation>
    </message>
    <message>
        <source>May this person pass</source>
        <translation>这个人能不能过</translation>
    </message>
    <message>
        <source>Is it the person on the card</source>
        <translation>是不是证上的人</translation>
    </message>
    <message>
        <source>Temperature, then Enter</source>
        <translation>体温，再按 Enter</translation>
    </message>
    <message>
        <source>What was written today</source>
        <translation>今天记了哪些</translation>
    </message>
    <message>
        <source>How many are in and out</source>
        <translation>进了几个，出了几个</translation>
    </message>
    <message>
        <source>Zhou Wenjing</source>
        <translation>周文静</translation>
    </message>
    <message>
        <source>M-0312-000123</source>
        <translation>医-0312-000123</translation>
    </message>
    <message>
        <source>Which book: colour, letter, shape</source>
        <translation>哪一册：看颜色、字、形状</translation>
    </message>
    <message>
        <source>Look: is it this person</source>
        <translation>看看是不是本人</translation>
    </message>
    <message>
        <source>Scan here</source>
        <translation>扫这里</translation>
    </message>
    <message>
        <source>Number, to type when it will not scan</source>
        <translation>编号，扫不出就打它</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>What</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>在哪</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>没有证</translation>
    </message>
</context>
<context>
    <name>LaptopNotices</name>
    <message>
        <source>The battery is nearly empty: {percent} %. All that is written is safe. Plug it in</source>
        <translation>快没电了，只剩 {percent}%。写好的都在，插上电源</translation>
    </message>
    <message>
        <source>{size} MB left on the disk: make room</source>
        <translation>硬盘只剩 {size} MB，叫组长腾地方</translation>
    </message>
    <message>
        <source>May fall asleep by itself: turn sleep off in the system</source>
        <translation>电脑会自己睡着：在系统里关掉睡眠</translation>
    </message>
    <message>
        <source>Battery {percent} %, about {minutes} min: plug it in</source>
        <translation>电量 {percent}%，还能用约 {minutes} 分钟，插上电源</translation>
    </message>
    <message>
        <source>Battery {percent} %: plug it in</source>
        <translation>电量 {percent}%，插上电源</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Unreadable</source>
        <translation>读不出</translation>
    </message>
    <message>
        <source>Unknown issuer</source>
        <translation>不认识的发证处</translation>
    </message>
    <message>
        <source>Not our pass</source>
        <translation>不是我们发的证</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Old card</source>
        <translation>旧证</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Wrong gate</source>
        <translation>不是本门的证</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>看过</translation>
    </message>
    <message>
        <source>Already inside</source>
        <translation>已在里面</translation>
    </message>
    <message>
        <source>Already outside</source>
        <translation>已在外面</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没有证</translation>
    </message>
    <message>
        <source>Waiting for a second reading</source>
        <translation>等复测</translation>
    </message>
    <message>
        <source>Fever earlier today</source>
        <translation>今天发过热</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时没回</translation>
    </message>
    <message>
        <source>Key person</source>
        <translation>重点人员</translation>
    </message>
    <message>
        <source>Blank card</source>
        <translation>空白证</translation>
    </message>
    <message>
        <source>Card on paper, not written in yet</source>
        <translation>纸证，还没补录</translation>
    </message>
    <message>
        <source>Card not in the register</source>
        <translation>证不在册</translation>
    </message>
    <message>
        <source>forehead</source>
        <translation>额温</translation>
    </message>
    <message>
        <source>wrist</source>
        <translation>腕温</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>颈温</translation>
    </message>
    <message>
        <source>armpit</source>
        <translation>腋温</translation>
    </message>
    <message>
        <source>ear</source>
        <translation>耳温</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>访客</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通行证</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>每日报告</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Practice: nothing real is touched. F1 leads back</source>
        <translation>练习：不碰真册，按 F1 可以回去</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Scanned. The person waits on the gate page</source>
        <translation>扫到了，人在门岗页等着</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收 U 盘</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>收报一览</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>People</source>
        <translation>查人</translation>
    </message>
    <message>
        <source>Stops after this bundle, then closes. What is in stays in</source>
        <translation>收完这一包就停，然后关。收进来的都在</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁</translation>
    </message>
    <message>
        <source>To the gate</source>
        <translation>去门岗</translation>
    </message>
    <message>
        <source>A printed seal. The register is checked against it</source>
        <translation>这是打印的封条，正在拿它核对登记册</translation>
    </message>
    <message>
        <source>The printed seal of {day} fits</source>
        <translation>{day} 的打印封条对得上</translation>
    </message>
    <message>
        <source>The printed seal of {day} does not fit the register</source>
        <translation>{day} 的打印封条和登记册对不上</translation>
    </message>
    <message>
        <source>{name} is plugged in</source>
        <translation>插上了 {name}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>去看</translation>
    </message>
    <message>
        <source>On this laptop, no network</source>
        <translation>本机运行，不用联网</translation>
    </message>
    <message>
        <source>New from the command post: F10</source>
        <translation>指挥部有新消息，按 F10</translation>
    </message>
    <message>
        <source>Locked but for the gate</source>
        <translation>已锁，门岗照常</translation>
    </message>
    <message>
        <source>Cut off by the command post</source>
        <translation>指挥部已停用本门密钥</translation>
    </message>
    <message>
        <source>Retired by the command post</source>
        <translation>指挥部已停办本门</translation>
    </message>
    <message numerus="yes">
        <source>Revoked cards: list %n day(s) old</source>
        <translation>
            <numerusform>吊销名单 %n 天前更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoked cards: list of today</source>
        <translation>吊销名单今天更新</translation>
    </message>
</context>
<context>
    <name>MessageSheet</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>PaperLines</name>
    <message>
        <source>No. {number} on paper</source>
        <translation>纸上 {number} 号</translation>
    </message>
    <message>
        <source>Write the time</source>
        <translation>写时间</translation>
    </message>
    <message>
        <source>This is no time. Write it as 0905</source>
        <translation>看不懂时间。写成 0905</translation>
    </message>
    <message>
        <source>Which day? Choose the paper&apos;s day above</source>
        <translation>哪一天？先选上面的日期</translation>
    </message>
    <message>
        <source>This time is still to come. Look at the day</source>
        <translation>时间还没到。看看是哪一天</translation>
    </message>
    <message>
        <source>In or out?</source>
        <translation>进还是出？</translation>
    </message>
    <message>
        <source>Only in or out</source>
        <translation>只能写进或出</translation>
    </message>
    <message>
        <source>This is no pass number. Write it as M12</source>
        <translation>看不懂证号。写成 医12</translation>
    </message>
    <message>
        <source>Who? Write a pass number or a name</source>
        <translation>是谁？写证号或姓名</translation>
    </message>
    <message>
        <source>This is no name</source>
        <translation>这不是姓名</translation>
    </message>
    <message>
        <source>This is no temperature. Write it as 365, or leave it empty</source>
        <translation>看不懂体温。写成 365，没测就空着</translation>
    </message>
    <message>
        <source>Far too long. Write less</source>
        <translation>太长了，写短些</translation>
    </message>
    <message>
        <source>. </source>
        <comment>between two sentences</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>day</source>
        <comment>title of a column</comment>
        <translation>日期</translation>
    </message>
    <message>
        <source>time</source>
        <comment>title of a column</comment>
        <translation>时间</translation>
    </message>
    <message>
        <source>direction</source>
        <comment>title of a column</comment>
        <translation>进出</translation>
    </message>
    <message>
        <source>pass</source>
        <comment>title of a column</comment>
        <translation>证号</translation>
    </message>
    <message>
        <source>name</source>
        <comment>title of a column</comment>
        <translation>姓名</translation>
    </message>
    <message>
        <source>temp</source>
        <comment>title of a column</comment>
        <translation>体温</translation>
    </message>
    <message>
        <source>note</source>
        <comment>title of a column</comment>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>PaperModel</name>
    <message>
        <source>No.</source>
        <translation>号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>What the book says</source>
        <translation>登记册怎么说</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没有证</translation>
    </message>
    <message>
        <source>Written as {no}</source>
        <translation>已写，{no}</translation>
    </message>
    <message>
        <source>Written already, left out</source>
        <translation>早就登记过，不再写</translation>
    </message>
    <message>
        <source>The pass belongs to {name}</source>
        <translation>这张证是 {name} 的</translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es) have this name: write the number</source>
        <translation>
            <numerusform>有 %n 张证同名：写证号</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Passes</name>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>快到期</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>This gate</source>
        <translation>本门</translation>
    </message>
    <message>
        <source>This compound</source>
        <translation>本小区</translation>
    </message>
    <message>
        <source>The whole district</source>
        <translation>全区</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>护照</translation>
    </message>
    <message>
        <source>Other papers</source>
        <translation>其他证件</translation>
    </message>
    <message>
        <source>Work card</source>
        <translation>工作证</translation>
    </message>
    <message>
        <source>Letter of the unit</source>
        <translation>单位证明</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>通行批条</translation>
    </message>
    <message>
        <source>Doctor&apos;s slip</source>
        <translation>医生证明</translation>
    </message>
    <message>
        <source>List of the unit</source>
        <translation>单位名单</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Card damaged</source>
        <translation>损坏</translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation>资料变更</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Official pass</source>
        <translation>公务通行证</translation>
    </message>
    <message>
        <source>Medical pass</source>
        <translation>医务通行证</translation>
    </message>
    <message>
        <source>Support pass</source>
        <translation>保障通行证</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{papers}, seen by {by}, {day}</source>
        <translation>{papers}，{by} 查验，{day}</translation>
    </message>
</context>
<context>
    <name>PassesModel</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last crossing</source>
        <translation>上次进出</translation>
    </message>
    <message>
        <source>Never crossed</source>
        <translation>没有记录</translation>
    </message>
</context>
<context>
    <name>PrintJobsModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>张数</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>By</source>
        <translation>谁打的</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Saved as {file}</source>
        <translation>已存成 {file}</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Write the name</source>
        <translation>写上姓名</translation>
    </message>
    <message>
        <source>This is no name. Write it as on the ID card</source>
        <translation>这不是姓名。照着证件写</translation>
    </message>
    <message>
        <source>The name holds a digit. Compare it with the ID card</source>
        <translation>姓名里有数字。对着证件看一遍</translation>
    </message>
    <message>
        <source>Write the number of the document</source>
        <translation>写上证件号码</translation>
    </message>
    <message>
        <source>The spreadsheet lost the last digits. Copy the number from the ID card</source>
        <translation>表格把后几位弄丢了。照着证件重填</translation>
    </message>
    <message>
        <source>Not the right length. An ID card has 18 characters</source>
        <translation>位数不对。身份证号是 18 位</translation>
    </message>
    <message>
        <source>Something in it is no digit. Only the last may be X</source>
        <translation>里面有不是数字的。只有最后一位可以是 X</translation>
    </message>
    <message>
        <source>The last digit is off. Compare with the card from the start</source>
        <translation>最后一位对不上。对着证件，从头再看一遍</translation>
    </message>
    <message>
        <source>There is no such birth date. Compare digits 7 to 14</source>
        <translation>没有这个出生日期。看看第 7 到 14 位</translation>
    </message>
    <message>
        <source>Write a mobile number</source>
        <translation>写上手机号</translation>
    </message>
    <message>
        <source>No mobile begins like this. Ask for the number again</source>
        <translation>没有这样开头的手机号。再问一遍</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits. Ask for it again</source>
        <translation>手机号是 11 位。再问一遍</translation>
    </message>
    <message>
        <source>This is a landline. Ask for a mobile number</source>
        <translation>这是座机。问一个手机号</translation>
    </message>
    <message>
        <source>Two numbers. The first one is taken</source>
        <translation>写了两个号码。用第一个</translation>
    </message>
    <message>
        <source>The ID number says otherwise. Compare with the ID card</source>
        <translation>和身份证号对不上。对着证件看一遍</translation>
    </message>
    <message>
        <source>No home given. It can be added later</source>
        <translation>没写住址。以后可以补</translation>
    </message>
    <message>
        <source>No last day given. The usual one is taken</source>
        <translation>没写到期日。按默认的算</translation>
    </message>
    <message>
        <source>A spreadsheet&apos;s day number, read as this date</source>
        <translation>表格里是个数字，当作日期读了</translation>
    </message>
    <message>
        <source>There is no such day. Look at month and day</source>
        <translation>没有这一天。看看月和日</translation>
    </message>
    <message>
        <source>This is no date. Write it as 2020-03-15</source>
        <translation>这不是日期。写成 2020-03-15</translation>
    </message>
    <message>
        <source>This day is past. Look at the year</source>
        <translation>这天已经过了。看看年份</translation>
    </message>
    <message>
        <source>More than a year ahead. Look at the year</source>
        <translation>超过一年了。看看年份</translation>
    </message>
    <message>
        <source>The last day lies before the first</source>
        <translation>到期日在起始日前面</translation>
    </message>
    <message>
        <source>Which book? Official, medical or support</source>
        <translation>哪一册？公务、医务还是保障</translation>
    </message>
    <message>
        <source>This is no plate number. It is left out</source>
        <translation>车牌不对。先不登</translation>
    </message>
    <message>
        <source>Far too long. Write only what belongs here</source>
        <translation>太长了。只写该写的</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>证件种类</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Stairway</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Good from</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>册</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}：{problem}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Gatebook</source>
        <translation>门岗册</translation>
    </message>
</context>
<context>
    <name>RetentionBanner</name>
    <message numerus="yes">
        <source>%n line(s) name people longer than the {days} days set.</source>
        <translation>
            <numerusform>%n 条留姓名已超过定下的 {days} 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>去看</translation>
    </message>
</context>
<context>
    <name>RosterModel</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend</source>
        <translation>
            <numerusform>改 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>In the book already</source>
        <translation>册里已有</translation>
    </message>
    <message>
        <source>Same as row {row}</source>
        <translation>和第 {row} 行重复</translation>
    </message>
    <message>
        <source>Issued, noted</source>
        <translation>可办，有提醒</translation>
    </message>
    <message>
        <source>Will be issued</source>
        <translation>可办</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Different: {fields}</source>
        <translation>不同：{fields}</translation>
    </message>
    <message>
        <source>The same in all</source>
        <translation>完全一样</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Scans keep coming garbled. Is it the scanner?</source>
        <translation>好几次都扫花了。查查扫码枪？</translation>
    </message>
    <message>
        <source>Test the scanner</source>
        <translation>测扫码枪</translation>
    </message>
    <message>
        <source>Serial scanner found, it is read</source>
        <translation>认出串口扫码枪，可以扫了</translation>
    </message>
    <message>
        <source>Serial scanner unplugged. Type the number, or use another</source>
        <translation>串口扫码枪拔掉了。输编号，或换一把</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The server does not answer. What was saved before is safe there. Look at the network, then try again.</source>
        <translation>服务器没有回应。以前存的都在，是安全的。请检查网络后再试。</translation>
    </message>
    <message>
        <source>The server does not let this program in. Nothing was changed. Ask who keeps the server for name and password.</source>
        <translation>服务器不让本程序进入。什么都没改。请向管服务器的人要用户名和密码。</translation>
    </message>
    <message>
        <source>This installation cannot speak to a server. Nothing was changed. Install it again with its server part.</source>
        <translation>这次安装不带服务器部分。什么都没改。请连同服务器部分重新安装。</translation>
    </message>
    <message>
        <source>This is done only with a register in a file. Nothing was changed. Ask who keeps the server to do it there.</source>
        <translation>这件事只能对文件里的登记册做。什么都没改。请管服务器的人在那边处理。</translation>
    </message>
    <message>
        <source>This register was moved to {place}. It stays as it was, to be read. Open the one there to go on.</source>
        <translation>这本登记册已搬到 {place}。这里的保持原样，只供查看。请打开那边的继续用。</translation>
    </message>
    <message>
        <source>Only a command post&apos;s register takes in gates&apos; files. Nothing was taken in. Open the post&apos;s register.</source>
        <translation>只有指挥部的登记册能收门岗的文件。什么都没收下。请打开指挥部的登记册。</translation>
    </message>
    <message>
        <source>Gate {gate} was not admitted with this key. Nothing was taken in. Admit the gate first, then bring it again.</source>
        <translation>{gate} 号门岗没有用这把密钥接入过。什么都没收下。请先准许接入，再拿来收。</translation>
    </message>
    <message>
        <source>The key of gate {gate} was cut off before these lines. They were kept aside and count for nothing. Ask the gate whose laptop this is.</source>
        <translation>{gate} 号门岗的密钥在这些登记之前已停用。文件另存一边，不作数。请问门岗这是谁的电脑。</translation>
    </message>
    <message>
        <source>This comes from a practice register; its people are invented. Nothing was taken in. Ask for the real one.</source>
        <translation>这来自练习登记册，里面的人是虚构的。什么都没收下。请要正式的文件。</translation>
    </message>
    <message>
        <source>There are no two accounts of this line. Nothing was changed. Look at the list once more.</source>
        <translation>这一条没有两份账。什么都没改。请再看一遍清单。</translation>
    </message>
    <message>
        <source>The disk is full. What was saved before is safe. Free some space or choose another drive, then try again.</source>
        <translation>磁盘满了，这一步没存上，之前存的都在。腾出空间或换一个盘，再试一次。</translation>
    </message>
    <message>
        <source>The drive is gone. Nothing is lost. Plug it back in and do it again.</source>
        <translation>U 盘断开了。数据没丢，插回去再做一次。</translation>
    </message>
    <message>
        <source>Nothing can be written to {path}. Nothing is lost. Choose another place, or take off the write protection.</source>
        <translation>{path} 写不进去。数据没丢。换一个地方，或打开写保护开关。</translation>
    </message>
    <message>
        <source>{file} cannot be read. Nothing was changed. Close it in other programs, or ask for it once more.</source>
        <translation>{file} 读不出来。什么都没改。先在别的程序里关掉它，或请对方再给一份。</translation>
    </message>
    <message>
        <source>{path} is not there. Nothing was changed. See that the drive is in, and choose again.</source>
        <translation>没找到 {path}。什么都没改。看看 U 盘插好没有，再选一次。</translation>
    </message>
    <message>
        <source>What is on the drive differs from what was written. The register is safe. Use another drive and write again.</source>
        <translation>U 盘上的和写进去的不一样。电脑里的都在。换一个 U 盘再写一次。</translation>
    </message>
    <message>
        <source>A file is larger than this drive can take. The register is safe. Export fewer days, or use another drive.</source>
        <translation>文件太大，这个 U 盘放不下。电脑里的都在。少导几天，或换一个 U 盘。</translation>
    </message>
    <message>
        <source>The disk did not answer as it should. What was saved before is safe. Try again, then tell the lead.</source>
        <translation>磁盘读写不正常。之前存的都在。再试一次，还不行就叫组长。</translation>
    </message>
    <message>
        <source>The program&apos;s Chinese typeface is missing. Recording goes on. Install the program again to print.</source>
        <translation>程序的中文字体不见了，印不了，登记照常。重新安装程序再印。</translation>
    </message>
    <message>
        <source>No printer was found. Nothing is lost. Save the PDF to a USB drive and print it where there is one.</source>
        <translation>没找到打印机。该存的都存好了。把 PDF 存到 U 盘，拿到有打印机的地方印。</translation>
    </message>
    <message>
        <source>The system does not say which printers there are. Nothing is lost. Save a PDF instead, or try again later.</source>
        <translation>系统没有回答有哪些打印机。什么都没丢。先存成 PDF，或者过会儿再试。</translation>
    </message>
    <message>
        <source>The printer stopped. Nothing is marked as printed. See to its paper and cable, then print again.</source>
        <translation>打印机停了。没有记成已打印。看看纸和线，再打一次。</translation>
    </message>
    <message>
        <source>This file is not a register, or is damaged. Nothing was changed. Choose another, or a backup.</source>
        <translation>这个文件不是登记册，或者坏了。什么都没改。换一个文件，或用备份。</translation>
    </message>
    <message>
        <source>This register was made by a newer version. Nothing was changed. Install the newer version to open it.</source>
        <translation>这本登记册是新版程序做的。什么都没改。装上新版再打开。</translation>
    </message>
    <message>
        <source>There is a register already. It was not touched. Open it, or choose another place.</source>
        <translation>这里已经有登记册了，没动它。直接打开，或换一个地方。</translation>
    </message>
    <message>
        <source>There is no register here yet. Nothing was changed. Set up the gate first, or choose a file.</source>
        <translation>这里还没有登记册。什么都没改。先设好门岗，或选一个文件。</translation>
    </message>
    <message>
        <source>The register is open in another window. Nothing was changed. Go on in that window, or close it first.</source>
        <translation>登记册已在另一个窗口打开。什么都没改。去那个窗口接着用，或先关掉它。</translation>
    </message>
    <message>
        <source>The key file that belongs beside the register is missing. The register is safe. Put it back, or use a backup.</source>
        <translation>登记册旁边的密钥文件不见了。登记册还在。把它放回去，或用备份。</translation>
    </message>
    <message>
        <source>The key file does not fit this register or is damaged. The register is safe. Take both files from a backup.</source>
        <translation>密钥文件和登记册对不上，或者坏了。登记册还在。从备份里取回这两个文件。</translation>
    </message>
    <message>
        <source>This register is in use already. Nothing was changed. A sample goes only into an empty one: set up another.</source>
        <translation>这本登记册已经在用了。什么都没改。样例只能放进空的，另设一本。</translation>
    </message>
    <message>
        <source>The passphrase is not right. Nothing was opened. Look at Caps Lock, and type it again.</source>
        <translation>口令不对，没有打开。看看大写锁定，再输一遍。</translation>
    </message>
    <message>
        <source>Nobody here is called {name}. Nothing was opened. Choose a name from the list.</source>
        <translation>这里没有叫 {name} 的。没有打开。从名单里选一个。</translation>
    </message>
    <message>
        <source>More than one person works here. Nothing was opened. Say whose passphrase it is.</source>
        <translation>这里不止一个人。没有打开。先说是谁的口令。</translation>
    </message>
    <message>
        <source>There are {most} operators, and no more fit. Nobody was added. Disable one who has left.</source>
        <translation>已有 {most} 个值守人员，加不下了。没有加人。停用一个已离开的。</translation>
    </message>
    <message>
        <source>This is the only lead. Nothing was changed. Make somebody else a lead first.</source>
        <translation>这是唯一的组长。什么都没改。先让另一个人当组长。</translation>
    </message>
    <message>
        <source>{name} no longer works here. Nothing was opened. Ask the lead.</source>
        <translation>{name} 已停用。没有打开。找组长。</translation>
    </message>
    <message>
        <source>The register is locked. Nothing was changed. Give the operator&apos;s passphrase.</source>
        <translation>登记册锁着。什么都没改。输入口令。</translation>
    </message>
    <message>
        <source>The passphrase is too short. Nothing was changed. Use at least {least} characters.</source>
        <translation>口令太短。什么都没改。至少 {least} 个字。</translation>
    </message>
    <message>
        <source>The recovery key is not right. Nothing was opened. Compare it with the paper, group by group.</source>
        <translation>恢复密钥不对，没有打开。对着纸一组一组看。</translation>
    </message>
    <message>
        <source>This key protects nothing and is not taken. Nothing was changed. Ask for the file once more.</source>
        <translation>这把密钥不安全，没有收下。什么都没改。请对方再给一份。</translation>
    </message>
    <message>
        <source>The signature does not fit: the file was changed. Nothing was taken in. Ask for it once more.</source>
        <translation>签名对不上，文件被改过。什么都没收下。请对方再给一份。</translation>
    </message>
    <message>
        <source>A line of the ledger is not as it was written. Nothing was taken in. Ask for the file once more.</source>
        <translation>台账里有一条和写的时候不一样。什么都没收下。请对方再给一份。</translation>
    </message>
    <message>
        <source>The ledger&apos;s lines do not follow on each other at line {seq}. Nothing was taken in. Tell the command post.</source>
        <translation>台账在第 {seq} 条接不上。什么都没收下。告诉指挥部。</translation>
    </message>
    <message>
        <source>This gate has no pass {number}. Nothing was changed. Look at the number on the card again.</source>
        <translation>本门没有 {number} 这张证。什么都没改。再看看证上的编号。</translation>
    </message>
    <message>
        <source>{number} is revoked already. Nothing more is needed. To let the person in again, reissue it.</source>
        <translation>{number} 已经吊销了，不用再做。要再进出，请补办。</translation>
    </message>
    <message>
        <source>{number} was reissued as often as can be. Nothing was changed. Make a new pass instead.</source>
        <translation>{number} 补办次数用完了。什么都没改。另办一张新证。</translation>
    </message>
    <message>
        <source>{name} has pass {number} in this book already. Nothing was issued. Open it to reissue or renew.</source>
        <translation>{name} 在这一册已有 {number}。没有重办。打开它补办或延期。</translation>
    </message>
    <message>
        <source>No typeface here has {characters} ({names}). Nothing is printed yet. Print with empty boxes and write them in by hand.</source>
        <translation>这里的字体没有「{characters}」（{names}）。还没印。可以印成空格，手写补上。</translation>
    </message>
    <message>
        <source>This card lets nobody in. No line was written. Look at the verdict, and call the lead if in doubt.</source>
        <translation>这张证不能进，没有记。看清原因，拿不准就叫组长。</translation>
    </message>
    <message>
        <source>This line is not there. Nothing was changed. Open the day again and choose it there.</source>
        <translation>没有这一条。什么都没改。重新打开那一天再选。</translation>
    </message>
    <message>
        <source>Line {no} is void already. Nothing more is needed.</source>
        <translation>第 {no} 条已经作废了，不用再做。</translation>
    </message>
    <message>
        <source>Which way is not known. No line was written. Choose in or out.</source>
        <translation>不知道是进还是出，没有记。先选进或出。</translation>
    </message>
    <message>
        <source>The temperature is missing. No line was written. Take it, for example 365, then Enter.</source>
        <translation>还没量体温，没有记。量好输入，例：365，再按 Enter。</translation>
    </message>
    <message>
        <source>A temperature is from 30.0 to 43.0. No line was written. Read it again: 365 is 36.5.</source>
        <translation>体温在 30.0 到 43.0 之间，没有记。再看一遍：365 就是 36.5。</translation>
    </message>
    <message>
        <source>The reason is missing. Nothing was changed. Choose or write one.</source>
        <translation>还没写原因。什么都没改。选一个或写一个。</translation>
    </message>
    <message>
        <source>This list is locked with a password. Nobody was issued. Open it, save it without the password, choose again.</source>
        <translation>这份名单加了密码，没有办证。打开它，去掉密码另存，再选一次。</translation>
    </message>
    <message>
        <source>No row with the titles name and ID number was found. Nobody was issued. Say which column is which, or ask for another list.</source>
        <translation>没找到写着姓名和身份证号的表头，没有办证。说明哪一列是什么，或请单位换一份。</translation>
    </message>
    <message>
        <source>The bundle is damaged or incomplete. Nothing was taken in. Ask the gate to export it once more.</source>
        <translation>数据包坏了或不完整。什么都没收下。请那个门重新导出。</translation>
    </message>
    <message>
        <source>The bundle was made by a newer version. Nothing was taken in. Install the newer version first.</source>
        <translation>数据包是新版程序做的。什么都没收下。先装新版。</translation>
    </message>
    <message>
        <source>The bundle holds a file that does not belong in it. Nothing was taken in. Ask where it comes from.</source>
        <translation>数据包里有不该有的文件。什么都没收下。问清它从哪里来。</translation>
    </message>
    <message>
        <source>The bundle is larger than one can be. Nothing was taken in. Ask the gate to export fewer days.</source>
        <translation>数据包太大了。什么都没收下。请那个门少导几天。</translation>
    </message>
    <message>
        <source>This file is sealed for somebody else. Nothing was taken in. Ask for one made for this place.</source>
        <translation>这个文件是加密给别处的。什么都没收下。请对方给本处做一份。</translation>
    </message>
    <message>
        <source>The document is damaged. Nothing was taken in. Ask for it once more.</source>
        <translation>文件坏了。什么都没收下。请对方再给一份。</translation>
    </message>
    <message>
        <source>The document was made by a newer version. Nothing was taken in. Install the newer version first.</source>
        <translation>文件是新版程序做的。什么都没收下。先装新版。</translation>
    </message>
    <message>
        <source>This is another kind of document. Nothing was taken in. Choose the file that was asked for.</source>
        <translation>这是另一种文件。什么都没收下。选对的那一个。</translation>
    </message>
    <message>
        <source>There is nothing new to export. Everything is on the drive already.</source>
        <translation>没有新的要导出。都已经在 U 盘上了。</translation>
    </message>
    <message>
        <source>{file} is there already and was not replaced. Choose another name or another folder.</source>
        <translation>{file} 已经有了，没有覆盖它。换一个名字或文件夹。</translation>
    </message>
    <message>
        <source>Stopped. What was finished before stays; the rest was not done.</source>
        <translation>停下了。做完的都在，其余的没做。</translation>
    </message>
    <message>
        <source>The file is empty. Nobody was issued. Ask the unit to send the list once more.</source>
        <translation>文件是空的，没有办证。请单位再发一份。</translation>
    </message>
    <message>
        <source>The file is damaged or was cut off. Nobody was issued. Ask the unit to send it once more.</source>
        <translation>文件坏了或没传完，没有办证。请单位再发一份。</translation>
    </message>
    <message>
        <source>This is no table, whatever its name says. Nobody was issued. Ask for an xlsx, xls, ods or csv file.</source>
        <translation>这不是表格，没有办证。请单位给 xlsx、xls、ods 或 csv 文件。</translation>
    </message>
    <message>
        <source>This csv holds no readable text. Nobody was issued. Ask for the list as an xlsx file.</source>
        <translation>这个 csv 读不出文字，没有办证。请单位给 xlsx 文件。</translation>
    </message>
    <message>
        <source>The list has more than {limit} rows. Nobody was issued. Split it into several files.</source>
        <translation>名单超过 {limit} 行，没有办证。分成几个文件再导入。</translation>
    </message>
    <message>
        <source>One cell holds more than {limit} characters. Nobody was issued. Ask the unit to mend the list.</source>
        <translation>有一格超过 {limit} 个字，没有办证。请单位改好名单。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits, not all the same and no run like 1234. Nothing was changed. Choose another.</source>
        <translation>PIN 码要 4 到 8 位数字，不能全相同，也不能像 1234 这样连号。什么都没改。请另选一个。</translation>
    </message>
    <message>
        <source>The number of days is 0 or more. Nothing was removed. Write another number.</source>
        <translation>天数应为 0 或更大。什么都没清除。请改一个数。</translation>
    </message>
    <message>
        <source>The photo cannot be used. Nothing was changed. Choose another picture, or go on without one.</source>
        <translation>这张照片用不了。什么都没改。换一张，或先不放。</translation>
    </message>
    <message>
        <source>The last day lies before the first. Nothing was changed. Put the last day right.</source>
        <translation>到期日在起始日前面。什么都没改。改好到期日。</translation>
    </message>
    <message>
        <source>This is no address of a PostgreSQL server. Nothing was changed. It begins with postgresql://.</source>
        <translation>这不是 PostgreSQL 服务器的地址。什么都没动。地址以 postgresql:// 开头。</translation>
    </message>
    <message>
        <source>This name cannot be used. Nothing was changed. Write another.</source>
        <translation>这个名字不能用。什么都没改。另写一个。</translation>
    </message>
    <message>
        <source>This passphrase cannot be used. Nothing was changed. Write another.</source>
        <translation>这个口令不能用。什么都没改。另写一个。</translation>
    </message>
    <message>
        <source>At one time 1 to 500 blank cards can be made. None was made. Write another number.</source>
        <translation>一次可以做 1 到 500 张空白证，还没做。换一个数。</translation>
    </message>
    <message>
        <source>This change of shift was purged. There is no page of it any more. The counts of the day stay.</source>
        <translation>这次换班已经清理掉，没有那一页了。当天的数还在。</translation>
    </message>
    <message>
        <source>What is handed over has a name of 40 characters at most, each once. Nothing was written. Put the list right.</source>
        <translation>交接的东西名称最多 40 个字，每样写一次。什么都没写入。改一下单子。</translation>
    </message>
    <message>
        <source>Nobody takes over from themselves. Nothing was written. Choose somebody else, or nobody.</source>
        <translation>自己不能接自己的班。什么都没写入。选另一个人，或选「没有人」。</translation>
    </message>
    <message>
        <source>A sheet has places 1 to 10. Nothing was printed. Choose the first free place.</source>
        <translation>一张纸有 10 个位置，还没印。选第一个空位。</translation>
    </message>
    <message>
        <source>Name, days and scope are on the card. Nothing was changed. Reissue the pass to change them.</source>
        <translation>姓名、有效期、范围都在证上。什么都没改。要改请补办。</translation>
    </message>
    <message>
        <source>These numbers cannot be read. Nothing was printed. Write them as 1-50 or 3,7,12.</source>
        <translation>编号看不懂，还没印。写成 1-50 或 3,7,12。</translation>
    </message>
    <message>
        <source>The file is far larger than a list of people. Nobody was issued. Ask the unit for the list alone, without pictures.</source>
        <translation>文件比人员名单大得多，没有办证。请单位只给名单，不要图片。</translation>
    </message>
    <message>
        <source>Only the lead may do this. Nothing was changed. Ask the lead, or change operator.</source>
        <translation>这要组长来办。什么都没改。找组长，或换人登录。</translation>
    </message>
    <message>
        <source>Only a registrar or the lead may do this. Nothing was changed. Ask one, or change operator.</source>
        <translation>这要办证员或组长来办。什么都没改。找他们，或换人登录。</translation>
    </message>
    <message>
        <source>Somebody here has this name already. Nothing was changed. Add something to tell them apart.</source>
        <translation>这里已有同名的人。什么都没改。加点字区分开。</translation>
    </message>
    <message>
        <source>A value cannot be used: {field}. Nothing was changed. Put it right and try again.</source>
        <translation>有一项不能用：{field}。什么都没改。改好再试一次。</translation>
    </message>
    <message>
        <source>Nothing can be written here. Nothing is lost. Choose another place, or take off the write protection.</source>
        <translation>这里写不进去。数据没丢。换一个地方，或打开写保护开关。</translation>
    </message>
    <message>
        <source>The register&apos;s file is not there. See that the drive is in, and open it again.</source>
        <translation>登记册的文件不见了。看看 U 盘插好没有，再打开一次。</translation>
    </message>
    <message>
        <source>After several wrong tries {name} has to wait: {seconds} seconds more. Nothing was opened. Wait, look at Caps Lock, then type slowly.</source>
        <translation>{name}连续输错，还要等 {seconds} 秒。什么都没有打开。请等一等，看看大写锁定，再慢慢输入。</translation>
    </message>
    <message>
        <source>The PIN is not right. Nothing was changed. Type it again, or use the passphrase.</source>
        <translation>PIN 码不对。什么都没改。请重新输入，或改用口令。</translation>
    </message>
    <message>
        <source>{name} has no PIN. Nothing was changed. Use the passphrase; a PIN can be set afterwards.</source>
        <translation>{name}还没有设 PIN 码。什么都没改。请用口令，之后可以设 PIN 码。</translation>
    </message>
    <message>
        <source>{name} has not unlocked yet since the program was started. Nothing was changed. Use the passphrase this once; then the PIN will do.</source>
        <translation>本次启动后{name}还没有用口令进入过。什么都没改。这次请用口令，以后用 PIN 码就行。</translation>
    </message>
    <message>
        <source>This register is a command post&apos;s, and only a gate does this. Nothing was changed.</source>
        <translation>这是指挥部的登记册，这件事只有门岗做。什么都没改。</translation>
    </message>
    <message>
        <source>Number {gate} belongs to another key already. Nothing was changed. Find out which laptop is right; a further one needs a number of its own.</source>
        <translation>{gate} 号已属于另一把密钥。什么都没改。请查清哪台电脑是对的；新增的电脑要用自己的编号。</translation>
    </message>
    <message>
        <source>Gate {gate} was never admitted here. Nothing was changed. Look at the number again.</source>
        <translation>{gate} 号门岗从未在这里接入。什么都没改。请再核对编号。</translation>
    </message>
    <message>
        <source>This key belongs to gate {gate} already. Nothing was changed. A register cannot be copied to make another gate; set the other one up.</source>
        <translation>这把密钥已属于 {gate} 号门岗。什么都没改。不能复制登记册来当另一个门岗，请给那边重新建登记册。</translation>
    </message>
    <message>
        <source>Gate {gate} has asked anew since this request. Nothing was changed. Use the newer file.</source>
        <translation>{gate} 号门岗后来又申请过。什么都没改。请用较新的文件。</translation>
    </message>
    <message>
        <source>Gate {gate} asks from a practice register. Nothing was changed. Only a real one can be admitted.</source>
        <translation>{gate} 号门岗用练习登记册提出申请。什么都没改。只能接入正式登记册。</translation>
    </message>
    <message>
        <source>This gate meets this command post for the first time. Nothing was taken in. Compare {fingerprint} with the post by phone or on paper, then take it in with that fingerprint.</source>
        <translation>本门岗第一次接收这个指挥部的回复。什么都没收下。请打电话或对照纸面与指挥部核对 {fingerprint}，再带上指纹接收。</translation>
    </message>
    <message>
        <source>The fingerprint does not fit: {fingerprint} signed this file. Nothing was taken in. Compare once more; if it stays so, the file is not theirs.</source>
        <translation>指纹对不上：这个文件由 {fingerprint} 签名。什么都没收下。请再核对一次；还是不对，文件就不是对方的。</translation>
    </message>
    <message>
        <source>This answer is not from {name}, the command post of this gate. Nothing was taken in. Ask for your own post&apos;s file.</source>
        <translation>这份回复不是本门岗所属的{name}发的。什么都没收下。请要自己指挥部的文件。</translation>
    </message>
    <message>
        <source>This answer does not know this gate with its key. Nothing was taken in. Send the command post a request first.</source>
        <translation>这份回复里没有本门岗和它的密钥。什么都没收下。请先向指挥部提出申请。</translation>
    </message>
    <message>
        <source>This answer was made at {made_at}, later than this laptop&apos;s clock. Nothing was taken in. Put the clock right, then take it in again.</source>
        <translation>这份回复写于 {made_at}，晚于本机时钟。什么都没收下。请先把时钟调准，再收一次。</translation>
    </message>
    <message>
        <source>Answer {number} is not newer than {have}, which was taken in before. Nothing was changed. Ask for the newest one.</source>
        <translation>第 {number} 号回复不比已收的第 {have} 号新。什么都没改。请要最新的一份。</translation>
    </message>
    <message>
        <source>The list in this answer is not in order. Nothing was taken in. Ask the command post for it once more.</source>
        <translation>这份回复里的名单顺序不对。什么都没收下。请指挥部再给一次。</translation>
    </message>
    <message>
        <source>There is nothing older than {days} days. Nothing had to be removed.</source>
        <translation>没有早于 {days} 天的内容，不用清除。</translation>
    </message>
    <message>
        <source>Lines up to {day} have not left for the command post yet. Nothing was removed. Export first, then purge.</source>
        <translation>{day} 及以前还有内容没有导出给指挥部。什么都没清除。请先导出，再清除。</translation>
    </message>
    <message>
        <source>The key file names more people than a register can have; somebody changed it. The register is safe. Take both files from a backup.</source>
        <translation>密钥文件里的人比登记册能有的还多，被人改过。登记册没事。从备份里把两个文件都拿回来。</translation>
    </message>
    <message>
        <source>The key file here does not belong to this register: it is another one&apos;s, or an older one. The register is safe. Put the right one back, or take both files from a backup.</source>
        <translation>旁边的密钥文件不是这本登记册的：是别的册的，或是旧的。登记册没事。放回对的那个，或从备份里把两个文件都拿回来。</translation>
    </message>
    <message>
        <source>The file names no key to encrypt to, so nothing could be sent back. Nothing was changed. Ask for it once more.</source>
        <translation>文件里没有可用的加密密钥，没法回送。什么都没改。再要一次文件。</translation>
    </message>
    <message>
        <source>The file holds no usable key. Nothing was changed. Ask for it once more.</source>
        <translation>文件里没有可用的密钥。什么都没改。再要一次文件。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>In or out</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>℃</translation>
    </message>
    <message>
        <source>What</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没有证</translation>
    </message>
    <message>
        <source>First reading</source>
        <translation>第一次测温</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>补记</translation>
    </message>
</context>
<context>
    <name>TodaysLinesModel</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Bk</source>
        <comment>book, very short</comment>
        <translation>册</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>In/out</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>补记</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不知道</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Gatebook</source>
        <translation>门岗册</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>In</source>
        <translation>进</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Hold</source>
        <comment>held for a second reading, very short</comment>
        <translation>待测</translation>
    </message>
    <message>
        <source>Void</source>
        <comment>a voided line, very short</comment>
        <translation>作废</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>发热</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message numerus="yes">
        <source>About %n s left</source>
        <translation>
            <numerusform>大约还要 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n min left</source>
        <translation>
            <numerusform>大约还要 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停下</translation>
    </message>
</context>
</TS>
