<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Books</name>
    <message>
        <source>O</source>
        <comment>letter of the official book</comment>
        <translation>公</translation>
    </message>
    <message>
        <source>M</source>
        <comment>letter of the medical book</comment>
        <translation>医</translation>
    </message>
    <message>
        <source>S</source>
        <comment>letter of the support book</comment>
        <translation>保</translation>
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
        <source>Official book</source>
        <translation>公务册</translation>
    </message>
    <message>
        <source>Medical book</source>
        <translation>医务册</translation>
    </message>
    <message>
        <source>Support book</source>
        <translation>保障册</translation>
    </message>
</context>
<context>
    <name>ConfirmSheet</name>
    <message>
        <source>Choose a reason first</source>
        <translation>先选一个原因</translation>
    </message>
</context>
<context>
    <name>CountersStrip</name>
    <message>
        <source>{book}: in {entered}, out {left}, inside {inside}</source>
        <translation>{book}：进 {entered}，出 {left}，在内 {inside}</translation>
    </message>
    <message numerus="yes">
        <source>%n fever(s)</source>
        <translation>
            <numerusform>发热 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) not exported</source>
        <translation>
            <numerusform>%n 条未导出</numerusform>
        </translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
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
        <source>Inside</source>
        <translation>在内</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>发热</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>未导出</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{month} 月 {day} 日</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{month} 月 {day} 日 {weekday}</translation>
    </message>
</context>
<context>
    <name>MessageSheet</name>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Write the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no name. Write it as on the ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name holds a digit. Compare it with the ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the number of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spreadsheet lost the last digits. Copy the number from the ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the right length. An ID card has 18 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in it is no digit. Only the last may be X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last digit is off. Compare with the card from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such birth date. Compare digits 7 to 14</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a mobile number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mobile begins like this. Ask for the number again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mobile number has 11 digits. Ask for it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a landline. Ask for a mobile number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two numbers. The first one is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID number says otherwise. Compare with the ID card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No home given. It can be added later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No last day given. The usual one is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet&apos;s day number, read as this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day. Look at month and day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no date. Write it as 2020-03-15</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is past. Look at the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than a year ahead. Look at the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day lies before the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which book? Official, medical or support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no plate number. It is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far too long. Write only what belongs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stairway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>The disk is full. What was saved before is safe. Free some space or choose another drive, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive is gone. Nothing is lost. Plug it back in and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to {path}. Nothing is lost. Choose another place, or take off the write protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read. Nothing was changed. Close it in other programs, or ask for it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there. Nothing was changed. See that the drive is in, and choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the drive differs from what was written. The register is safe. Use another drive and write again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is larger than this drive can take. The register is safe. Export fewer days, or use another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not answer as it should. What was saved before is safe. Try again, then tell the lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s Chinese typeface is missing. Recording goes on. Install the program again to print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer was found. The passes are saved. Save the PDF to a USB drive and print it where there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a register, or is damaged. Nothing was changed. Choose another, or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register was made by a newer version. Nothing was changed. Install the newer version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a register already. It was not touched. Open it, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no register here yet. Nothing was changed. Set up the gate first, or choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is open in another window. Nothing was changed. Go on in that window, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file that belongs beside the register is missing. The register is safe. Put it back, or use a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file does not fit this register or is damaged. The register is safe. Take both files from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This register is in use already. Nothing was changed. A sample goes only into an empty one: set up another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is not right. Nothing was opened. Look at Caps Lock, and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here is called {name}. Nothing was opened. Choose a name from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than one person works here. Nothing was opened. Say whose passphrase it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {most} operators, and no more fit. Nobody was added. Disable one who has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the only lead. Nothing was changed. Make somebody else a lead first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} no longer works here. Nothing was opened. Ask the lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register is locked. Nothing was changed. Give the operator&apos;s passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase is too short. Nothing was changed. Use at least {least} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key is not right. Nothing was opened. Compare it with the paper, group by group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key protects nothing and is not taken. Nothing was changed. Ask for the file once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not fit: the file was changed. Nothing was taken in. Ask for it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of the ledger is not as it was written. Nothing was taken in. Ask for the file once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ledger&apos;s lines do not follow on each other at line {seq}. Nothing was taken in. Tell the command post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gate has no pass {number}. Nothing was changed. Look at the number on the card again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is revoked already. Nothing more is needed. To let the person in again, reissue it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} was reissued as often as can be. Nothing was changed. Make a new pass instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has pass {number} in this book already. Nothing was issued. Open it to reissue or renew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No typeface here has {characters} ({names}). Nothing is printed yet. Print with empty boxes and write them in by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card lets nobody in. No line was written. Look at the verdict, and call the lead if in doubt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is not there. Nothing was changed. Open the day again and choose it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {no} is void already. Nothing more is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which way is not known. No line was written. Choose in or out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temperature is missing. No line was written. Take it, for example 365, then Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temperature is from 30.0 to 43.0. No line was written. Read it again: 365 is 36.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is missing. Nothing was changed. Choose or write one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list is locked with a password. Nobody was issued. Open it, save it without the password, choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row with the titles name and ID number was found. Nobody was issued. Say which column is which, or ask for another list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is damaged or incomplete. Nothing was taken in. Ask the gate to export it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was made by a newer version. Nothing was taken in. Install the newer version first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle holds a file that does not belong in it. Nothing was taken in. Ask where it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is larger than one can be. Nothing was taken in. Ask the gate to export fewer days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is sealed for somebody else. Nothing was taken in. Ask for one made for this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document is damaged. Nothing was taken in. Ask for it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document was made by a newer version. Nothing was taken in. Install the newer version first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another kind of document. Nothing was taken in. Choose the file that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing new to export. Everything is on the drive already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is there already and was not replaced. Choose another name or another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was finished before stays; the rest was not done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty. Nobody was issued. Ask the unit to send the list once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged or was cut off. Nobody was issued. Ask the unit to send it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no table, whatever its name says. Nobody was issued. Ask for an xlsx, xls, ods or csv file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This csv holds no readable text. Nobody was issued. Ask for the list as an xlsx file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list has more than {limit} rows. Nobody was issued. Split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cell holds more than {limit} characters. Nobody was issued. Ask the unit to mend the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo cannot be used. Nothing was changed. Choose another picture, or go on without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day lies before the first. Nothing was changed. Put the last day right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name cannot be used. Nothing was changed. Write another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase cannot be used. Nothing was changed. Write another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At one time 1 to 500 blank cards can be made. None was made. Write another number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet has places 1 to 10. Nothing was printed. Choose the first free place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, days and scope are on the card. Nothing was changed. Reissue the pass to change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers cannot be read. Nothing was printed. Write them as 1-50 or 3,7,12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is far larger than a list of people. Nobody was issued. Ask the unit for the list alone, without pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the lead may do this. Nothing was changed. Ask the lead, or change operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a registrar or the lead may do this. Nothing was changed. Ask one, or change operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody here has this name already. Nothing was changed. Add something to tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value cannot be used: {field}. Nothing was changed. Put it right and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written here. Nothing is lost. Choose another place, or take off the write protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The register&apos;s file is not there. See that the drive is in, and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Gatebook</source>
        <translation>门岗册</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>In</source>
        <translation>进</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Hold</source>
        <comment>held for a second reading, very short</comment>
        <translation>待测</translation>
    </message>
    <message>
        <source>Void</source>
        <comment>a voided line, very short</comment>
        <translation>作废</translation>
    </message>
    <message>
        <source>Fever</source>
        <translation>发热</translation>
    </message>
</context>
<context>
    <name>WorkProgress</name>
    <message numerus="yes">
        <source>About %n s left</source>
        <translation>
            <numerusform>大约还要 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n min left</source>
        <translation>
            <numerusform>大约还要 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停下</translation>
    </message>
</context>
</TS>
