/** An operation as it stands in the editor. */
export interface Shown {
  readonly url: string;
  readonly language: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it was sent with a token, whose place a snippet names and which it never holds. */
  readonly signedIn: boolean;
}

export type Kind = 'curl' | 'TypeScript' | 'Python';

/** The same request from elsewhere: as it is, it runs with curl, Node.js or Python alone. */
export const SNIPPETS: Readonly<Record<Kind, (shown: Shown) => string>> = {
  curl: ({ url, language, query, variables, signedIn }) =>
    [
      `curl -sS ${quote(url)}`,
      `-H 'content-type: application/json'`,
      `-H ${quote(`accept-language: ${language}`)}`,
      ...(signedIn ? ['-H "authorization: Bearer $ACCESS_TOKEN"'] : []),
      `--data-binary ${quote(JSON.stringify({ query, variables }, null, 2))}`,
    ].join(' \\\n  ') + '\n',

  TypeScript: ({ url, language, query, variables, signedIn }) => `const query = ${template(query)};

const response = await fetch(${JSON.stringify(url)}, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'accept-language': ${JSON.stringify(language)},${
      signedIn
        ? `
    authorization: \`Bearer \${process.env['ACCESS_TOKEN']}\`,`
        : ''
    }
  },
  body: JSON.stringify({
    query,
    variables: ${indent(JSON.stringify(variables, null, 2), 4)},
  }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors[0].message);
console.log(JSON.stringify(data, null, 2));
`,

  Python: ({ url, language, query, variables, signedIn }) => `import json
import os
import urllib.request

query = ${python(query)}

request = urllib.request.Request(
    ${JSON.stringify(url)},
    data=json.dumps({"query": query, "variables": json.loads(${python(JSON.stringify(variables, null, 2))})}).encode(),
    headers={
        "content-type": "application/json",
        "accept-language": ${JSON.stringify(language)},${
          signedIn
            ? `
        "authorization": "Bearer " + os.environ["ACCESS_TOKEN"],`
            : ''
        }
    },
)
with urllib.request.urlopen(request) as response:
    answer = json.load(response)
if "errors" in answer:
    raise SystemExit(answer["errors"][0]["message"])
print(json.dumps(answer["data"], ensure_ascii=False, indent=2))
`,
};

/** For a shell: as it is, but for the quote itself. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const template = (text: string): string => '`' + text.replace(/[\\`]|\$(?=\{)/g, '\\$&') + '`';

/** A text of several lines that reads like one; JSON's escapes are Python's, too. */
const python = (text: string): string =>
  `"""${text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"').replace(/"$/, '\\"')}"""`;

const indent = (text: string, spaces: number): string => text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
