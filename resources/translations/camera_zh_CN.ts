<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Camera</name>
    <message>
        <source>No camera support on this computer. Choose a picture file</source>
        <translation>这台电脑不支持摄像头，请选照片文件</translation>
    </message>
    <message>
        <source>No camera support on this computer. Use the scanner, or type the number</source>
        <translation>这台电脑不支持摄像头，用扫码枪或输编号</translation>
    </message>
    <message>
        <source>No camera found. Plug one in and it starts</source>
        <translation>没找到摄像头，插上就能用</translation>
    </message>
    <message>
        <source>The camera was pulled out. Plug it back in and it goes on</source>
        <translation>摄像头被拔了，插回去就接着用</translation>
    </message>
    <message>
        <source>The camera does not start. Close other programs that use it, then try again</source>
        <translation>摄像头打不开。关掉别的在用它的程序，再试一次</translation>
    </message>
    <message>
        <source>No picture comes. Pull the camera out and plug it back in</source>
        <translation>摄像头没有画面，拔下来再插一次</translation>
    </message>
    <message>
        <source>The system keeps the camera locked. Allow it in the system settings, then try again</source>
        <translation>系统没让用摄像头。到系统设置里允许，再试一次</translation>
    </message>
</context>
<context>
    <name>CameraChooser</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Show as in a mirror</source>
        <translation>画面左右翻转</translation>
    </message>
</context>
<context>
    <name>CameraPanel</name>
    <message>
        <source>Starting the camera</source>
        <translation>正在打开摄像头</translation>
    </message>
    <message>
        <source>Hold the card&apos;s code up to the camera</source>
        <translation>把证上的码对着镜头</translation>
    </message>
    <message>
        <source>Read: {number}</source>
        <translation>已读：{number}</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Already read. Take the card away</source>
        <translation>这张读过了，拿开</translation>
    </message>
    <message>
        <source>One card at a time</source>
        <translation>一次只放一张证</translation>
    </message>
    <message>
        <source>This code is not on a pass of ours</source>
        <translation>这不是通行证上的码</translation>
    </message>
    <message>
        <source>A little closer</source>
        <translation>再靠近一点</translation>
    </message>
    <message>
        <source>Hold it still, tilt it out of the glare</source>
        <translation>拿稳，转个角度避开反光</translation>
    </message>
    <message>
        <source>The picture is black. Open the lens cover</source>
        <translation>画面是黑的，打开镜头盖</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>关摄像头</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>PhotoSheet</name>
    <message>
        <source>Photo of the holder</source>
        <translation>给持证人拍照</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Take another</source>
        <translation>重拍</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>用这张</translation>
    </message>
    <message>
        <source>Is the face sharp and light enough?</source>
        <translation>看看脸清不清楚、亮不亮</translation>
    </message>
    <message>
        <source>Starting the camera</source>
        <translation>正在打开摄像头</translation>
    </message>
    <message>
        <source>Face into the oval, looking at the camera</source>
        <translation>脸对准椭圆，看镜头</translation>
    </message>
</context>
</TS>
