// Run by `npm test` (scripts/test.ts), which builds first and starts jest with --experimental-vm-modules.
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
    '^@enrolment/api/rulebook/(.*)$': '<rootDir>/api/src/rulebook/$1',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/api/dist',
    '<rootDir>/web/build',
    '<rootDir>/\\.data',
    '<rootDir>/\\.cache',
  ],
};

const database = {
  ...common,
  globalSetup: '<rootDir>/api/test/support/global-setup.js',
  globalTeardown: '<rootDir>/api/test/support/global-teardown.js',
};
const browser = {
  ...common,
  globalSetup: '<rootDir>/web/e2e/support/global-setup.js',
  globalTeardown: '<rootDir>/web/e2e/support/global-teardown.js',
};

export default {
  // A test measures no time: on a busy machine starting an API alone can take longer than jest's own 5 s.
  testTimeout: 30_000,
  projects: [
    {
      ...database,
      displayName: 'api',
      testMatch: ['<rootDir>/api/src/**/*.test.ts', '<rootDir>/api/test/**/*.test.ts'],
    },
    { ...common, displayName: 'web', testMatch: ['<rootDir>/web/src/**/*.test.ts'] },
    { ...browser, displayName: 'e2e', testMatch: ['<rootDir>/web/e2e/specs/**/*.spec.ts'] },
    // Run by scripts/measure.ts alone.
    { ...browser, displayName: 'lighthouse', testMatch: ['<rootDir>/web/e2e/lighthouse/**/*.spec.ts'] },
    { ...database, displayName: 'bench', testMatch: ['<rootDir>/bench/**/*.bench.ts'] },
  ],
};
