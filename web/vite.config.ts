import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };
import { messageCompiler } from './scripts/message-compiler.ts';

/** SvelteKit's announcer of page titles has one style attribute of its own; this is its hash. */
const ANNOUNCER_STYLE = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

export default defineConfig(({ command }) => ({
  plugins: [
    ...(command === 'serve' ? [paraglideVitePlugin(messageCompiler)] : []),
    sveltekit({
      adapter: adapter(),
      version: { name: packageJson.version },
      csp: {
        mode: 'nonce',
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
  build: { assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 3000),
    strictPort: true,
    // The rulebook runs in the browser, too.
    fs: { allow: ['../api/src', '../schema/client'] },
  },
}));
