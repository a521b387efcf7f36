// Lint: typescript-eslint's strict type-checked rules, and the walls of the house (docs/architecture.md).
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// What each layer may import of this project. Dependencies point one way.
const shared = ['domain'];
const ofFunctions = ['api', 'domain', 'dynamo', 'email', 'lambda'];
const layers = {
  'packages/domain': [],
  'packages/api': shared,
  'packages/dynamo': shared,
  'packages/email': shared,
  'packages/lambda': shared,
  'functions/*': ofFunctions,
};
const everyPackage = [...ofFunctions, 'local-aws', 'e2e'];

const tests = ['**/*.test.{ts,tsx}', '**/testing/**'];
// Files that join the environment and the code: nothing else knows where a value comes from.
const wiring = [
  'functions/*/src/index.ts',
  'scripts/**',
  'packages/email/src/generate.ts',
  'packages/local-aws/**',
  'packages/e2e/**',
];

const wall = ([folder, allowed]) => ({
  files: [`${folder}/src/**/*.{ts,tsx}`],
  ignores: tests,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: everyPackage
              .filter((name) => !allowed.includes(name))
              .map((name) => `@bbws/${name}/*`),
            message: `${folder} may import of this project: ${allowed.join(', ') || 'nothing'}.`,
          },
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
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'import-x/no-cycle': 'error',
      'import-x/no-self-import': 'error',
    },
  },
  {
    files: ['functions/**', 'packages/**'],
    ignores: [...tests, ...wiring],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Take the value as a dependency.' },
      ],
      'no-console': 'error',
    },
  },
  ...Object.entries(layers).map(wall),
  {
    files: tests,
    rules: {
      // Jest's asymmetric matchers are typed as any; a stand-in is async because what it stands for is.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
