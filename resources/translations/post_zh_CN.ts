<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswersPage</name>
    <message>
        <source>Where to put the answer</source>
        <translation>回复放到哪里</translation>
    </message>
    <message>
        <source>The answer is not on {place}: {why}</source>
        <translation>回复没写到 {place}：{why}</translation>
    </message>
    <message numerus="yes">
        <source>Write onto %n drive(s)</source>
        <translation>
            <numerusform>写到 %n 个 U 盘</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the answer</source>
        <translation>写回复</translation>
    </message>
    <message>
        <source>Writing answers is for a registrar or the lead</source>
        <translation>写回复要办证员或组长</translation>
    </message>
    <message numerus="yes">
        <source>Answer {number} is on %n drive(s)</source>
        <translation>
            <numerusform>{number} 号回复已写到 %n 个 U 盘</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>{number} 号回复</translation>
    </message>
    <message>
        <source>The first answer</source>
        <translation>第一份回复</translation>
    </message>
    <message>
        <source>Answer {number} was written {when}</source>
        <translation>{number} 号回复写于 {when}</translation>
    </message>
    <message>
        <source>{admitted} let in</source>
        <translation>{admitted} 个在册</translation>
    </message>
    <message>
        <source>{count} retired</source>
        <translation>{count} 个停办</translation>
    </message>
    <message>
        <source>{count} cut off</source>
        <translation>{count} 个停用</translation>
    </message>
    <message>
        <source>, {more}</source>
        <translation>，{more}</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) no longer good</source>
        <translation>
            <numerusform>%n 张证不能再用</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>gate {gate} lines {lines}</source>
        <translation>{gate} 号门 {lines} 条</translation>
    </message>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first}，还有 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n about cards and clocks</source>
        <translation>
            <numerusform>证和时钟的事 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停办</translation>
    </message>
    <message>
        <source>Has the newest</source>
        <translation>拿到最新的了</translation>
    </message>
    <message numerus="yes">
        <source>%n behind</source>
        <translation>
            <numerusform>差 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没拿过</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Gates and keys</source>
        <translation>门岗和密钥</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>吊销</translation>
    </message>
    <message>
        <source>To be sent again</source>
        <translation>要补交</translation>
    </message>
    <message>
        <source>What is odd</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>To all gates</source>
        <translation>告诉各门岗</translation>
    </message>
    <message>
        <source>What they should know</source>
        <translation>要让他们知道的</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>What they should do</source>
        <translation>要他们做的</translation>
    </message>
    <message>
        <source>Plug in the gates' drives, or choose a folder.</source>
        <translation>插上门岗的 U 盘，或选一个文件夹。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Who has which answer</source>
        <translation>各门岗拿到几号</translation>
    </message>
    <message>
        <source>as far as their drives say</source>
        <translation>按他们交来的盘</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>No gate is let in yet</source>
        <translation>还没有批准过门岗</translation>
    </message>
</context>
<context>
    <name>AsideView</name>
    <message>
        <source>Save a copy</source>
        <translation>另存一份</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of files kept aside are in now</source>
        <translation>
            <numerusform>原先没收的，现在收了 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>没收的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Nothing is kept aside</source>
        <translation>没有没收的文件</translation>
    </message>
    <message>
        <source>A file that cannot be taken in is kept here, with its reason.</source>
        <translation>收不了的文件会留在这里，写着原因。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>BundleCard</name>
    <message>
        <source>Lines</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>从 – 到</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>Next drives</source>
        <translation>收下一批</translation>
    </message>
    <message>
        <source>Plug in the gates' drives</source>
        <translation>插上门岗的 U 盘</translation>
    </message>
    <message>
        <source>Several at once if you like. Or drop files and folders here. Nothing else on them is opened.</source>
        <translation>几个一起插也行，也可以把文件、文件夹拖进来。盘上别的东西一概不打开。</translation>
    </message>
</context>
<context>
    <name>ForkPanel</name>
    <message>
        <source>{gate}: two accounts of line {line}</source>
        <translation>{gate}：第 {line} 条有两份账</translation>
    </message>
    <message>
        <source>Mostly an old copy was put back, or a copied laptop is in use too. Both are kept.</source>
        <translation>多半是换回了旧备份，或复制的电脑也在用。两份都留着。</translation>
    </message>
    <message>
        <source>Call the gate: which laptop is in use now, and what was its last line? What the post has told gates of before stays counted meanwhile.</source>
        <translation>打电话问门岗：现在用的是哪台电脑，最后一条是什么？没定之前，回复里认过的仍然算数。</translation>
    </message>
</context>
<context>
    <name>ForksView</name>
    <message>
        <source>Only a lead says which account is true.</source>
        <translation>只有组长能定哪份是真。</translation>
    </message>
    <message>
        <source>Account {letter} of line {line} is true</source>
        <translation>第 {line} 条，定 {letter} 份是真</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the other account no longer count anywhere. They are kept, with your name and reason; the gate is shown by account {letter} from here on. This cannot be undone.</source>
        <translation>
            <numerusform>另一份的 %n 条从此不算数，但留着不删，记上你的姓名和原因；这个门岗往后按 {letter} 份算。这一步不能撤回。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is true</source>
        <translation>定它是真</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不定</translation>
    </message>
    <message>
        <source>The gate was asked by phone</source>
        <translation>打电话问过门岗</translation>
    </message>
    <message>
        <source>The other comes from an old copy</source>
        <translation>另一份来自旧备份</translation>
    </message>
    <message>
        <source>The other laptop was a copy</source>
        <translation>另一台是复制的</translation>
    </message>
    <message>
        <source>Compared with paper</source>
        <translation>跟纸上对过</translation>
    </message>
    <message>
        <source>Decided. {gate} goes on by that account</source>
        <translation>定了。{gate} 往后按这份算</translation>
    </message>
    <message>
        <source>Lines with two accounts</source>
        <translation>有两份账的条目</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>第几条</translation>
    </message>
    <message>
        <source>No line has two accounts</source>
        <translation>没有两份账</translation>
    </message>
    <message>
        <source>When an old copy or a copied laptop goes on writing, both sides are laid here side by side.</source>
        <translation>旧备份或复制的电脑接着写，就会有两份账，并排列在这里。</translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Held here</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Last came in</source>
        <translation>上次收到</translation>
    </message>
    <message>
        <source>Took answer</source>
        <translation>拿到回复</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥指纹</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停办</translation>
    </message>
    <message>
        <source>Laptop lost: cut off</source>
        <translation>电脑丢了：停用</translation>
    </message>
    <message>
        <source>up to line {line}, epoch {epoch}</source>
        <translation>第 {line} 条（第 {epoch} 期）</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Only a lead decides about gates.</source>
        <translation>只有组长能定门岗的事。</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>在册</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停办</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>GatesPage</name>
    <message>
        <source>A gate's request</source>
        <translation>门岗的申请</translation>
    </message>
    <message>
        <source>That is no gate's request</source>
        <translation>这不是门岗的申请</translation>
    </message>
    <message>
        <source>{gates} gates</source>
        <translation>{gates} 个门岗</translation>
    </message>
    <message>
        <source>Asks to be let in</source>
        <translation>申请加入</translation>
    </message>
    <message>
        <source>Cannot be let in</source>
        <translation>不能批准</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>在册</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>已停办</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>{gate} is let in</source>
        <translation>{gate} 号门已批准</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) that it brought before are in</source>
        <translation>
            <numerusform>先前交来的 %n 条也收了</numerusform>
        </translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <source>Write the answer</source>
        <translation>写回复</translation>
    </message>
    <message>
        <source>Retire gate {gate}</source>
        <translation>停办 {gate}</translation>
    </message>
    <message>
        <source>It is no longer asked for on the board. Its cards stay good until their day, and what it still brings is taken in. It can be let in again.</source>
        <translation>收报一览里不再催它。它发的证用到到期，还没交的仍然收。以后可以再批准。</translation>
    </message>
    <message>
        <source>Retire it</source>
        <translation>停办</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不停</translation>
    </message>
    <message>
        <source>The gate was closed</source>
        <translation>门岗撤了</translation>
    </message>
    <message>
        <source>Joined with another gate</source>
        <translation>并到别的门岗</translation>
    </message>
    <message>
        <source>The control has ended</source>
        <translation>管控结束</translation>
    </message>
    <message>
        <source>Everything up to line {line} counts. Whatever that laptop writes after it is never taken in, and after the next answer other gates refuse its signed cards. The gate needs another laptop, which asks anew. This cannot be undone.</source>
        <translation>第 {line} 条以前都算数。那台电脑以后写的一律不收；下一份回复送到后，别的门岗不再认它签的证。这个门岗要换电脑，重新申请。这一步不能撤回。</translation>
    </message>
    <message>
        <source>Lines {lines} have not come yet and would be lost: is the laptop really gone?</source>
        <translation>{lines} 条还没交来，停用后就收不到了：电脑真的没了吗？</translation>
    </message>
    <message>
        <source>Cut gate {gate} off at line {line}</source>
        <translation>停用 {gate}，到第 {line} 条为止</translation>
    </message>
    <message>
        <source>Cut it off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先放着</translation>
    </message>
    <message>
        <source>The laptop is lost</source>
        <translation>电脑丢了</translation>
    </message>
    <message>
        <source>The laptop was stolen</source>
        <translation>电脑被偷</translation>
    </message>
    <message>
        <source>Somebody else has its passphrase</source>
        <translation>口令被别人知道了</translation>
    </message>
    <message numerus="yes">
        <source>%n signed card(s) that we know of stay good</source>
        <translation>
            <numerusform>我们知道的 %n 张签名证照样能用</numerusform>
        </translation>
    </message>
    <message>
        <source>{gate} is cut off. Write the answer, so that all gates learn of it</source>
        <translation>{gate} 号门已停用。写回复，让各门岗都知道</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>A request from a file</source>
        <translation>打开申请文件</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Up to line</source>
        <translation>到第几条</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>No gate is let in yet</source>
        <translation>还没有批准过门岗</translation>
    </message>
    <message>
        <source>A gate writes its request onto a drive; bring that drive in, and it is listed here.</source>
        <translation>门岗把申请写到 U 盘上；收这个盘，申请就列在这里。</translation>
    </message>
</context>
<context>
    <name>LineFacts</name>
    <message>
        <source>The gate's first line</source>
        <translation>门岗的第一条</translation>
    </message>
    <message>
        <source>Went on after a restore</source>
        <translation>恢复备份后接着写</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>换了密钥</translation>
    </message>
    <message>
        <source>Blank cards printed</source>
        <translation>印空白证</translation>
    </message>
    <message>
        <source>Pass issued</source>
        <translation>发证</translation>
    </message>
    <message>
        <source>Pass issued again</source>
        <translation>补证</translation>
    </message>
    <message>
        <source>Pass revoked</source>
        <translation>吊销证</translation>
    </message>
    <message>
        <source>Pass corrected</source>
        <translation>改证</translation>
    </message>
    <message>
        <source>Somebody through the gate</source>
        <translation>有人进出</translation>
    </message>
    <message>
        <source>A fever's first reading</source>
        <translation>发热，第一次测</translation>
    </message>
    <message>
        <source>Second reading</source>
        <translation>复测</translation>
    </message>
    <message>
        <source>A line voided</source>
        <translation>作废一条</translation>
    </message>
    <message>
        <source>Refused at the gate</source>
        <translation>没让过</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>封存一天</translation>
    </message>
    <message>
        <source>Old lines purged</source>
        <translation>清除旧内容</translation>
    </message>
    <message>
        <source>Operator added</source>
        <translation>加了值守人</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Which way</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>部位</translation>
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
        <source>Ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Lines that day</source>
        <translation>当天条数</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效到</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>第几张</translation>
    </message>
    <message>
        <source>After epoch</source>
        <translation>接第几期</translation>
    </message>
    <message>
        <source>After line</source>
        <translation>接第几条</translation>
    </message>
    <message>
        <source>in</source>
        <translation>进</translation>
    </message>
    <message>
        <source>out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>let through</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>What</source>
        <translation>什么</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写于</translation>
    </message>
    <message>
        <source>By</source>
        <translation>谁写的</translation>
    </message>
</context>
<context>
    <name>PostWords</name>
    <message>
        <source>Gate not let in</source>
        <translation>门岗没批准</translation>
    </message>
    <message>
        <source>Key cut off</source>
        <translation>密钥已停用</translation>
    </message>
    <message>
        <source>Practice, not real</source>
        <translation>练习用的</translation>
    </message>
    <message>
        <source>For another post</source>
        <translation>给别的指挥部的</translation>
    </message>
    <message>
        <source>From a newer program</source>
        <translation>新版程序写的</translation>
    </message>
    <message>
        <source>Too large to be a bundle</source>
        <translation>太大，不是数据包</translation>
    </message>
    <message>
        <source>Holds what is no bundle's</source>
        <translation>夹了别的东西</translation>
    </message>
    <message>
        <source>Signature does not hold</source>
        <translation>签名不对</translation>
    </message>
    <message>
        <source>Drive pulled out</source>
        <translation>U 盘拔掉了</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>读不出来</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>坏了</translation>
    </message>
    <message>
        <source>All known</source>
        <translation>都有了</translation>
    </message>
    <message>
        <source>Every line of it was taken in before.</source>
        <translation>里面每一条以前都收过。</translation>
    </message>
    <message>
        <source>Before it {lines} missing</source>
        <translation>前面缺 {lines} 条</translation>
    </message>
    <message>
        <source>It is taken in and waits until the gate has brought lines {lines}.</source>
        <translation>收下先等着，等门岗交来 {lines} 条。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>Taking in: line {lines}</source>
        <translation>正在收：到 {lines} 条</translation>
    </message>
    <message>
        <source>Taking in…</source>
        <translation>正在收…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) taken in</source>
        <translation>
            <numerusform>收了 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Two accounts: line {line}</source>
        <translation>第 {line} 条有两份账</translation>
    </message>
    <message>
        <source>Line {line} came in two versions. Both are kept; what is shown stops before it until the lead says which is true.</source>
        <translation>第 {line} 条来了两种写法，两份都留着。组长定哪份是真以前，只算到它前面。</translation>
    </message>
    <message>
        <source>Lines {lines} missing</source>
        <translation>还缺 {lines} 条</translation>
    </message>
    <message>
        <source>Gate {gate} still owes lines {lines}. What follows is kept and waits. The answer asks for them.</source>
        <translation>{gate} 号门还缺 {lines} 条。后面的先留着等；回复里会要。</translation>
    </message>
</context>
<context>
    <name>RequestPanel</name>
    <message>
        <source>Compared by phone: the same</source>
        <translation>电话里对过，一样</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先放着</translation>
    </message>
    <message>
        <source>Let it in</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>{gate} {name} asks to be let in</source>
        <translation>{gate} {name} 申请加入</translation>
    </message>
    <message>
        <source>This number was let in before; its laptop or key is another now. Be sure whom you call.</source>
        <translation>这个号以前批过，现在换了电脑或密钥。打电话前想清楚打给谁。</translation>
    </message>
    <message>
        <source>Call that gate. It reads this out; let it in only when all of it is the same.</source>
        <translation>给这个门岗打电话，让他们念指纹。全一样才批。</translation>
    </message>
    <message>
        <source>Only a lead lets gates in.</source>
        <translation>只有组长能批。</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>USB drive</source>
        <translation>U 盘</translation>
    </message>
    <message>
        <source>Its turn comes</source>
        <translation>排着队</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在看…</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>可以拔了</translation>
    </message>
    <message>
        <source>Pulled out. {whole} of {all} are in</source>
        <translation>拔掉了。{all} 个里收了 {whole} 个</translation>
    </message>
    <message>
        <source>Pulled out</source>
        <translation>拔掉了</translation>
    </message>
    <message>
        <source>Still held: close its windows</source>
        <translation>系统还占着：关掉打开的窗口</translation>
    </message>
    <message>
        <source>The answer is on it</source>
        <translation>回复已写上</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s)</source>
        <translation>
            <numerusform>%n 个数据包</numerusform>
        </translation>
    </message>
    <message>
        <source>No bundle on it</source>
        <translation>没有数据包</translation>
    </message>
    <message>
        <source>{bundles}, {requests}</source>
        <translation>{bundles}，{requests}</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 份申请</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickView</name>
    <message>
        <source>Where the bundles are</source>
        <translation>数据包在哪里</translation>
    </message>
    <message>
        <source>Bundles and requests</source>
        <translation>数据包和申请</translation>
    </message>
    <message>
        <source>Bundles, requests (*.gbk *.age *.json);;All files (*)</source>
        <translation>数据包、申请 (*.gbk *.age *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Taking in: {gate}</source>
        <translation>正在收：{gate}</translation>
    </message>
    <message>
        <source>Looking at what is there</source>
        <translation>看看盘上有什么</translation>
    </message>
    <message>
        <source>Taking in</source>
        <translation>正在收</translation>
    </message>
    <message>
        <source>Writing the answer</source>
        <translation>正在写回复</translation>
    </message>
    <message>
        <source>Letting the drives go…</source>
        <translation>正在放开 U 盘…</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n bundle(s)</source>
        <translation>
            <numerusform>收下 %n 个包</numerusform>
        </translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收下</translation>
    </message>
    <message>
        <source>Let the drives go</source>
        <translation>放开 U 盘</translation>
    </message>
    <message>
        <source>Next drives</source>
        <translation>收下一批</translation>
    </message>
    <message>
        <source>Stopped. What was taken in before stays; bring the rest once more.</source>
        <translation>停了。收进来的都在；剩下的再收一次。</translation>
    </message>
    <message>
        <source>Two accounts of one line: {gates}. The lead must say which is true.</source>
        <translation>有两份账：{gates}。组长来定哪份是真。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>去看</translation>
    </message>
    <message numerus="yes">
        <source>A drive was pulled out. %n bundle(s) are whole and in; plug it back in for the rest.</source>
        <translation>
            <numerusform>U 盘拔掉了。已收的 %n 个包都完整；剩下的插回去再收。</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer is not on {place}: {why}</source>
        <translation>回复没写到 {place}：{why}</translation>
    </message>
    <message>
        <source>No drive yet</source>
        <translation>还没有 U 盘</translation>
    </message>
    <message>
        <source>All of it is known already</source>
        <translation>这些都有了</translation>
    </message>
    <message>
        <source>{gates} gates, {lines} new lines</source>
        <translation>{gates} 个门岗，新的 {lines} 条</translation>
    </message>
    <message>
        <source>No bundle here</source>
        <translation>没有数据包</translation>
    </message>
    <message>
        <source>{lines} new lines are in</source>
        <translation>收了新的 {lines} 条</translation>
    </message>
    <message>
        <source>{said}, {refused} not taken in</source>
        <translation>{said}，{refused} 个没收</translation>
    </message>
    <message numerus="yes">
        <source>{said}. Answer {number} is on %n drive(s)</source>
        <translation>
            <numerusform>{said}。{number} 号回复已写到 %n 个盘</numerusform>
        </translation>
    </message>
    <message>
        <source>Drives show up by themselves. Files and folders can be dropped here.</source>
        <translation>U 盘自己会出现。文件、文件夹可以拖进来。</translation>
    </message>
    <message>
        <source>Write the answer too</source>
        <translation>收完写上回复</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>TakeInPage</name>
    <message numerus="yes">
        <source>%n gate(s) ask to be let in</source>
        <translation>
            <numerusform>%n 个门岗申请加入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with two accounts</source>
        <translation>
            <numerusform>%n 处两份账</numerusform>
        </translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>U 盘</translation>
    </message>
    <message>
        <source>Two accounts</source>
        <translation>两份账</translation>
    </message>
    <message>
        <source>Not taken in</source>
        <translation>没收的</translation>
    </message>
    <message>
        <source>Take in drives</source>
        <translation>收 U 盘</translation>
    </message>
</context>
<context>
    <name>_SideHead</name>
    <message>
        <source>Account {letter}</source>
        <translation>{letter} 份</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>现在算数</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>先放着</translation>
    </message>
    <message>
        <source>Line {line} of epoch {epoch}</source>
        <translation>第 {epoch} 期第 {line} 条</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) follow from it, until {until}</source>
        <translation>
            <numerusform>后面接着 %n 条，到 {until}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing follows from it</source>
        <translation>后面没有了</translation>
    </message>
    <message>
        <source>{letter} is true</source>
        <translation>{letter} 份是真</translation>
    </message>
</context>
</TS>