"""The words over the columns of lists, as different offices write them."""

from __future__ import annotations

import pytest

from db.books.person import Field
from db.exchange.rosters.words import ROSTER_WORDS
from db.exchange.tables.header import meaning

TITLES = """
NAME: 姓名; 姓 名; 姓↵名; *姓名; 姓名（必填）; 人员姓名; 申请人姓名; 姓名/Name; 姓名 Name; Name; Full name
ID_NO: 身份证; 身份证号; 身份证号码; 身份证件号; 证件号; 证件号码; 公民身份号码; 居民身份证号码
ID_NO: 身份证号（18位）; 有效证件号码; 护照号码; ID No.; ID number; Passport No.
PHONE: 联系方式; 手机号; 手机号码; 电话号码; 联系电话; 电话; 手 机; 移动电话; 联系电话（手机）; 联系电话/手机
PHONE: 本人联系电话; Mobile; Phone No.; Tel.
UNIT: 单位; 工作单位; 所在单位; 单位名称; 公司; 所属公司; 工作单位（全称）; Employer; Company
DEPARTMENT: 部门; 科室; 所在科室; 科室（部门）; Department
POST: 职务; 岗位; 职位; 职称; 职务/职称; 工作岗位; Position; Job title
HOME: 住址; 家庭住址; 现居住地; 现住址; 居住地址; 居住小区楼栋房号; 楼栋/房号; 楼栋号/单元/房号; 详细地址; Address
COMPOUND: 小区; 居住小区; 所在小区; 小区名称
BUILDING: 楼栋; 楼栋号; 栋号; 楼号
ROOM: 房号; 门牌号; 房间号; 室号
VALID_UNTIL: 有效期至; 到期日; 到期日期; 截止日期; 有效期限; 有效期; 截止时间; 有效期截止日期
VALID_UNTIL: Valid until; Expiry date; End date
VALID_FROM: 起始日期; 开始日期; 生效日期; 有效期起; 有效期自; 开始时间; Valid from; Start date
CATEGORY: 类别; 人员类别; 人员类型; 通行证类别; Category
PLATE: 车牌; 车牌号; 车牌号码; 车辆号牌; Plate No.
SEX: 性别; 性 别; Sex; Gender
ID_TYPE: 证件类型; 证件种类; ID type
REMARK: 备注; 备 注; 说明; Remarks; Note
SEQ: 序号; 编号; No.
"""
# Not the person's own, or not the pass's.
OF_SOMETHING_ELSE = """
紧急联系人电话; 家属姓名; 身份证有效期至; 身份证地址; 单位电话; 单位地址;
户籍地址; 出生日期; 民族; 体温; 审批人签字; 电子邮箱
"""


def _split(line: str) -> list[str]:
    return [title.strip().replace("↵", "\n") for title in line.split(";")]


@pytest.mark.parametrize("line", TITLES.strip().splitlines())
def test_a_title_is_understood_however_it_is_written(line: str) -> None:
    field, _, titles = line.partition(":")
    for title in _split(titles):
        answer = meaning(title, ROSTER_WORDS)
        assert answer is not None and answer[0] == Field[field], title


@pytest.mark.parametrize("title", _split(OF_SOMETHING_ELSE))
def test_a_title_that_is_about_something_else_is_nobodys(title: str) -> None:
    assert meaning(title, ROSTER_WORDS) is None
