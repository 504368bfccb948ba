"""The header words of lists of people, as hospitals, bureaus, companies and property offices write them."""

from __future__ import annotations

import re

from db.books.person import Field
from db.exchange.tables.header import Words

_WHOLE: dict[Field, str] = {
    Field.SEQ: "序号 序 编号 号 no number 行号 顺序号 seq index",
    Field.NAME: (
        "姓名 名字 人员姓名 员工姓名 申请人 申请人姓名 持证人 持证人姓名 职工姓名 中文姓名 name "
        "fullname chinesename"
    ),
    Field.SEX: "性别 sex gender",
    Field.ID_TYPE: "证件类型 证件类别 证件种类 证件名称 idtype documenttype typeofid",
    Field.ID_NO: (
        "身份证 身份证号 身份证号码 身份证件号 身份证件号码 证件号 证件号码 证件编号 公民身份号码 "
        "公民身份证号码 居民身份证号 居民身份证号码 身份号码 身份证编号 二代身份证号 身份证证号 证号 "
        "护照号 护照号码 有效证件号 有效证件号码 id idno idnumber idcard idcardno idcardnumber "
        "identityno identitynumber identitycard passport passportno passportnumber documentno "
        "documentnumber nationalid"
    ),
    Field.PHONE: (
        "电话 手机 手机号 手机号码 联系电话 联系手机 联系方式 联系电话号码 电话号码 移动电话 本人电话 "
        "本人手机 本人联系电话 手机电话 联系号码 电话手机 tel telephone phone phoneno phonenumber "
        "mobile mobileno mobilephone mobilenumber cell cellphone contact contactno contactnumber"
    ),
    Field.UNIT: (
        "单位 工作单位 单位名称 所在单位 所属单位 公司 公司名称 所属公司 所在公司 就职单位 服务单位 "
        "企业 企业名称 工作单位名称 用人单位 派出单位 unit employer company organisation organization "
        "workplace workunit"
    ),
    Field.DEPARTMENT: (
        "科室 部门 所在部门 所属部门 所在科室 所属科室 处室 班组 科室部门 部门科室 department dept ward"
    ),
    Field.POST: (
        "岗位 职务 职位 职称 工种 工作岗位 职务职称 岗位职务 从事岗位 担任职务 post position job "
        "jobtitle title role duty occupation"
    ),
    Field.HOME: (
        "住址 家庭住址 家庭地址 居住地址 居住地 现居住地 现居住地址 现住址 住所 地址 详细地址 "
        "详细住址 常住地址 居住小区楼栋房号 小区楼栋房号 楼栋房号 房屋地址 楼栋单元房号 楼栋号房号 "
        "小区及房号 具体住址 居住小区及房号 家庭详细住址 address home homeaddress residence"
    ),
    Field.COMPOUND: "小区 居住小区 所在小区 小区名称 服务小区 所住小区 现住小区 compound estate community",
    Field.BUILDING: "楼栋 栋 栋号 楼栋号 楼号 幢 幢号 楼 building buildingno block",
    Field.STAIR: "单元 单元号 stair staircase entrance",
    Field.ROOM: "房号 房间号 室号 房间 门牌号 门牌 户号 室 房 room roomno flat apartment",
    Field.VALID_FROM: (
        "起始日期 开始日期 生效日期 起始时间 开始时间 有效期起 有效期自 有效期开始 启用日期 起始 开始 "
        "起始日 起 有效期起始日期 有效起始日期 validfrom from start startdate startday begins"
    ),
    Field.VALID_UNTIL: (
        "有效期至 截止日期 到期日 到期日期 有效期限 有效期 终止日期 结束日期 失效日期 截止时间 "
        "有效期止 有效日期 有效截止日期 截止日 到期时间 通行证有效期 有效期截止日期 截至日期 有效时间 "
        "止 期限 截止 有效期到 到期 validuntil validto until to end enddate expiry expires expirydate "
        "expirationdate valid"
    ),
    Field.PLATE: (
        "车牌 车牌号 车牌号码 车辆号牌 车号 号牌 车辆牌照 车辆牌号 plate plateno platenumber "
        "licenceplate licenseplate carplate vehicle car"
    ),
    Field.CATEGORY: (
        "类别 人员类别 人员类型 人员分类 通行证类别 通行证类型 出入证类别 证别 册别 category book "
        "type kind passtype"
    ),
    Field.REMARK: "备注 说明 备 备考 附注 remark remarks note notes comment comments",
}

_WITHIN: tuple[tuple[str, Field | None], ...] = (
    # Not the person's own, or not the pass's.
    (
        r"紧急|联系人|家属|配偶|负责人|监护|介绍人|父亲|母亲|子女|审批|签发|发证|领证|经办|签字|签名|是否|次数|时段",
        None,
    ),
    (r"办公电话|(单位|公司|企业)(电话|地址|性质|类型)|座机|固话|固定电话|传真|邮箱|邮件|微信|qq|email", None),
    (
        r"(身份证|证件|护照).*(有效|期限|地址|住址|照片|正面|反面|复印)|户籍|籍贯|出生|年龄|民族|体温|日期时间",
        None,
    ),
    (r"证件?(类型|类别|种类)|idtype", Field.ID_TYPE),
    (r"身份证|公民身份|身份号|证件号|护照号|idno|idnumber|passport", Field.ID_NO),
    (r"(有效|通行|期).*(起|始|自)$|起始|开始日|生效日|启用日|^自何", Field.VALID_FROM),
    (r"有效期|截止|截至|到期|终止日|失效日|结束日|有效日|validuntil|expir", Field.VALID_UNTIL),
    (r"手机|联系电话|联系方式|电话|移动号码|phone|mobile", Field.PHONE),
    (r"姓名|^名字|fullname", Field.NAME),
    (r"性别", Field.SEX),
    (r"车牌|车辆号|号牌", Field.PLATE),
    (r"(人员|通行证|出入证|册).*(类别|类型|分类)", Field.CATEGORY),
    (r"(栋|楼|幢|单元).*(房|室|门牌|户)|住址|地址|居住地|住所|现住|家庭住|门牌.*楼", Field.HOME),
    (r"小区", Field.COMPOUND),
    (r"楼栋|栋号|幢号|楼号", Field.BUILDING),
    (r"单元号", Field.STAIR),
    (r"房号|门牌|房间|室号", Field.ROOM),
    (r"科室|部门|处室|班组|车间|病区", Field.DEPARTMENT),
    (r"单位|公司|企业", Field.UNIT),
    (r"岗位|职务|职位|职称|工种", Field.POST),
    (r"备注|说明", Field.REMARK),
)


def _enough(fields: frozenset[Field]) -> bool:
    """A list of people has names and the numbers of their documents."""
    return Field.NAME in fields and Field.ID_NO in fields


ROSTER_WORDS: Words[Field] = Words(
    whole={word: field for field, words in _WHOLE.items() for word in words.split()},
    within=tuple((re.compile(pattern), field) for pattern, field in _WITHIN),
    needed=(Field.NAME, Field.ID_NO),
    enough=_enough,
)
