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

export default {
  projects: [
    {
      ...common,
      displayName: 'api',
      testMatch: ['<rootDir>/api/src/**/*.test.ts', '<rootDir>/api/test/**/*.test.ts'],
      globalSetup: '<rootDir>/api/test/support/global-setup.js',
      globalTeardown: '<rootDir>/api/test/support/global-teardown.js',
    },
    { ...common, displayName: 'web', testMatch: ['<rootDir>/web/src/**/*.test.ts'] },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/web/e2e/specs/**/*.spec.ts'],
      globalSetup: '<rootDir>/web/e2e/support/global-setup.js',
      globalTeardown: '<rootDir>/web/e2e/support/global-teardown.js',
    },
  ],
};
