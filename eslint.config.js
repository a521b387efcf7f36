// Lint: typescript-eslint's strict type-checked rules, and the walls of the house (docs/architecture.md).
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// What each layer may import: packages of this project, and, where a layer is pure, of others. Dependencies point one way.
const shared = ['domain'];
const ofFunctions = ['api', 'domain', 'dynamo', 'email', 'lambda'];
const layers = {
  'packages/domain': [],
  'packages/api': shared,
  'packages/dynamo': shared,
  'packages/email': shared,
  'packages/lambda': shared,
  'packages/client': [],
  'packages/operator': ['domain', 'dynamo', 'lambda'],
  'packages/audit': ['domain', 'dynamo', 'lambda', 'operator'],
  'functions/*': ofFunctions,
};
const everyPackage = [...ofFunctions, 'client', 'operator', 'audit', 'local-aws', 'e2e'];

const tests = ['**/*.test.{ts,tsx}', '**/testing/**'];
// Files that join the environment and the code: nothing else knows where a value comes from.
const wiring = [
  'functions/*/src/index.ts',
  'scripts/**',
  'packages/*/src/generate.ts',
  'packages/local-aws/src/local-aws.ts',
  'packages/local-aws/src/**/*.worker.ts',
  'packages/e2e/**',
];

const environmentAsDependency = 'Take the value as a dependency.';
const noProcessModule = ['process', 'node:process'].map((name) => ({
  name,
  message: environmentAsDependency,
}));

/** Forbids the packages that a layer may not import, and `process` under another name. */
const wall = ([folder, allowed]) => ({
  files: [`${folder}/src/**/*.{ts,tsx}`],
  ignores: [...tests, ...wiring.filter((glob) => !glob.startsWith('functions'))],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: noProcessModule,
        patterns: [
          {
            group: everyPackage
              .filter((name) => !allowed.includes(name))
              .map((name) => `@bbws/${name}/*`),
            message: `${folder} may import of this project: ${allowed.join(', ') || 'nothing'}.`,
          },
          ...(folder === 'packages/domain'
            ? [
                {
                  regex: '^(?!\\.{1,2}/|valibot$|dinero\\.js$)',
                  message: 'The domain is pure: valibot and the money library, nothing else.',
                },
              ]
            : []),
        ],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['**/node_modules/', 'dist/', 'out/', 'coverage/', '**/generated/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      // Without these the plugin does not parse TypeScript, and finds no cycle in it.
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver()],
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'import-x/no-cycle': 'error',
      // functions.json is data that everybody reads.
      'import-x/no-relative-packages': ['error', { ignore: ['/functions\\.json$'] }],
      'import-x/no-self-import': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
    },
  },
  {
    files: ['functions/**', 'packages/**'],
    ignores: [...tests, ...wiring],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: environmentAsDependency },
        { object: 'globalThis', property: 'process', message: environmentAsDependency },
      ],
      'no-console': 'error',
    },
  },
  ...Object.entries(layers).map(wall),
  {
    // Compiled only: each expected error proves that a wrong use is one.
    files: ['**/wrong-calls.ts'],
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description' },
      ],
    },
  },
  {
    files: tests,
    rules: {
      // Jest's asymmetric matchers are typed as any; a stand-in is async because what it stands for is.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
