<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
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
        <translation>他的口令、PIN 码和拷走的密钥文件，从此都打不开这本登记册。</translation>
    </message>
    <message>
        <source>The register is written anew under another key: seconds, up to a minute after a year. Scans wait meanwhile; nothing is lost. Choose a quiet moment.</source>
        <translation>登记册换一把密钥重写一遍：几秒，用了一年的约一分钟。这时扫的证先等着，不会丢。挑人少的时候做。</translation>
    </message>
    <message>
        <source>They could sign cards: change the gate&apos;s key afterwards, under &quot;Keys&quot;.</source>
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
    <message>
        <source>What is left is being checked. Scans go on</source>
        <translation>正在核对剩下的，扫证照常</translation>
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
        <source>The check afterwards found something: use &quot;Check it&quot;.</source>
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
        <source>This gate stands alone. Joining a command post: page &quot;Export&quot;.</source>
        <translation>本门单独使用。要加入指挥部，去「导出」页。</translation>
    </message>
    <message>
        <source>Command post: {name}, fingerprint {mark}.</source>
        <translation>指挥部：{name}，指纹 {mark}。</translation>
    </message>
    <message>
        <source>No answer of it was taken in yet.</source>
        <translation>还没收过它的回复。</translation>
    </message>
    <message numerus="yes">
        <source>Newest answer: no. {number}, %n day(s) old.</source>
        <translation>
            <numerusform>最新回复：第 {number} 号，%n 天前。</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for a newer one: cards revoked since then are not known here.</source>
        <translation>去要新的：这之后吊销的外门证，这里还不知道。</translation>
    </message>
    <message>
        <source>Signed with a new key from now on: {mark}</source>
        <translation>从现在起用新密钥签名：{mark}</translation>
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
        <source>This post&apos;s fingerprint. A gate that joins compares it by phone or on paper.</source>
        <translation>本指挥部指纹。门岗加入时，打电话或对着纸核对。</translation>
    </message>
    <message>
        <source>This gate&apos;s fingerprint. Read it out when the command post asks by phone.</source>
        <translation>本门指纹。指挥部打电话来核对时，照着念。</translation>
    </message>
    <message>
        <source>Another key for the post</source>
        <translation>换指挥部密钥</translation>
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
        <source>Copies of the register made before, and this gate&apos;s own encrypted exports, still open with the old sheet only.</source>
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
        <source>They change it under &quot;My passphrase&quot;</source>
        <translation>让他自己点「改我的口令」</translation>
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
        <translation>正在换密钥，扫的证先等着</translation>
    </message>
    <message>
        <source>{name} can open nothing here any more.</source>
        <translation>{name}从此什么也打不开。</translation>
    </message>
    <message numerus="yes">
        <source>%n copy(ies) got the new key.</source>
        <translation>
            <numerusform>%n 份备份换了新密钥。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not reached, and open to the old key: {paths}. Destroy these copies or make them anew.</source>
        <translation>没找到、旧密钥还能开的备份：{paths}。销毁或重做。</translation>
    </message>
    <message>
        <source>They could sign: change the gate&apos;s key too, under &quot;Keys&quot;.</source>
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
    <message>
        <source>My PIN</source>
        <translation>我的 PIN 码</translation>
    </message>
</context>
<context>
    <name>PortView</name>
    <message>
        <source>Read: the whole card at once</source>
        <translation>在读：整张证一次传完</translation>
    </message>
    <message>
        <source>Not read. It may be something else</source>
        <translation>没有读。可能是别的设备</translation>
    </message>
    <message>
        <source>Another program has it</source>
        <translation>被别的程序占着</translation>
    </message>
    <message>
        <source>Do not read it</source>
        <translation>不读它</translation>
    </message>
    <message>
        <source>It is a scanner</source>
        <translation>这是扫码枪</translation>
    </message>
</context>
<context>
    <name>PurgeSheet</name>
    <message>
        <source>Names, numbers and temperatures in them go for good; nothing brings them back. That a line was written, the days&apos; counts, passes that are still good and revocations stay, and the chain can still be checked.</source>
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
        <source>To the command post</source>
        <translation>去指挥部</translation>
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
        <translation>把新的恢复密钥留在纸上</translation>
    </message>
    <message>
        <source>It is shown once. Until you say that it is on paper, the old one stays good.</source>
        <translation>只显示一次。没点「已经留在纸上」之前，旧的还有效。</translation>
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
        <translation>已经留在纸上</translation>
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
    <name>RecoveryWords</name>
    <message>
        <source>No printer was found. The key stays on the screen. Copy it by hand, or save the PDF and print it elsewhere.</source>
        <translation>没找到打印机。密钥还在屏幕上。照着抄下来，或存成 PDF，拿到别处印。</translation>
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
        <translation>已备份，是加密的。旁边还有密钥文件，两个都要留着。</translation>
    </message>
    <message>
        <source>The printed seal of {day} does not fit: lines before it were changed or are gone. Keep the paper and a copy, and tell the command post.</source>
        <translation>{day} 的打印封条对不上：它之前的条目被改过或没了。留好这张纸和一份备份，告诉指挥部。</translation>
    </message>
    <message numerus="yes">
        <source>The printed seal of {day} fits. %n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>{day} 的打印封条对得上。核对了 %n 条，没有被改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) checked, nothing was changed.</source>
        <translation>
            <numerusform>查了 %n 条，没有被改动过。</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {seq} is not as it was written. Tell the command post; keep a copy.</source>
        <translation>第 {seq} 条和写下时不一样。留一份备份，报告指挥部。</translation>
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
        <source>A copy is opened with &quot;Restore a copy&quot;, on the first page of a laptop without a register.</source>
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
        <source>{file}: a lead&apos;s name, and the passphrase that was good when the copy was made.</source>
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
        <translation>指挥部下次收到导出才知道。它再回复之前，别的门不认这之后签的证。</translation>
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
    <message>
        <source>Gates that know this post take the new key with its next answer: the old key vouches for it there.</source>
        <translation>认得本指挥部的门岗，收到下一份回复就换新的：回复里旧密钥给新密钥作证。</translation>
    </message>
    <message>
        <source>If the old key itself was stolen, hurry: until the next answer is there, a gate still believes the old key.</source>
        <translation>旧密钥要是被偷了，赶快：下一份回复送到之前，门岗还认旧的。</translation>
    </message>
    <message>
        <source>Another key for the post</source>
        <translation>换指挥部密钥</translation>
    </message>
</context>
<context>
    <name>ScannerCard</name>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>A USB scanner works as soon as it is plugged in. Is it slow, or are cards not read? Look here.</source>
        <translation>USB 扫码枪插上就能用。扫得慢、扫不出来，在这里查。</translation>
    </message>
    <message>
        <source>Test the scanner</source>
        <translation>测扫码枪</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>A digit</source>
        <translation>每位</translation>
    </message>
    <message>
        <source>Slowest</source>
        <translation>最慢</translation>
    </message>
    <message>
        <source>End mark</source>
        <translation>结束符</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>30 digits</source>
        <translation>30 位</translation>
    </message>
    <message>
        <source>251 digits</source>
        <translation>251 位</translation>
    </message>
    <message>
        <source>This machine has no library for serial ports. All else works.</source>
        <translation>这台电脑没有串口组件，别的都能用。</translation>
    </message>
    <message>
        <source>None is plugged in. A scanner that is set to USB virtual COM sends a whole card at once; it is found by itself.</source>
        <translation>没有插。把扫码枪设成「USB 虚拟串口」，整张证一次传完，插上自动认出。</translation>
    </message>
    <message>
        <source>At the fastest setting, USB virtual COM:</source>
        <translation>设成最快的「USB 虚拟串口」的：</translation>
    </message>
    <message>
        <source>scanner-test</source>
        <translation>扫码枪测试卡</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已存为 {name}</translation>
    </message>
    <message>
        <source>The test card is at the printer</source>
        <translation>测试卡已送到打印机</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Print the test card</source>
        <translation>打印测试卡</translation>
    </message>
    <message>
        <source>What the scanner sends</source>
        <translation>扫码枪发来的</translation>
    </message>
    <message>
        <source>Scan a code of the test card</source>
        <translation>扫测试卡上任意一个码</translation>
    </message>
    <message>
        <source>From this screen or from paper. It is measured and told at once; the gate hears nothing of it.</source>
        <translation>对着屏幕扫或者扫纸上的都行。扫完马上告诉你结果，不会记到门岗。</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>测试卡</translation>
    </message>
    <message>
        <source>Card of this gate</source>
        <translation>本门的证</translation>
    </message>
    <message>
        <source>Card of the district</source>
        <translation>全区的证</translation>
    </message>
    <message>
        <source>Many scanners read from a screen. One that does not reads the printed sheet, which has a bar code too.</source>
        <translation>多数扫码枪能对着屏幕扫。扫不出来就打印测试卡，纸上还有条形码。</translation>
    </message>
    <message>
        <source>Serial scanners</source>
        <translation>串口扫码枪</translation>
    </message>
</context>
<context>
    <name>ScannerWords</name>
    <message>
        <source>Not a code of the test card</source>
        <translation>扫的不是测试卡</translation>
    </message>
    <message>
        <source>Good, work with it</source>
        <translation>好用，放心扫</translation>
    </message>
    <message>
        <source>Not usable like this</source>
        <translation>这样不能用</translation>
    </message>
    <message>
        <source>Works, but slowly</source>
        <translation>能用，但慢</translation>
    </message>
    <message>
        <source>Works, and can be better</source>
        <translation>能用，还能更好</translation>
    </message>
    <message>
        <source>The whole card comes at once: nothing is faster.</source>
        <translation>整张证一次传完，没有更快的了。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Set the inter-character delay to 0 and the keyboard speed to the fastest. USB virtual COM is faster still.</source>
        <translation>把「字符间延时」设成 0，「键盘速度」设成最快。设成「USB 虚拟串口」更快。</translation>
    </message>
    <message>
        <source>What came is none of its codes</source>
        <translation>发来的不是测试卡上的号码</translation>
    </message>
    <message>
        <source>Scan a code of this page or of the printed sheet. If it was one, reset the scanner with the code at the front of its booklet, and scan again.</source>
        <translation>请扫这一页或测试卡上的码。如果扫的就是它，先扫说明书最前面的「恢复出厂设置」，再扫一次。</translation>
    </message>
    <message>
        <source>Too slow: {worst} ms between two digits</source>
        <translation>太慢：两位之间隔了 {worst} 毫秒</translation>
    </message>
    <message>
        <source>Set the inter-character delay one step higher, to 5 ms. Plug it into the laptop itself, not into a hub.</source>
        <translation>把「字符间延时」调高一档，到 5 毫秒。直接插电脑，不要经过分线器。</translation>
    </message>
    <message>
        <source>Each digit comes twice</source>
        <translation>每一位都发了两遍</translation>
    </message>
    <message>
        <source>Pull it out and plug it in again. If that does not help, reset it, then set USB keyboard (HID).</source>
        <translation>拔下来重插。还这样就「恢复出厂设置」，再设成「USB 键盘（HID）」。</translation>
    </message>
    <message>
        <source>Digits missing: {missing}</source>
        <translation>少了 {missing} 位</translation>
    </message>
    <message>
        <source>A card of this gate takes {home}, a card of the district {district}.</source>
        <translation>扫一张本门的证 {home}，全区的证 {district}。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>Digits too many: {extra}</source>
        <translation>多了 {extra} 位</translation>
    </message>
    <message>
        <source>Scan again without touching the keyboard. If they come again, turn prefix and suffix off.</source>
        <translation>别碰键盘，再扫一次。还多就把「前缀」「后缀」关掉。</translation>
    </message>
    <message>
        <source>A digit came as another</source>
        <translation>有一位变成了别的数字</translation>
    </message>
    <message>
        <source>Set the keyboard layout to USA, and the inter-character delay to 5 ms.</source>
        <translation>把「键盘布局 / 国家」设成美国，「字符间延时」设成 5 毫秒。</translation>
    </message>
    <message>
        <source>Slow: {median} ms a digit</source>
        <translation>慢：每位 {median} 毫秒</translation>
    </message>
    <message>
        <source>It hung once, for {worst} ms</source>
        <translation>中间卡了一下：{worst} 毫秒</translation>
    </message>
    <message>
        <source>Plug it into the laptop itself, not into a hub or a long cable. Close other programs.</source>
        <translation>直接插电脑，不用分线器和长线。把别的程序关掉。</translation>
    </message>
    <message>
        <source>Each scan is sent twice</source>
        <translation>每次扫都发了两遍</translation>
    </message>
    <message>
        <source>It counts once. Set the trigger to manual, and continuous reading off.</source>
        <translation>只算一次，不会记重。把「触发方式」设成手动，「连续扫描」关掉。</translation>
    </message>
    <message>
        <source>Scanner and laptop differ in keyboard layout</source>
        <translation>扫码枪和电脑的键盘布局不一样</translation>
    </message>
    <message>
        <source>Digits are read all the same. Set both to USA (English), so that nothing else goes wrong.</source>
        <translation>照样能读。把两边的「键盘布局 / 国家」都设成美国（英语）。</translation>
    </message>
    <message>
        <source>It holds Shift down, for Caps Lock is on</source>
        <translation>键盘大写锁定开着，扫码枪按着 Shift 发</translation>
    </message>
    <message>
        <source>Digits are read all the same. Turn Caps Lock off on the keyboard.</source>
        <translation>照样能读。按一下键盘上的 Caps Lock，关掉大写。</translation>
    </message>
    <message>
        <source>The digits come in full width</source>
        <translation>发来的是全角数字</translation>
    </message>
    <message>
        <source>They are read all the same. Turn the input method to half width: Shift+Space.</source>
        <translation>照样能读。按 Shift+空格，把输入法换成半角。</translation>
    </message>
    <message>
        <source>An input method gets between</source>
        <translation>中间隔着输入法</translation>
    </message>
    <message>
        <source>Turn it to English before you scan: Shift, or Ctrl+Space.</source>
        <translation>扫之前按 Shift 或 Ctrl+空格，切到英文。</translation>
    </message>
    <message>
        <source>It types on the number pad, and NumLock is off</source>
        <translation>它按小键盘发，而 NumLock 没开</translation>
    </message>
    <message>
        <source>Digits are read all the same. Turn keypad emulation off in the scanner, or NumLock on.</source>
        <translation>照样能读。关掉扫码枪的「小键盘模式」，或者按一下 NumLock。</translation>
    </message>
    <message>
        <source>It types Alt and a number for each digit</source>
        <translation>它每一位都用 Alt 加数字发</translation>
    </message>
    <message>
        <source>That takes four times as long. Turn Alt mode (universal keyboard) off, choose the layout USA.</source>
        <translation>要慢三四倍。关掉「ALT 模式 / 万国键盘」，「键盘布局」选美国。</translation>
    </message>
    <message>
        <source>It sends {before} before the digits</source>
        <translation>号码前面多发了 {before}</translation>
    </message>
    <message>
        <source>Does no harm. To be quicker, turn Code ID, AIM ID and prefix off.</source>
        <translation>不碍事。想快一点，就关掉「Code ID / AIM ID」和「前缀」。</translation>
    </message>
    <message>
        <source>It sends {after} after the digits</source>
        <translation>号码后面多发了 {after}</translation>
    </message>
    <message>
        <source>Does no harm. To be quicker, turn the suffix off, all but Enter.</source>
        <translation>不碍事。想快一点，「后缀」只留回车。</translation>
    </message>
    <message>
        <source>No Enter at the end</source>
        <translation>末尾没有回车</translation>
    </message>
    <message>
        <source>Each scan waits a moment longer. Set the terminator (suffix) to CR, that is Enter.</source>
        <translation>每次多等一小会儿。把「终端符 / 后缀」设成 CR，也就是回车。</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Write what people call it</source>
        <translation>写大家平时叫它什么</translation>
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
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>Command post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>Set up the command post</source>
        <translation>设置指挥部</translation>
    </message>
    <message>
        <source>Set up this gate</source>
        <translation>设置这个门岗</translation>
    </message>
    <message>
        <source>It takes in the gates&apos; drives and answers them. One laptop will do; a server is for several clerks.</source>
        <translation>收各门岗的 U 盘，写回复。一台电脑就够；几个人同时收才要服务器。</translation>
    </message>
    <message>
        <source>The passphrase opens the book each day. Choose one that you will remember.</source>
        <translation>每天用口令打开登记册，选一个记得住的。</translation>
    </message>
    <message>
        <source>Number, no gate&apos;s</source>
        <translation>编号，别和门岗重</translation>
    </message>
    <message>
        <source>Gate number</source>
        <translation>门岗号</translation>
    </message>
    <message>
        <source>Name of the post</source>
        <translation>指挥部名称</translation>
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
        <source>PostgreSQL server</source>
        <translation>PostgreSQL 服务器</translation>
    </message>
    <message>
        <source>empty: this laptop</source>
        <translation>空着就在本机</translation>
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
        <source>This screen has room for {most} % at most, so that every page fits.</source>
        <translation>这块屏幕最多放得下 {most} %，再大有的页面就放不下了。</translation>
    </message>
    <message>
        <source>Please go in</source>
        <translation>请进</translation>
    </message>
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
        <source>Locking</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>At the gate</source>
        <translation>门岗上</translation>
    </message>
    <message>
        <source>The rules are the lead&apos;s to set</source>
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
        <source>Days until the post&apos;s list is old</source>
        <translation>指挥部名单几天算旧</translation>
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
        <source>Lead&apos;s name</source>
        <translation>组长姓名</translation>
    </message>
    <message>
        <source>Lead&apos;s phone</source>
        <translation>组长电话</translation>
    </message>
    <message>
        <source>Community doctor&apos;s phone</source>
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
        <source>Say aloud who may go in, and the temperature</source>
        <translation>念出「请进」「先复测」和体温</translation>
    </message>
    <message>
        <source>This computer has no voice for this language: only the sounds are heard.</source>
        <translation>这台电脑没有中文语音：只有提示音。</translation>
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
        <source>Restore a copy…</source>
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
        <source>Gate or command post: number, name, passphrase</source>
        <translation>门岗或指挥部：编号、姓名、口令</translation>
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
