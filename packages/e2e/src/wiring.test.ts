import { expect, test } from '@jest/globals';
import { readFunctionsFile } from '@bbws/local-aws/functions-file';
import * as v from 'valibot';

const Assembled = v.object({ variables: v.array(v.string()) });

const functions = Object.entries(readFunctionsFile().functions);

test.each(functions)(
  '%s reads the variables that functions.json lists for it',
  async (name, row) => {
    const module: unknown = await import(`../../../functions/${name}/src/assemble.ts`);

    const { variables } = v.parse(Assembled, module);

    // Two are everybody's; Lambda itself sets those of AWS.
    const own = variables.filter((variable) => !variable.startsWith('AWS_'));
    expect([...own, 'ENVIRONMENT', 'LOG_LEVEL'].toSorted()).toEqual(row.environment.toSorted());
  },
);
