/** docs/office.md: what the office’s own help says (/office/help), from the same words. */
import { readFileSync } from 'node:fs';

type Messages = Readonly<Record<string, string>>;

const read = (locale: string): Messages =>
  JSON.parse(
    readFileSync(new URL(`../web/messages/${locale}/office-help.json`, import.meta.url), 'utf8'),
  ) as Messages;

const INTRODUCTION = `# For offices and schools

How each thing is done, as the office’s own help says it: 使用说明 (How to) at the foot of every page of the office, in Chinese
and English, for what somebody’s roles allow. Words in “…” stand on the page.

In the sandbox sign in at \`/office\` (教育部门和学校入口 at the foot of each page) as:

| who                      | as                   | begins with                                                       |
| ------------------------ | -------------------- | ----------------------------------------------------------------- |
| officer of a district    | 东审核               | the queue; also messages, bulk, list, the desk                    |
| administrator            | 东管理, 东同事       | the same, and what a district sets; two of them confirm each other |
| administrator of a city  | 市管理               | list, dashboards, own data of the city, roles, audit              |
| registrar of a school    | 校登记, 校同事       | the school’s desk at \`/school\`                                  |
| joint review             | 海街道, 海人社       | what Haidian has given to a subdistrict and to human resources    |

Who may what stands in [access.md](access.md), and why things are as they are in [decisions](decisions).`;

export function renderOfficeHandbook(): string {
  const [zh, en] = [read('zh-CN'), read('en')];
  const parts = Object.keys(en).flatMap((key) => {
    if (key.startsWith('office_help_group_')) return [`## ${zh[key]} · ${en[key]}`];
    const title = key.replace(/_steps$/, '');
    if (title === key) return [];
    const steps = en[key]!.split('\n').map((step, place) => `${place + 1}. ${step}`);
    return [`### ${zh[title]} · ${en[title]}`, steps.join('\n')];
  });
  return `${[INTRODUCTION, ...parts].join('\n\n')}\n`;
}
