import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

// A list spread into a list steers the formatter and says nothing.
const noSteering = {
  selector: 'SpreadElement > :matches(ArrayExpression, ObjectExpression)',
  message: 'Write the elements themselves: spreading a literal only steers the formatter.',
};

export default ts.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      '**/.svelte-kit/',
      '**/.data/',
      '**/.cache/',
      'schema/client/',
      'web/src/lib/i18n/messages/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      // Jest loads its set-up files as plain JavaScript; each of them says so.
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-nocheck': 'allow-with-description' }],
      'no-restricted-syntax': ['error', noSteering],
    },
  },
  {
    files: ['web/**'],
    languageOptions: { globals: { ...globals.browser } },
    // Links are plain paths: the site is served from the root of its origin.
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    files: ['rulebook/src/**', 'web/src/**'],
    rules: {
      // Browser code must run in Safari 15, which cannot read such a pattern; TypeScript lets it pass.
      'no-restricted-syntax': [
        'error',
        noSteering,
        {
          selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
          message: 'Safari before 16.4 has no lookbehind: a page with one does not start there.',
        },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      // TypeScript itself knows which names exist.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
);
