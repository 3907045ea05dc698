import { fileURLToPath } from 'node:url';

const web = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** How the messages are compiled: the same for the script before a build and for the watcher of `npm run dev`. */
export const messageCompiler = {
  project: web('project.inlang'),
  outdir: web('src/lib/i18n/messages'),
  strategy: ['cookie', 'preferredLanguage', 'baseLocale'] as ['cookie', 'preferredLanguage', 'baseLocale'],
  cookieName: 'language',
  // Vite knows it when it builds; tests run the messages without Vite.
  isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
  emitGitIgnore: false,
  emitReadme: false,
};
