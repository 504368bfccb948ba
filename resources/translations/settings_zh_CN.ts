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
    <name>OperatorSheet</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
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
        <source>empty: stays as it is</source>
        <translation>不填就不改</translation>
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
        <source>Add someone</source>
        <translation>加一个人</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>你的口令</translation>
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
        <source>Notice</source>
        <translation>告示</translation>
    </message>
    <message>
        <source>A page for the wall: what is kept, why, how long</source>
        <translation>贴墙上的一页：记什么、为什么、留多久</translation>
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
        <source>Open a register that is elsewhere…</source>
        <translation>打开别处的登记册…</translation>
    </message>
    <message>
        <source>All of it stays on this laptop, encrypted. No network is used.</source>
        <translation>全都加密存在这台电脑里，不用联网。</translation>
    </message>
</context>
</TS>
