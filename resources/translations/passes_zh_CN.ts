<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdoptSheet</name>
    <message>
        <source>Cards already out on paper</source>
        <translation>已发的纸证</translation>
    </message>
    <message>
        <source>New passes go on after these numbers. The paper cards have no code: at the gate their number is typed, M12. Who holds one is written in when they come, or from a list whose first column is the number.</source>
        <translation>新证接着这些号往下编。纸证上没有码：在门岗打编号，如 医12 或 M12。是谁的，人来了再写；也可以导入带编号的名单。</translation>
    </message>
    <message>
        <source>Last number on paper</source>
        <translation>纸证最后一号</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>册</translation>
    </message>
    <message>
        <source>Write the next one in</source>
        <translation>补录下一张</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接上</translation>
    </message>
    <message>
        <source>{first} to {last} are taken over, the next new pass is {next}</source>
        <translation>{first} 到 {last} 接上，下一张新证是 {next}</translation>
    </message>
    <message>
        <source>From {first} on: lower numbers are given out already</source>
        <translation>从 {first} 起：前面的号已经用了</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) on paper wait for a name</source>
        <translation>
            <numerusform>还有 %n 张纸证没写是谁的</numerusform>
        </translation>
    </message>
    <message>
        <source>A number, as on the last card</source>
        <translation>写数字，照最后一张证</translation>
    </message>
    <message>
        <source>Numbers up to {highest} are given out. At most 5000 at once</source>
        <translation>{highest} 号以前都用了。一次最多接 5000 个</translation>
    </message>
</context>
<context>
    <name>BookView</name>
    <message>
        <source>A registrar or the lead does this</source>
        <translation>要办证员或组长来办</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>已选 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Esc to clear</source>
        <translation>Esc 取消</translation>
    </message>
    <message>
        <source>Official</source>
        <comment>tab of a book</comment>
        <translation>公务册</translation>
    </message>
    <message>
        <source>Medical</source>
        <comment>tab of a book</comment>
        <translation>医务册</translation>
    </message>
    <message>
        <source>Support</source>
        <comment>tab of a book</comment>
        <translation>保障册</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Ends in 7 days</source>
        <translation>7 天内到期</translation>
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
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Type more</source>
        <translation>再多输几个字</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody like that</source>
        <translation>没找到这个人</translation>
    </message>
    <message>
        <source>Try initials, phone, home or number</source>
        <translation>试试首字母、电话、住址或编号</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>看全部</translation>
    </message>
    <message>
        <source>This book is empty</source>
        <translation>这一册还是空的</translation>
    </message>
    <message>
        <source>Make the first pass, or take in a unit's list</source>
        <translation>办第一张证，或导入单位的名单</translation>
    </message>
    <message>
        <source>New pass</source>
        <translation>办新证</translation>
    </message>
    <message>
        <source>Cards</source>
        <comment>short</comment>
        <translation>印证</translation>
    </message>
    <message>
        <source>Import</source>
        <comment>short</comment>
        <translation>批量导入</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>通行证</translation>
    </message>
    <message>
        <source>Print cards</source>
        <translation>印证</translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>批量导入</translation>
    </message>
    <message>
        <source>Name, initials, number, phone, home</source>
        <translation>姓名、首字母、编号、电话、住址</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Save as list</source>
        <translation>导出名单</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
</context>
<context>
    <name>CardChoices</name>
    <message numerus="yes">
        <source>Print the %n waiting one(s) once more</source>
        <translation>
            <numerusform>再印没发出去的 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation>
            <numerusform>选中的 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Not printed yet</source>
        <translation>还没印的</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>A whole book</source>
        <translation>整册</translation>
    </message>
    <message>
        <source>Blank cards</source>
        <translation>空白证</translation>
    </message>
    <message>
        <source>Which cards</source>
        <translation>印哪些</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>册</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>1-50 or 3,7,12</source>
        <translation>1-50 或 3,7,12</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>多少张</translation>
    </message>
    <message>
        <source>1 to {most}</source>
        <translation>1 到 {most}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>A4 纸</translation>
    </message>
    <message>
        <source>ten to cut out</source>
        <translation>一张十个，裁开</translation>
    </message>
    <message>
        <source>CR80 card</source>
        <translation>CR80 硬卡</translation>
    </message>
    <message>
        <source>card printer</source>
        <translation>证卡打印机</translation>
    </message>
    <message>
        <source>A6 paper</source>
        <translation>A6 纸卡</translation>
    </message>
    <message>
        <source>for a lanyard</source>
        <translation>挂脖子</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>A bar code too, for scanners that read no QR code</source>
        <translation>再印一条条形码，给扫不了二维码的枪</translation>
    </message>
    <message>
        <source>First free place</source>
        <translation>第一个空位</translation>
    </message>
    <message>
        <source>On a sheet that is partly used, press where it goes on</source>
        <translation>用过一半的纸，点接着印的位置</translation>
    </message>
</context>
<context>
    <name>CardSide</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>A6 paper</source>
        <translation>A6 纸卡</translation>
    </message>
    <message>
        <source>CR80 card</source>
        <translation>CR80 硬卡</translation>
    </message>
</context>
<context>
    <name>CardsView</name>
    <message>
        <source>Write them as 1-50 or 3,7,12</source>
        <translation>写成 1-50 或 3,7,12</translation>
    </message>
    <message>
        <source>1 to {most}</source>
        <translation>1 到 {most}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No typeface here has {characters} ({names}): an empty box is printed, write it by hand</source>
        <translation>字体里没有「{characters}」（{names}）：印成空格，手写补上</translation>
    </message>
    <message numerus="yes">
        <source>%n revoked: no card</source>
        <translation>
            <numerusform>%n 张已吊销，不印</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more go into the next job</source>
        <translation>
            <numerusform>还有 %n 张下一批印</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>No card to print</source>
        <translation>没有要印的证</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>通行证</translation>
    </message>
    <message>
        <source>Gatebook cards</source>
        <translation>门岗册 通行证</translation>
    </message>
    <message>
        <source>No card to print. Choose others</source>
        <translation>没有要印的证。换一种选法</translation>
    </message>
    <message numerus="yes">
        <source>Drawing %n card(s)</source>
        <translation>
            <numerusform>正在画 %n 张证</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending to the printer</source>
        <translation>正在送打印机</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存成 {name}</translation>
    </message>
    <message>
        <source>{name} is on the drive</source>
        <translation>{name} 已存到 U 盘</translation>
    </message>
    <message>
        <source>. It can be pulled out</source>
        <translation>。可以拔 U 盘了</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) at the printer</source>
        <translation>
            <numerusform>已送打印机 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Nothing is marked as printed</source>
        <translation>停下了。没有记成已印</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Print cards</source>
        <translation>印证</translation>
    </message>
    <message>
        <source>Print at 100 %, unscaled</source>
        <translation>按 100% 打印，不要缩放</translation>
    </message>
    <message>
        <source>Back to the books</source>
        <translation>回到册子</translation>
    </message>
    <message>
        <source>Printed before</source>
        <translation>打印记录</translation>
    </message>
    <message>
        <source>To a USB drive</source>
        <translation>存到 U 盘</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Still missing: {fields}</source>
        <translation>还缺：{fields}</translation>
    </message>
    <message>
        <source>Twice: {field}</source>
        <translation>选重了：{field}</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Which column is which?</source>
        <translation>哪一列是什么？</translation>
    </message>
    <message>
        <source>These titles are not known here. Name and ID number are needed, the rest can stay open.</source>
        <translation>这些表头认不出来。姓名和身份证号一定要，别的可以不选。</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>换一份名单</translation>
    </message>
    <message>
        <source>Read the list</source>
        <translation>读这份名单</translation>
    </message>
</context>
<context>
    <name>DropBox</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读 {name}</translation>
    </message>
    <message>
        <source>Drop a unit's list here</source>
        <translation>把单位的名单拖到这里</translation>
    </message>
    <message>
        <source>xlsx, xls, ods or csv. First every row is shown; nobody gets a pass before you say so.</source>
        <translation>xlsx、xls、ods、csv 都行。先看每一行，你说办才办。</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选名单文件</translation>
    </message>
    <message>
        <source>Cards already out on paper</source>
        <translation>已发的纸证</translation>
    </message>
</context>
<context>
    <name>FormPhoto</name>
    <message>
        <source>Choose a picture</source>
        <translation>选照片文件</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>ListResult</name>
    <message numerus="yes">
        <source>%n pass(es) issued</source>
        <translation>
            <numerusform>办好 %n 张证</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n row(s) for the unit</source>
        <translation>
            <numerusform>存 %n 行退回单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Print these cards</source>
        <translation>印这一批</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>换一份名单</translation>
    </message>
    <message>
        <source>To the books</source>
        <translation>回到册子</translation>
    </message>
</context>
<context>
    <name>ListTerms</name>
    <message>
        <source>Write the day, for example 2020-03-15</source>
        <translation>写日期，例：2020-03-15</translation>
    </message>
    <message>
        <source>Into which book</source>
        <translation>登进哪一册</translation>
    </message>
    <message>
        <source>As the list's column says</source>
        <translation>按名单里的类别</translation>
    </message>
    <message>
        <source>Where no last day stands</source>
        <translation>没写到期日的</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>可走</translation>
    </message>
    <message>
        <source>They hold these numbers on paper</source>
        <translation>编号就是他们纸证的号</translation>
    </message>
    <message>
        <source>Gate</source>
        <comment>where a card is good, short</comment>
        <translation>本门</translation>
    </message>
    <message>
        <source>Compound</source>
        <comment>where a card is good, short</comment>
        <translation>本小区</translation>
    </message>
    <message>
        <source>District</source>
        <comment>where a card is good, short</comment>
        <translation>全区</translation>
    </message>
</context>
<context>
    <name>PassForm</name>
    <message>
        <source>Name, days or scope stand on the card: a new one is needed, the old one will be dead</source>
        <translation>姓名、有效期、范围印在证上：要换新证，旧证作废</translation>
    </message>
    <message>
        <source>{name} has {number} in this book already</source>
        <translation>{name} 在这一册已有 {number}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开它</translation>
    </message>
    <message>
        <source>The person has a pass in this book. Open it instead</source>
        <translation>这个人在这一册已有证。打开那张</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n to mend: </source>
        <translation>
            <numerusform>还有 %n 处要改：</numerusform>
        </translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>保存并打印</translation>
    </message>
    <message>
        <source>Bind the card</source>
        <translation>发给这个人</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>without printing</comment>
        <translation>只保存</translation>
    </message>
    <message>
        <source>New pass</source>
        <translation>办新证</translation>
    </message>
    <message>
        <source>Put a pass right</source>
        <translation>改资料</translation>
    </message>
    <message>
        <source>Bind a blank card</source>
        <translation>发空白证</translation>
    </message>
    <message>
        <source>Filled in here, seen at the side as it will print</source>
        <translation>填完，右边就是印出来的样子</translation>
    </message>
    <message>
        <source>What stands on the card needs a new card</source>
        <translation>改了证上印的内容，就要换新证</translation>
    </message>
    <message>
        <source>The card is printed already; write the person into the book</source>
        <translation>证已经印好，把人登进册里</translation>
    </message>
    <message>
        <source>Back to the books</source>
        <translation>回到册子</translation>
    </message>
    <message>
        <source>Keep unit, days and papers for the next</source>
        <translation>下一张留着单位、有效期和查验</translation>
    </message>
</context>
<context>
    <name>PassPanel</name>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>可走</translation>
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
        <source>Plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>{when}: {reason}</source>
        <translation>{when}，{reason}</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>证</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>查验</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>First card</source>
        <translation>第 1 张</translation>
    </message>
    <message>
        <source>Card {issue}</source>
        <translation>第 {issue} 张</translation>
    </message>
    <message>
        <source>{card}: {reason}</source>
        <translation>{card}，{reason}</translation>
    </message>
    <message>
        <source>, not printed yet</source>
        <translation>，还没印</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>看全</translation>
    </message>
    <message>
        <source> for 10 seconds. That you looked is kept as a line</source>
        <translation>，显示 10 秒，谁看过会记一条</translation>
    </message>
    <message>
        <source>Show {name} in full</source>
        <translation>看全{name}</translation>
    </message>
    <message>
        <source>{when}, card {issue}, {printer}, {who}</source>
        <translation>{when}，第 {issue} 张证，{printer}，{who}</translation>
    </message>
    <message>
        <source>PDF file</source>
        <translation>PDF 文件</translation>
    </message>
    <message numerus="yes">
        <source>and %n time(s) before</source>
        <translation>
            <numerusform>之前还有 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Reissue</source>
        <translation>补办</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Put facts right</source>
        <translation>改资料</translation>
    </message>
    <message>
        <source>Put facts right. That you see the numbers in full is kept as a line</source>
        <translation>改资料。看到完整号码会记一条</translation>
    </message>
    <message>
        <source>Last crossings</source>
        <translation>最近进出</translation>
    </message>
    <message>
        <source>Never crossed here</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>A registrar or the lead does this</source>
        <translation>要办证员或组长来办</translation>
    </message>
    <message>
        <source>Choose a pass</source>
        <translation>选一张证</translation>
    </message>
    <message>
        <source>All about it is shown here</source>
        <translation>这里显示它的全部资料</translation>
    </message>
</context>
<context>
    <name>PassesPage</name>
    <message>
        <source>Goes on with what was filled in before</source>
        <translation>接着填上次没存的</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) at the printer. Did all cards come out well?</source>
        <translation>
            <numerusform>%n 张纸已送到打印机。每张证都印好了吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>One did not</source>
        <translation>有没印好的</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) taken over</source>
        <translation>
            <numerusform>接上了 %n 个号</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the first one in</source>
        <translation>补录第一张</translation>
    </message>
    <message>
        <source>{number} saved: {name}</source>
        <translation>{number} 已办好：{name}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Renewing {done} of {total}</source>
        <translation>延期 {done} / {total}</translation>
    </message>
    <message>
        <source>Revoking {done} of {total}</source>
        <translation>吊销 {done} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es) done</source>
        <translation>
            <numerusform>办好 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n could not be</source>
        <translation>
            <numerusform>，%n 张没办成</numerusform>
        </translation>
    </message>
    <message>
        <source>; stopped: {why}</source>
        <translation>；停下了：{why}</translation>
    </message>
    <message>
        <source>{number}: the old card is dead, card {issue} is good</source>
        <translation>{number}：旧证作废，第 {issue} 张有效</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Save as list</source>
        <translation>导出名单</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>通行证名单</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存成 {name}</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>seen by {name}</source>
        <translation>查验人 {name}</translation>
    </message>
    <message>
        <source>Which book</source>
        <translation>哪一册</translation>
    </message>
    <message>
        <source>The number is the book's next</source>
        <translation>编号跟着册走</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Number of the document</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>kind of document, short</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>可走</translation>
    </message>
    <message>
        <source>Gate</source>
        <comment>where a card is good, short</comment>
        <translation>本门</translation>
    </message>
    <message>
        <source>Compound</source>
        <comment>where a card is good, short</comment>
        <translation>本小区</translation>
    </message>
    <message>
        <source>District</source>
        <comment>where a card is good, short</comment>
        <translation>全区</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>building, stairway, room</source>
        <translation>楼栋、单元、房号</translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Papers seen</source>
        <translation>查验了哪些证件</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>can come later</source>
        <translation>可以先不放</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选照片文件</translation>
    </message>
    <message>
        <source>Without photo</source>
        <translation>不放照片</translation>
    </message>
</context>
<context>
    <name>ReissueSheet</name>
    <message>
        <source>A new card for {name} ({number})</source>
        <translation>给 {name} 补办（{number}）</translation>
    </message>
    <message>
        <source>The number stays. The old card is dead at once, wherever it turns up.</source>
        <translation>编号不变。旧证马上作废，在哪儿扫到都不能进。</translation>
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
        <source>Go on to print it</source>
        <translation>接着打印</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reissue</source>
        <translation>补办</translation>
    </message>
    <message>
        <source>Choose first: lost or damaged</source>
        <translation>先选：丢失还是损坏</translation>
    </message>
</context>
<context>
    <name>RenewSheet</name>
    <message>
        <source>Renew {name}'s pass ({number})</source>
        <translation>给 {name} 的证延期（{number}）</translation>
    </message>
    <message numerus="yes">
        <source>Renew the %n ticked pass(es)</source>
        <translation>
            <numerusform>给选中的 %n 张证延期</numerusform>
        </translation>
    </message>
    <message>
        <source>The days stand in the card's code, so a new card is needed. The old one is dead at once.</source>
        <translation>有效期在证的码里，所以要换新证。旧证马上作废。</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>选日期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on to print it</source>
        <translation>接着打印</translation>
    </message>
    <message>
        <source>Go on to print them</source>
        <translation>接着打印</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Write the day, for example 2020-03-15</source>
        <translation>写日期，例：2020-03-15</translation>
    </message>
    <message>
        <source>This day is past. Look at the year</source>
        <translation>这天已经过了。看看年份</translation>
    </message>
    <message>
        <source>More than a year ahead. Look at the year</source>
        <translation>超过一年了。看看年份</translation>
    </message>
</context>
<context>
    <name>RevokeSheet</name>
    <message>
        <source>Left the post</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>Misused</source>
        <translation>违规</translation>
    </message>
    <message>
        <source>Issued by mistake</source>
        <translation>办错</translation>
    </message>
    <message>
        <source>Ordered from above</source>
        <translation>上级要求</translation>
    </message>
    <message>
        <source>Revoke {name}'s pass ({number})?</source>
        <translation>吊销 {name} 的证（{number}）？</translation>
    </message>
    <message numerus="yes">
        <source>Revoke the %n ticked pass(es)?</source>
        <translation>
            <numerusform>吊销选中的 %n 张证？</numerusform>
        </translation>
    </message>
    <message>
        <source>From now on the card lets nobody in. To let the person in again, reissue it.</source>
        <translation>吊销后不能再凭证进入。要再进出，请补办。</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>不吊销</translation>
    </message>
</context>
<context>
    <name>RosterPreview</name>
    <message>
        <source>This file has another list: {name}</source>
        <translation>这个文件里还有一张名单：{name}</translation>
    </message>
    <message>
        <source>Read that one</source>
        <translation>读那张</translation>
    </message>
    <message>
        <source>No row can be issued. Mend some first</source>
        <translation>没有能办的。先改几行</translation>
    </message>
    <message numerus="yes">
        <source>Issuing %n pass(es)</source>
        <translation>
            <numerusform>正在办 %n 张证</numerusform>
        </translation>
    </message>
    <message>
        <source>Issuing passes: {done} of {total}</source>
        <translation>正在办证 {done} / {total}</translation>
    </message>
    <message>
        <source>to-mend</source>
        <translation>要改</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Save for the unit</source>
        <translation>存成退回名单</translation>
    </message>
    <message>
        <source>What to mend</source>
        <translation>要改什么</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存成 {name}</translation>
    </message>
    <message>
        <source>Row {row}: {problems}</source>
        <translation>第 {row} 行：{problems}</translation>
    </message>
    <message>
        <source>Press a cell and type to mend it. Space skips a row.</source>
        <translation>点一格直接改。空格跳过这一行。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>To mend</source>
        <translation>要改</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>有提醒</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已有证</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n pass(es)</source>
        <translation>
            <numerusform>办 %n 张证</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n row(s) for the unit</source>
        <translation>
            <numerusform>存 %n 行退回单位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>跳过 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>名单各行</translation>
    </message>
</context>
<context>
    <name>RosterView</name>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>选名单文件</translation>
    </message>
    <message>
        <source>The list has titles and nobody under them. Nobody was issued. Ask the unit for it once more.</source>
        <translation>名单只有表头，没有人，没有办证。请单位再发一份。</translation>
    </message>
    <message numerus="yes">
        <source>%n had one already.</source>
        <translation>
            <numerusform>%n 人已有证，没有重办。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were issued with a note.</source>
        <translation>
            <numerusform>%n 行办了，有提醒。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not issued and can go back to the unit.</source>
        <translation>
            <numerusform>%n 行没办，可以退回单位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in a list</source>
        <translation>批量导入</translation>
    </message>
    <message>
        <source>Back to the books</source>
        <translation>回到册子</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列的意思</translation>
    </message>
    <message>
        <source>Another list</source>
        <translation>换一份名单</translation>
    </message>
</context>
<context>
    <name>ValidityFields</name>
    <message>
        <source>Write the day, for example 2020-03-15</source>
        <translation>写日期，例：2020-03-15</translation>
    </message>
    <message>
        <source>The last day lies before the first</source>
        <translation>到期日在起始日前面</translation>
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
        <source>Good from and until</source>
        <translation>有效期</translation>
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
        <source>Choose a day</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two days</comment>
        <translation>至</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
</TS>