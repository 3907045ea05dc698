import { callDistrict, learn, rule, RULES, type Rule } from './rules.js';

const useTemplate: [string, string] = [
  '请下载模板，把内容贴进去，存为 XLSX 或 CSV 再上传。',
  'Please download the template, paste your rows into it, save it as XLSX or CSV and upload that.',
];

/** Rules that the office alone meets: a module that refuses by one of them imports this one. */
export const OFFICE_RULES = {
  forbiddenToAsk: rule(
    'NOT_ALLOWED',
    '入学时不得要求提供“{value}”。',
    'An admission may not ask for this: “{value}”.',
    {
      clause: '教育部 2022 年义务教育招生入学通知',
      wayOut: [
        '请删去这一内容；确有需要的，请先请示市教委。',
        'Please leave it out; where it is needed, ask the city’s education commission first.',
      ],
    },
  ),
  questionKey: rule(
    'INVALID_FORMAT',
    '代号要用大写字母开头，只用大写字母、数字和下划线，最多 40 个。',
    'A key begins with a capital letter and has capital letters, digits and underscores alone, 40 at most.',
    { wayOut: ['例如 MONTHS_IN_DISTRICT。', 'Such as MONTHS_IN_DISTRICT.'] },
  ),
  questionKindStays: rule(
    'NOT_ALLOWED',
    '入学年度已经开放，这个问题的回答方式不能再改。',
    'The season is open, so the kind of answer to this question cannot be changed.',
    {
      wayOut: [
        '请把它停问，另用一个代号提新问题。',
        'Please take it back and ask a new question with a key of its own.',
      ],
    },
  ),
  choicesOfChoice: rule(
    'INVALID_FORMAT',
    '单选题至少要有两个选项；其他问题没有选项。',
    'A question with choices needs two at least; any other question has none.',
  ),
  choicesInBoth: rule(
    'INVALID_FORMAT',
    '中文选项和英文选项的数目不一样。',
    'The choices are not the same number in both languages.',
    { wayOut: ['请逐行对应。', 'Please write them line by line alike.'] },
  ),
  itemsIdentityAlone: rule(
    'INVALID_FORMAT',
    '这项服务除身份核验外，至少要有一个审核项。',
    'This service needs one review item at least besides the identity.',
    {
      wayOut: [
        '请再加一项，或把这项服务的审核项全部去掉，改用全市统一的。',
        'Please add one, or take away all items of the service: those of the city are used then.',
      ],
    },
  ),
  groundOfOtherService: rule(
    'INVALID_FORMAT',
    '只有“按本市户籍对待”的服务分情形。',
    'Only the service for children treated as local tells grounds apart.',
  ),
  policyLink: rule(
    'INVALID_FORMAT',
    '网址要以 https 开头，中间没有空格。',
    'An address begins with https:// and has no spaces.',
  ),
  listTooLong: rule(
    'INVALID_FORMAT',
    '一份清单最多 {limit} 条。',
    'A list can have {limit} entries at most.',
    { limit: 100 },
  ),
  smsLink: rule(
    'NOT_ALLOWED',
    '短信里不能有网址、邮箱或账号。',
    'An SMS may hold no link, no e-mail address and no account.',
    {
      wayOut: [
        '骗子常用短信里的链接。请写在网站的哪里可以看到，不写网址。',
        'Frauds live on links in SMS. Please say where on the site it stands, without an address.',
      ],
    },
  ),
  smsNumber: rule(
    'NOT_ALLOWED',
    '短信里不能有像电话或证件号码的数字（{limit} 位以上）。',
    'An SMS may hold no number that can be a phone or a document ({limit} digits or more).',
    {
      limit: 7,
      wayOut: [
        '请写“本区页面上的电话”，不写号码；日期写成 6 月 8 日，时间写成 9 点。',
        'Please write “the phone on the district’s page” and no number; a day as 8 June, a time as 9 am.',
      ],
    },
  ),
  smsMarkup: rule(
    'NOT_ALLOWED',
    '短信里不能有方括号、花括号、尖括号，也不能有占位符。',
    'An SMS may hold no square, curly or angle brackets and no placeholders.',
    {
      wayOut: [
        '每个家庭收到的都是同一句话，请直接写出来。',
        'Every family gets the same sentence: please write it out.',
      ],
    },
  ),
  smsTooLong: rule(
    'NOT_ALLOWED',
    '加上这句话，短信就太长了。它最多 {most} 个字。',
    'With this sentence the message is too long. It can have {most} characters at most.',
    { wayOut: ['请精简后再填写。', 'Please make it shorter.'] },
  ),
  subdistrictCode: rule(
    'INVALID_FORMAT',
    '统计用区划代码是 9 位或者 12 位数字。',
    'A code of a subdistrict has 9 or 12 digits.',
    { wayOut: ['可以不填。', 'You may leave it out.'] },
  ),
  subdistrictNamed: rule(
    'NOT_ALLOWED',
    '有 {count} 条登记或者角色写的是“{value}”，在新名单里它不再指同一个街道（乡镇）。',
    '“{value}” would no longer mean the same subdistrict. So many records and roles have it: {count}.',
    {
      wayOut: [
        '请把这个名称写进原来那个街道（乡镇）的“曾用名”；不再使用的街道（乡镇）请留在名单里，填停用日期。',
        'Please write this name into the former names of the subdistrict that it means today. If that is no more, keep it in the list and give the day from which it is closed.',
      ],
    },
  ),
  subdistrictsNone: rule(
    'NOT_ALLOWED',
    '名单里没有可以选的街道，不能只许从名单选。',
    'The list has no subdistrict that can be chosen, so it cannot be complete.',
    { wayOut: ['请先补充名单。', 'Please add to the list first.'] },
  ),
  noticePast: rule('INVALID_FORMAT', '发布时间不能早于现在。', 'It cannot be published before now.', {
    wayOut: [
      '请选现在或以后的时间；家长同意的是当时有效的版本。',
      'Please choose a time from now on: families accept the version that is in force.',
    ],
  }),
  noticeVersionTaken: rule(
    'INVALID_FORMAT',
    '已经有版本“{value}”。',
    'There is a version “{value}” already.',
    {
      wayOut: [
        '发布过的版本不再更改，请换一个版本号。',
        'A published version never changes. Please give this one a number of its own.',
      ],
    },
  ),
  tokenExpiry: rule(
    'INVALID_FORMAT',
    '有效期应在现在之后，最长 {limit} 天。',
    'The expiry must be in the future, at most {limit} days from now.',
    { limit: 366 },
  ),
  tokenScopes: rule(
    'INVALID_FORMAT',
    '请至少选择一个权限范围；“基础数据导入”只用于全市令牌，“审核决定”只用于区令牌。',
    'Please choose at least one scope. IMPORTS is for tokens of the city alone, DECISIONS for those of a district.',
  ),
  tokenRange: rule(
    'INVALID_FORMAT',
    '“{value}”不是地址段。最多填 {limit} 个。',
    '“{value}” is no address range. There can be at most {limit} of them.',
    {
      limit: 20,
      wayOut: [
        '请按 CIDR 写法填写 IPv4 或 IPv6 地址段，例如 192.0.2.0/24。',
        'Please write IPv4 or IPv6 in CIDR, such as 192.0.2.0/24.',
      ],
    },
  ),
  costLimit: rule(
    'NOT_ALLOWED',
    '这次查询要用 {cost} 点，每次最多 {limit} 点。',
    'This query costs {cost} points, and one request may cost {limit}.',
    {
      limit: 10_000,
      wayOut: [
        '请把每页条数（first）改小，或少选几层列表，分几次查询。',
        'Please ask for smaller pages (first) or for fewer lists within lists, in several requests.',
      ],
    },
  ),
  costBudget: rule(
    'NOT_ALLOWED',
    '每分钟最多用 {limit} 点。这次查询要用 {cost} 点，这一分钟只剩 {left} 点。',
    'The queries of one minute may cost {limit} points. This one costs {cost}, and {left} are left.',
    {
      limit: 100_000,
      wayOut: ['请 {seconds} 秒后再试。', 'Please try again in {seconds} seconds.'],
    },
  ),
  returnTextName: rule(
    'INVALID_FORMAT',
    '这一审核项已经有叫“{value}”的模板。',
    'There is a text called “{value}” for this item already.',
    {
      wayOut: [
        '请换一个名称；停用的模板可以重新启用。',
        'Please choose another name; one that is switched off can be switched on again.',
      ],
    },
  ),
  viewName: rule(
    'INVALID_FORMAT',
    '视图的名称写 1 到 {limit} 个字。',
    'A view’s name has 1 to {limit} characters.',
    {
      limit: 30,
      wayOut: ['请换一个短一点的名称。', 'Please choose a shorter name.'],
    },
  ),
  viewNameTaken: rule(
    'INVALID_FORMAT',
    '您已经有叫“{value}”的视图。',
    'You have a view called “{value}” already.',
    { wayOut: ['请换一个名称，或者先删掉那一个。', 'Please choose another name, or remove that one first.'] },
  ),
  viewsTooMany: rule('NOT_ALLOWED', '最多保存 {limit} 个视图。', 'You can keep at most {limit} views.', {
    limit: 20,
    wayOut: ['请先删掉用不着的。', 'Please remove one that you no longer need.'],
  }),
  viewGone: rule(
    'STALE_VERSION',
    '这个视图已经没有了，可能在另一个窗口里删掉了。',
    'This view is no longer there; it may have been removed in another window.',
    {
      wayOut: [
        '请刷新页面，看看现在有哪些视图。',
        'Please reload the page to see the views as they are now.',
      ],
    },
  ),
  viewsChanged: rule(
    'STALE_VERSION',
    '视图在另一个窗口里改过，次序没有变。',
    'The views were changed in another window, so their order stays as it was.',
    {
      wayOut: [
        '请看看现在的视图，再排一次。',
        'Please look at the views as they are now, and put them in order again.',
      ],
    },
  ),
  editedMeanwhile: rule(
    'STALE_VERSION',
    '您打开以后，{officer}在 {at} 改过。您的修改没有保存，也没有丢。',
    'After you opened this, {officer} changed it on {at}. Your changes are not saved, and not lost.',
    {
      wayOut: [
        '请看一看改了什么，再保存您的修改。',
        'Please look at what was changed, then save your changes again.',
      ],
    },
  ),
  claimedByOther: rule(
    'CLAIMED',
    '{officer}正在办这一份，{minutes} 分钟前还在操作。',
    '{officer} has this record in hand and did something with it {minutes} minutes ago.',
    {
      limit: 30,
      wayOut: [
        '您写的还在。可以请这位同事放回；{limit} 分钟没有操作也会自动放回，管理员可以接手。',
        'What you wrote is still there. Ask your colleague to give it back; it is also free after {limit} minutes without a touch, and an administrator can take it over.',
      ],
    },
  ),
  givenToOther: rule('CLAIMED', '这一份已经转给{officer}办理。', 'This record was given to {officer}.', {
    wayOut: [
      '您写的还在。可以请这位同事放回，管理员可以接手。',
      'What you wrote is still there. Ask your colleague to give it back; an administrator can take it over.',
    ],
  }),
  colleagueMayNot: rule(
    'NOT_ALLOWED',
    '这位同事现在不能办这一份。',
    'This colleague cannot decide on this record now.',
    {
      wayOut: [
        '请选择本区有审核权限的另一位同事。',
        'Please choose another colleague of the district who decides on records.',
      ],
    },
  ),
  handOverSelf: rule('NOT_ALLOWED', '不能转给自己。', 'You cannot give a record to yourself.', {
    wayOut: ['请直接认领。', 'Please take it in hand instead.'],
  }),
  changedMeanwhile: rule(
    'STALE_VERSION',
    '您打开以后，这一份变了，没有作出决定。',
    'The record has changed since you opened it, so nothing was decided.',
    {
      wayOut: [
        '您写的还在；请先看新的，再决定。',
        'What you wrote is still there; please read the record as it is now, then decide.',
      ],
    },
  ),
  changedSinceDryRun: rule(
    'STALE_VERSION',
    '试算以后，这一份变了，没有作出决定。',
    'The record has changed since the dry run, so nothing was decided.',
    { wayOut: ['请看看新的情况，再试算一次。', 'Please look at it as it is now, and try it once more.'] },
  ),
  bulkTooMany: rule(
    'NOT_ALLOWED',
    '一次最多 {limit} 件，符合条件的比这多。',
    'At most {limit} records at a time, and more than that match.',
    {
      limit: 5_000,
      wayOut: [
        '请再加筛选条件，例如街道、审核项或注册日期，分几次办理。',
        'Please narrow the filter, by subdistrict, review item or day of registration, and do it in parts.',
      ],
    },
  ),
  bulkNone: rule('REQUIRED', '没有可以办理的记录。', 'There is no record to do this with.', {
    wayOut: ['请另选记录，或者改一改筛选条件。', 'Please choose other records, or change the filter.'],
  }),
  bulkOneDistrict: rule(
    'NOT_ALLOWED',
    '一批只能办理一个区的记录。',
    'One batch is about the records of one district.',
    { wayOut: ['请按区分开办理。', 'Please do each district by itself.'] },
  ),
  dryRunGone: rule(
    'STAGE_CONFLICT',
    '它还没有做完，被取消了，或者做完已经超过 {limit} 小时。',
    'It is not over yet, was cancelled, or has been over for more than {limit} hours.',
    {
      limit: 24,
      wayOut: [
        '请等它做完；取消了或者过期了，就再来一次。',
        'Please wait for its end, or ask once more if it was cancelled or is too old.',
      ],
    },
  ),
  proposalGone: rule(
    'STAGE_CONFLICT',
    '这一批已经不等人确认了：有人处理过，或者过了 {limit} 天。',
    'This batch no longer waits for a second person: somebody has dealt with it, or {limit} days are over.',
    { limit: 3, wayOut: ['请刷新页面，看看现在怎么样了。', 'Please reload the page to see how it stands.'] },
  ),
  secondPerson: rule(
    'NOT_ALLOWED',
    '您提出的这一批，要由另一位同事确认。',
    'You proposed this batch yourself: somebody else has to confirm it.',
    {
      wayOut: [
        '请本区另一位审核人员或管理人员核对后确认。',
        'Please ask another officer or administrator of the district to check and confirm it.',
      ],
    },
  ),
  checkCodeWrong: rule(
    'STALE_VERSION',
    '核对码不一致，没有确认。',
    'The check code is not that of this batch, so nothing was confirmed.',
    {
      wayOut: [
        '请与提出的同事核对核对码，再看一遍内容。',
        'Please compare the code with your colleague, and look at the batch once more.',
      ],
    },
  ),
  fileUnreadable: rule(
    'INVALID_FORMAT',
    '这个文件打不开：不是 XLSX 或 CSV，设了密码，或者已经损坏。',
    'This file cannot be read: it is neither XLSX nor CSV, has a password, or is damaged.',
    { wayOut: useTemplate },
  ),
  fileEncoding: rule(
    'INVALID_FORMAT',
    '这个 CSV 文件的文字编码既不是 UTF-8 也不是 GBK。',
    'The text of this CSV file is neither UTF-8 nor GBK.',
    { wayOut: useTemplate },
  ),
  fileTooLarge: rule(
    'NOT_ALLOWED',
    '文件太大了：最多 {limit} MiB，解压以后也有限度。',
    'The file is too large: {limit} MiB at most, and there is a bound on what it unpacks to.',
    { limit: 5, wayOut: useTemplate },
  ),
  fileTooManyRows: rule(
    'NOT_ALLOWED',
    '一个文件最多 {limit} 行，设了格式的空行也算。',
    'A file has at most {limit} rows; empty rows with a format count as well.',
    {
      limit: 50_000,
      wayOut: [
        '请删去下面的空行，或者分成几个文件。',
        'Please delete the empty rows at the end, or split it into several files.',
      ],
    },
  ),
  fileMacros: rule('NOT_ALLOWED', '文件里带有宏。', 'The file contains macros.', {
    wayOut: [
      '请另存为不带宏的 XLSX 工作簿再上传。',
      'Please save it as an XLSX workbook without macros and upload that.',
    ],
  }),
  fileMerged: rule('NOT_ALLOWED', '表格里有合并的单元格：{place}。', 'The sheet has merged cells: {place}.', {
    wayOut: [
      '请取消合并，把每一行都填上，再上传。',
      'Please unmerge them, fill in every row, and upload it again.',
    ],
  }),
  fileColumns: rule(
    'REQUIRED',
    '第一行的表头里缺少这几列：{columns}。',
    'These columns are missing in the first row: {columns}.',
    { wayOut: useTemplate },
  ),
  fileColumnUnknown: rule(
    'NOT_ALLOWED',
    '这几列的表头不认识，或者重复了：{place}。',
    'These columns have a title that is unknown or there twice: {place}.',
    { wayOut: useTemplate },
  ),
  fileEmpty: rule('REQUIRED', '表头下面一行也没有。', 'There is no row below the titles.', {
    wayOut: useTemplate,
  }),
  rowNumber: rule(
    'INVALID_FORMAT',
    '这不是信息采集编号，或者有一位不对。',
    'This is no collection number, or one of its digits is wrong.',
    {
      wayOut: [
        '信息采集编号是 14 位数字。表格软件可能把它改成了 2.03E+13 这样的写法，请把这一列设为文本后重新粘贴。',
        'A collection number has 14 digits. A spreadsheet may have turned it into something like 2.03E+13: please make the column text and paste it again.',
      ],
    },
  ),
  rowTwice: rule(
    'NOT_ALLOWED',
    '这个信息采集编号在第 {line} 行已经有了。',
    'This collection number stands in line {line} already.',
    { wayOut: ['请只留一行。', 'Please keep one of the lines.'] },
  ),
  rowOtherDistrict: rule(
    'NOT_ALLOWED',
    '这个信息采集编号是别的区的。',
    'This collection number is another district’s.',
    { wayOut: ['请把这一行删去。', 'Please delete the line.'] },
  ),
  rowWord: rule('INVALID_FORMAT', '这里只能写：{columns}。', 'This can be one of: {columns}.', {
    wayOut: ['请按模板里的写法填写。', 'Please write it as the template has it.'],
  }),
  rowSchool: rule('NOT_ALLOWED', '本区没有这个代码的学校。', 'The district has no school with this code.', {
    wayOut: [
      '学校代码在模板的第二张表里。',
      'The codes of the schools are on the second sheet of the template.',
    ],
  }),
  rowFormula: rule('NOT_ALLOWED', '这个单元格是公式。', 'This cell is a formula.', {
    wayOut: [
      '公式不会被计算。请复制后“粘贴为数值”，再上传。',
      'Formulas are not computed. Please copy it, paste the values only, and upload it again.',
    ],
  }),
  rowDay: rule('INVALID_FORMAT', '这不是日期。', 'This is no date.', {
    wayOut: ['请写成 2026-05-01 这样。', 'Please write it as 2026-05-01.'],
  }),
  fileNotWhole: rule(
    'NOT_ALLOWED',
    '文件里有 {count} 行不能办，所以一行也没有办。',
    '{count} lines of the file cannot be done, so none was.',
    {
      wayOut: [
        '请改好文件重新上传；或者确认只办能办的那些行。',
        'Please mend the file and upload it again, or say that only the lines that can be done are to be done.',
      ],
    },
  ),
  correctionSecondPerson: rule(
    'NOT_ALLOWED',
    '您已经同意过，要由另一位同事复核。',
    'You have agreed to it yourself: somebody else has to confirm it.',
    { wayOut: ['请一位同事复核。', 'Please ask a colleague to confirm it.'] },
  ),
  duplicateNone: rule(
    'NOT_ALLOWED',
    '这两份信息已经不再标为疑似重复。',
    'These two records are not marked as possible duplicates any more.',
    { wayOut: ['请刷新页面。', 'Please load the page again.'] },
  ),
  messageNoneWaiting: rule(
    'STAGE_CONFLICT',
    '没有等待回复的留言，可能同事已经回复了。',
    'No message waits for an answer; a colleague may have answered.',
    { wayOut: ['请刷新页面。', 'Please load the page again.'] },
  ),
  dueDatePast: rule('INVALID_FORMAT', '期限要晚于现在。', 'The due date must be in the future.'),
  reviewItemNone: rule(
    'NOT_ALLOWED',
    '这条记录没有这个审核项。',
    'The record does not have this review item.',
  ),
  schoolOfOtherDistrict: rule(
    'NOT_ALLOWED',
    '这所学校不在孩子的入学区。',
    'The school is not in the district of the record.',
    { clause: '五(一)' },
  ),
  schoolWithoutAdmission: rule(
    'NOT_ALLOWED',
    '只有录取的孩子才能另外安排学校。',
    'Only a child who is admitted can be assigned to a school.',
    { wayOut: ['请把学校一栏空着，或者改为录取。', 'Please leave the school out, or admit the child.'] },
  ),
  undoOver: rule(
    'OUTSIDE_WINDOW',
    '预登记只能在当天撤回。',
    'A preregistration can be undone on its own day only.',
    { clause: '五(一)', wayOut: callDistrict },
  ),
  undoDistrictDecided: rule(
    'STAGE_CONFLICT',
    '区教委已经在审核这个孩子的入学，学校不能再撤回。',
    'The district is deciding about the admission already, so the school can no longer undo the preregistration.',
    { clause: '五(二)1', wayOut: callDistrict },
  ),
  originalsAllSeen: rule('REQUIRED', '没有记下缺哪一样。', 'Nothing has been noted as missing.', {
    wayOut: [
      '都看过了就预登记；缺的那几样不要勾。',
      'If everything has been seen, preregister the child; leave unticked what was not brought.',
    ],
  }),
  preregistrationUndone: rule(
    'STAGE_CONFLICT',
    '这次预登记后来撤回了，没有再登记。',
    'This preregistration was undone later, and it was not made again.',
    {
      wayOut: [
        '请重新查看这个孩子，确实要登记的，再登记一次。',
        'Please look the child up again and, if it is right, preregister the child anew.',
      ],
    },
  ),
  publicationNone: rule(
    'STAGE_CONFLICT',
    '这里没有可以公布的结果。',
    'There is no decided result here to publish.',
    {
      wayOut: ['请先审批已预登记的孩子。', 'Please decide on the preregistered children first.'],
    },
  ),
  publicationUndecided: rule(
    'CONFIRMATION_NEEDED',
    '还有 {count} 个孩子已预登记，没有审批。',
    'No decision has been made on {count} of the preregistered children.',
    {
      wayOut: [
        '请先审批；也可以选择这些孩子以后另行公布。',
        'Please decide on them first, or choose to publish their results later.',
      ],
    },
  ),
  publicationPast: rule(
    'INVALID_FORMAT',
    '公布时间要晚于现在。',
    'The time of the publication has to be later than now.',
    { wayOut: ['请另定一个时间。', 'Please choose another time.'] },
  ),
  publicationChanged: rule(
    'STALE_VERSION',
    '核对以后结果有改动：{changes}。',
    'The results have changed since they were checked: {changes}.',
    {
      wayOut: [
        '请按现在的结果重新核对，再提出一次。',
        'Please check the results as they are now, and propose the publication again.',
      ],
    },
  ),
  publicationOpen: rule(
    'STAGE_CONFLICT',
    '这里已经有一次公布在等确认，或者在等公布时间。',
    'A publication of these results already waits for its confirmation or its time.',
    {
      wayOut: [
        '请等它公布；要改，请先取消那一次。',
        'Please wait for it, or cancel it first to change anything.',
      ],
    },
  ),
  publicationGone: rule(
    'STAGE_CONFLICT',
    '这次公布已经有人处理过，或者过了公布时间。',
    'Somebody has dealt with this publication, or its time is over.',
    { wayOut: ['请刷新页面，看看现在怎么样了。', 'Please reload the page to see how it stands.'] },
  ),
  publicationFixed: rule(
    'STAGE_CONFLICT',
    '这批结果已经由两人确认，{at} 公布，在此之前不能改。',
    'Two administrators have confirmed these results, which are published on {at}; nothing of them can be changed until then.',
    {
      wayOut: [
        '确实要改，请管理员先在“公布”页面取消这次公布。',
        'If it has to be changed, please ask an administrator to cancel the publication first, under Publication.',
      ],
    },
  ),
  publicationTakesTwo: rule(
    'NOT_ALLOWED',
    '本区公布结果要由两位管理员办理。',
    'In this district a publication takes two administrators.',
    {
      wayOut: [
        '请在“公布”页面提出，由另一位管理员确认。',
        'Please propose it under Publication, and have another administrator confirm it.',
      ],
    },
  ),
  secondAdministrator: rule(
    'NOT_ALLOWED',
    '您自己提出的，要由另一位管理员确认。',
    'You proposed this yourself: another administrator has to confirm it.',
    {
      wayOut: [
        '请本区另一位管理员核对后确认。',
        'Please ask another administrator of the district to check and confirm it.',
      ],
    },
  ),
  resultNotPublished: rule(
    'STAGE_CONFLICT',
    '这个结果还没有公布，不用更正。',
    'This result has not been published, so there is nothing to correct.',
    {
      wayOut: [
        '公布以前，请直接修改审批意见。',
        'Before the publication, please change the decision itself.',
      ],
    },
  ),
  resultUnchanged: rule(
    'REQUIRED',
    '更正后的结果与已公布的一样。',
    'The corrected result is the same as the published one.',
    {
      wayOut: ['请改结果、学校或说明，再提出。', 'Please change the outcome, the school or the note first.'],
    },
  ),
  resultCorrectionOpen: rule(
    'STAGE_CONFLICT',
    '这个结果已有一份更正在等另一位管理员确认。',
    'A correction of this result already waits for another administrator.',
    { wayOut: ['请先处理那一份。', 'Please deal with that one first.'] },
  ),
  resultCorrectionGone: rule(
    'STAGE_CONFLICT',
    '这份更正已经处理过了。',
    'This correction has been dealt with already.',
    { wayOut: ['请刷新页面，看看现在怎么样了。', 'Please reload the page to see how it stands.'] },
  ),
  phaseOrder: rule(
    'INVALID_FORMAT',
    '“{phase}”的截止时间要晚于开始时间。',
    '“{phase}” has to close after it opens.',
  ),
  phaseOpensTooEarly: rule(
    'INVALID_FORMAT',
    '“{phase}”不能早于“{before}”开始，后者 {at} 开始。',
    '“{phase}” cannot open before “{before}”, which opens on {at}.',
    {
      wayOut: ['请先调整后者的时间，再设这一项。', 'Please change the other one first, then set this one.'],
    },
  ),
  phaseEndsTooEarly: rule(
    'INVALID_FORMAT',
    '“{phase}”不能早于“{before}”结束，后者 {at} 结束。',
    '“{phase}” cannot end before “{before}”, which ends at {at}.',
    {
      wayOut: ['请先调整后者的时间，再设这一项。', 'Please change the other one first, then set this one.'],
    },
  ),
  registrationsOverlap: rule(
    'INVALID_FORMAT',
    '{year} 年度的注册 {closesAt} 才截止，两个年度的注册不能同时进行。',
    'The registration of {year} runs until {closesAt}; two seasons cannot register at the same time.',
    {
      wayOut: ['请让两个年度的注册时间前后错开。', 'Please let one registration end before the other opens.'],
    },
  ),
  seasonState: rule(
    'STAGE_CONFLICT',
    '{year} 年度现在是“{state}”，不能这样做。',
    'Season {year} is {state}, so this cannot be done.',
  ),
  seasonAges: rule(
    'INVALID_FORMAT',
    '出生日期的范围和入学年度不相符。',
    'The birth dates do not match the year of admission.',
    {
      wayOut: [
        '请填入学当年满 6 周岁的出生日期范围，例如 2026 年度是 2019-09-01 至 2020-08-31。',
        'Please enter the birth dates of children who turn six in that year, such as 2019-09-01 to 2020-08-31 for 2026.',
      ],
    },
  ),
  seasonIncomplete: rule(
    'STAGE_CONFLICT',
    '{year} 年度还有区没有设注册时间，即 {districts}。',
    'In season {year} some districts have no registration window: {districts}.',
    { wayOut: ['请先设好这些区的日程。', 'Please set the calendars of these districts first.'] },
  ),
  seasonUnreviewed: rule(
    'STAGE_CONFLICT',
    '{year} 年度还有服务没有审核项目：{services}。',
    'In season {year} some services have no review items: {services}.',
    {
      wayOut: [
        '请先为这些服务设好每个区的审核项目（身份信息以外至少一项）。',
        'Please set their review items for every district first, at least one besides the identity.',
      ],
    },
  ),
  seasonStillRuns: rule(
    'STAGE_CONFLICT',
    '{year} 年度的日程 {closesAt} 才全部结束。',
    'The calendar of {year} ends at {closesAt}.',
    {
      wayOut: [
        '请到那时再结束年度，或请各区先改日程。',
        'Please close it then, or ask the districts to change their calendars first.',
      ],
    },
  ),
  simulationEmpty: rule(
    'REQUIRED',
    '还没有写明要测算什么变化。',
    'Nothing has been named that would change.',
    {
      wayOut: [
        '请至少填写一项：出生日期范围、居住起始日期或增加的材料。',
        'Please name at least one: the range of birth dates, the day of the residence, or one more document.',
      ],
    },
  ),
  simulationOfNobody: rule(
    'STAGE_CONFLICT',
    '{year} 年度在这个范围内还没有采集记录，没有可以测算的。',
    'Season {year} has no live record there, so there is nothing to count.',
  ),
  simulationRunning: rule(
    'STAGE_CONFLICT',
    '您还有一次测算没有结束。',
    'You have a simulation that has not ended yet.',
    { wayOut: ['请等它结束，或先取消它。', 'Please wait for its end, or cancel it first.'] },
  ),
  simulationUnreviewed: rule(
    'INVALID_FORMAT',
    '这里不审核这一项，增加的材料不会有人需要提交。',
    'This item is not reviewed there, so nobody would be asked for a document for it.',
    {
      wayOut: [
        '请改选审核的一项或另一项服务。',
        'Please choose an item that is reviewed, or another service.',
      ],
    },
  ),
  grantAccount: rule(
    'INVALID_FORMAT',
    '账号最多 255 个字符，写在一行里。',
    'An account is one line of at most 255 characters.',
    {
      wayOut: [
        '本人登录后，办公页面上会显示自己的账号。',
        'Whoever signs in finds her account on the page of the office.',
      ],
    },
  ),
  grantDates: rule(
    'INVALID_FORMAT',
    '截止时间要晚于开始时间和现在，最长 {limit} 天。',
    'A role must end after its beginning and after this moment, and within {limit} days.',
    { limit: 1_096 },
  ),
  grantOfOneself: rule(
    'NOT_ALLOWED',
    '自己的权限要由其他管理员授予、修改和收回。',
    'Your own roles are given, changed and taken away by other administrators.',
  ),
  grantOver: rule(
    'STAGE_CONFLICT',
    '这项权限已经收回，或由后来授予的代替。',
    'This role was taken away, or a later one replaces it.',
    { wayOut: ['如果还需要，请重新授予。', 'If it is still needed, please give it again.'] },
  ),
  grantPlace: rule(
    'INVALID_FORMAT',
    '这个角色和所选的区、学校、街道、部门或审核项对不上。',
    'The role does not go with this district, school, subdistrict, department or review item.',
  ),
  itemOfOthers: rule(
    'NOT_ALLOWED',
    '本区已把这个审核项交给{decider}审核。',
    'The district has given this item to others: {decider}.',
    {
      wayOut: [
        '请等待其审核；确需代为办理的，请区教委管理员办理。',
        'Please wait for their decision; an administrator of the district may decide in their place.',
      ],
    },
  ),
  streetFirst: rule(
    'STAGE_CONFLICT',
    '本区街道先审，街道还没有审完。',
    'In this district the subdistrict decides first, and it has not decided yet.',
    {
      wayOut: [
        '请等街道审完；确需先办的，请区教委管理员办理。',
        'Please wait for it; an administrator of the district may go ahead.',
      ],
    },
  ),
  itemStays: rule(
    'NOT_ALLOWED',
    '身份证及户籍信息由系统自动核验，需要人工处理的由区教委办理，不能交给其他单位。',
    'Identity and household registration are checked automatically, and the district handles what is left: the item cannot be given to others.',
  ),
  itemNotDivided: rule(
    'INVALID_FORMAT',
    '只有在京务工就业材料可以按就业类型分给不同的单位。',
    'Only the item of work in Beijing is divided, by the kind of work.',
  ),
  phonesTooMany: rule('INVALID_FORMAT', '最多写 {limit} 个电话。', 'There can be at most {limit} phones.', {
    limit: 10,
  }),
  holidayDates: rule(
    'INVALID_FORMAT',
    '放假日期写成 2026-05-01 的样子，从 {year} 年或上一年的某一天开始，连第一天在内最多 {limit} 天。',
    'Days off are written as 2026-05-01: they begin in {year} or the year before, and are at most {limit} days.',
    { limit: 15 },
  ),
  holidayWorked: rule(
    'INVALID_FORMAT',
    '调休上班的日子要是放假日期以外的周六或周日。',
    'What is worked instead has to be a Saturday or Sunday outside the days off.',
    {
      wayOut: [
        '请写成 2026-05-09，几天用空格隔开。',
        'Please write 2026-05-09, with spaces between several days.',
      ],
    },
  ),
  holidayTwice: rule(
    'INVALID_FORMAT',
    '这里有一天已经写在另一个节假日里。',
    'One of these days stands in another holiday already.',
  ),
  holidaysTooMany: rule(
    'INVALID_FORMAT',
    '最多可以写 {limit} 个节假日。',
    'There can be at most {limit} holidays in a year.',
    {
      limit: 20,
    },
  ),
  grantTwice: rule('STAGE_CONFLICT', '这个账号已经有这项权限。', 'This account has this role already.', {
    wayOut: ['需要更长时间的，请修改它的截止日期。', 'If it should last longer, please change its end.'],
  }),
  webhookName: rule('INVALID_FORMAT', '名称写 1 到 {limit} 个字。', 'A name has 1 to {limit} characters.', {
    limit: 60,
  }),
  webhookAddress: rule(
    'INVALID_FORMAT',
    '地址要是 https 网址，不带用户名、密码和 #，最多 {limit} 个字符。',
    'The address must be an https one, without user name, password or #, and have at most {limit} characters.',
    { limit: 500 },
  ),
  webhookInside: rule(
    'INVALID_FORMAT',
    '这个地址属于内部网络，不能向它发送。',
    'The address belongs to an inside network; nothing is sent there.',
    {
      wayOut: [
        '请填写公网可以访问的地址。',
        'Please give an address that can be reached from the public internet.',
      ],
    },
  ),
  webhooksTooMany: rule(
    'NOT_ALLOWED',
    '最多可以有 {limit} 个 webhook。',
    'There can be at most {limit} webhooks.',
    {
      limit: 50,
      wayOut: ['请先删除不再使用的。', 'Please delete one that is no longer used first.'],
    },
  ),
  schoolCode: rule(
    'INVALID_FORMAT',
    '学校代码是以所在区代码开头的 4 到 10 位数字，不能和别的学校相同。',
    'The code of a school has 4 to 10 digits, begins with its district’s and is no other school’s.',
  ),
  schoolsTooMany: rule(
    'NOT_ALLOWED',
    '一个区最多可以有 {limit} 所学校，不再接收新生的也算。',
    'A district can have at most {limit} schools; those that take no more children count as well.',
    { limit: 500 },
  ),
  quotaRange: rule(
    'INVALID_FORMAT',
    '招生计划写 0 到 {limit} 的整数。',
    'A plan is a whole number from 0 to {limit}.',
    {
      limit: 5_000,
    },
  ),
  schoolClosed: rule(
    'NOT_ALLOWED',
    '这所学校本年度不再接收新生。',
    'This school takes no more children this season.',
    {
      wayOut: [
        '请另选学校，或请区教委管理员重新开放。',
        'Please choose another, or ask an administrator of the district to open it again.',
      ],
    },
  ),
  paperPersonal: rule(
    'INVALID_FORMAT',
    '这里不能有像证件号码或者电话的内容。',
    'This may hold nothing that can be a document number or a phone.',
    {
      wayOut: [
        '家长会看到它，撤销以后它也会保留：请只写纸的编号或者日期，例如“代办 17 号”。',
        'The family reads it, and it stays after a withdrawal: please give the paper’s own number or date, such as “desk 17”.',
      ],
    },
  ),
  textsRenewed: rule(
    'CONSENT_REQUIRED',
    '念给家长听的监护人须知或者个人信息保护政策已经有了新版本。',
    'The guardian’s notice or the privacy policy has a newer version than what was read to the family.',
    {
      wayOut: [
        '请把现在的版本念给家长听，请家长再签字，留存以后再勾选。',
        'Please read the present version to the family, let it sign again, keep the paper, and then tick the box.',
      ],
    },
  ),
  paperNotKept: rule(
    'CONSENT_REQUIRED',
    '还没有确认：告知和政策已经念给家长听，家长签字的纸已经留存。',
    'It is not confirmed yet that notice and policy were read to the family and that the paper with its signature is kept.',
    {
      wayOut: [
        '请念给家长听，请家长签字，留存以后再勾选。',
        'Please read them to the family, let it sign, keep the paper, and then tick the box.',
      ],
    },
  ),
  ownChildAtDesk: rule(
    'NOT_ALLOWED',
    '这是您本人的证件。自己的孩子不能由自己在窗口注册。',
    'This is your own document. You cannot register your own child at the desk.',
    {
      wayOut: [
        '请像其他家长一样，在家长页面用自己的账号注册。',
        'Please register the child as every family does, on the pages for families with your own account.',
      ],
    },
  ),
  notOfDesk: rule(
    'NOT_ALLOWED',
    '窗口不代办这份信息：它是家长自己注册的，或者家长已经接管到自己的账号里。',
    'The desk does not act for this record: its family registered it itself, or has taken it over into its own account.',
    {
      wayOut: [
        '请家长用自己的账号办理；改不了的，可以在账号里申请更正。',
        'The family acts in its own account, and asks there for a correction of what it cannot change.',
      ],
    },
  ),
} as const satisfies Record<string, Rule>;

learn(OFFICE_RULES);

/** Every rule, once: what refusals cite, what the `rules` query serves and what docs/rulebook.md prints. */
export const ALL_RULES = { ...RULES, ...OFFICE_RULES };
