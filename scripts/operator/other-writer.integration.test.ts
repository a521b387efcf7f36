import { randomUUID } from 'node:crypto';
import { readOrder } from '@bbws/dynamo/read-order';
import { tableOf } from '@bbws/dynamo/table';
import { rejectedOrder } from '@bbws/dynamo/testing/recorded';
import { moveWriterFlag, readWriterFlag } from '@bbws/dynamo/writer-flag';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../testing/run-command.ts';

let aws: LocalAws;
const table = () => tableOf(aws.clients.dynamodb, aws.resources.tableName);

beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
  await moveWriterFlag(table())({
    seen: await readWriterFlag(table())(),
    region: 'eu-west-1',
    at: '2026-11-20T09:30:00.000Z',
    writeId: randomUUID(),
  });
});
afterAll(() => aws.close());

const commands: readonly (readonly [script: string, args: readonly string[]])[] = [
  ['order', ['hide']],
  ['order', ['show']],
  ['order', ['revoke-links']],
  ['order', ['publish']],
  ['order', ['erase', '--yes']],
  ['replay', ['--effect', 'record']],
  ['dlq', ['redrive']],
  ['order-numbers', ['skip']],
];

describe('in a region that does not write', () => {
  test.each(commands)('pnpm %s %j is refused, and changes nothing', async (script, args) => {
    const { id, tenantId } = await rejectedOrder(table());
    const before = await readOrder(table())(tenantId, id);
    const which = ['order', 'replay'].includes(script) ? ['--order', id] : [];

    const ran = await runCommand(
      `scripts/${script}.ts`,
      [...args, ...which, '--env', 'local'],
      aws.clientEnv,
    );

    expect(ran).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('af-south-1 does not write: the flag says eu-west-1.'),
    });
    expect(ran.stderr).toContain('Set AWS_REGION=eu-west-1.');
    expect(await readOrder(table())(tenantId, id)).toEqual(before);
  });

  test.each([
    ['order', ['get']],
    ['replay', ['--effect', 'record', '--dry-run']],
  ])('pnpm %s %j, which changes nothing, goes on', async (script, args) => {
    const { id } = await rejectedOrder(table());

    const ran = await runCommand(
      `scripts/${script}.ts`,
      [...args, '--order', id, '--env', 'local'],
      aws.clientEnv,
    );

    expect(ran.code).toBe(0);
  });
});
