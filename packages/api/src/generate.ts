/** `node packages/api/src/generate.ts [--check]`: writes openapi.json and docs/api/errors.md, or says what is stale. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { errorPage } from './openapi/error-page.ts';
import { lintProblems } from './openapi/lint.ts';
import { openapiText } from './openapi/document.ts';
import { routes } from './routes.ts';

const openapi = openapiText(routes);
const files = new Map([
  [fileURLToPath(new URL('../openapi.json', import.meta.url)), openapi],
  [fileURLToPath(new URL('../../../docs/api/errors.md', import.meta.url)), errorPage(routes)],
]);

const problems = await lintProblems(openapi);
for (const problem of problems) console.error(problem);

const stale: string[] = [];
for (const [file, content] of files)
  if (!process.argv.includes('--check')) await writeFile(file, content);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== content) stale.push(file);
for (const file of stale) console.error(`${file} is stale: run pnpm generate`);

process.exitCode = problems.length + stale.length === 0 ? 0 : 1;
