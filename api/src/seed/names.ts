import { Lot, type Chance } from './chance.js';

const lot = (text: string): Lot<string> =>
  new Lot(
    text
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [, word = '', weight = '1'] = /^(\D+)([\d.]+)?$/u.exec(entry) ?? [];
        return [word, Number(weight)] as const;
      }),
  );

/** Surnames, each with the number of people in a thousand who bear it. */
const SURNAMES = lot(`
  李71.9 王71.7 张67.9 刘53.8 陈45.3 杨30.8 赵22.9 黄22.3 周21.2 吴20.5 徐16.7 孙15.4 胡13.1 朱12.6 高12.1 林11.8 何11.7 郭11.5
  马10.5 罗8.6 梁8.4 宋8.1 郑7.8 谢7.2 韩6.8 唐6.5 冯6.4 于6.2 董6.1 萧5.9 程5.7 曹5.7 袁5.4 邓5.4 许5.4 傅5.1 沈5 曾5 彭4.9 吕4.7
  苏4.7 卢4.7 蒋4.7 蔡4.6 魏4.5 丁4.3 贾4.2 薛4.2 叶4.2 阎4.1 余4.1 潘4.1 杜4 戴3.9 夏3.8 钟3.8 任3.8 姜3.8 汪3.7 田3.7 范3.6 方3.6
  石3.6 姚3.4 谭3.4 廖3.4 邹3.3 熊3.2 金3.2 陆3.1 郝3 孔2.9 白2.9 崔2.8 康2.8 毛2.7 邱2.7 秦2.6 江2.6 史2.5 顾2.5 侯2.4 邵2.4
  孟2.3 龙2.3 万2.2 段2.2 雷2.1 钱2.1 汤2 尹2 黎1.9 易1.8 常1.8 武1.7 乔1.7 贺1.7 赖1.7 龚1.6 文1.6 欧阳0.9 上官0.09 司马0.03
  诸葛0.05 皇甫0.08 尉迟0.02 令狐0.06 夏侯0.04 仉0.02 亓官0.01 逄0.03`);

const CHILDRENS = {
  BOY: lot(`宇9 轩8 浩8 泽7 子9 梓8 一7 博6 睿6 辰6 沐6 俊5 铭5 昊5 瑞5 嘉5 逸4 皓4 霖4 煜4 奕4 承3 亦3 景3 知3 航3 凯2 恒2 朗2 安2 屹1
    翊1 璟1 堃0.5 喆0.5 翀0.2 赟0.2 犇0.1 骉0.05 䶮0.05 𣚴0.02`),
  GIRL: lot(`梓9 涵8 诗7 语7 欣7 怡6 雨6 子6 一6 诺6 萱6 依5 佳5 若5 可4 沐4 思4 妍4 悦4 琪4 晨3 瑶3 艺3 苒3 汐3 玥3 芊3 桐2 宁2 溪2 禾2
    恬1 婧1 珺0.5 祎0.5 翯0.1 㛃0.05 𬀩0.02`),
};

const PARENTS = {
  MALE: lot(`伟9 强8 磊8 军7 洋6 勇6 杰6 涛6 超6 明6 刚5 平5 辉5 鹏5 斌4 波4 峰4 建4 志4 文4 国3 海3 宏3 亮3 飞3 凯2 晓2 永2 云2 东2 旭1 昕1
    喆0.2 堃0.1`),
  FEMALE:
    lot(`丽9 静8 芳7 娜7 敏7 艳6 霞6 娟6 燕6 秀5 玲5 红5 洁4 雪4 婷5 倩4 丹4 颖4 慧4 莉4 梅3 琳3 萍3 晶2 春2 晓3 海2 玉3 雅1 欣1 媛1
    祎0.1`),
};

const UYGUR = {
  MALE: '艾尔肯 麦麦提明 阿卜杜热合曼 玉素甫 吐尔逊 买买提 阿迪力 努尔麦麦提'.split(' '),
  FEMALE: '阿依古丽 古丽娜尔 热依汗 米热古丽 迪丽努尔 帕提古丽'.split(' '),
};
const TIBETAN = '扎西 次仁 卓玛 平措 旺堆 央金 顿珠 拉姆 格桑 多吉 白玛 索朗'.split(' ');
const MONGOL = '巴特尔 其其格 乌兰图雅 苏和 那日苏 萨仁高娃 阿木古楞 特木尔'.split(' ');
const FOREIGN_GIVEN = 'EMMA LIAM MINJUN YUI OLIVER SOFIA NOAH HARUTO JIWOO ANNA LUCAS MARIA'.split(' ');
const FOREIGN_FAMILY = 'TAYLOR KIM SATO MUELLER IVANOVA GARCIA DUBOIS SMITH PARK TANAKA ROSSI SILVA'.split(
  ' ',
);

export type Sex = 'MALE' | 'FEMALE';

/** How a family writes its names, and its ethnic group by GB/T 3304. */
export interface Tongue {
  readonly kind: 'HAN' | 'UYGUR' | 'TIBETAN' | 'MONGOL' | 'FOREIGN';
  readonly ethnicity: string;
}

const TONGUES = new Lot<Tongue>([
  [{ kind: 'HAN', ethnicity: '01' }, 926],
  [{ kind: 'HAN', ethnicity: '11' }, 24],
  [{ kind: 'HAN', ethnicity: '03' }, 22],
  [{ kind: 'HAN', ethnicity: '10' }, 5],
  [{ kind: 'HAN', ethnicity: '15' }, 6],
  [{ kind: 'HAN', ethnicity: '08' }, 3],
  [{ kind: 'MONGOL', ethnicity: '02' }, 8],
  [{ kind: 'UYGUR', ethnicity: '05' }, 3],
  [{ kind: 'TIBETAN', ethnicity: '04' }, 3],
]);

export const aTongue = (chance: Chance): Tongue => chance.from(TONGUES);
export const FOREIGN_TONGUE: Tongue = { kind: 'FOREIGN', ethnicity: '01' };

/** The part of a name that a father hands on, where names have one. */
export function aFamilyName({ kind }: Tongue, chance: Chance): string {
  if (kind === 'FOREIGN') return chance.of(FOREIGN_FAMILY);
  if (kind === 'UYGUR') return chance.of(UYGUR.MALE);
  return kind === 'HAN' ? chance.from(SURNAMES) : '';
}

export function aChildsName(tongue: Tongue, family: string, sex: Sex, chance: Chance): string {
  if (tongue.kind !== 'HAN') return aNameBeyondHan(tongue, family, sex, chance);
  const given = sex === 'MALE' ? CHILDRENS.BOY : CHILDRENS.GIRL;
  return family + chance.from(given) + (chance.happens(0.88) ? chance.from(given) : '');
}

export function aParentsName(tongue: Tongue, family: string, sex: Sex, chance: Chance): string {
  if (tongue.kind !== 'HAN') return aNameBeyondHan(tongue, family, sex, chance);
  return family + chance.from(PARENTS[sex]) + (chance.happens(0.55) ? chance.from(PARENTS[sex]) : '');
}

function aNameBeyondHan({ kind }: Tongue, family: string, sex: Sex, chance: Chance): string {
  if (kind === 'FOREIGN') return `${family} ${chance.of(FOREIGN_GIVEN)}`;
  if (kind === 'UYGUR') return `${chance.of(UYGUR[sex])}·${family}`;
  if (kind === 'MONGOL') return chance.of(MONGOL);
  return chance.of(TIBETAN) + chance.of(TIBETAN);
}
