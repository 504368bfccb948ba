<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Unreadable</source>
        <translation>扫不出</translation>
    </message>
    <message>
        <source>Unknown issuer</source>
        <translation>不认得的发证门</translation>
    </message>
    <message>
        <source>Not our pass</source>
        <translation>不是我们的证</translation>
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
        <translation>还没生效</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Wrong gate</source>
        <translation>不走本门</translation>
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
</TS>
