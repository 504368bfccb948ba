<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>the day's folder</source>
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
        <source>adds, disables or changes operators</source>
        <translation>添加、停用或修改值守人员</translation>
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
        <translation>{name}：发热。已记为第 {seq} 行待测，请复测。</translation>
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
    <message numerus="yes">
        <source>{day} is sealed with %n line(s).</source>
        <translation><numerusform>{day} 已封存，共 %n 条。</numerusform></translation>
    </message>
    <message>
        <source>A plain or unmasked export needs a reason. Nothing was written. Give --reason TEXT.</source>
        <translation>不加密或不遮盖的导出要写原因。什么都没写。请加 --reason。</translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n line(s) written to {folder}, read back and compared.</source>
        <translation><numerusform>{day}：%n 行已写到 {folder}，读回核对一致。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) recorded.</source>
        <translation><numerusform>补录了 %n 条。</numerusform></translation>
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
        <translation><numerusform>查了 %n 条，没有被改动过。</numerusform></translation>
    </message>
    <message>
        <source>Line {seq} of gate {gate} is not as it was written ({kind}). Nothing was mended. Keep a copy.</source>
        <translation>{gate} 号门岗第 {seq} 行和写下时不一样（{kind}）。没有改动任何东西。请留一份备份。</translation>
    </message>
    <message>
        <source>The views are not what the lines say ({kind}). The lines are safe. Tell the command post.</source>
        <translation>账面和逐行记录对不上（{kind}）。逐行记录没有丢。请报告指挥部。</translation>
    </message>
    <message>
        <source>Copied, encrypted, to {path}.</source>
        <translation>已加密备份到 {path}。</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es) issued.</source>
        <translation><numerusform>发了 %n 张证。</numerusform></translation>
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
        <translation><numerusform>%n 张证写到 {path}。</numerusform></translation>
    </message>
    <message>
        <source>{number}: no typeface here has {characters}. The place is left free; write it by hand.</source>
        <translation>{number}：没有字体能印“{characters}”。已留空位，请手写。</translation>
    </message>
    <message>
        <source>A register on a server cannot be opened by this version. Nothing was done. Name a file.</source>
        <translation>这个版本打不开服务器上的登记册。什么都没做。请给一个文件。</translation>
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
        <source>held with a fever</source>
        <translation>发热待测</translation>
    </message>
    <message>
        <source>fever earlier today</source>
        <translation>今天发过热</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超时未回</translation>
    </message>
    <message>
        <source>key person</source>
        <translation>重点人员</translation>
    </message>
    <message>
        <source>blank card, nobody's yet</source>
        <translation>空白证，还没绑定人</translation>
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
    <name>CountersStrip</name>
    <message>
        <source>{book}: in {entered}, out {left}, inside {inside}</source>
        <translation>{book}：进 {entered}，出 {left}，在内 {inside}</translation>
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
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>On this laptop, no network</source>
        <translation>本机运行，不用联网</translation>
    </message>
    <message>
        <source>Locked but for the gate</source>
        <translation>已锁，门岗照常</translation>
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
    <name>Problems</name>
    <message>
        <source>Write the name</source>
        <translation>写上姓名</translation>
    </message>
    <message>
        <source>This is no name. Write it as on the ID card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The name holds a digit. Compare it with the ID card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write the number of the document</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The spreadsheet lost the last digits. Copy the number from the ID card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not the right length. An ID card has 18 characters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something in it is no digit. Only the last may be X</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The last digit is off. Compare with the card from the start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such birth date. Compare digits 7 to 14</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write a mobile number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No mobile begins like this. Ask for the number again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A mobile number has 11 digits. Ask for it again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a landline. Ask for a mobile number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two numbers. The first one is taken</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The ID number says otherwise. Compare with the ID card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No home given. It can be added later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No last day given. The usual one is taken</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A spreadsheet's day number, read as this date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no such day. Look at month and day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no date. Write it as 2020-03-15</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This day is past. Look at the year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More than a year ahead. Look at the year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The last day lies before the first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Which book? Official, medical or support</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no plate number. It is left out</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Far too long. Write only what belongs here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind of document</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ID number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stairway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Good from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Good until</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Plate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished" />
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
    <name>Sentences</name>
    <message>
        <source>The disk is full. What was saved before is safe. Free some space or choose another drive, then try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The drive is gone. Nothing is lost. Plug it back in and do it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing can be written to {path}. Nothing is lost. Choose another place, or take off the write protection.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{file} cannot be read. Nothing was changed. Close it in other programs, or ask for it once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{path} is not there. Nothing was changed. See that the drive is in, and choose again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is on the drive differs from what was written. The register is safe. Use another drive and write again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A file is larger than this drive can take. The register is safe. Export fewer days, or use another drive.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The disk did not answer as it should. What was saved before is safe. Try again, then tell the lead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The program's Chinese typeface is missing. Recording goes on. Install the program again to print.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No printer was found. The passes are saved. Save the PDF to a USB drive and print it where there is one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file is not a register, or is damaged. Nothing was changed. Choose another, or a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This register was made by a newer version. Nothing was changed. Install the newer version to open it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is a register already. It was not touched. Open it, or choose another place.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no register here yet. Nothing was changed. Set up the gate first, or choose a file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The register is open in another window. Nothing was changed. Go on in that window, or close it first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key file that belongs beside the register is missing. The register is safe. Put it back, or use a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key file does not fit this register or is damaged. The register is safe. Take both files from a backup.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This register is in use already. Nothing was changed. A sample goes only into an empty one: set up another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The passphrase is not right. Nothing was opened. Look at Caps Lock, and type it again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody here is called {name}. Nothing was opened. Choose a name from the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More than one person works here. Nothing was opened. Say whose passphrase it is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are {most} operators, and no more fit. Nobody was added. Disable one who has left.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is the only lead. Nothing was changed. Make somebody else a lead first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} no longer works here. Nothing was opened. Ask the lead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The register is locked. Nothing was changed. Give the operator's passphrase.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The passphrase is too short. Nothing was changed. Use at least {least} characters.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The recovery key is not right. Nothing was opened. Compare it with the paper, group by group.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This key protects nothing and is not taken. Nothing was changed. Ask for the file once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The signature does not fit: the file was changed. Nothing was taken in. Ask for it once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A line of the ledger is not as it was written. Nothing was taken in. Ask for the file once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The ledger's lines do not follow on each other at line {seq}. Nothing was taken in. Tell the command post.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This gate has no pass {number}. Nothing was changed. Look at the number on the card again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{number} is revoked already. Nothing more is needed. To let the person in again, reissue it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{number} was reissued as often as can be. Nothing was changed. Make a new pass instead.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} has pass {number} in this book already. Nothing was issued. Open it to reissue or renew.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No typeface here has {characters} ({names}). Nothing is printed yet. Print with empty boxes and write them in by hand.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This card lets nobody in. No line was written. Look at the verdict, and call the lead if in doubt.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This line is not there. Nothing was changed. Open the day again and choose it there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Line {no} is void already. Nothing more is needed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Which way is not known. No line was written. Choose in or out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The temperature is missing. No line was written. Take it, for example 365, then Enter.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A temperature is from 30.0 to 43.0. No line was written. Read it again: 365 is 36.5.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The reason is missing. Nothing was changed. Choose or write one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This list is locked with a password. Nobody was issued. Open it, save it without the password, choose again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No row with the titles name and ID number was found. Nobody was issued. Say which column is which, or ask for another list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bundle is damaged or incomplete. Nothing was taken in. Ask the gate to export it once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bundle was made by a newer version. Nothing was taken in. Install the newer version first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bundle holds a file that does not belong in it. Nothing was taken in. Ask where it comes from.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The bundle is larger than one can be. Nothing was taken in. Ask the gate to export fewer days.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This file is sealed for somebody else. Nothing was taken in. Ask for one made for this place.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The document is damaged. Nothing was taken in. Ask for it once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The document was made by a newer version. Nothing was taken in. Install the newer version first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is another kind of document. Nothing was taken in. Choose the file that was asked for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is nothing new to export. Everything is on the drive already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{file} is there already and was not replaced. Choose another name or another folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped. What was finished before stays; the rest was not done.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is empty. Nobody was issued. Ask the unit to send the list once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is damaged or was cut off. Nobody was issued. Ask the unit to send it once more.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is no table, whatever its name says. Nobody was issued. Ask for an xlsx, xls, ods or csv file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This csv holds no readable text. Nobody was issued. Ask for the list as an xlsx file.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The list has more than {limit} rows. Nobody was issued. Split it into several files.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One cell holds more than {limit} characters. Nobody was issued. Ask the unit to mend the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The photo cannot be used. Nothing was changed. Choose another picture, or go on without one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The last day lies before the first. Nothing was changed. Put the last day right.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This name cannot be used. Nothing was changed. Write another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This passphrase cannot be used. Nothing was changed. Write another.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At one time 1 to 500 blank cards can be made. None was made. Write another number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A sheet has places 1 to 10. Nothing was printed. Choose the first free place.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name, days and scope are on the card. Nothing was changed. Reissue the pass to change them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These numbers cannot be read. Nothing was printed. Write them as 1-50 or 3,7,12.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file is far larger than a list of people. Nobody was issued. Ask the unit for the list alone, without pictures.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only the lead may do this. Nothing was changed. Ask the lead, or change operator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only a registrar or the lead may do this. Nothing was changed. Ask one, or change operator.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Somebody here has this name already. Nothing was changed. Add something to tell them apart.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A value cannot be used: {field}. Nothing was changed. Put it right and try again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing can be written here. Nothing is lost. Choose another place, or take off the write protection.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The register's file is not there. See that the drive is in, and open it again.</source>
        <translation type="unfinished" />
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