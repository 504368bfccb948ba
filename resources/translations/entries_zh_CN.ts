<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CorrectSheet</name>
    <message>
        <source>Correct line {no}</source>
        <translation>改正第 {no} 条</translation>
    </message>
    <message>
        <source>It says: {line}</source>
        <translation>现在写的：{line}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么改</translation>
    </message>
    <message>
        <source>Line {no} is voided; a new line is written at the same time, {time}.</source>
        <translation>第 {no} 条作废，另写一条，时间还是 {time}。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>改正</translation>
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
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>测在哪里</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>是谁</translation>
    </message>
    <message>
        <source>name, initials or pass number</source>
        <translation>姓名、拼音首字母或证号</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没有证</translation>
    </message>
    <message>
        <source>{name}, without a card</source>
        <translation>{name}，没有证</translation>
    </message>
    <message>
        <source>Write it as 365 or 36.5, or leave it empty</source>
        <translation>写成 365 或 36.5，没测就空着</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Change what is wrong, or leave it</source>
        <translation>还没改什么。改错的地方，或者点「不改」</translation>
    </message>
</context>
<context>
    <name>EntriesPage</name>
    <message>
        <source>No line is like this</source>
        <translation>没有这样的登记</translation>
    </message>
    <message>
        <source>Search for less, or show all</source>
        <translation>少写几个字，或者看全部</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>No line today yet</source>
        <translation>今天还没登记</translation>
    </message>
    <message>
        <source>The first pass that is scanned makes one</source>
        <translation>扫第一张证就有了</translation>
    </message>
    <message>
        <source>Type in from paper</source>
        <translation>补录纸上的</translation>
    </message>
    <message>
        <source>No line on this day</source>
        <translation>这一天没有登记</translation>
    </message>
    <message>
        <source>What was written on paper can be typed in</source>
        <translation>纸上记的可以补录进来</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>From paper</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>Type in what was written on paper while the laptop was down</source>
        <translation>电脑用不了时记在纸上的，录进来</translation>
    </message>
    <message>
        <source>The lines of the day</source>
        <translation>这一天的登记</translation>
    </message>
</context>
<context>
    <name>EntryFilters</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
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
        <source>Fever</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没有证</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>没放行</translation>
    </message>
    <message>
        <source>By anyone</source>
        <translation>全部登记人</translation>
    </message>
    <message>
        <source>Name, initials, pass or line number</source>
        <translation>姓名、首字母、证号或序号</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>册</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>All books</source>
        <translation>全部册</translation>
    </message>
</context>
<context>
    <name>LinePanel</name>
    <message>
        <source>Not known</source>
        <translation>不知道是谁</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>补记</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>册</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>查验</translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>First reading</source>
        <translation>第一次</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写入时间</translation>
    </message>
    <message>
        <source>{when}, {reason}</source>
        <translation>{when}，{reason}</translation>
    </message>
    <message>
        <source>Written again as {no}</source>
        <translation>改成了 {no}</translation>
    </message>
    <message>
        <source>Stands for {no}</source>
        <translation>改的是 {no}</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>还没编号</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等复测</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Take the second reading on the gate page (F8)</source>
        <translation>到门岗页复测（F8）</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>不编号</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>没放行</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>Temperatures of this person</source>
        <translation>这个人的体温</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>没测</translation>
    </message>
    <message>
        <source>{temperature} ({method})</source>
        <translation>{temperature}，{method}</translation>
    </message>
    <message>
        <source>{temperature} ℃ at {time}</source>
        <translation>{temperature} ℃，{time}</translation>
    </message>
    <message>
        <source>{verdict}: {reason}</source>
        <translation>{verdict}：{reason}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Correcting is for a registrar or the lead</source>
        <translation>改正要办证员或组长</translation>
    </message>
    <message>
        <source>Choose a line</source>
        <translation>点一条看看</translation>
    </message>
    <message>
        <source>All about it is shown here</source>
        <translation>这里显示它的全部内容</translation>
    </message>
</context>
<context>
    <name>PaperInput</name>
    <message>
        <source>In</source>
        <translation>进</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>纸上号</translation>
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
        <source>1 in, 2 out</source>
        <translation>1 进 2 出</translation>
    </message>
    <message>
        <source>Pass or name</source>
        <translation>证号或姓名</translation>
    </message>
    <message>
        <source>M12, a name, or initials</source>
        <translation>医12、姓名或首字母</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>记下</translation>
    </message>
</context>
<context>
    <name>PaperNumbers</name>
    <message>
        <source>The number printed before the line, as 413</source>
        <translation>写纸上那一行前面的号，如 413</translation>
    </message>
    <message>
        <source>No. {number} is typed in already</source>
        <translation>{number} 号已经打过了</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Tables (*.csv *.xlsx *.xls *.ods)</source>
        <translation>表格 (*.csv *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>A table of what was written on paper</source>
        <translation>选纸上登记录成的表格</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读 {file}</translation>
    </message>
    <message>
        <source>There is no line in this table. Nothing was written</source>
        <translation>这个表里没有登记。什么都没写入</translation>
    </message>
    <message>
        <source>paper lines to mend.xlsx</source>
        <translation>补录要改的.xlsx</translation>
    </message>
    <message>
        <source>Save the lines to mend</source>
        <translation>存下要改的行</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>What to mend</source>
        <translation>要改什么</translation>
    </message>
    <message>
        <source>Saved in {file}. Mend it there and read it again</source>
        <translation>存在 {file} 里了。改好再读进来</translation>
    </message>
    <message>
        <source>Writing into the book</source>
        <translation>正在写进登记</translation>
    </message>
    <message>
        <source>No row with the titles time, in or out, and pass or name was found. Nothing was written.</source>
        <translation>没找到有「时间、进出、证号或姓名」的标题行。什么都没写入。</translation>
    </message>
    <message>
        <source>This file cannot be read as a table. Nothing was written. Save it as xlsx or csv.</source>
        <translation>这个文件读不成表格。什么都没写入。另存成 xlsx 或 csv 再选。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not written yet</source>
        <translation>
            <numerusform>还有 %n 条没写进登记</numerusform>
        </translation>
    </message>
    <message>
        <source>What was typed here is thrown away. What is in the book stays.</source>
        <translation>这里录的不要了。已经写进登记的还在。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留下</translation>
    </message>
    <message numerus="yes">
        <source>Write %n line(s)</source>
        <translation>
            <numerusform>写进登记 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) to mend: press Enter on one</source>
        <translation>
            <numerusform>%n 条要改：选中按 Enter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) in the book already, left out</source>
        <translation>
            <numerusform>%n 条早就登记过，不再写</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written</source>
        <translation>
            <numerusform>写好 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>. </source>
        <comment>between two sentences</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Save those to mend</source>
        <translation>存下要改的</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>From paper</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>From a table</source>
        <translation>从表格读</translation>
    </message>
    <message>
        <source>Lines from paper</source>
        <translation>纸上的登记</translation>
    </message>
    <message>
        <source>Type what stands on the paper</source>
        <translation>照着纸上录</translation>
    </message>
    <message>
        <source>Time, in or out, who, temperature, Enter. Nothing is in the book before you write it.</source>
        <translation>时间、进出、是谁、体温，按 Enter。最后再一起写进登记。</translation>
    </message>
    <message>
        <source>Or take a table</source>
        <translation>或者读一个表格</translation>
    </message>
    <message>
        <source>Print paper for a power cut</source>
        <translation>打印停电登记纸</translation>
    </message>
</context>
<context>
    <name>PaperPrinting</name>
    <message>
        <source>Paper with numbers {first} to {last}</source>
        <translation>停电登记纸 {first} 至 {last} 号</translation>
    </message>
    <message>
        <source>Lines on paper</source>
        <translation>停电登记纸</translation>
    </message>
    <message>
        <source>At the printer: paper with numbers {first} to {last}</source>
        <translation>已送到打印机：停电登记纸 {first} 至 {last} 号</translation>
    </message>
</context>
<context>
    <name>VoidReasons</name>
    <message>
        <source>Wrong person</source>
        <translation>记错人</translation>
    </message>
    <message>
        <source>Wrong direction</source>
        <translation>方向记反</translation>
    </message>
    <message>
        <source>Wrong temperature</source>
        <translation>体温记错</translation>
    </message>
    <message>
        <source>Written twice</source>
        <translation>重复登记</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>写一句原因</translation>
    </message>
    <message>
        <source>Choose or write a reason</source>
        <translation>先选一个原因，或写一句</translation>
    </message>
</context>
<context>
    <name>VoidSheet</name>
    <message>
        <source>Void line {no}?</source>
        <translation>作废第 {no} 条？</translation>
    </message>
    <message>
        <source>It stays in its place, struck through; its number is not used again.</source>
        <translation>作废后留在原处划掉，号码不再用。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不作废</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
</TS>