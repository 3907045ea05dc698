// Run by `npm test` (scripts/test.ts), which builds first and starts jest with what each project needs (scripts/jest.ts).
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    // The sources import `./x.js`, as the compiled ones need it.
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@enrolment/schema/client$': '<rootDir>/schema/client/graphql.ts',
    '^@enrolment/(rulebook|settings)/(.*)\\.[jt]s$': '<rootDir>/$1/src/$2',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/rulebook/dist',
    '<rootDir>/settings/dist',
    '<rootDir>/api/dist',
    '<rootDir>/web/build',
    '<rootDir>/\\.data',
    '<rootDir>/\\.cache',
  ],
};

/** Each worker loads what it tests once (docs/decisions/0042-api-tests-in-bare-node.md). */
const bareNode = { runner: '<rootDir>/scripts/light-runner.js' };

const database = {
  ...common,
  globalSetup: '<rootDir>/api/test/support/global-setup.js',
  globalTeardown: '<rootDir>/api/test/support/global-teardown.js',
};
const browser = {
  ...common,
  ...bareNode,
  globalSetup: '<rootDir>/web/e2e/support/global-setup.js',
  setupFiles: ['<rootDir>/web/e2e/support/bare-node.js', '<rootDir>/web/e2e/support/own-product.js'],
  globalTeardown: '<rootDir>/web/e2e/support/global-teardown.js',
};

export default {
  // No test measures time. On a busy machine, starting the API can take longer than jest's default of 5 s.
  testTimeout: 600_000,
  testSequencer: '<rootDir>/scripts/longest-first.js',
  projects: [
    {
      ...common,
      displayName: 'rulebook',
      testMatch: [
        '<rootDir>/rulebook/src/**/*.test.ts',
        '<rootDir>/settings/src/**/*.test.ts',
        '<rootDir>/scripts/**/*.test.ts',
      ],
    },
    {
      ...database,
      displayName: 'api',
      ...bareNode,
      setupFiles: ['<rootDir>/api/test/support/bare-node.js'],
      testMatch: ['<rootDir>/api/src/**/*.test.ts', '<rootDir>/api/test/**/*.test.ts'],
    },
    { ...common, displayName: 'web', testMatch: ['<rootDir>/web/src/**/*.test.ts'] },
    { ...browser, displayName: 'e2e', testMatch: ['<rootDir>/web/e2e/specs/**/*.spec.ts'] },
    // Run by scripts/lighthouse.ts alone.
    { ...browser, displayName: 'lighthouse', testMatch: ['<rootDir>/web/e2e/lighthouse/**/*.spec.ts'] },
    // Run by scripts/pictures.ts alone.
    { ...browser, displayName: 'pictures', testMatch: ['<rootDir>/web/e2e/pictures/**/*.spec.ts'] },
  ],
};
