#!/usr/bin/env python3
"""Writes the example's site ledger and a month of invented visits: sites.csv, visits.csv, findings.csv.

usage: make_visits.py [FOLDER]        (default: the folder of this script)

Reads scheme.json beside it for the items that apply to each class of site. The draw is repeatable: the same script
writes the same files, byte for byte, on every Python 3. What it wrote is kept beside it; run it again only to change it.
"""

import csv
import datetime
import hashlib
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STREETS = ["东湖街道", "西关街道", "南苑街道", "北桥街道", "中山街道", "新城街道"]
SITES = {
    "community": "桃源 映月 翠竹 青云 建设 和平 光明 松涛 杏花 柳林 安居 朝阳 滨河 文苑 康乐 锦绣".split(),
    "village": "上塘 下塘 石桥 大岭 沙湾 古渡".split(),
    "park": "人民公园 滨江公园 儿童公园 文化广场 市民广场 湿地公园 体育公园".split(),
    "school": "第一小学 实验小学 育才小学 城南小学 第一中学 第三中学 实验中学 职业学校".split(),
    "hotel": "迎宾酒店 江畔饭店 华苑宾馆 老街酒楼 和顺大酒店".split(),
    "hospital": "人民医院 中医院 妇幼保健院 东湖卫生服务中心".split(),
    "market": "东门农贸市场 西关农贸市场 南苑农贸市场 北桥农贸市场 新城生鲜市场 中山农贸市场".split(),
    "mall": "百货大楼 新城广场商场 惠民超市 万家超市".split(),
    "main_road": "人民路 中山大道 建设路 滨江路 学院路 解放路 环城路 迎宾大道".split(),
    "back_lane": "竹竿巷 打铁巷 水井巷 学宫巷 仓前街 南关里".split(),
    "station": "火车站 汽车客运站".split(),
    "service_hall": "市政务服务中心 新城便民服务中心".split(),
    "attraction": "古城墙景区 天鹅湖景区".split(),
    "venue": "市图书馆 市体育馆".split(),
    "department": "市教育局档案室 市公安局档案室 市民政局档案室 市委宣传部档案室".split(),
    "city": ["全市"],
}
SUFFIX = {"community": "社区", "village": "村"}
PLACES = {
    "community": "2号楼1单元|5号楼3单元|7号楼架空层|小区东门|小区西门|垃圾分类亭|社区服务大厅|宣传栏|健身广场|地下车库入口",
    "village": "村口|文化广场|村委会|水塘边|主巷道|公厕旁|停车场",
    "park": "东门|南门|湖边步道|儿童游乐区|公厕|停车场|健身区|亲水平台",
    "school": "校门口|食堂|教学楼二层|操场|校门东侧商铺|校门西侧路口|宿舍楼|宣传栏",
    "hotel": "大堂|后厨|餐厅二层|停车场|三层走廊|仓库|消防楼梯",
    "hospital": "门诊大厅|急诊入口|三楼候诊区|停车场|住院部电梯厅|公厕|收费窗口",
    "market": "水产区|蔬菜区|熟食区|入口通道|公厕|活禽区|停车区|垃圾房",
    "mall": "一层中庭|超市生鲜区|地下车库|扶梯口|北门广场|消防楼梯|收银区",
    "main_road": "与建设路交叉口|与学院路交叉口|公交站旁|天桥下|市场门前|小学门前|88号门前|126号门前|绿化带",
    "back_lane": "12号门前|28号门前|巷口|中段|菜店门前|垃圾投放点|电线杆旁",
    "station": "候车厅|售票厅|出站口|公交换乘区|出租车候客区|公厕|站前广场",
    "service_hall": "咨询台|3号窗口|8号窗口|自助服务区|无障碍通道|等候区",
    "attraction": "售票处|游客中心|观景台|公厕|停车场|步道中段",
    "venue": "大厅|借阅区|运动场|公厕|自习室|安全出口|停车场",
    "department": "档案柜一|档案柜二|电子台账|网上申报系统",
    "city": "全市",
}
REMARKS = {
    "1.2.1": "多窗口往返跑动|综合窗口无人受理",
    "1.2.2": "工作人员未佩戴工牌|接待用语生硬",
    "1.2.3": "办事指南缺失|收费标准未公示",
    "2.1.2": "普法展板破损|法治宣传内容过期",
    "2.3.1": "居务公开栏未更新|议事记录不全",
    "2.3.2": "网格员信息未公示|走访记录缺失",
    "3.1.3": "红黑榜未更新|未见诚信经营标识",
    "3.2.1": "部分商品未标价|电子秤未检定",
    "3.2.2": "货架有过期食品|发现三无产品",
    "3.3.1": "服务台无人值守|投诉电话未公示",
    "3.3.2": "出租车拒载短途|公交车未进站停靠",
    "3.3.3": "爱心座椅缺失|未设便民服务台",
    "3.4.2": "未见光盘行动提示|餐盘剩余较多",
    "3.4.3": "冷藏温度不达标|留样记录不全",
    "4.1.1": "宣传栏内容陈旧|未见公益广告|展板褪色",
    "4.1.2": "公益广告破损|公益广告被遮挡",
    "4.2.1": "有人吸烟|地面有烟头|未张贴禁烟标识",
    "4.2.2": "乘客未排队上车|有人插队争执",
    "4.4.1": "开放时间未公示|自习区座位不足",
    "4.4.3": "图书室未开放|活动器材损坏",
    "5.1.3": "心理辅导室无值班记录|辅导室挪作他用",
    "5.1.4": "作业公示不全|手机未统一保管",
    "5.2.1": "校门旁设彩票点|网吧距校门不足200米",
    "5.2.2": "家长车辆占道停放|护学岗无人值守",
    "5.2.4": "校门口有流动摊贩",
    "5.3.2": "儿童活动室未开放|活动器材破损",
    "6.1.1": "垃圾未及时清扫|路面有积水和落叶|建筑垃圾堆放",
    "6.1.2": "垃圾桶满溢|桶盖破损|桶身污渍明显",
    "6.1.3": "墙面小广告|灯杆粘贴广告|喷涂乱画",
    "6.1.4": "摊位占用人行道|商品摆出店外|夜市摊点未收",
    "6.1.5": "门前堆放杂物|责任牌未上墙",
    "6.1.6": "店招破损|灯箱遮挡视线",
    "6.1.7": "架空线缆杂乱|墙面广告未清除",
    "6.2.2": "投放点混投|分类桶缺失",
    "6.2.3": "中转站污水外溢",
    "6.2.4": "毒饵站缺失|挡鼠板破损",
    "6.3.1": "机动车停在人行道|违停压盲道|车辆逆向停放",
    "6.3.2": "电动车停放杂乱|共享单车占道|停车线外停放",
    "6.3.3": "楼顶搭建棚屋|占用绿地种菜",
    "6.3.4": "遛狗未牵绳|犬便未清理",
    "6.4.1": "人行道砖破损|井盖松动|路面坑洼",
    "6.4.3": "盲道被占|坡道过陡无扶手|无障碍卫生间上锁",
    "6.4.4": "站亭顶棚破损|斑马线磨损",
    "6.5.1": "楼道堆放纸箱|楼道停放自行车|私拉电线",
    "6.6.1": "绿地黄土裸露|花坛有垃圾|树木枯死未补",
    "6.6.2": "水面有漂浮物|排口有异味",
    "7.1.1": "灭火器过期|消防通道停车|消火栓被遮挡|防火门常开",
    "7.1.2": "安全出口灯不亮|应急灯损坏|出口处堆物",
    "7.1.3": "电动车飞线充电|充电桩损坏",
    "7.2.3": "警务室无人值守",
    "7.3.1": "候诊区地面脏乱|轮椅通道被占",
    "7.4.1": "避难场所标识缺失|应急物资柜上锁",
    "7.5.2": "助餐点未营业|日间照料室闲置",
    "1.1.4": "签到表缺日期|台账与系统数据不一致",
    "7.1.4": "隐患台账未闭环",
}
MONTH = datetime.date(2026, 3, 1)
INSPECTORS = "陈立 王敏 李强 赵芳 周凯 吴静 郑伟 孙丽".split()
VISITS = 200
COVERT_SHARE = 0.6


class Draw:
    """Draws from random() alone, whose sequence Python guarantees for a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def one_of(self, choices):
        return choices[self.below(len(choices))]

    def chance(self, probability):
        return self.random() < probability

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def shuffled(self, values):
        values = list(values)
        for i in range(len(values) - 1, 0, -1):
            k = self.below(i + 1)
            values[i], values[k] = values[k], values[i]
        return values


def items_of(node):
    return [item for child in node["children"] for item in items_of(child)] if "children" in node else [node]


def site_ledger(draw):
    """(site, class, name, street, contact) for each of the 83 sites; quality is how well it is kept, 0–1."""
    ledger, quality = [], {}
    for site_class, names in SITES.items():
        for name in names:
            site = f"P{len(ledger) + 1:03}"
            street = STREETS[len(ledger) % len(STREETS)] if site_class not in ("department", "city") else "市直"
            contact = "张刘杨黄林何高罗"[len(ledger) % 8] + "主任"
            ledger.append((site, site_class, name + SUFFIX.get(site_class, ""), street, contact))
            quality[site] = 0.35 + 0.6 * draw.random()
    return ledger, quality


def plan(draw, ledger):
    """Visits as (date, site, mode): every site once, then again at random; looked back at the week after."""
    days = [MONTH + datetime.timedelta(days=n) for n in range(31)]
    working = [day for day in days if day.weekday() < 5]
    regular = [day for day in days if day.day in (9, 19, 29)]
    field = [entry for entry in ledger if entry[1] not in ("department", "city")]
    visits = [(draw.one_of(working[-5:]), entry, "third_party") for entry in ledger if entry[1] == "city"]
    visits += [(draw.one_of(working[10:]), entry, "supervision") for entry in ledger if entry[1] == "department"]
    visits += [(draw.one_of(working[:8]), entry, "self_check") for entry in ledger if entry[1] == "department"]
    waiting = []
    while len(visits) < VISITS:
        waiting = waiting or draw.shuffled(field)
        entry = waiting.pop()
        mode = "covert" if draw.chance(COVERT_SHARE) else draw.one_of(["announced", "announced", "supervision"])
        day = draw.one_of(regular) if mode == "announced" else draw.one_of(working)
        visits.append((day, entry, mode))
        later = [other for other in working if 5 <= (other - day).days <= 9]
        if later and len(visits) < VISITS and draw.chance(0.12):
            visits.append((draw.one_of(later), entry, "look_back"))
    return sorted(visits, key=lambda visit: (visit[0], visit[1][0], visit[2]))


class Findings:
    COLUMNS = (
        "visit item count severity location source repeat media corrected merit evidence note reading value criterion result"
    ).split()

    def __init__(self):
        self.rows = []

    def add(self, visit, item, **cells):
        self.rows.append({"visit": visit, "item": item, **cells})


def photo(*parts):
    return "sha256:" + hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()[:16]


def faults(draw, findings, visit, entry, item, quality, mode):
    """Faults on one item: rarer and milder at well-kept sites; nothing at most items."""
    worse = 1 - quality + (0.08 if mode == "covert" else 0)
    if mode == "look_back":
        worse *= 0.5
    severities = ["minor"] * 8 + ["serious"] * (2 if worse < 0.4 else 4)
    while draw.chance(min(0.55, 0.06 + 0.72 * worse)):
        location = draw.one_of(PLACES[entry[1]].split("|"))
        findings.add(
            visit, item["code"],
            count=2 if draw.chance(0.08) else 1,
            severity=draw.one_of(severities),
            location=location,
            source="complaint" if draw.chance(0.07) else "inspection",
            repeat="yes" if draw.chance(0.06) else "",
            media="yes" if draw.chance(0.015) else "",
            corrected="yes" if draw.chance(0.15) else "",
            evidence=photo(visit, item["code"], len(findings.rows)),
            note=draw.one_of(REMARKS.get(item["code"], "现场未达到要求").split("|")),
        )  # fmt: skip


def checks(draw, findings, visit, item, rule, quality):
    for criterion in rule["criteria"]:
        # What must all be met is mostly met, or nobody would ever have the marks.
        passes = draw.chance(0.86 + 0.14 * quality if rule.get("mode") == "all" else 0.55 + 0.45 * quality)
        result = "pass" if passes else "fail"
        if draw.chance(0.02):
            result = "not_applicable"
        findings.add(visit, item["code"], criterion=criterion["code"], result=result)


def reading(findings, visit, item, name, value):
    findings.add(visit, item["code"], reading=name, value=str(value))


def rate(draw, findings, visit, item, rule, quality):
    target = rule["target"]
    if "denominator" not in rule:
        percent = min(100 if target > 20 else target + 2, target * (900 + draw.below(120)) / 1000)
        reading(findings, visit, item, rule["numerator"], round(percent, 1))
        return
    asked = draw.between(260, 420) if rule["denominator"] != "observed" else draw.between(15, 60)
    share = (target - 9 + 14 * draw.random()) / 100
    reading(findings, visit, item, rule["denominator"], asked)
    reading(findings, visit, item, rule["numerator"], min(asked, int(asked * share)))


def bands(draw, findings, visit, item, rule):
    low, high = {"compliance": (78, 98), "decibels": (48, 63), "minutes": (8, 16)}[rule["readings"][0]]
    reading(findings, visit, item, rule["readings"][0], draw.between(low, high))


def progress(draw, findings, visit, item, rule):
    expected = {"activities": 0, "visits": 148000, "palaces": 3, "estates": 5}[rule["actual"]]
    value = int(expected * (0.75 + 0.4 * draw.random())) or draw.between(20, 60)
    reading(findings, visit, item, rule["actual"], value)


def observe(draw, findings, visit, entry, item, quality, mode):
    for rule in item.get("rules", []):
        kind = rule["kind"]
        if kind in ("deduction", "whole_item"):
            faults(draw, findings, visit, entry, item, quality, mode)
            return
        if kind == "checklist":
            checks(draw, findings, visit, item, rule, quality)
        elif kind == "rate":
            rate(draw, findings, visit, item, rule, quality)
        elif kind == "bands":
            bands(draw, findings, visit, item, rule)
        elif kind == "progress":
            progress(draw, findings, visit, item, rule)
        elif kind == "letters":
            reading(findings, visit, item, rule["reading"], draw.one_of("优优优良良良中中差"))


def set_pieces(findings, visits):
    """What a month should show whatever the draw: each veto once, a merit, a penalty."""
    inspected = {}
    for visit, _, entry, mode in visits:
        if mode != "self_check":
            inspected.setdefault(entry[1], []).append(visit)
            inspected.setdefault(entry[2], []).append(visit)
    market, hotel = inspected["market"][3], inspected["hotel"][1]
    education, publicity = inspected["市教育局档案室"][0], inspected["市委宣传部档案室"][0]
    findings.add(market, "3.4.3", count=1, severity="grave", location="熟食区", source="complaint", media="yes",
                 evidence=photo(market, "veto"), note="销售变质熟食，致多人就医")  # fmt: skip
    findings.add(hotel, "7.1.1", count=1, severity="grave", location="消防楼梯", source="inspection",
                 evidence=photo(hotel, "veto"), note="疏散楼梯被货物堵死")  # fmt: skip
    findings.add(education, "1.1.4", count=1, severity="grave", location="电子台账", source="inspection",
                 evidence=photo(education, "veto"), note="培训签到表系事后补造")  # fmt: skip
    findings.add(publicity, "T1", count=1, merit="provincial", evidence=photo(publicity, "T1"), note="“五分钟办结”做法全省推广")
    findings.add(publicity, "T2", count=2, merit="municipal", evidence=photo(publicity, "T2"), note="市级先进集体")
    findings.add(publicity, "1.3.2", count=1, media="yes", source="media", evidence=photo(publicity, "hotline"), note="热线推诿被媒体报道")
    findings.add(publicity, "4.3.3", count=1, merit="provincial", evidence=photo(publicity, "4.3.3"), note="“红马甲”项目获省级表彰")


def write(folder, name, header, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main(folder):
    with open(os.path.join(HERE, "scheme.json"), encoding="utf-8") as file:
        scheme = json.load(file)
    items = {item["code"]: item for item in items_of(scheme["root"])}
    applies = {profile["site_class"]: profile["only"] for profile in scheme["profiles"]}

    draw = Draw(20260301)
    ledger, quality = site_ledger(draw)
    planned = plan(draw, ledger)
    visits = [(f"V{number:03}", day, entry, mode) for number, (day, entry, mode) in enumerate(planned, 1)]
    findings = Findings()
    for visit, _, entry, mode in visits:
        share = 0.6 if entry[1] == "department" else 1.0  # a department files only part of the evidence
        for code in applies[entry[1]]:
            if not code.startswith("T") and draw.chance(share):
                observe(draw, findings, visit, entry, items[code], quality[entry[0]], mode)
    set_pieces(findings, visits)
    findings.rows.sort(key=lambda row: row["visit"])

    write(folder, "sites.csv", ("site", "site_class", "name", "street", "contact"), ledger)
    write(
        folder,
        "visits.csv",
        ("visit", "site", "site_class", "date", "mode", "edition", "name", "street", "inspectors"),
        [
            (visit, entry[0], entry[1], day, mode, scheme["edition"], entry[2], entry[3],
             "、".join(draw.shuffled(INSPECTORS)[:2]))
            for visit, day, entry, mode in visits
        ],
    )  # fmt: skip
    write(
        folder,
        "findings.csv",
        Findings.COLUMNS,
        [[row.get(column, "") for column in Findings.COLUMNS] for row in findings.rows],
    )
    faults_found = sum(1 for row in findings.rows if not row.get("reading") and not row.get("result"))
    print(f"{len(ledger)} sites, {len(visits)} visits, {faults_found} findings, "
          f"{len(findings.rows) - faults_found} readings and checks", file=sys.stderr)  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    main(sys.argv[1] if len(sys.argv) == 2 else HERE)
