<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>Coverage board</source>
        <translation>收报一览</translation>
    </message>
    <message>
        <source>as of {when}</source>
        <translation>截至 {when}</translation>
    </message>
    <message>
        <source>To be asked for</source>
        <translation>要催的</translation>
    </message>
    <message>
        <source>Nothing is missing of this day.</source>
        <translation>这天不缺什么。</translation>
    </message>
    <message>
        <source>of them late</source>
        <translation>其中晚到</translation>
    </message>
    <message>
        <source>of them zero report</source>
        <translation>其中零报告</translation>
    </message>
    <message>
        <source>Gates that are all in</source>
        <translation>到齐的门岗</translation>
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
        <source>Inside now</source>
        <translation>现在在里面</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Fevers {fevers} · cards refused {refused} · turned away {away} · incidents {incidents}</source>
        <translation>发热 {fevers} · 问题证 {refused} · 劝返 {away} · 事件 {incidents}</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>State</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>最后一条</translation>
    </message>
    <message>
        <source>L</source>
        <comment>late, one letter</comment>
        <translation>晚</translation>
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
        <source>Board</source>
        <translation>收报一览</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>条数</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>Fevers</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>Cards refused</source>
        <translation>证件问题</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>{book} in</source>
        <translation>{book}进</translation>
    </message>
    <message>
        <source>{book} out</source>
        <translation>{book}出</translation>
    </message>
    <message>
        <source>Compound and name</source>
        <translation>小区和门</translation>
    </message>
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
        <source>, </source>
        <comment>between two things</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>lines {first} to {last}</source>
        <translation>第 {first}–{last} 条</translation>
    </message>
    <message>
        <source>two accounts of a line: a lead decides</source>
        <translation>有两份账，等组长定</translation>
    </message>
    <message>
        <source>the end of the day</source>
        <translation>后半天</translation>
    </message>
    <message>
        <source>the whole day</source>
        <translation>一整天</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Passes</source>
        <translation>通行证</translation>
    </message>
    <message>
        <source>Print at 100 %, do not fit to the page</source>
        <translation>按 100 % 打印，不要缩放</translation>
    </message>
    <message>
        <source>Epidemic control</source>
        <translation>疫情防控</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>可走</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Scan it going in and going out</source>
        <translation>进出都扫一次，记一条</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>One person only, not to be lent</source>
        <translation>一人一证，不能借</translation>
    </message>
    <message>
        <source>Worthless after that</source>
        <translation>过期不能用</translation>
    </message>
    <message>
        <source>Scan here</source>
        <translation>扫这里</translation>
    </message>
    <message>
        <source>Found it? Bring it to {gate}</source>
        <translation>捡到请送回：{gate}</translation>
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
        <source>Card {issue}</source>
        <translation>第 {issue} 张</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Not to be lent</source>
        <translation>一人一证，不能借</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>练习</translation>
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
        <source>Residents</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>访客</translation>
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
        <source>This gate</source>
        <translation>本门</translation>
    </message>
    <message>
        <source>Compound</source>
        <translation>本小区</translation>
    </message>
    <message>
        <source>All gates</source>
        <translation>全区</translation>
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
        <source>Day log</source>
        <translation>当天登记</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
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
        <source>Book</source>
        <translation>册</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Book: {book}</source>
        <translation>{book}册</translation>
    </message>
    <message>
        <source>{count} passes</source>
        <translation>{count} 张证</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Temp. °C</source>
        <translation>体温 ℃</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>查验</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>每日报告</translation>
    </message>
    <message>
        <source>In and out by quarter of an hour</source>
        <translation>每 15 分钟进出</translation>
    </message>
    <message>
        <source>{count} readings</source>
        <translation>{count} 人次</translation>
    </message>
    <message>
        <source>Temperatures</source>
        <translation>体温分布</translation>
    </message>
    <message>
        <source>{count} lines, {voided} of them voided</source>
        <translation>{count} 条，其中作废 {voided}</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>各册合计</translation>
    </message>
    <message>
        <source>Inside at the end</source>
        <translation>日终在内</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>To report</source>
        <translation>要报的事</translation>
    </message>
    <message>
        <source>Fevers</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>Trouble with cards</source>
        <translation>证件问题</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Cards: {list}</source>
        <translation>证件：{list}</translation>
    </message>
    <message>
        <source>People with a fever</source>
        <translation>发热名单</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Handed over for isolation</source>
        <translation>已送隔离</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>还没处理完</translation>
    </message>
    <message>
        <source>and {count} more, marked in the table</source>
        <translation>还有 {count} 人，见后面表格</translation>
    </message>
    <message>
        <source>Zero report: today no fever, no trouble with cards, nobody turned away, no incident.</source>
        <translation>零报告：今日发热、证件问题、劝返、事件均为零。特此报告。</translation>
    </message>
    <message>
        <source>Not a zero report: see the counts above.</source>
        <translation>不是零报告，见上面的数。</translation>
    </message>
    <message>
        <source>Lead of the post</source>
        <translation>组长签字</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>接收人</translation>
    </message>
    <message>
        <source>Not sealed yet: lines of this day may still come.</source>
        <translation>还没签名：当天可能还有登记。</translation>
    </message>
    <message>
        <source>Signed: {count} lines, by {name}, {when}. The code lets anyone check it.</source>
        <translation>已签名：{count} 条，{name}，{when}。扫右边的码可以核对。</translation>
    </message>
    <message>
        <source>{count} lines came after that.</source>
        <translation>签名后又补了 {count} 条。</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Adjusting a printer</source>
        <translation>打印机校准页</translation>
    </message>
    <message>
        <source>To check: the distances are to be as they stand here, to half a millimetre.</source>
        <translation>核对：量出来和这里写的相差不到半毫米就行。</translation>
    </message>
    <message>
        <source>Lay a ruler on A, B, C and D and type what it shows, to a tenth of a millimetre.</source>
        <translation>用尺子量 A、B、C、D，精确到 0.1 毫米，填进程序。</translation>
    </message>
    <message>
        <source>Normal again, let through</source>
        <translation>复测正常，放行</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>℃</translation>
    </message>
    <message>
        <source>Filled in, not scanned</source>
        <translation>补记，没扫证</translation>
    </message>
    <message>
        <source>Let through: {reason}</source>
        <translation>放行：{reason}</translation>
    </message>
    <message>
        <source>Voided: {reason}</source>
        <translation>作废：{reason}</translation>
    </message>
    <message>
        <source>Waiting for a second reading</source>
        <translation>等复测</translation>
    </message>
    <message>
        <source>Fever earlier that day</source>
        <translation>当天发过热</translation>
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
        <source>What we keep about you</source>
        <translation>我们登记您的哪些信息</translation>
    </message>
    <message>
        <source>Until the end of the epidemic measures, then it is deleted.</source>
        <translation>疫情防控结束后删除。</translation>
    </message>
    <message>
        <source>{days} days, then it is deleted. That a line was written stays, without what it said.</source>
        <translation>{days} 天，到期删除。只留下有过一条登记，不留内容。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>登记什么</translation>
    </message>
    <message>
        <source>Each time you pass: time, direction, pass number, name, temperature. For a pass, once: ID number, phone, unit, home, a photo if you bring one.</source>
        <translation>每次进出：时间、方向、证号、姓名、体温。办证时一次：证件号码、电话、单位、住址；带了照片就贴照片。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为了什么</translation>
    </message>
    <message>
        <source>To let you pass quickly, to find a fever early, and to tell you if you were near someone ill.</source>
        <translation>让您快些通过，早些发现发热，有密切接触时能找到您。</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>留多久</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>谁能看到</translation>
    </message>
    <message>
        <source>The people on duty at this gate, and the command post of the district. ID numbers and phones are hidden; whoever looks at them leaves a trace.</source>
        <translation>本门值守人员和区指挥部。证件号码和电话平时遮住，谁看过都有记录。</translation>
    </message>
    <message>
        <source>How it is guarded</source>
        <translation>怎么保管</translation>
    </message>
    <message>
        <source>Encrypted, on one laptop without a network. Lines cannot be changed unnoticed.</source>
        <translation>加密存在一台不联网的电脑里，登记改动会留下痕迹。</translation>
    </message>
    <message>
        <source>What you can ask</source>
        <translation>您可以要求</translation>
    </message>
    <message>
        <source>To see what is kept about you, and to have it put right where it is wrong.</source>
        <translation>看自己的登记，有错就改过来。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>有疑问请打</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lines on paper</source>
        <translation>停电登记纸</translation>
    </message>
    <message>
        <source>No. {first} to {last}</source>
        <translation>{first} 至 {last} 号</translation>
    </message>
    <message>
        <source>Sheet {page} of {pages}</source>
        <translation>第 {page} 张，共 {pages} 张</translation>
    </message>
    <message>
        <source>Printed at {time}, after number {last}. Cross out numbers that the laptop has used since, and begin below.</source>
        <translation>{time} 打印，接第 {last} 号。电脑后来用掉的号先划掉，从下一号写起。</translation>
    </message>
    <message>
        <source>Pass number, or name</source>
        <translation>证号或姓名</translation>
    </message>
    <message>
        <source>:</source>
        <translation>：</translation>
    </message>
    <message>
        <source>From {fever} °C: to one side, measure again, call the lead. Keep the sheet: when there is power again, Entries, From paper, and type the lines in with their numbers.</source>
        <translation>体温到 {fever} ℃：请到一边，复测，叫组长。纸留好：来电后打开「登记」，点「补录」，按号打进去。</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>值守人</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>What it opens</source>
        <translation>它能打开什么</translation>
    </message>
    <message>
        <source>The register, when every passphrase is lost, and the bundles that this gate made.</source>
        <translation>所有口令都忘了的时候，用它打开登记册；也能打开本门导出的数据包。</translation>
    </message>
    <message>
        <source>Where to keep it</source>
        <translation>放在哪里</translation>
    </message>
    <message>
        <source>In an envelope, glued and signed across the flap, in a safe away from the laptop. Not in the hut.</source>
        <translation>装进信封，封好，在封口上签字，锁进保险柜，不要和电脑放在一起，不要放在岗亭。</translation>
    </message>
    <message>
        <source>Who may have it</source>
        <translation>谁能拿</translation>
    </message>
    <message>
        <source>Whoever has this sheet can read everything. Do not photograph it, do not send it.</source>
        <translation>谁拿到这张纸，谁就能看到全部内容。不要拍照，不要转发。</translation>
    </message>
    <message>
        <source>How to use it</source>
        <translation>怎么用</translation>
    </message>
    <message>
        <source>On the page that asks for the passphrase, choose Recovery key, and scan the code or type the key.</source>
        <translation>在输入口令的页面上选「恢复密钥」，扫码，或者照着打进去。</translation>
    </message>
    <message>
        <source>Sealed by</source>
        <translation>封存人</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>保管人</translation>
    </message>
    <message>
        <source>Scanner test card</source>
        <translation>扫码枪测试卡</translation>
    </message>
    <message>
        <source>Open Settings, Scanner. Scan the three codes, one after the other. The page says how fast the scanner is and what to set.</source>
        <translation>打开「设置」里的「扫码枪」，把三个码挨个扫一遍。那一页会告诉你它有多快、该怎么设。</translation>
    </message>
    <message>
        <source>1 Card of this gate, 30 digits</source>
        <translation>1&#x3000;本门的证，30 位</translation>
    </message>
    <message>
        <source>2 Card of the district, 251 digits</source>
        <translation>2&#x3000;全区的证，251 位</translation>
    </message>
    <message>
        <source>3 Bar code, 30 digits</source>
        <translation>3&#x3000;条形码，30 位</translation>
    </message>
    <message>
        <source>If a code is not read: print at 100 %, hold it flat, a hand&apos;s breadth away. A scanner that reads only the bar code needs cards with one: choose it when cards are printed on A6. If nothing is read at all, reset the scanner with the code at the front of its booklet, then set USB keyboard (HID) or USB virtual COM.</source>
        <translation>扫不出来：按 100 % 打印，纸放平，枪离纸一拃远。只扫得出条形码的枪，要用带条形码的证：打印 A6 证时勾上「条形码」。一个都扫不出来：先扫说明书最前面的「恢复出厂设置」，再设成「USB 键盘（HID）」或「USB 虚拟串口」。</translation>
    </message>
    <message>
        <source>In the booklet</source>
        <translation>说明书里的名字</translation>
    </message>
    <message>
        <source>Set it to</source>
        <translation>设成</translation>
    </message>
    <message>
        <source>Terminator, suffix, end character</source>
        <translation>终端符 / 结束符 / 后缀（Suffix）</translation>
    </message>
    <message>
        <source>CR (Enter), once</source>
        <translation>CR（回车），一次</translation>
    </message>
    <message>
        <source>Inter-character delay, keystroke delay</source>
        <translation>字符间延时（Inter-char delay）</translation>
    </message>
    <message>
        <source>0 ms, fastest</source>
        <translation>0 毫秒，最快</translation>
    </message>
    <message>
        <source>Keyboard layout, country</source>
        <translation>键盘布局 / 国家（Layout）</translation>
    </message>
    <message>
        <source>USA (English)</source>
        <translation>美国（英语）</translation>
    </message>
    <message>
        <source>Keypad emulation, Alt mode</source>
        <translation>小键盘模式 / ALT 模式</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Code ID, AIM ID, prefix</source>
        <translation>Code ID / AIM ID / 前缀</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>接口 / 传输方式</translation>
    </message>
    <message>
        <source>USB virtual COM, the fastest; else USB keyboard (HID)</source>
        <translation>USB 虚拟串口最快；不行就 USB 键盘（HID）</translation>
    </message>
    <message>
        <source>These numbers belong to no card. No gate lets anyone in with this sheet.</source>
        <translation>这些号码不是任何人的证，拿这张纸哪个门都进不去。</translation>
    </message>
    <message>
        <source>Change of shift</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Hands over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Takes over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>nobody, gate closed</source>
        <translation>无人接班，关门</translation>
    </message>
    <message>
        <source>This shift: {start} to {end}</source>
        <translation>本班 {start} 至 {end}</translation>
    </message>
    <message>
        <source>In this shift</source>
        <translation>本班进出</translation>
    </message>
    <message>
        <source>Inside now</source>
        <translation>现在里面</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation>交接要点</translation>
    </message>
    <message>
        <source>Held with a fever</source>
        <translation>发热等待</translation>
    </message>
    <message>
        <source>Open matters</source>
        <translation>没办完的事</translation>
    </message>
    <message>
        <source>Out, not back</source>
        <translation>出去没回</translation>
    </message>
    <message>
        <source>Guests still inside</source>
        <translation>访客没走</translation>
    </message>
    <message>
        <source>Cards refused</source>
        <translation>证没放行</translation>
    </message>
    <message>
        <source>Lines not exported</source>
        <translation>没导出的条数</translation>
    </message>
    <message>
        <source>{who}, {degrees} °C, since {time}</source>
        <translation>{who}，{degrees} ℃，{time} 起</translation>
    </message>
    <message>
        <source>{count} people. Their names are in the register.</source>
        <translation>{count} 人，名单在登记册里。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>Handed over by count</source>
        <translation>清点交接</translation>
    </message>
    <message>
        <source>Nothing was counted</source>
        <translation>没有清点</translation>
    </message>
    <message>
        <source>last time {count}</source>
        <translation>上次 {count}</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Line {line} of the ledger</source>
        <translation>台账第 {line} 条</translation>
    </message>
    <message>
        <source>Confirmed with the PIN</source>
        <translation>已用 PIN 码确认</translation>
    </message>
    <message>
        <source>Confirmed with the passphrase</source>
        <translation>已用口令确认</translation>
    </message>
    <message>
        <source>Was not there to confirm</source>
        <translation>本人不在，没有确认</translation>
    </message>
    <message>
        <source>Fever, steps still to take</source>
        <translation>发热，处置没走完</translation>
    </message>
    <message>
        <source>Day not sealed</source>
        <translation>当天没封存</translation>
    </message>
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
</context>
<context>
    <name>PathSheet</name>
    <message>
        <source>Way through the gates</source>
        <translation>行踪</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>门岗</translation>
    </message>
    <message>
        <source>What</source>
        <translation>进出</translation>
    </message>
    <message>
        <source>°C</source>
        <translation>℃</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>证号</translation>
    </message>
    <message>
        <source>Since {day}, the newest first</source>
        <translation>{day} 起，新的在前</translation>
    </message>
    <message>
        <source>{way}, first reading</source>
        <translation>{way}，第一次测温</translation>
    </message>
    <message>
        <source>{way}, voided</source>
        <translation>{way}，作废</translation>
    </message>
    <message>
        <source>{way}, turned away</source>
        <translation>{way}，劝返</translation>
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
        <source>Minutes apart</source>
        <translation>相差分钟</translation>
    </message>
    <message>
        <source>Last met</source>
        <translation>最后一次</translation>
    </message>
    <message>
        <source>At the same gate within {minutes} minutes: {count}</source>
        <translation>前后 {minutes} 分钟内在同一门岗：{count} 人</translation>
    </message>
</context>
</TS>
