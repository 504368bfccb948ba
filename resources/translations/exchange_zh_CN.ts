<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ContentsCard</name>
    <message>
        <source>Write why: it goes into the ledger</source>
        <translation>写一句原因，会记进台账</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>写哪些文件</translation>
    </message>
    <message>
        <source>Seal first</source>
        <translation>先封存</translation>
    </message>
    <message>
        <source>Whole names in log and report</source>
        <translation>登记表和报告里写全名</translation>
    </message>
    <message>
        <source>Ledger without encryption</source>
        <translation>台账不加密</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>goes into the ledger</source>
        <translation>会记进台账</translation>
    </message>
    <message>
        <source>This day is not sealed yet</source>
        <translation>这一天还没封存</translation>
    </message>
    <message numerus="yes">
        <source>Sealed; %n line(s) came later</source>
        <translation>
            <numerusform>封存后又补了 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>This day is sealed</source>
        <translation>这一天已封存</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>The command post&apos;s answer</source>
        <translation>指挥部的回复</translation>
    </message>
    <message>
        <source>{post} answers. Compare its fingerprint by phone</source>
        <translation>{post}有回复。打电话核对指纹</translation>
    </message>
    <message>
        <source>Answer {number} from {post}</source>
        <translation>{post}第 {number} 号回复</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>nothing new for this gate</source>
        <translation>对本门没有变化</translation>
    </message>
    <message>
        <source>{first}: {rest}</source>
        <translation>{first}：{rest}</translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) cut off: {names}</source>
        <translation>
            <numerusform>停用 %n 个门岗的密钥：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) revoked</source>
        <translation>
            <numerusform>吊销 %n 张证</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) new: {names}</source>
        <translation>
            <numerusform>新增 %n 个门岗：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) retired: {names}</source>
        <translation>
            <numerusform>停办 %n 个门岗：{names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) no longer listed: {names}</source>
        <translation>
            <numerusform>名单里少了 %n 个门岗：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>The command post has cut this gate&apos;s key off: new lines and signed cards count nowhere. Ask them.</source>
        <translation>指挥部停用了本门的密钥：新登记、新签的证别处都不认。快问指挥部。</translation>
    </message>
    <message>
        <source>The command post has retired this gate. Its cards stay good until their day.</source>
        <translation>指挥部停办了本门岗。发过的证到期前照样有效。</translation>
    </message>
    <message>
        <source>The command post no longer lists this gate. Ask them.</source>
        <translation>指挥部的名单里没有本门了。问一下指挥部。</translation>
    </message>
    <message>
        <source>Lines {spans} go along again with the next export</source>
        <translation>台账 {spans} 下次导出自动补上</translation>
    </message>
    <message numerus="yes">
        <source>This laptop&apos;s clock is %n minute(s) or more behind theirs. Put it right</source>
        <translation>
            <numerusform>本机时间比指挥部至少慢 %n 分钟。把时间调准</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and more</source>
        <translation>{names}等</translation>
    </message>
    <message>
        <source>{time}: this gate&apos;s clock was ahead</source>
        <translation>{time}：本门时间快了</translation>
    </message>
    <message>
        <source>{time}: this gate&apos;s clock was behind</source>
        <translation>{time}：本门时间慢了</translation>
    </message>
    <message>
        <source>{time}: this gate&apos;s clock had lost the date</source>
        <translation>{time}：本门日期丢过</translation>
    </message>
    <message>
        <source>{time}: something about this gate&apos;s clock</source>
        <translation>{time}：本门时间要看一下</translation>
    </message>
    <message>
        <source>{card} is inside at two gates: {places}</source>
        <translation>{card} 在两个门里都没出来：{places}</translation>
    </message>
    <message>
        <source>{card} was at two places, so there are two of it: {places}</source>
        <translation>{card} 同时在两处，有人复印了：{places}</translation>
    </message>
    <message>
        <source>{card} was too fast between two gates: {places}</source>
        <translation>{card} 两个门之间走得太快：{places}</translation>
    </message>
    <message>
        <source>{card} was revoked and let through elsewhere: {places}</source>
        <translation>{card} 已吊销，别处放行了：{places}</translation>
    </message>
    <message>
        <source>{card}: the command post asks you to look at it: {places}</source>
        <translation>{card} 指挥部请你看一下：{places}</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>not a byte differs</source>
        <translation>一字不差</translation>
    </message>
    <message>
        <source>the system has let it go</source>
        <translation>系统已放开 U 盘</translation>
    </message>
    <message>
        <source>pulled out before the system let it go</source>
        <translation>系统还没放开就拔了</translation>
    </message>
    <message>
        <source>the system still holds it</source>
        <translation>系统还占着</translation>
    </message>
    <message>
        <source>a folder needs none</source>
        <translation>文件夹不用拔</translation>
    </message>
    <message>
        <source>cut off at {file}</source>
        <translation>写到 {file} 时断了</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再导</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停下</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>再导一份</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Waiting for the drive…</source>
        <translation>等 U 盘插回…</translation>
    </message>
    <message>
        <source>The gate goes on meanwhile</source>
        <translation>门岗照常用</translation>
    </message>
    <message>
        <source>Letting the drive go…</source>
        <translation>正在让系统放开…</translation>
    </message>
    <message>
        <source>Exporting is for a registrar or the lead</source>
        <translation>导出要办证员或组长</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选文件夹</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>可以拔 U 盘了</translation>
    </message>
    <message>
        <source>No drive yet</source>
        <translation>还没插 U 盘</translation>
    </message>
    <message>
        <source>All of it stays on this computer too</source>
        <translation>电脑里也留着一份</translation>
    </message>
    <message>
        <source>All of it was on the drive</source>
        <translation>都写进 U 盘了</translation>
    </message>
    <message>
        <source>Pulled out a little early. Next time wait for green</source>
        <translation>拔早了一点。下次等变绿再拔</translation>
    </message>
    <message>
        <source>It is written</source>
        <translation>写好了</translation>
    </message>
    <message>
        <source>Written, but still held</source>
        <translation>已写完，系统还占着</translation>
    </message>
    <message>
        <source>Close the windows that show it, try again</source>
        <translation>都在 U 盘上了。关掉打开 U 盘的窗口，再试一次</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>数据没丢</translation>
    </message>
    <message numerus="yes">
        <source>All %n line(s) are on this computer.</source>
        <translation>
            <numerusform>%n 条都在这台电脑里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Plug it back in and it goes on.</source>
        <translation>插回去就接着写。</translation>
    </message>
    <message>
        <source>{kept} {back}</source>
        <translation>{kept}{back}</translation>
    </message>
    <message>
        <source>{done} of {total} files were written.</source>
        <translation>写好了 {done} / {total} 个文件。</translation>
    </message>
    <message>
        <source>{kept} {done} {back}</source>
        <translation>{kept}{done}{back}</translation>
    </message>
    <message numerus="yes">
        <source>{day} 0001 – {last}, %n line(s)</source>
        <translation>
            <numerusform>{day} 0001 – {last}，%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}: no entries, a zero day</source>
        <translation>{day} 没有登记，零报告</translation>
    </message>
    <message>
        <source>ledger {first} – {last}, exported before</source>
        <translation>台账 {first} – {last}，以前导出过</translation>
    </message>
    <message>
        <source>ledger {first} – {last}, new since the last export</source>
        <translation>台账 {first} – {last}，上次导出以后的</translation>
    </message>
    <message>
        <source>Plug in a USB drive</source>
        <translation>插上 U 盘</translation>
    </message>
    <message>
        <source>It shows up here by itself. Or choose a folder.</source>
        <translation>插上会自己出现。也可以选文件夹。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>读回核对</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Let the drive go</source>
        <translation>可以拔出</translation>
    </message>
    <message>
        <source>Another copy</source>
        <translation>再导一份</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Where to put the day&apos;s folder</source>
        <translation>放到哪个文件夹</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Not exported yet</source>
        <translation>这一天还没导出过</translation>
    </message>
    <message>
        <source>Last exported {when}</source>
        <translation>这一天上次导出：{when}</translation>
    </message>
    <message>
        <source>Export to USB drive</source>
        <translation>导出到 U 盘</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>the log, for other programs</source>
        <translation>登记表，给别的程序用</translation>
    </message>
    <message>
        <source>the log, for WPS or Excel</source>
        <translation>登记表，WPS 能打开</translation>
    </message>
    <message>
        <source>the day&apos;s report, to read and sign</source>
        <translation>每日报告，看和签字用</translation>
    </message>
    <message>
        <source>checksums of the files</source>
        <translation>校验单</translation>
    </message>
    <message>
        <source>the ledger, signed and encrypted</source>
        <translation>台账，已签名、加密</translation>
    </message>
    <message>
        <source>the ledger, signed, not encrypted</source>
        <translation>台账，已签名、没加密</translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>USB drive</source>
        <translation>U 盘</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>硬盘</translation>
    </message>
    <message>
        <source>Not plugged in now</source>
        <translation>现在没插着</translation>
    </message>
    <message>
        <source>Write-protected: slide its lock, or take another</source>
        <translation>写保护：拨开小锁，或换一个</translation>
    </message>
    <message>
        <source>{free} free of {total}</source>
        <translation>剩 {free}，共 {total}</translation>
    </message>
    <message>
        <source>Too little room: {free} free, {needed} needed</source>
        <translation>放不下：剩 {free}，要 {needed}</translation>
    </message>
    <message>
        <source>Nearly full: {free}</source>
        <translation>快满了：{free}</translation>
    </message>
    <message>
        <source>{free}, {system}</source>
        <translation>{free}，{system}</translation>
    </message>
    <message>
        <source>; last by this gate, {day}</source>
        <translation>；上次本门用，{day}</translation>
    </message>
    <message>
        <source>; last by gate {gate:04d}, {day}</source>
        <translation>；上次 {gate:04d} 门用，{day}</translation>
    </message>
</context>
<context>
    <name>PostCard</name>
    <message>
        <source>Command post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>一样</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不一样</translation>
    </message>
    <message>
        <source>Choose an answer</source>
        <translation>选回复文件</translation>
    </message>
    <message>
        <source>Nothing was taken in. Do not use this drive; tell the lead and the command post.</source>
        <translation>什么都没收。这个 U 盘先别用，告诉组长和指挥部。</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>还没回复</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n 天前的</numerusform>
        </translation>
    </message>
    <message>
        <source>Of today</source>
        <translation>今天的</translation>
    </message>
    <message>
        <source>Call the command post and have it read out its fingerprint. Compare all four groups.</source>
        <translation>打电话给指挥部，请他们念指纹，四组都要核对。</translation>
    </message>
    <message numerus="yes">
        <source>Answer {number} of {post} for %n gate(s)</source>
        <translation>
            <numerusform>{post}第 {number} 号回复，共 %n 个门岗</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the lead says whether it is the same</source>
        <translation>是否一样，由组长来定</translation>
    </message>
    <message>
        <source>This gate stands alone, and all of it works. With a command post it knows other gates&apos; cards.</source>
        <translation>本门现在单独用，什么都能做。接上指挥部，就认得别的门发的证。</translation>
    </message>
    <message>
        <source>This gate&apos;s fingerprint, to read out by phone</source>
        <translation>本门指纹，打电话念给指挥部</translation>
    </message>
    <message>
        <source>1. Write the request to a drive. 2. Bring it to the post. 3. Plug it in here again.</source>
        <translation>1. 把申请写到 U 盘。2. 送到指挥部。3. 拿回来再插上。</translation>
    </message>
    <message>
        <source>Request: {name}</source>
        <translation>申请：{name}</translation>
    </message>
    <message>
        <source>Bring it to the command post, then plug it in here again</source>
        <translation>送到指挥部，拿回来再插上</translation>
    </message>
    <message>
        <source>Written, but still held</source>
        <translation>写完了，还没放开</translation>
    </message>
    <message>
        <source>Close the windows that show the drive, then pull it</source>
        <translation>关掉打开 U 盘的窗口再拔</translation>
    </message>
    <message>
        <source>Letting the drive go…</source>
        <translation>正在放开 U 盘…</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>可以拔 U 盘了</translation>
    </message>
    <message>
        <source>It is written</source>
        <translation>写好了</translation>
    </message>
    <message>
        <source>No answer of it was taken in yet.</source>
        <translation>还没收过它的回复。</translation>
    </message>
    <message numerus="yes">
        <source>{when}: answer {number}, %n gate(s)</source>
        <translation>
            <numerusform>{when}：第 {number} 号回复，%n 个门岗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n card(s) revoked</source>
        <translation>
            <numerusform>，吊销 %n 张证</numerusform>
        </translation>
    </message>
    <message>
        <source>Older than this gate&apos;s settings bear. Bring the next export to the post and its answer back.</source>
        <translation>太旧了。下次导出送到指挥部，把新回复带回来。</translation>
    </message>
    <message>
        <source>Taken in just now</source>
        <translation>刚收到，变化有</translation>
    </message>
    <message>
        <source>Taken in just now: nothing new</source>
        <translation>刚收到，没有变化</translation>
    </message>
    <message>
        <source>The post has not got</source>
        <translation>指挥部还缺</translation>
    </message>
    <message>
        <source>About this gate&apos;s cards and clock</source>
        <translation>本门的证和时间</translation>
    </message>
    <message>
        <source>The post writes</source>
        <translation>指挥部说</translation>
    </message>
    <message>
        <source>Write the request</source>
        <translation>写申请</translation>
    </message>
    <message>
        <source>Its fingerprint {theirs}, this gate&apos;s {own}</source>
        <translation>它的指纹 {theirs}，本门 {own}</translation>
    </message>
    <message>
        <source>A practice register joins no command post</source>
        <translation>练习用的登记册不能接指挥部</translation>
    </message>
    <message>
        <source>Asking is for a registrar or the lead</source>
        <translation>申请由办证员或组长来写</translation>
    </message>
    <message>
        <source>Plug in a USB drive first</source>
        <translation>先插 U 盘</translation>
    </message>
    <message>
        <source>Goes to {name}</source>
        <translation>写到 {name}</translation>
    </message>
</context>
<context>
    <name>RightSide</name>
    <message>
        <source>Files</source>
        <translation>写哪些文件</translation>
    </message>
    <message>
        <source>Command post</source>
        <translation>指挥部</translation>
    </message>
</context>
</TS>
