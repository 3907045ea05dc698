/**
 * Characters that only look like others. Older keyboards, fonts and PDF files use them instead of the
 * characters of a name, and whoever types it cannot see the difference.
 */

/** GBK has 80 characters that Unicode did not have yet; they stood at U+E815–E864 until GB 18030-2005 and -2022. */
const OF_GBK = [
  ...('⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱' +
    '䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻'),
];

/** U+2F00–2FD5, the Kangxi radicals, as the ideographs that they look like (Unicode's Equivalent_Unified_Ideograph). */
const OF_KANGXI = [
  ...('一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀' +
    '寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋' +
    '比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸' +
    '缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛' +
    '辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻' +
    '黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠'),
];

/** The same for the radicals' supplement, U+2E80–2EF3. */
const SUPPLEMENT = [
  ...('⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩' +
    '⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑' +
    '⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'),
];
const OF_SUPPLEMENT = [
  ...('厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王' +
    '𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長' +
    '镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'),
];

const from = (first: number, characters: readonly string[]): [string, string][] =>
  characters.map((character, place) => [String.fromCodePoint(first + place), character]);

const MEANT: ReadonlyMap<string, string> = new Map([
  // ḿ and ǹ of the tables for pinyin.
  ...from(0xe7c7, ['\u1e3f', '\u01f9']),
  ...from(0xe815, OF_GBK),
  ...from(0x2f00, OF_KANGXI),
  ...SUPPLEMENT.map((radical, place): [string, string] => [radical, OF_SUPPLEMENT[place]!]),
]);

/** Each character as it is meant; a private one of GBK can be a radical, which is meant for an ideograph in turn. */
export const asMeant = (text: string): string =>
  text.replace(/[\u2e80-\u2fd5\ue7c7\ue7c8\ue815-\ue864]/g, (character) => {
    const meant = MEANT.get(character) ?? character;
    return MEANT.get(meant) ?? meant;
  });

/** Characters that cannot be seen and change no letter: zero-width and direction marks, fillers, selectors of pictures. */
export const withoutInvisible = (text: string): string =>
  text.replace(INVISIBLE, (character) => (KEPT.test(character) ? character : ''));
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Variants of ideographs, and the marks by which Mongolian letters take their form. */
const KEPT = /[\u180b-\u180f\u{e0100}-\u{e01ef}]/u;
