import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { readSettings, readSettingsOf } from '@enrolment/settings/read.ts';
import { defineConfig, type Plugin } from 'vite';
import { messageCompiler } from './scripts/message-compiler.ts';
import { OLDEST_ENGINES, OLDEST_SYNTAX, oldEngines } from './scripts/old-engines.ts';
import { versionName } from './scripts/version-name.ts';

/** SvelteKit's announcer of page titles has one style attribute of its own; this is its hash. */
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/**
 * What four pages and more share comes as one file: left alone, each word and small component is a file of its own, and
 * the headers of thirty of them weigh more than they do. Words and parts of the office stay with the office.
 */
const SHARED = {
  name: 'shared',
  test: /[\\/]web[\\/]src[\\/]lib[\\/](?!.*[\\/]office)/,
  maxModuleSize: 2500,
  minShareCount: 4,
};

/** The texts of the rules: only pages where they judge while somebody types need them. */
const RULES = {
  name: 'rules',
  test: /[\\/]rulebook[\\/]src[\\/]rules\.ts$/,
  priority: 2,
};

/**
 * What the document says of itself, the name of the build among it. SvelteKit sets it before it loads anything else; beside
 * what reads it, it would be read unset, each build would look like another one, and every link would load a document.
 */
const PAYLOAD = {
  name: 'payload',
  test: /[\\/]kit[\\/]src[\\/]runtime[\\/]client[\\/]payload\.js$/,
  priority: 1,
};

/** Without its settings a dev server would answer every page with 500: it says what is missing instead. */
const settings: Plugin = {
  name: 'settings',
  configureServer: () => void readSettingsOf('web', process.env),
};

export default defineConfig(({ command }) => ({
  plugins: [
    settings,
    ...(command === 'serve' ? [paraglideVitePlugin(messageCompiler)] : []),
    oldEngines,
    sveltekit({
      adapter: adapter(),
      version: { name: versionName() },
      csp: {
        // Not a nonce: a page that is the same is the same to the letter, and can be kept.
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', ANNOUNCER_STYLE],
          'img-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          // The collection form, shown by the browser's own viewer.
          'object-src': ['self'],
          'frame-src': ['self'],
          // The identity provider's origin is added per request: a form's redirects are held to this, too.
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  build: {
    assetsInlineLimit: 0,
    target: OLDEST_SYNTAX,
    cssTarget: OLDEST_ENGINES,
    // `?.` is translated for Chromium 86, and shorter where nobody asks for document.all.
    rolldownOptions: { transform: { assumptions: { noDocumentAll: true } } },
  },
  environments: {
    client: {
      build: { rolldownOptions: { output: { codeSplitting: { groups: [PAYLOAD, RULES, SHARED] } } } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: readSettings(['WEB_PORT'], process.env).WEB_PORT,
    strictPort: true,
    // The rulebook runs in the browser, too.
    fs: { allow: ['../rulebook/src', '../schema/client'] },
  },
}));
