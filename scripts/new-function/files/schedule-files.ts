/** A function that the clock invokes: asks whether its region writes and notes it in the log, until it has work of its own. */
import type { FunctionRequest } from '../function-request.ts';
import { indexFile, type MadeFile } from './common.ts';

/** `every minute`, `every 5 minutes` */
const every = (minutes: number): string =>
  minutes === 1 ? 'every minute' : `every ${minutes} minutes`;

export const scheduleDescription = (minutes: number): string =>
  `${every(minutes)}: notes in the log that its turn has come`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const readme = (name: string, minutes: number) => `# ${name}

${capital(every(minutes))}: notes in the log that its turn has come.

1. Where another region writes: rests.
2. Notes in the log that its turn has come.

## Surprises

- Two of them may run at once, and a run may be missed: whatever it does must stand both.
`;

const handler = (
  name: string,
  minutes: number,
) => `/** ${capital(every(minutes))}: notes in the log that its turn has come. */
import type { Log } from '@bbws/lambda/log';
import type { IsWriter } from '@bbws/lambda/writer';

export type Deps = {
  readonly log: Log;
  readonly isWriter: IsWriter;
};

/** The handler of a function that is invoked by a schedule. Any number of them may run at once. */
export const makeHandler =
  ({ log, isWriter }: Deps) =>
  async (): Promise<void> => {
    if (!(await isWriter())) {
      log.info('Another region writes; ${name} rests');
      return;
    }
    log.info('The turn of ${name} has come');
  };
`;

const assemble = `/** Joins configuration, clients and handler. Knows nothing of the process that it runs in. */
import type { Table } from '@bbws/dynamo/table';
import { readWriterRegion } from '@bbws/dynamo/writer-region';
import type { Env } from '@bbws/lambda/env';
import type { Runtime } from '@bbws/lambda/start-function';
import { makeIsWriter } from '@bbws/lambda/writer';
import { makeHandler, type Deps } from './handler.ts';

/** The variables that this function reads beside \`ENVIRONMENT\` and \`LOG_LEVEL\`. */
export const variables = ['AWS_REGION', 'DYNAMODB_TABLE_NAME'] as const;

export type Parts = {
  readonly env: Env<typeof variables>;
  readonly runtime: Runtime;
  readonly table: Table;
};

/** What the handler needs, as it runs on AWS. */
export const depsOf = ({ env, runtime, table }: Parts): Deps => ({
  ...runtime,
  isWriter: makeIsWriter({
    readWriterRegion: readWriterRegion(table),
    region: env.AWS_REGION,
    now: runtime.now,
  }),
});

export const assemble = (parts: Parts) => makeHandler(depsOf(parts));
`;

const handlerTest = (name: string) => `import { describe, expect, test } from '@jest/globals';
import { observedLog } from '@bbws/lambda/testing/observed';
import { makeHandler } from './handler.ts';

/** What it logs in a region that writes, or does not. */
const run = async (isWriter: boolean) => {
  const { log, lines } = observedLog();
  await makeHandler({ log, isWriter: async () => isWriter })();
  return lines.map(({ message }) => message);
};

describe('${name}', () => {
  test('notes that its turn has come', async () => {
    expect(await run(true)).toEqual(['The turn of ${name} has come']);
  });

  test('rests where another region writes', async () => {
    expect(await run(false)).toEqual(['Another region writes; ${name} rests']);
  });
});
`;

export const scheduleFiles = (request: FunctionRequest, minutes: number): MadeFile[] => {
  const { name } = request;
  const folder = `functions/${name}`;
  return [
    [`${folder}/README.md`, readme(name, minutes)],
    [`${folder}/src/handler.ts`, handler(name, minutes)],
    [`${folder}/src/handler.test.ts`, handlerTest(name)],
    [`${folder}/src/assemble.ts`, assemble],
    indexFile(request, [], []),
  ];
};
