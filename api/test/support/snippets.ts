import { readFile } from 'node:fs/promises';

export interface Snippet {
  /** The heading above it, and its place among the blocks of its language there. */
  readonly name: string;
  readonly language: string;
  /** What stands behind the language. */
  readonly mark: string;
  readonly text: string;
  /** What it prints, if the page says so; `…` stands for anything on a line. */
  readonly prints: RegExp | null;
}

/** The fenced blocks of a page, each with the output that follows it. */
export async function readSnippets(page: URL): Promise<Snippet[]> {
  const text = await readFile(page, 'utf8');
  const parts = text.matchAll(
    /^#+ (?<heading>.+)$|^```(?<language>\w+) ?(?<mark>\w*)\n(?<body>[\s\S]*?)^```$/gm,
  );
  const snippets: Snippet[] = [];
  let heading = '';
  for (const { groups } of parts) {
    const { language, mark = '', body = '' } = groups!;
    if (language === undefined) heading = groups!['heading']!;
    else if (language === 'text') snippets.push({ ...snippets.pop()!, prints: asPattern(body) });
    else {
      const alike = snippets.filter(({ name }) => name.startsWith(`${heading}, ${language}`)).length;
      const name = `${heading}, ${language} ${alike + 1}`;
      snippets.push({ name, language, mark, text: body, prints: null });
    }
  }
  return snippets;
}

const asPattern = (output: string) =>
  new RegExp(
    `^${output
      .trimEnd()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('…', '.*')}\\r?\\n?$`,
  );
