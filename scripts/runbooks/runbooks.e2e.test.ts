import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listFiles, pageAt } from '../docs/repository.ts';
import { elsewhere } from './run-elsewhere.ts';
import { commandsOf } from './runbook-commands.ts';
import { startPrepared, type PreparedService } from './testing/prepared-service.ts';
import { runLine } from './testing/run-line.ts';
import { makeRunMemory } from './testing/run-memory.ts';
import { situationOf } from './testing/situation.ts';

const commands = listFiles('docs/runbooks/*.md')
  .map(pageAt)
  .flatMap(commandsOf)
  .filter(({ needsAccount, text }) => !needsAccount && !elsewhere(text));

let prepared: PreparedService;
beforeAll(async () => {
  prepared = await startPrepared();
});
afterAll(() => prepared.service.close());

const memory = makeRunMemory();

describe('The command of a runbook', () => {
  test.each(commands.map((one) => [`${one.page}:${one.line}`, one.text, one] as const))(
    '%s runs: %s',
    async (_where, _text, command) => {
      const line = await situationOf(prepared, command);
      if (memory.knows(line, command.exitCode)) return;
      const { service, token } = prepared;

      const ran = await runLine(line, {
        ...service.aws.clientEnv,
        API: service.apiUrl,
        TOKEN: token,
      });

      expect({ line, ...ran }).toMatchObject({ code: command.exitCode });
      memory.note(line, ran.code);
    },
  );
});
