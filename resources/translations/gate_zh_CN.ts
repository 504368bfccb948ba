<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionCard</name>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>体温</translation>
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
        <source>Measured at: {place}</source>
        <translation>测的部位：{place}</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>No number set</source>
        <translation>没填电话</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>叫人</translation>
    </message>
    <message>
        <source>Lead {name}</source>
        <translation>组长 {name}</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Lead called</source>
        <translation>组长 已打通</translation>
    </message>
    <message>
        <source>Community doctor</source>
        <translation>社区医生</translation>
    </message>
    <message>
        <source>Doctor called</source>
        <translation>医生 已打通</translation>
    </message>
    <message>
        <source>Two metres from everyone, mask on</source>
        <translation>离人 2 米，戴口罩</translation>
    </message>
    <message>
        <source>To the isolation place</source>
        <translation>带到隔离点</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>已到隔离点</translation>
    </message>
    <message>
        <source>Call the lead</source>
        <translation>叫组长</translation>
    </message>
    <message>
        <source>Call the community doctor</source>
        <translation>叫社区医生</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>记事件</translation>
    </message>
    <message>
        <source>All of it is in the ledger</source>
        <translation>台账里都记好了，办完按一下</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办完</translation>
    </message>
    <message>
        <source>Back to scanning</source>
        <translation>回到扫证</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>四步</translation>
    </message>
    <message>
        <source>Enter after each one</source>
        <translation>做完一步按一次 Enter</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Second reading</source>
        <translation>第二次体温</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Press Enter</source>
        <translation>按 Enter</translation>
    </message>
    <message>
        <source>Not measured again…</source>
        <translation>不测了…</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>没有人在等</translation>
    </message>
    <message>
        <source>Back with Esc</source>
        <translation>按 Esc 回去</translation>
    </message>
    <message>
        <source>{limit} or more is a fever</source>
        <translation>到 {limit} 就算发热</translation>
    </message>
    <message>
        <source>Sit {minutes} min, then measure again</source>
        <translation>先坐 {minutes} 分钟，再测第二次</translation>
    </message>
    <message>
        <source>Second one normal: through, one line</source>
        <translation>第二次正常：放行，记一条</translation>
    </message>
    <message>
        <source>Still high: isolation, and the steps</source>
        <translation>第二次还高：去隔离点，走四步</translation>
    </message>
    <message>
        <source>Under way: {count}</source>
        <translation>正在处理 {count} 人</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不知道</translation>
    </message>
    <message>
        <source>Second {degrees}, {todo} steps left</source>
        <translation>第二次 {degrees}，还差 {todo} 步</translation>
    </message>
    <message>
        <source>Time is up, measure again</source>
        <translation>时间到，测第二次</translation>
    </message>
    <message>
        <source>First {degrees}</source>
        <translation>第一次 {degrees}</translation>
    </message>
    <message>
        <source>No card</source>
        <translation>没带证</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>可以进</translation>
    </message>
    <message>
        <source>Let out</source>
        <translation>可以出</translation>
    </message>
    <message>
        <source>No entry</source>
        <translation>不能进</translation>
    </message>
    <message>
        <source>To isolation</source>
        <translation>去隔离点</translation>
    </message>
    <message>
        <source>Twice {limit} or more. Step aside, please</source>
        <translation>两次都到 {limit}。请往边上走，别挡后面的人</translation>
    </message>
    <message>
        <source>Sit down and wait, {left} more</source>
        <translation>请坐下等，还有 {left}</translation>
    </message>
    <message>
        <source>Retest first</source>
        <translation>先复测</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>再测一次</translation>
    </message>
    <message>
        <source>Time is up. Second reading, then Enter</source>
        <translation>时间到。输第二次体温，按 Enter</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一次</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>静坐</translation>
    </message>
    <message>
        <source>sitting</source>
        <translation>静坐中</translation>
    </message>
    <message>
        <source>time is up</source>
        <translation>时间到</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二次</translation>
    </message>
    <message>
        <source>Not yet measured</source>
        <translation>还没测</translation>
    </message>
    <message>
        <source>Still a fever</source>
        <translation>还是发热</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Type 365 for 36.5</source>
        <translation>输 365 就是 36.5</translation>
    </message>
    <message>
        <source>Line {no}</source>
        <translation>记为 {no} 号</translation>
    </message>
    <message>
        <source>Fever {no}</source>
        <translation>发热 {no}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已存</translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation>今天几号</translation>
    </message>
    <message>
        <source>Time now</source>
        <translation>现在几点</translation>
    </message>
    <message>
        <source>Use this time</source>
        <translation>就用这个时间</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>电脑时间没错</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says {now}. What is the date?</source>
        <translation>电脑时间是 {now}，不对。今天几号？</translation>
    </message>
    <message>
        <source>The computer&apos;s clock leapt. It says {now}. What is right?</source>
        <translation>电脑时间刚才跳了，现在是 {now}。该是几点？</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says {now}, the last line {last}. What is the date?</source>
        <translation>电脑时间是 {now}，上一条是 {last}。今天几号？</translation>
    </message>
    <message>
        <source>Write the date</source>
        <translation>写日期</translation>
    </message>
    <message>
        <source>Write the time</source>
        <translation>写时间</translation>
    </message>
    <message>
        <source>Nobody&apos;s yet</source>
        <translation>还没写名字</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>去哪家</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Says {number}</source>
        <translation>自称 {number}</translation>
    </message>
    <message>
        <source>No such pass</source>
        <translation>查无此证</translation>
    </message>
    <message>
        <source>This scan is noted</source>
        <translation>这次扫码已留底</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>还没到</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>最后一天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还有 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没来过</translation>
    </message>
    <message>
        <source>Today {time} {way}</source>
        <translation>今天 {time} {way}</translation>
    </message>
    <message>
        <source>{time} {way}</source>
        <translation>{time} {way}</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message numerus="yes">
        <source>list %n day(s) old</source>
        <translation>
            <numerusform>名单 %n 天没更新</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo and ID</source>
        <translation>看照片和证件</translation>
    </message>
    <message>
        <source>found by hand</source>
        <translation>手工查的</translation>
    </message>
    <message>
        <source>Face against photo</source>
        <translation>看一眼照片和本人</translation>
    </message>
    <message>
        <source>Name and person</source>
        <translation>对一下名字和本人</translation>
    </message>
    <message>
        <source>Person without a card</source>
        <translation>没带证的人</translation>
    </message>
    <message>
        <source>Going in</source>
        <translation>要进</translation>
    </message>
    <message>
        <source>Going out</source>
        <translation>要出</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number, name, initials, phone, home or plate. Up and Down, or +, choose. Enter takes.</source>
        <translation>编号、姓名、首字母、手机、门牌、车牌都行。上下键或 + 选，Enter 确定。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测体温</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>劝返</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>居民</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>送货</translation>
    </message>
    <message>
        <source>Write the name</source>
        <translation>写名字</translation>
    </message>
    <message>
        <source>End the queue</source>
        <translation>结束排队</translation>
    </message>
    <message>
        <source>Queue of one book</source>
        <translation>一册排队</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Next lane</source>
        <translation>换通道：只进、只出、自动</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>开声音</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>关声音</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>这位</translation>
    </message>
    <message>
        <source>Choose in or out first: + or −</source>
        <translation>先选进还是出：+ 进，− 出</translation>
    </message>
    <message>
        <source>Take the temperature first</source>
        <translation>先测体温</translation>
    </message>
    <message>
        <source>One digit is missing. Example: 365</source>
        <translation>体温还差一位，例：365</translation>
    </message>
    <message>
        <source>Only 30.0 to 43.0. Type it again</source>
        <translation>只能是 30.0 到 43.0，再输一次</translation>
    </message>
    <message>
        <source>Too low. Measure again, elsewhere if you can: /</source>
        <translation>偏低。再测一次，最好换个部位：按 /</translation>
    </message>
    <message>
        <source>{name}: low twice, recorded as such</source>
        <translation>{name} 两次都偏低，已照实记</translation>
    </message>
    <message>
        <source>{left} of the wait left. Enter again to take it now</source>
        <translation>还要坐 {left}。现在就记，再按一次 Enter</translation>
    </message>
    <message>
        <source>The second reading is needed</source>
        <translation>要测第二次体温</translation>
    </message>
    <message>
        <source>Blank card. Press F3 and write whose it is</source>
        <translation>空白证。先按 F3 写上是谁</translation>
    </message>
    <message>
        <source>Scan the pass first</source>
        <translation>先扫证，体温给下一位留着</translation>
    </message>
    <message>
        <source>No scan came: {degrees} was dropped. Type it again</source>
        <translation>没有扫证，{degrees} 已经不要了。要用再打一遍</translation>
    </message>
    <message>
        <source>In a queue the direction stays. Ctrl+Q ends it</source>
        <translation>排队时方向不变，Ctrl+Q 结束排队</translation>
    </message>
    <message>
        <source>{name} first: look at the temperature, then Enter</source>
        <translation>先记{name}：看清体温，按 Enter</translation>
    </message>
    <message>
        <source>Queue ended. {count} passed</source>
        <translation>排队结束，过了 {count} 人</translation>
    </message>
    <message>
        <source>Nothing was missed</source>
        <translation>没有漏记</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Not saved. {why}</source>
        <translation>没存上。{why}</translation>
    </message>
    <message>
        <source>Measure those in front first, then scan again</source>
        <translation>先测完前面几位，再扫这张</translation>
    </message>
    <message>
        <source>{name} is on the screen already</source>
        <translation>{name} 就在屏幕上</translation>
    </message>
    <message>
        <source>{name} is waiting already</source>
        <translation>{name} 已经在排队</translation>
    </message>
    <message>
        <source>{name} was not recorded</source>
        <translation>{name} 这次没记</translation>
    </message>
    <message>
        <source>Forehead</source>
        <translation>额头</translation>
    </message>
    <message>
        <source>Wrist</source>
        <translation>手腕</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>脖子</translation>
    </message>
    <message>
        <source>Armpit</source>
        <translation>腋下</translation>
    </message>
    <message>
        <source>Ear</source>
        <translation>耳朵</translation>
    </message>
    <message>
        <source>Line {no}: {name}, {way}, {degrees}</source>
        <translation>{no} 号：{name}，{way}，{degrees}</translation>
    </message>
    <message>
        <source>It stays in the book, struck through. Its number stays used.</source>
        <translation>这条留在册里，画线，号不再用。</translation>
    </message>
    <message>
        <source>Wrong temperature</source>
        <translation>体温记错</translation>
    </message>
    <message>
        <source>Wrong direction</source>
        <translation>进出记错</translation>
    </message>
    <message>
        <source>Wrong person</source>
        <translation>记错人</translation>
    </message>
    <message>
        <source>Did not go through</source>
        <translation>没有走</translation>
    </message>
    <message>
        <source>Void this line?</source>
        <translation>作废这一条？</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Too cold to measure</source>
        <translation>太冷，测不出</translation>
    </message>
    <message>
        <source>Thermometer broken</source>
        <translation>体温枪坏了</translation>
    </message>
    <message>
        <source>Refuses to be measured</source>
        <translation>不肯测</translation>
    </message>
    <message>
        <source>{name} is recorded without a temperature</source>
        <translation>{name} 不记体温</translation>
    </message>
    <message>
        <source>Cannot measure</source>
        <translation>测不出</translation>
    </message>
    <message>
        <source>Only the lead can do this. Change operator at the top first.</source>
        <translation>要组长来办。先在顶上换成组长。</translation>
    </message>
    <message>
        <source>{name} comes in in spite of the card</source>
        <translation>证不能用，还是让 {name} 进</translation>
    </message>
    <message>
        <source>ID seen, office called</source>
        <translation>看过证件，问过发证处</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>急事</translation>
    </message>
    <message>
        <source>On duty today</source>
        <translation>今天要当班</translation>
    </message>
    <message>
        <source>The temperature is still taken. Your name and the reason are in the line.</source>
        <translation>体温照样要测。放行的人和原因都记在这一条里。</translation>
    </message>
    <message>
        <source>Lead lets in</source>
        <translation>组长放行</translation>
    </message>
    <message>
        <source>Let in, then measure</source>
        <translation>放行，测体温</translation>
    </message>
    <message>
        <source>No card, nobody fetches them</source>
        <translation>没有证，也没人来接</translation>
    </message>
    <message>
        <source>No visitors now</source>
        <translation>现在不接待外人</translation>
    </message>
    <message>
        <source>Send away?</source>
        <translation>劝返？</translation>
    </message>
    <message>
        <source>It is written down, without a number.</source>
        <translation>会记下来，不占号。</translation>
    </message>
    <message>
        <source>Went home</source>
        <translation>自己走了</translation>
    </message>
    <message>
        <source>Taken to hospital</source>
        <translation>送医院了</translation>
    </message>
    <message>
        <source>Fetched by family</source>
        <translation>家里人接走了</translation>
    </message>
    <message>
        <source>{name}: no second reading</source>
        <translation>{name} 不测第二次</translation>
    </message>
    <message>
        <source>Not measured again</source>
        <translation>不测了</translation>
    </message>
    <message>
        <source>The line says: turned away.</source>
        <translation>这一条记为：没让进出。</translation>
    </message>
    <message>
        <source>About: {name}</source>
        <translation>关于：{name}</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>别的原因</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>写原因</translation>
    </message>
    <message>
        <source>Choose a reason first</source>
        <translation>先选一个原因</translation>
    </message>
    <message>
        <source>Make a first pass</source>
        <translation>先办一张证</translation>
    </message>
    <message>
        <source>Nobody has one yet. Or hand in a list there.</source>
        <translation>册里还没有人。名单也在那里导入。</translation>
    </message>
    <message>
        <source>Second reading {degrees}, line {no}. Enter goes back</source>
        <translation>第二次 {degrees} 正常，记为 {no} 号。按 Enter 回去</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>New pass</source>
        <translation>办证</translation>
    </message>
    <message>
        <source>Ready for the next pass</source>
        <translation>等下一张证</translation>
    </message>
    <message>
        <source>Hold it under the scanner</source>
        <translation>把证放到扫码枪下面</translation>
    </message>
    <message>
        <source>Find someone by hand</source>
        <translation>手工查找</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手选的</translation>
    </message>
    <message>
        <source>By the lane</source>
        <translation>通道定的</translation>
    </message>
    <message>
        <source>Set for you</source>
        <translation>自动选好</translation>
    </message>
    <message>
        <source>Not needed this way</source>
        <translation>这个方向不用测</translation>
    </message>
    <message>
        <source>Enter: {what}</source>
        <translation>Enter：{what}</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>In / out</source>
        <translation>换方向</translation>
    </message>
    <message>
        <source>= 36.5</source>
        <translation>即 36.5</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Void last line</source>
        <translation>作废上一条</translation>
    </message>
    <message>
        <source>Retests</source>
        <translation>复测</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>去处理</translation>
    </message>
    <message>
        <source>Not that person</source>
        <translation>不是本人</translation>
    </message>
    <message>
        <source>Fill in the missed one</source>
        <translation>补记漏的一次</translation>
    </message>
    <message>
        <source>measured early</source>
        <translation>没坐够就测了</translation>
    </message>
    <message>
        <source>sat</source>
        <translation>坐满了</translation>
    </message>
    <message>
        <source>Came in today, goes out again: ↓ or +</source>
        <translation>今天进来过，要出去：按 ↓ 或 +</translation>
    </message>
    <message>
        <source>Set the clock</source>
        <translation>改时间</translation>
    </message>
    <message>
        <source>Number pad. 0: back</source>
        <translation>小键盘（0 返回）</translation>
    </message>
    <message>
        <source>Scan one after the other. With a normal temperature typed, the next scan is Enter. Whatever else stops with a sound.</source>
        <translation>一张接一张扫。体温打好了、正常，扫下一张就等于按 Enter。别的情况都停下来，有声音。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始排队</translation>
    </message>
    <message>
        <source>Queue {way}</source>
        <translation>排队{way}</translation>
    </message>
    <message>
        <source>{count} passed</source>
        <translation>已过 {count} 人</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Queue: {book}, {way}</source>
        <translation>排队：{book} {way}</translation>
    </message>
    <message>
        <source>Scan one after the other</source>
        <translation>一张接一张扫</translation>
    </message>
    <message>
        <source>{degrees}, now scan</source>
        <translation>{degrees}，现在扫证</translation>
    </message>
    <message>
        <source>Fever. For the next pass only, {left} s left</source>
        <translation>发热。只给下一张证，还等 {left} 秒</translation>
    </message>
    <message>
        <source>For the next pass only, {left} s left</source>
        <translation>只给下一张证，还等 {left} 秒</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>不要了</translation>
    </message>
    <message>
        <source>Next scan</source>
        <translation>给下一张</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫证</translation>
    </message>
    <message>
        <source>= Enter, if normal</source>
        <translation>正常就等于 Enter</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>Write whose it is</source>
        <translation>写上是谁</translation>
    </message>
    <message>
        <source>Find by hand</source>
        <translation>手工查找</translation>
    </message>
    <message>
        <source>Find the person</source>
        <translation>查新证</translation>
    </message>
    <message>
        <source>Steps to take</source>
        <translation>有步骤要做</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>先看一下</translation>
    </message>
    <message>
        <source>Choose in or out</source>
        <translation>选进出</translation>
    </message>
    <message>
        <source>find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>no card</source>
        <translation>没带证</translation>
    </message>
    <message>
        <source>call the lead</source>
        <translation>叫组长</translation>
    </message>
    <message>
        <source>retests</source>
        <translation>复测</translation>
    </message>
    <message>
        <source>void last line</source>
        <translation>作废上一条</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>fill in</source>
        <translation>补记</translation>
    </message>
    <message>
        <source>next lane</source>
        <translation>换通道</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>已吊销</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没找到</translation>
    </message>
    <message>
        <source>Try fewer letters, or press F5 for a person without a card.</source>
        <translation>少输几个字试试。没有证的人按 F5。</translation>
    </message>
    <message>
        <source>Please go in</source>
        <translation>请进</translation>
    </message>
    <message>
        <source>Please go out</source>
        <translation>请出</translation>
    </message>
    <message>
        <source>Sit down, measured again later</source>
        <translation>先复测</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>看一下</translation>
    </message>
    <message>
        <source>Not allowed in</source>
        <translation>不能进</translation>
    </message>
    <message>
        <source>To isolation, please</source>
        <translation>去隔离点</translation>
    </message>
    <message>
        <source>{degrees}. {words}</source>
        <translation>{degrees}，{words}</translation>
    </message>
    <message>
        <source>{degrees} °C</source>
        <translation>{degrees} ℃</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
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
        <source>Will be</source>
        <translation>将记为</translation>
    </message>
    <message>
        <source>No card: {kind}. {way}</source>
        <translation>没带证：{kind}。{way}</translation>
    </message>
    <message>
        <source>In spite of: {what}. Why: {why}</source>
        <translation>{what}。放行原因：{why}</translation>
    </message>
    <message>
        <source>Measure first</source>
        <translation>先测体温</translation>
    </message>
    <message>
        <source>Another book than the queue: {book}</source>
        <translation>不是排队的这一册：{book}</translation>
    </message>
    <message>
        <source>The pass is good: measure, then Enter</source>
        <translation>证没问题：测体温，再按 Enter</translation>
    </message>
    <message>
        <source>Valid. Measure</source>
        <translation>证有效，测体温</translation>
    </message>
    <message>
        <source>In or out? Press + or −</source>
        <translation>选进还是出：+ 进，− 出</translation>
    </message>
    <message>
        <source>First time here, going in</source>
        <translation>第一次来，这次记「进」</translation>
    </message>
    <message>
        <source>First time here, going out</source>
        <translation>第一次来，这次记「出」</translation>
    </message>
    <message>
        <source>Last out {time}, now going in</source>
        <translation>上次 {time} 出，这次记「进」</translation>
    </message>
    <message>
        <source>Last in {time}, now going out</source>
        <translation>上次 {time} 进，这次记「出」</translation>
    </message>
    <message>
        <source>Ask for a newer card</source>
        <translation>问有没有新证</translation>
    </message>
    <message>
        <source>Not one of our codes, or not all of it</source>
        <translation>不是我们的码，或没扫全</translation>
    </message>
    <message>
        <source>Scan it once more</source>
        <translation>再扫一次</translation>
    </message>
    <message>
        <source>Not our pass</source>
        <translation>不是我们发的证</translation>
    </message>
    <message>
        <source>From a gate that we do not know</source>
        <translation>发证的门岗我们不认识</translation>
    </message>
    <message>
        <source>Do not argue, call the lead</source>
        <translation>别争执，叫组长</translation>
    </message>
    <message>
        <source>Pass revoked: {reason}</source>
        <translation>这张证已吊销：{reason}</translation>
    </message>
    <message>
        <source>Pass revoked</source>
        <translation>这张证已吊销</translation>
    </message>
    <message>
        <source>A newer card was made, this one is old</source>
        <translation>补过新证，这张旧的不能用</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>还没到能用的日子</translation>
    </message>
    <message>
        <source>Valid from {day}</source>
        <translation>{day}起才能用</translation>
    </message>
    <message>
        <source>Come back on that day</source>
        <translation>到那天再来</translation>
    </message>
    <message>
        <source>Expired on {day}</source>
        <translation>{day}过期</translation>
    </message>
    <message>
        <source>Have it renewed at the office</source>
        <translation>到发证处续期</translation>
    </message>
    <message>
        <source>Good at gate {gate}, not here</source>
        <translation>这张证走 {gate} 门岗，不走这里</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>这张证不走这里</translation>
    </message>
    <message>
        <source>Send them to their own gate</source>
        <translation>请走自己的门</translation>
    </message>
    <message>
        <source>Fever earlier today</source>
        <translation>今天发过热</translation>
    </message>
    <message>
        <source>Measure with care</source>
        <translation>测仔细一点</translation>
    </message>
    <message>
        <source>Back later than agreed</source>
        <translation>过了该回的时间</translation>
    </message>
    <message>
        <source>Ask why</source>
        <translation>问一下原因</translation>
    </message>
    <message>
        <source>Key person</source>
        <translation>重点人员</translation>
    </message>
    <message>
        <source>Look at the person</source>
        <translation>看一眼本人</translation>
    </message>
    <message>
        <source>Nobody is written on it yet</source>
        <translation>这张证还没写是谁</translation>
    </message>
    <message>
        <source>Blank card</source>
        <translation>空白证</translation>
    </message>
    <message>
        <source>Press F3 and write whose it is</source>
        <translation>按 F3 写上是谁</translation>
    </message>
    <message>
        <source>Out on paper, nobody is written in yet</source>
        <translation>已发的纸证，还没写是谁的</translation>
    </message>
    <message>
        <source>Card on paper</source>
        <translation>纸证</translation>
    </message>
    <message>
        <source>Look at the card, F3: write it in</source>
        <translation>看证，按 F3 补录</translation>
    </message>
    <message>
        <source>Our card, but not in the register</source>
        <translation>是本门的证，册里没有</translation>
    </message>
    <message>
        <source>Look at an ID, then call the lead</source>
        <translation>看证件，叫组长</translation>
    </message>
    <message>
        <source>{why}. Going out is allowed</source>
        <translation>{why}。出去可以</translation>
    </message>
    <message>
        <source>Look at the person, then record</source>
        <translation>看一眼本人，再记</translation>
    </message>
    <message>
        <source>{words}: {note}</source>
        <translation>{words}：{note}</translation>
    </message>
    <message>
        <source>Waits for the second reading</source>
        <translation>在等第二次体温</translation>
    </message>
    <message>
        <source>{time}: {degrees}</source>
        <translation>{time} 测过 {degrees}</translation>
    </message>
    <message>
        <source>sit {left} more</source>
        <translation>还要坐 {left}</translation>
    </message>
    <message>
        <source>time is up, measure again</source>
        <translation>时间到，测第二次</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}，{rest}</translation>
    </message>
    <message>
        <source>Second reading, then Enter</source>
        <translation>输第二次体温，按 Enter</translation>
    </message>
    <message>
        <source>In at {time} (no. {no}), out was not recorded</source>
        <translation>{time} 记过进（{no} 号），没记出</translation>
    </message>
    <message>
        <source>Already inside</source>
        <translation>已在里面</translation>
    </message>
    <message>
        <source>Is it the same person?</source>
        <translation>看照片，是不是本人</translation>
    </message>
    <message>
        <source>Out at {time} (no. {no}), in was not recorded</source>
        <translation>{time} 记过出（{no} 号），没记进</translation>
    </message>
    <message>
        <source>Already outside</source>
        <translation>已在外面</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>本条序号</translation>
    </message>
    <message>
        <source>{degrees}; from {limit} it is a fever</source>
        <translation>{degrees}，到 {limit} 就算发热</translation>
    </message>
    <message>
        <source>Sit down and wait, {minutes} min</source>
        <translation>请坐下等 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Twice {limit} or more</source>
        <translation>两次都到 {limit}</translation>
    </message>
    <message>
        <source>Press F8 and take the steps</source>
        <translation>按 F8，一步一步来</translation>
    </message>
    <message>
        <source>Not measured: {reason}. Recorded</source>
        <translation>没测体温：{reason}。已记</translation>
    </message>
    <message>
        <source>Recorded. No temperature needed</source>
        <translation>已记，不用测体温</translation>
    </message>
    <message>
        <source>Second reading {degrees}, recorded</source>
        <translation>第二次 {degrees}，正常，已记</translation>
    </message>
    <message>
        <source>{degrees}, low twice, recorded</source>
        <translation>{degrees}，两次都偏低，已记</translation>
    </message>
    <message>
        <source>{degrees}, normal, recorded</source>
        <translation>{degrees} 正常，已记</translation>
    </message>
    <message>
        <source>No card: {reason}. It is written down</source>
        <translation>没有证：{reason}。已记下</translation>
    </message>
    <message>
        <source>Sent away</source>
        <translation>已劝返</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>last export {when}</source>
        <translation>上次导出 {when}</translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>Close</source>
        <translation>关上</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Today&apos;s lines</source>
        <translation>今日登记</translation>
    </message>
    <message>
        <source>No lines yet today</source>
        <translation>今天还没登记</translation>
    </message>
    <message>
        <source>The first scan makes one</source>
        <translation>扫第一张证就有了</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>In only</source>
        <translation>只进</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Out only</source>
        <translation>只出</translation>
    </message>
    <message>
        <source>Scan, or type a number or initials</source>
        <translation>扫证，或打编号、姓名首字母</translation>
    </message>
    <message>
        <source>Scan, or a number</source>
        <translation>扫证或打编号</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>开声音</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>关声音</translation>
    </message>
</context>
<context>
    <name>TrayCard</name>
    <message>
        <source>Next in line</source>
        <translation>后面等着</translation>
    </message>
    <message>
        <source>Next in line: full, measure first</source>
        <translation>后面等着：满了，先测</translation>
    </message>
</context>
<context>
    <name>WaitStrip</name>
    <message>
        <source>Sit and wait</source>
        <translation>静坐复测</translation>
    </message>
    <message>
        <source>Measure again now</source>
        <translation>该复测了</translation>
    </message>
    <message>
        <source>{name}, {more} more</source>
        <translation>{name}，还有 {more} 人</translation>
    </message>
</context>
</TS>
