import type { NoticeKind } from '../notice/notice.entity.js';

interface Text {
  kind: NoticeKind;
  version: string;
  language: 'zh-CN' | 'en';
  title: string;
  body: string;
}

const VERSION = '2026-1';

const shared = {
  zh: `一、请由孩子的父母或者其他法定监护人办理，如实填写，并对所填内容负责。信息不实的，注册无效，可能影响入学。
二、一个证件号码只能注册一个采集编号；一个监护人手机号最多注册三个采集编号。
三、户籍和居住地中的任意一项必须与所选入学区一致。
四、提交后，注册信息不能自己修改。填错了可以撤销后重新注册，或请区教委更正。
五、登记先后不影响入学安排，请不要赶早，也不要误了截止时间。
六、审核结果由各区陆续公布。审核全部通过后，请打印《学龄人口信息采集表》，按学校通知带到学校预登记。
七、操作与所在区流程不一致的，以所在区的流程和说明为准。`,
  en: `1. The child’s parent or other legal guardian registers, truthfully. A registration with false information is void and can affect admission.
2. One document number has one collection number; one guardian’s phone has at most three.
3. The household registration or the residence must be in the chosen district.
4. What was registered cannot be edited afterwards. A mistake is mended by withdrawing and registering again, or by the district.
5. Earlier is not better: please neither hurry nor miss the closing time.
6. Results of the review are published by each district in turn. When everything has passed, print the collection form and take it to the school when the school asks for it.
7. Where the district’s own process differs, the district’s process holds.`,
};

const notice = (kind: NoticeKind, zh: [string, string], en: [string, string]): Text[] => [
  {
    kind,
    version: VERSION,
    language: 'zh-CN',
    title: `监护人须知（${zh[0]}）`,
    body: `${zh[1]}\n${shared.zh}`,
  },
  {
    kind,
    version: VERSION,
    language: 'en',
    title: `Guardian’s notice (${en[0]})`,
    body: `${en[1]}\n${shared.en}`,
  },
];

/** 监护人须知 of the three services and 《个人信息保护政策》, in both languages. */
export const NOTICES: Text[] = [
  ...notice(
    'NON_LOCAL_HUKOU',
    [
      '非本市户籍适龄儿童入学服务',
      '这项服务给没有北京市户籍、在京居住的适龄儿童。请准备好居住、就业、户口簿和居住证四类材料。',
    ],
    [
      'children without Beijing hukou',
      'This service is for children of school age who live in Beijing without Beijing hukou. Have the papers on residence, employment, household register and residence permit at hand.',
    ],
  ),
  ...notice(
    'TREATED_AS_LOCAL',
    [
      '按本市户籍对待、外国籍适龄儿童入学服务',
      '这项服务给有七种理由之一、按本市户籍对待的孩子和外国籍孩子。请准备好相应的认定材料。',
    ],
    [
      'children treated as local or of foreign nationality',
      'This service is for children with one of the seven grounds, foreign nationals among them. Have the proof of the ground at hand.',
    ],
  ),
  ...notice(
    'LOCAL_HUKOU',
    ['本市户籍适龄儿童入学服务', '这项服务给有北京市户籍的适龄儿童。'],
    ['children with Beijing hukou', 'This service is for children of school age with Beijing hukou.'],
  ),
  {
    kind: 'PRIVACY',
    version: VERSION,
    language: 'zh-CN',
    title: '个人信息保护政策',
    body: `一、我们为什么收集：为适龄儿童办理小学入学登记、审核和公布结果，这是法律规定的职责。
二、收集什么：孩子和监护人的姓名、证件、联系电话，孩子的户籍、居住地、出生日期和性别，以及审核所必需的材料信息。不收集家长职务和收入。
三、谁能看到：您本人、您授权的另一位监护人、孩子所在区教委和接收学校按职责查看。查看完整证件号码都要写明理由，会记录下来，您可以看到。
四、怎样保存：逐项加密保存。您撤销信息后，个人信息立即删除，不可恢复。入学工作结束后按规定期限删除。
五、您的权利：查看、更正、下载和删除孩子的信息；不愿在网上提供的，可以到区教委现场办理，不影响孩子入学。
六、未满十四周岁儿童的信息是敏感个人信息，需要监护人同意才处理。投诉和咨询请打页面下方的服务热线。`,
  },
  {
    kind: 'PRIVACY',
    version: VERSION,
    language: 'en',
    title: 'Personal information protection policy',
    body: `1. Why: to register children for primary school, review their papers and publish the results, as the law requires.
2. What: names, documents and phones of child and guardians, the child’s household registration, residence, birth date and sex, and what the review needs. Never the parents’ position or income.
3. Who sees it: you, the other guardian whom you authorise, and the district and the school by their duty. Reading a whole document number needs a reason, is recorded, and you can see it.
4. How it is kept: encrypted item by item. When you withdraw, it is erased at once and for good. After the season it is erased in the time prescribed.
5. Your rights: to see, correct, download and erase your child’s data. Whoever prefers not to give it online can go to the district’s desk, without any drawback for the child.
6. Data of children under fourteen is sensitive and handled only with a guardian’s consent. For complaints and questions call the hotline below.`,
  },
];
