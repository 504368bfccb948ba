<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BugSheet</name>
    <message>
        <source>The program made a mistake</source>
        <translation>程序自己出了错</translation>
    </message>
    <message>
        <source>Every line that was confirmed is safe. Go on; if it comes again, use paper.</source>
        <translation>已记下的一条都没丢。接着用；要是再出现，先用纸记。</translation>
    </message>
    <message>
        <source>For whoever mends it, without names or numbers of people: {path}</source>
        <translation>给修程序的人看，里面没有姓名和号码：{path}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>接着用</translation>
    </message>
</context>
<context>
    <name>DisableSheet</name>
    <message>
        <source>Their passphrase, their PIN and any copy of the key file open nothing of this register any more.</source>
        <translation>他的口令、PIN 和拷走的密钥文件，从此都打不开这本登记册。</translation>
    </message>
    <message>
        <source>The register is written anew under another key: seconds, up to a minute after a year. Scans wait meanwhile; nothing is lost. Choose a quiet moment.</source>
        <translation>登记册换一把钥匙重写一遍：几秒，用了一年的约一分钟。这时扫的证先等着，不会丢。挑人少的时候做。</translation>
    </message>
    <message>
        <source>They could sign cards: change the gate's key afterwards, under "Keys".</source>
        <translation>他能签发证：做完再到「密钥」里换门岗密钥。</translation>
    </message>
    <message>
        <source>It takes nothing back that they have: a whole copy of the register made before still opens with their passphrase.</source>
        <translation>已经拷走的收不回来：以前整本拷走的登记册，用他的口令还能打开。</translation>
    </message>
    <message>
        <source>{name} no longer works here?</source>
        <translation>{name}不再在这里值守？</translation>
    </message>
    <message>
        <source>No longer works here</source>
        <translation>不再值守</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>先不</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) that can be reached get the new key too.</source>
        <translation>
            <numerusform>找得到的 %n 份备份一起换。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) cannot be reached and stay as they are: plug them in first, or destroy them.</source>
        <translation>
            <numerusform>%n 份备份找不到，仍是旧的：先插上，或把它销毁。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingCard</name>
    <message>
        <source>From {low} to {high}</source>
        <translation>填 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Only a lead removes names</source>
        <translation>组长才能清除</translation>
    </message>
    <message>
        <source>Names are being removed. Scans wait</source>
        <translation>正在清除姓名，扫的证先等着</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) up to {day} hold no names any more.</source>
        <translation>
            <numerusform>{day} 及以前的 %n 条已没有姓名。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked afterwards: %n line(s), none changed.</source>
        <translation>
            <numerusform>清除后核对了 %n 条，没有被改。</numerusform>
        </translation>
    </message>
    <message>
        <source>The check afterwards found something: use "Check it".</source>
        <translation>清除后核对发现问题：点「核对」看看。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Not reached, and unchanged: {paths}.</source>
        <translation>没找到、没清除的备份：{paths}。</translation>
    </message>
    <message>
        <source>The file is cleaned when the register is next opened.</source>
        <translation>下次打开时再清理文件。</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>告知书</translation>
    </message>
    <message>
        <source>How long names are kept</source>
        <translation>姓名留多久</translation>
    </message>
    <message>
        <source>Days that a line says who it was</source>
        <translation>每条记录留姓名的天数</translation>
    </message>
    <message>
        <source>0: nobody has decided</source>
        <translation>0：还没定</translation>
    </message>
    <message>
        <source>Remove names…</source>
        <translation>清除姓名…</translation>
    </message>
    <message>
        <source>Notice for the wall</source>
        <translation>打印墙上告知</translation>
    </message>
    <message>
        <source>A page for the wall: what is kept, why, how long</source>
        <translation>贴墙的一页：留什么、为什么、留多久</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Only a lead changes keys</source>
        <translation>组长才能换密钥</translation>
    </message>
    <message>
        <source>This gate stands alone. Joining a command post: page "Export".</source>
        <translation>本门单独使用。要加入指挥部，去「导出」页。</translation>
    </message>
    <message>
        <source>Command post: {name}, fingerprint {mark}.</source>
        <translation>指挥部：{name}，指纹 {mark}。</translation>
    </message>
    <message>
        <source>No answer of it was taken in yet.</source>
        <translation>还没收过它的答复。</translation>
    </message>
    <message numerus="yes">
        <source>Newest answer: no. {number}, %n day(s) old.</source>
        <translation>
            <numerusform>最新答复：第 {number} 号，%n 天前。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a newer one: cards revoked since then are not known here.</source>
        <translation>去要新的：这之后吊销的外门证，这里还不知道。</translation>
    </message>
    <message>
        <source>The gate signs with a new key now: {mark}</source>
        <translation>门岗已换新密钥：{mark}</translation>
    </message>
    <message>
        <source>The new recovery key is in force. Destroy the old sheet.</source>
        <translation>新的恢复密钥已生效。把旧的那张销毁。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>This gate's fingerprint. Read it out when the command post asks by phone.</source>
        <translation>本门指纹。指挥部打电话来核对时，照着念。</translation>
    </message>
    <message>
        <source>Another key for the gate</source>
        <translation>换门岗密钥</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>换恢复密钥</translation>
    </message>
</context>
<context>
    <name>NewLeadPage</name>
    <message>
        <source>Write your name</source>
        <translation>写上姓名</translation>
    </message>
    <message>
        <source>At least 6 characters</source>
        <translation>至少 6 个字</translation>
    </message>
    <message>
        <source>Not the same. Type it once more</source>
        <translation>两次不一样。再输一遍</translation>
    </message>
    <message>
        <source>Who leads this gate now</source>
        <translation>现在谁是组长</translation>
    </message>
    <message>
        <source>Choose your name or write it, and give yourself a passphrase. You are a lead from then on.</source>
        <translation>选自己的名字或写上，再设一个口令。以后你就是组长。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的姓名</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>6 characters or more</source>
        <translation>至少 6 个字</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再输一遍口令</translation>
    </message>
    <message>
        <source>To the gate</source>
        <translation>去门岗页</translation>
    </message>
</context>
<context>
    <name>NewRecovery</name>
    <message>
        <source>Do this when the sealed sheet is lost or was opened. It cannot be printed again: nobody keeps the key, a new one is made.</source>
        <translation>封好的那张丢了、被拆过，就换一把。旧的没法再印：谁也没存，只能做新的。</translation>
    </message>
    <message>
        <source>The new key is shown once. The old sheet opens nothing of this register any more.</source>
        <translation>新的只显示一次。旧的那张从此打不开这本登记册。</translation>
    </message>
    <message>
        <source>Copies of the register made before, and this gate's own encrypted exports, still open with the old sheet only.</source>
        <translation>以前的备份和本门自己的加密导出，还是只有旧的那张能开。</translation>
    </message>
    <message>
        <source>New recovery key</source>
        <translation>换恢复密钥</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>做新的</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>用旧的</translation>
    </message>
</context>
<context>
    <name>OperatorSheet</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>First passphrase</source>
        <translation>第一个口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>6 characters or more</source>
        <translation>至少 6 个字</translation>
    </message>
    <message>
        <source>if they forgot theirs; else leave it empty</source>
        <translation>忘了才填，不然空着</translation>
    </message>
    <message>
        <source>They change it under "My passphrase"</source>
        <translation>让他自己到「我的口令」里改</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Your own passphrase</source>
        <translation>你自己的口令</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No longer works here</source>
        <translation>不在这里值守了</translation>
    </message>
    <message>
        <source>Write the name</source>
        <translation>写上姓名</translation>
    </message>
    <message>
        <source>At least 6 characters</source>
        <translation>至少 6 个字</translation>
    </message>
    <message>
        <source>Type your own passphrase</source>
        <translation>输入你自己的口令</translation>
    </message>
</context>
<context>
    <name>OperatorsCard</name>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改{name}</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>志愿者</translation>
    </message>
    <message>
        <source>Registrar</source>
        <translation>办证员</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>scans, takes temperatures</source>
        <translation>扫证、测体温</translation>
    </message>
    <message>
        <source>also issues and prints cards</source>
        <translation>还能办证、印证</translation>
    </message>
    <message>
        <source>also people, rules, export</source>
        <translation>还能管人员、规则、导出</translation>
    </message>
    <message>
        <source>No longer here: {names}</source>
        <translation>已不在：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Only a lead adds people</source>
        <translation>组长才能加人</translation>
    </message>
    <message>
        <source>Add someone</source>
        <translation>加一个人</translation>
    </message>
    <message>
        <source>{name} can work here now.</source>
        <translation>{name}可以值守了。</translation>
    </message>
    <message>
        <source>Kept. {name} begins with it.</source>
        <translation>改好了，{name}从现在起用新的。</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>你的口令</translation>
    </message>
    <message>
        <source>Your passphrase is another now.</source>
        <translation>你的口令改好了。</translation>
    </message>
    <message>
        <source>The register gets another key. Scans wait</source>
        <translation>正在换钥匙，扫的证先等着</translation>
    </message>
    <message>
        <source>{name} can open nothing here any more.</source>
        <translation>{name}从此什么也打不开。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) got the new key.</source>
        <translation>
            <numerusform>%n 份备份换了新钥匙。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reached, and open to the old key: {paths}. Destroy these copies or make them anew.</source>
        <translation>没找到、旧钥匙还能开的备份：{paths}。销毁或重做。</translation>
    </message>
    <message>
        <source>They could sign: change the gate's key too, under "Keys".</source>
        <translation>他能签发：再到「密钥」里换门岗密钥。</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>谁在这里值守</translation>
    </message>
    <message>
        <source>My passphrase</source>
        <translation>改我的口令</translation>
    </message>
</context>
<context>
    <name>PurgeSheet</name>
    <message>
        <source>Names, numbers and temperatures in them go for good; nothing brings them back. That a line was written, the days' counts, passes that are still good and revocations stay, and the chain can still be checked.</source>
        <translation>里面的姓名、号码、体温永远清除，找不回来。写过这一条、每天的数、还有效的证和吊销都留着，照样能核对。</translation>
    </message>
    <message>
        <source>Scans wait meanwhile: seconds, minutes after a year.</source>
        <translation>这时扫的证先等着：几秒，用了一年的要几分钟。</translation>
    </message>
    <message numerus="yes">
        <source>Remove the names from %n line(s) up to {day}?</source>
        <translation>
            <numerusform>清除 {day} 及以前 %n 条里的姓名？</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>永远清除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>先不</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Copies that are made anew: {paths}.</source>
        <translation>一起重做的备份：{paths}。</translation>
    </message>
    <message>
        <source>Copies that cannot be reached and keep the names: {paths}. Plug them in first.</source>
        <translation>找不到、姓名还在的备份：{paths}。先插上。</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Put the recovery key on paper</source>
        <translation>把恢复密钥留在纸上</translation>
    </message>
    <message>
        <source>If every passphrase is lost, only this key opens the book. It is shown once. Seal the sheet and give it to your lead.</source>
        <translation>口令全忘了，只有它能打开登记册。只显示这一次。印出来装信封封好，交给组长保管。</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印这张纸</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>已经留在纸上了</translation>
    </message>
    <message>
        <source>To the gate</source>
        <translation>去门岗</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Put the new recovery key on paper</source>
        <translation>把新的恢复密钥落到纸上</translation>
    </message>
    <message>
        <source>It is shown once. Until you say that it is on paper, the old one stays good.</source>
        <translation>只显示一次。没点「已落到纸上」之前，旧的还有效。</translation>
    </message>
    <message>
        <source>Print the sheet</source>
        <translation>打印这张纸</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>已落到纸上</translation>
    </message>
    <message>
        <source>Use the new key</source>
        <translation>改用新的</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Sent to the printer. Seal the sheet.</source>
        <translation>已送打印机。封好这张纸。</translation>
    </message>
    <message>
        <source>Saved. Print it, then delete the file.</source>
        <translation>存好了。打印后删掉文件。</translation>
    </message>
</context>
<context>
    <name>RegisterCard</name>
    <message>
        <source>A copy of the register</source>
        <translation>登记册备份</translation>
    </message>
    <message>
        <source>Copied, encrypted. The key file lies beside it; keep both.</source>
        <translation>已备份，是加密的。旁边还有钥匙文件，两个都要留着。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>查了 %n 条，没有被改动过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {seq} is not as it was written. Tell the command post; keep a copy.</source>
        <translation>第 {seq} 行和写下时不一样。留一份备份，报告指挥部。</translation>
    </message>
    <message>
        <source>The register</source>
        <translation>登记册</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>A copy is opened with "Restore from a copy", on the first page of a laptop without a register.</source>
        <translation>备份用「从备份恢复」打开，在还没有登记册的电脑的第一页。</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore from a copy</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>{file}: type the recovery key that was good when the copy was made.</source>
        <translation>{file}：输入做备份时的恢复密钥。</translation>
    </message>
    <message>
        <source>{file}: a lead's name, and the passphrase that was good when the copy was made.</source>
        <translation>{file}：选组长，输入做备份时的口令。</translation>
    </message>
    <message>
        <source>Lines written after the copy are not in it; numbers that they may have used are skipped.</source>
        <translation>备份以后写的不在里面；可能用过的编号会跳过。</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>RotateSheet</name>
    <message>
        <source>Do this when someone who could sign has left, or when the laptop was out of sight.</source>
        <translation>能签发的人走了，或电脑离开过视线，就换。</translation>
    </message>
    <message>
        <source>Cards that are out stay good until their day. The old key vouches for the new one in the ledger.</source>
        <translation>发出去的证到期前照样有效。台账里旧密钥给新密钥作证。</translation>
    </message>
    <message>
        <source>The command post learns of it with the next export. Until its next answer, other gates do not know cards that are signed from now on.</source>
        <translation>指挥部下次收到导出才知道。它再答复之前，别的门不认这之后签的证。</translation>
    </message>
    <message>
        <source>If the old key itself was stolen, this is not enough: the command post must cut it off.</source>
        <translation>旧密钥要是被偷了，光换不够：要指挥部停用旧的。</translation>
    </message>
    <message>
        <source>Another key for the gate</source>
        <translation>换门岗密钥</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>换密钥</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>用旧的</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Write what people call this gate</source>
        <translation>写上大家怎么叫这个门</translation>
    </message>
    <message>
        <source>Write your name</source>
        <translation>写上你的姓名</translation>
    </message>
    <message>
        <source>Not the same. Type it once more</source>
        <translation>两次不一样，再输一遍</translation>
    </message>
    <message>
        <source>A number from 1 to 65535</source>
        <translation>填 1 到 65535 的数字</translation>
    </message>
    <message>
        <source>At least 6 characters</source>
        <translation>至少 6 个字</translation>
    </message>
    <message>
        <source>Set up this gate</source>
        <translation>设置这个门岗</translation>
    </message>
    <message>
        <source>The passphrase opens the book each day. Choose one that you will remember.</source>
        <translation>每天用口令打开登记册，选一个记得住的。</translation>
    </message>
    <message>
        <source>Gate number</source>
        <translation>门岗号</translation>
    </message>
    <message>
        <source>Gate name</source>
        <translation>门岗名称</translation>
    </message>
    <message>
        <source>East gate</source>
        <translation>东门</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>小区</translation>
    </message>
    <message>
        <source>can wait</source>
        <translation>可以先不填</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的姓名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>6 characters or more</source>
        <translation>至少 6 个字</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再输一遍口令</translation>
    </message>
    <message>
        <source>Kept in {folder}</source>
        <translation>存在 {folder}</translation>
    </message>
    <message>
        <source>Somewhere else…</source>
        <translation>换个地方…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>From 36.5 to 40.0</source>
        <translation>填 36.5 到 40.0</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>填 {low} 到 {high}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>At the gate</source>
        <translation>门岗上</translation>
    </message>
    <message>
        <source>The rules are the lead's to set</source>
        <translation>规则由组长来改</translation>
    </message>
    <message>
        <source>Fever from</source>
        <translation>多少度算发热</translation>
    </message>
    <message>
        <source>Measure going in</source>
        <translation>进门要测体温</translation>
    </message>
    <message>
        <source>Measure going out</source>
        <translation>出门要测体温</translation>
    </message>
    <message>
        <source>This lane is for</source>
        <translation>这条道</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>进出都走</translation>
    </message>
    <message>
        <source>In only</source>
        <translation>只进</translation>
    </message>
    <message>
        <source>Out only</source>
        <translation>只出</translation>
    </message>
    <message>
        <source>Thermometer</source>
        <translation>体温计</translation>
    </message>
    <message>
        <source>Forehead</source>
        <translation>额温</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>腕温</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>颈温</translation>
    </message>
    <message>
        <source>Armpit</source>
        <translation>腋下</translation>
    </message>
    <message>
        <source>Ear</source>
        <translation>耳温</translation>
    </message>
    <message>
        <source>Minutes to sit before the second reading</source>
        <translation>复测前坐几分钟</translation>
    </message>
    <message>
        <source>Days a new pass is good</source>
        <translation>新证有效几天</translation>
    </message>
    <message>
        <source>Minutes until pages lock</source>
        <translation>几分钟没人用就锁</translation>
    </message>
    <message>
        <source>0: never</source>
        <translation>填 0 不锁</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>有事找谁</translation>
    </message>
    <message>
        <source>Lead's name</source>
        <translation>组长姓名</translation>
    </message>
    <message>
        <source>Lead's phone</source>
        <translation>组长电话</translation>
    </message>
    <message>
        <source>Community doctor's phone</source>
        <translation>社区医生电话</translation>
    </message>
    <message>
        <source>Phone printed on cards</source>
        <translation>印在证上的电话</translation>
    </message>
    <message>
        <source>Where someone with a fever waits</source>
        <translation>发热的人去哪里等</translation>
    </message>
    <message>
        <source>Looks and sounds</source>
        <translation>外观和声音</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>亮色还是暗色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>亮色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗色</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Loudest</source>
        <translation>最大</translation>
    </message>
</context>
<context>
    <name>StartFrame</name>
    <message>
        <source>Gatebook</source>
        <translation>门岗册</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Where the register is kept</source>
        <translation>登记册存在哪里</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Sent to the printer. Seal the sheet.</source>
        <translation>已送去打印。印好装信封封起来。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>Saved. Print it, then delete the file.</source>
        <translation>已保存。印好后把文件删掉。</translation>
    </message>
    <message>
        <source>Restore from a copy</source>
        <translation>从备份恢复</translation>
    </message>
    <message>
        <source>East gate</source>
        <translation>东门</translation>
    </message>
    <message>
        <source>Spring Garden</source>
        <translation>泉韵佳苑</translation>
    </message>
    <message>
        <source>Li Xiulan</source>
        <translation>李秀兰</translation>
    </message>
    <message>
        <source>The sample did not open</source>
        <translation>样例没有打开</translation>
    </message>
    <message>
        <source>Open a register</source>
        <translation>打开登记册</translation>
    </message>
    <message>
        <source>Registers (*.gatebook);;All files (*)</source>
        <translation>登记册 (*.gatebook);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Open the book</source>
        <translation>打开登记册</translation>
    </message>
    <message>
        <source>Type the recovery key from the sealed sheet. Spaces and dashes do not matter.</source>
        <translation>照信封里那张纸输入恢复密钥，空格和横线不管。</translation>
    </message>
    <message>
        <source>Choose your name and type your passphrase.</source>
        <translation>选你的名字，输入口令。</translation>
    </message>
    <message>
        <source>Who is on duty</source>
        <translation>谁在值守</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Restore from a copy…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>Use a passphrase</source>
        <translation>改用口令</translation>
    </message>
    <message>
        <source>Passphrase forgotten</source>
        <translation>口令忘了</translation>
    </message>
    <message>
        <source>Another register…</source>
        <translation>换一本登记册…</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练一练</translation>
    </message>
</context>
<context>
    <name>UnlockSheet</name>
    <message>
        <source>Who is on duty</source>
        <translation>谁在值守</translation>
    </message>
    <message>
        <source>Scans at the gate go on meanwhile.</source>
        <translation>门岗那边照常扫证。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>VouchedSheet</name>
    <message>
        <source>Your own passphrase</source>
        <translation>你自己的口令</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>Type your own passphrase</source>
        <translation>输入你自己的口令</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A gate book for this laptop</source>
        <translation>这台电脑上的门岗册</translation>
    </message>
    <message>
        <source>Scan a card, take the temperature, let people in. One minute and you begin.</source>
        <translation>扫证、测体温、放行。一分钟就能开始。</translation>
    </message>
    <message>
        <source>Set up this gate</source>
        <translation>设置这个门岗</translation>
    </message>
    <message>
        <source>Gate number, your name, a passphrase</source>
        <translation>门岗号、姓名、口令</translation>
    </message>
    <message>
        <source>Look around with a sample</source>
        <translation>用样例看看</translation>
    </message>
    <message>
        <source>Invented people; touches nothing real</source>
        <translation>都是虚构的人，不碰真数据</translation>
    </message>
    <message>
        <source>Open the register of this computer</source>
        <translation>打开这台电脑上的登记册</translation>
    </message>
    <message>
        <source>Open another one…</source>
        <translation>打开别处的登记册…</translation>
    </message>
    <message>
        <source>Restore a copy…</source>
        <translation>从备份恢复…</translation>
    </message>
    <message>
        <source>All of it stays on this laptop, encrypted. No network is used.</source>
        <translation>全都加密存在这台电脑里，不用联网。</translation>
    </message>
</context>
</TS>