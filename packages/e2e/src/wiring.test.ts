import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';

const functions = Object.entries(readFunctionsFile().functions);

test.each(functions)('%s reads the variables that functions.json lists for it', (name, row) => {
  const source = readFileSync(
    new URL(`../../../functions/${name}/src/index.ts`, import.meta.url),
    'utf8',
  );

  // A wiring file names each of its variables once, in quotes. Two are everybody's; Lambda itself sets those of AWS.
  const named = [...source.matchAll(/'([A-Z][A-Z0-9_]+)'/g)].map(([, variable]) => variable);
  const own = named.filter((variable) => !variable?.startsWith('AWS_'));

  expect([...own, 'ENVIRONMENT', 'LOG_LEVEL'].toSorted()).toEqual(row.environment.toSorted());
});
