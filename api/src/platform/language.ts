import type { Language } from '@enrolment/rulebook/refusal.js';

/**
 * The reader's language from Accept-Language: English when it is wanted more than Chinese, else Chinese. By hand:
 * `negotiator` puts an exact tag before the order of the header, and would read `zh-Hans-CN, en` as English.
 */
export function readLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const quality = params.find((param) => param.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ tag, quality }) => /^(zh|en)\b/.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh-CN';
}
