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
        <translation>导出要登记员或组长</translation>
    </message>
    <message>
        <source>Plug in a USB drive, or choose a folder</source>
        <translation>插上 U 盘，或选文件夹</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>可以拔 U 盘了</translation>
    </message>
    <message>
        <source>All of it stays on this computer too</source>
        <translation>电脑里也留着一份</translation>
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
        <source>All of it is on the drive. Close the windows that show it, then try again</source>
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
        <source>This day has not left yet</source>
        <translation>这一天还没导出过</translation>
    </message>
    <message>
        <source>This day last left {when}</source>
        <translation>这一天上次导出：{when}</translation>
    </message>
    <message>
        <source>Export to USB drive</source>
        <translation>导出到 U 盘</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选文件夹</translation>
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
        <source>Nearly full: {free}</source>
        <translation>快满了：{free}</translation>
    </message>
</context>
</TS>
