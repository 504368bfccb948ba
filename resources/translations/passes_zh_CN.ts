<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BookView</name>
    <message>
        <source>A registrar or the lead does this</source>
        <translation>要登记员或组长来办</translation>
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
        <source>Make the first pass, or take in a unit&apos;s list</source>
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
        <source>Choose a picture</source>
        <translation>选照片文件</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
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
        <source>, printed {when}</source>
        <translation>，{when} 印过</translation>
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
        <source>Last crossings</source>
        <translation>最近进出</translation>
    </message>
    <message>
        <source>Never crossed here</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>A registrar or the lead does this</source>
        <translation>要登记员或组长来办</translation>
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
        <source>The number is the book&apos;s next</source>
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
        <source>Renew {name}&apos;s pass ({number})</source>
        <translation>给 {name} 的证延期（{number}）</translation>
    </message>
    <message numerus="yes">
        <source>Renew the %n ticked pass(es)</source>
        <translation>
            <numerusform>给选中的 %n 张证延期</numerusform>
        </translation>
    </message>
    <message>
        <source>The days stand in the card&apos;s code, so a new card is needed. The old one is dead at once.</source>
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
        <source>Revoke {name}&apos;s pass ({number})?</source>
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
