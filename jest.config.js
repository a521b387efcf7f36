// The only Jest configuration. File names say which project a test belongs to:
//   *.test.ts              unit         no AWS, no network
//   *.integration.test.ts  integration  a package or function against the local AWS
//   *.e2e.test.ts          e2e          the built bundles behind the local gateway, over HTTP
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const project = (name, testMatch, testPathIgnorePatterns = []) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/out/', ...testPathIgnorePatterns],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/out/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['ts-jest', { useESM: true, diagnostics: false }] },
});

const percent = (value) => ({ statements: value, branches: value, functions: value, lines: value });
const packagesIn = (folder) => readdirSync(folder).map((name) => `./${folder}/${name}/`);
const perPackage = Object.fromEntries(
  [...packagesIn('packages'), ...packagesIn('functions')]
    // functions.json is no package, and the e2e tests have no sources of their own.
    .filter((path) => !path.endsWith('.json/') && path !== './packages/e2e/')
    .map((path) => [path, percent(80)]),
);

export default {
  // Most of the long tests wait for queues: on two processors a worker for each and one more pay off.
  maxWorkers: availableParallelism() + 1,
  // Ends what hangs. It measures nothing: a loaded machine takes many times as long as an idle one.
  testTimeout: 300_000,
  projects: [
    project('unit', ['**/*.test.{ts,tsx}'], ['\\.integration\\.test\\.', '\\.e2e\\.test\\.']),
    project('integration', ['**/*.integration.test.ts']),
    project('e2e', ['**/*.e2e.test.ts']),
  ],
  // The v8 provider counts an uncalled one-line arrow as covered.
  coverageProvider: 'babel',
  coverageReporters: ['text-summary', 'json-summary', 'lcov'],
  collectCoverageFrom: [
    '{functions,packages}/*/src/**/*.{ts,tsx}',
    '!**/*.test.{ts,tsx}',
    '!**/testing/**',
    '!**/generated/**',
    // Wiring: joins environment, clients and handlers; the e2e tests run it inside the bundles.
    '!functions/*/src/{index,assemble}.ts',
    '!**/*.worker.ts',
  ],
  coverageThreshold: {
    ...perPackage,
    './functions/create/': percent(100),
    './functions/record-creator/': percent(100),
  },
};
