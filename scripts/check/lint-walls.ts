/** Lints code that is wrong on purpose: a rule that no longer notices fails the check. */
import { ESLint } from 'eslint';
import { root } from '../lib/root.ts';

type Probe = {
  readonly rule: string;
  /** A file of the project; linted with this text instead of its own. */
  readonly file: string;
  readonly text: string;
};

const probes: readonly Probe[] = [
  {
    rule: 'import-x/no-cycle',
    file: 'packages/domain/src/card-number.ts',
    text: `import { lineOfText } from './line-of-text.ts';\nexport const containsCardNumber = lineOfText;\n`,
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: 'packages/lambda/src/publish.ts',
    text: `Promise.resolve(1);\n`,
  },
  {
    rule: '@typescript-eslint/consistent-type-assertions',
    file: 'packages/lambda/src/publish.ts',
    text: `export const one = JSON.parse('1') as number;\n`,
  },
  {
    rule: '@typescript-eslint/ban-ts-comment',
    file: 'packages/lambda/src/publish.ts',
    text: `// @ts-expect-error because I say so\nexport const one: number = '1';\n`,
  },
  {
    rule: 'no-restricted-properties',
    file: 'functions/get/src/handler.ts',
    text: `export const region = process.env['AWS_REGION'];\n`,
  },
  {
    rule: 'no-restricted-properties',
    file: 'functions/get/src/handler.ts',
    text: `export const region = globalThis.process.env['AWS_REGION'];\n`,
  },
  {
    rule: 'no-restricted-imports',
    file: 'functions/get/src/handler.ts',
    text: `import { env } from 'node:process';\nexport const region = env['AWS_REGION'];\n`,
  },
  {
    rule: 'no-restricted-imports',
    file: 'packages/dynamo/src/table.ts',
    text: `import { publish } from '@bbws/lambda/publish';\nexport const again = publish;\n`,
  },
  {
    rule: 'no-restricted-imports',
    file: 'packages/domain/src/card-number.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
  },
  {
    rule: 'import-x/no-relative-packages',
    file: 'functions/get/src/handler.ts',
    text: `import { requestHash } from '../../create/src/request-hash.ts';\nexport const hash = requestHash;\n`,
  },
];

const eslint = new ESLint({ cwd: root });
const unnoticed: string[] = [];
for (const { rule, file, text } of probes) {
  const [result] = await eslint.lintText(text, { filePath: `${root}/${file}` });
  if (!result?.messages.some(({ ruleId, severity }) => ruleId === rule && severity === 2))
    unnoticed.push(`${rule} does not notice in ${file}:\n${text}`);
}
for (const line of unnoticed) console.error(line);
process.exitCode = unnoticed.length === 0 ? 0 : 1;
