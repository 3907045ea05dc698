import { Lot } from './chance.js';

/** How many of a thousand children each of the 18 entries has. */
export const DISTRICTS: ReadonlyMap<string, number> = new Map([
  ['01', 42],
  ['02', 70],
  ['03', 155],
  ['04', 165],
  ['05', 95],
  ['06', 25],
  ['07', 18],
  ['08', 52],
  ['09', 88],
  ['10', 58],
  ['11', 75],
  ['12', 72],
  ['13', 14],
  ['14', 15],
  ['15', 18],
  ['16', 12],
  ['17', 5],
  ['18', 21],
]);

const SUBDISTRICTS: Readonly<Record<string, string>> = {
  '01': '安定门街道 东直门街道 和平里街道 景山街道 建国门街道 东花市街道 龙潭街道 永定门外街道',
  '02': '德胜街道 什刹海街道 月坛街道 金融街街道 广安门外街道 牛街街道 陶然亭街道 白纸坊街道',
  '03': '望京街道 三里屯街道 双井街道 劲松街道 大屯街道 来广营乡 常营乡 十八里店乡 管庄乡 高碑店乡',
  '04': '中关村街道 学院路街道 清河街道 上地街道 田村路街道 西三旗街道 四季青镇 西北旺镇 温泉镇 花园路街道',
  '05': '方庄街道 马家堡街道 新村街道 卢沟桥街道 大红门街道 长辛店街道 花乡街道',
  '06': '八角街道 古城街道 苹果园街道 鲁谷街道 金顶街街道',
  '07': '大峪街道 城子街道 永定镇 龙泉镇 潭柘寺镇',
  '08': '良乡镇 长阳镇 窦店镇 拱辰街道 西潞街道 周口店镇',
  '09': '梨园镇 宋庄镇 马驹桥镇 永顺镇 中仓街道 新华街道 台湖镇',
  '10': '光明街道 胜利街道 后沙峪镇 天竺镇 仁和镇 李桥镇',
  '11': '回龙观街道 天通苑北街道 龙泽园街道 沙河镇 北七家镇 城北街道 霍营街道',
  '12': '黄村镇 西红门镇 旧宫镇 亦庄镇 高米店街道 观音寺街道 瀛海镇',
  '13': '兴谷街道 滨河街道 马坊镇 峪口镇',
  '14': '泉河街道 龙山街道 怀北镇 庙城镇',
  '15': '鼓楼街道 果园街道 溪翁庄镇 十里堡镇',
  '16': '儒林街道 香水园街道 康庄镇 八达岭镇',
  '17': '迎风街道 东风街道 向阳街道 星城街道',
  '18': '荣华街道 博兴街道',
};

/** The first subdistricts of a list have the most children. */
const BY_DISTRICT = new Map(
  Object.entries(SUBDISTRICTS).map(([district, names]) => [
    district,
    new Lot(names.split(' ').map((name, place) => [name, 1 / (place + 2)] as const)),
  ]),
);
const ELSEWHERE = new Lot([['示例街道', 1]]);

export const subdistrictsOf = (district: string): Lot<string> => BY_DISTRICT.get(district) ?? ELSEWHERE;

/** The provinces that children without Beijing hukou come from, each with its share of a thousand. */
export const PROVINCES_OF_ORIGIN = new Lot<string>([
  ['130000', 285],
  ['410000', 150],
  ['370000', 120],
  ['340000', 80],
  ['140000', 62],
  ['230000', 60],
  ['420000', 48],
  ['510000', 40],
  ['150000', 32],
  ['210000', 30],
  ['220000', 24],
  ['320000', 20],
  ['430000', 14],
  ['620000', 10],
  ['610000', 9],
  ['360000', 6],
  ['500000', 4],
  ['350000', 3],
  ['330000', 2],
  ['520000', 1],
]);

export const NATIONALITIES_OF_ORIGIN = new Lot<string>([
  ['US', 26],
  ['KR', 22],
  ['JP', 14],
  ['CA', 12],
  ['GB', 6],
  ['DE', 5],
  ['AU', 5],
  ['RU', 4],
  ['FR', 3],
  ['SG', 3],
]);
