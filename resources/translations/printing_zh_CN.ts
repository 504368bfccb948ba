<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdjustSheet</name>
    <message>
        <source>Adjust {printer}, paper {paper}</source>
        <translation>校准 {printer}，纸张 {paper}</translation>
    </message>
    <message>
        <source>1. Print this page. Lay a ruler on it.</source>
        <translation>1. 先打印校准页，拿尺子量。</translation>
    </message>
    <message>
        <source>Print the page</source>
        <translation>打印校准页</translation>
    </message>
    <message>
        <source>2. Type what the ruler shows, in millimetres. Leave empty what is right.</source>
        <translation>2. 填尺子上的毫米数。对的不用填。</translation>
    </message>
    <message>
        <source>A: from the left edge</source>
        <translation>A：离左边</translation>
    </message>
    <message>
        <source>B: across</source>
        <translation>B：横长</translation>
    </message>
    <message>
        <source>C: from the upper edge</source>
        <translation>C：离上边</translation>
    </message>
    <message>
        <source>D: down</source>
        <translation>D：竖长</translation>
    </message>
    <message>
        <source>No adjustment</source>
        <translation>不校准</translation>
    </message>
    <message>
        <source>Print to check</source>
        <translation>打一张核对</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>In millimetres, as 19.5</source>
        <translation>按毫米写，如 19.5</translation>
    </message>
    <message>
        <source>No printer is so far off. See that the paper lies right, and measure again</source>
        <translation>偏得太多，不像打印机的事。看看纸放正没有，再量一遍</translation>
    </message>
    <message>
        <source>{right} mm to the right, {down} mm down, {wide} % wide, {high} % high</source>
        <translation>向右 {right} 毫米，向下 {down} 毫米，宽 {wide} %，高 {high} %</translation>
    </message>
    <message>
        <source>From now on: {what}</source>
        <translation>以后：{what}</translation>
    </message>
    <message>
        <source>Now: {what}</source>
        <translation>现在：{what}</translation>
    </message>
    <message>
        <source>Print the page and measure first</source>
        <translation>先打印校准页，量了再填</translation>
    </message>
    <message>
        <source>The page is at the printer</source>
        <translation>已送到打印机</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Looking for printers</source>
        <translation>正在找打印机</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>all, or 2-3</source>
        <translation>全部，或 2-3</translation>
    </message>
    <message>
        <source>Paper in the printer</source>
        <translation>打印机里的纸</translation>
    </message>
    <message>
        <source>Adjust the printer</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>A4, in its middle</source>
        <translation>A4 纸中间</translation>
    </message>
    <message>
        <source>Not adjusted. Where cards come out beside their marks, adjust it.</source>
        <translation>没校准过。印出来对不上裁切线，就校准。</translation>
    </message>
    <message>
        <source>Adjusted: {right} mm to the right, {down} mm down, {wide} % wide, {high} % high</source>
        <translation>已校准：向右 {right} 毫米，向下 {down} 毫米，宽 {wide} %，高 {high} %</translation>
    </message>
    <message>
        <source>1 to {most}</source>
        <translation>1 到 {most}</translation>
    </message>
    <message>
        <source>Write them as 2 or 2-3</source>
        <translation>写成 2 或 2-3</translation>
    </message>
    <message>
        <source>Sending to the printer</source>
        <translation>正在送到打印机</translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message>
        <source>The page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>The next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存成 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) sent to the printer</source>
        <translation>
            <numerusform>%n 页送到打印机了</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintedView</name>
    <message numerus="yes">
        <source>Print %n again</source>
        <translation>
            <numerusform>重打 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重打</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Tick all of this job</source>
        <translation>这一批全选</translation>
    </message>
    <message>
        <source>Press the places that came out badly</source>
        <translation>哪张没印好，就点哪张</translation>
    </message>
    <message>
        <source>Printed before</source>
        <translation>打印记录</translation>
    </message>
    <message>
        <source>A card printed again is the same card: the number and code stay</source>
        <translation>重打的还是同一张证：编号和码都不变</translation>
    </message>
    <message>
        <source>Back to printing</source>
        <translation>回到打印</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>纸上位置</translation>
    </message>
    <message>
        <source>Sheet before</source>
        <translation>上一张纸</translation>
    </message>
    <message>
        <source>Next sheet</source>
        <translation>下一张纸</translation>
    </message>
    <message>
        <source>Places of the sheet</source>
        <translation>纸上的位置</translation>
    </message>
    <message>
        <source>Nothing printed yet</source>
        <translation>还没打印过</translation>
    </message>
    <message>
        <source>What is printed is listed here</source>
        <translation>打印过的都记在这里</translation>
    </message>
</context>
<context>
    <name>StickSheet</name>
    <message numerus="yes">
        <source>%n card(s) to a USB drive</source>
        <translation>
            <numerusform>%n 张证存到 U 盘</numerusform>
        </translation>
    </message>
    <message>
        <source>A print shop needs a plain PDF: whoever opens it sees names, units and photos, and could copy the cards. Have it deleted there, and delete it on the drive.</source>
        <translation>打印店要的是普通 PDF：谁打开都看得到姓名、单位、照片，还能照样印。印完请店里删掉，U 盘上也删掉。</translation>
    </message>
    <message>
        <source>Which drive</source>
        <translation>存到哪个 U 盘</translation>
    </message>
    <message>
        <source>Do not write</source>
        <translation>不存</translation>
    </message>
    <message>
        <source>Write the PDF</source>
        <translation>存 PDF</translation>
    </message>
    <message>
        <source>Looking for drives</source>
        <translation>正在找 U 盘</translation>
    </message>
    <message>
        <source>No drive to write to. Plug one in, close this and press again</source>
        <translation>没有能写的 U 盘。插上一个，关掉这里再按一次</translation>
    </message>
    <message>
        <source>{name}, {free} GB free</source>
        <translation>{name}，剩 {free} GB</translation>
    </message>
</context>
</TS>
