<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>结束练习</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练一练</translation>
    </message>
    <message>
        <source>Five minutes</source>
        <translation>五分钟上手</translation>
    </message>
    <message>
        <source>Command post</source>
        <translation>指挥部</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>For leads</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>威胁</translation>
    </message>
</context>
</TS>