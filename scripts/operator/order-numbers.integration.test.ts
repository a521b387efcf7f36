import { randomUUID } from 'node:crypto';
import { dayIn } from '@bbws/domain/time-zone';
import { nextSequence } from '@bbws/dynamo/next-sequence';
import { tableOf, type Table } from '@bbws/dynamo/table';
import { newTenantId } from '@bbws/dynamo/testing/samples';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { makeTable } from '@bbws/local-aws/resources/make-table';
import { readTableFile } from '@bbws/local-aws/table-file';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../testing/run-command.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
});
afterAll(() => aws.close());

const skip = (...args: string[]) =>
  runCommand('scripts/order-numbers.ts', ['skip', ...args, '--env', 'local'], aws.clientEnv);

const today = dayIn('Africa/Johannesburg', new Date());

/** A table beside the environment's own, as a restore makes it. */
const restoredTable = async (): Promise<Table> => {
  const name = `restored-${randomUUID()}`;
  await makeTable(aws.clients.dynamodb, readTableFile(), name, false);
  return tableOf(aws.clients.dynamodb, name);
};

describe('pnpm order-numbers skip', () => {
  test('makes today’s numbers jump in the table that is named, also of a tenant that it does not know', async () => {
    const table = await restoredTable();
    const [known, lost] = [newTenantId(), newTenantId()];
    await nextSequence(table)(known, today);

    const ran = await skip('--table', table.name, '--tenant', lost, '--letter', 'E');

    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('64/64') });
    expect(ran.stdout).toContain(`10,000 order numbers of ${today} in ${table.name} are left out`);
    expect(ran.stdout).toMatch(new RegExp(`ORD-\\d{8}-10002 +${known}\n`));
    expect(await nextSequence(table)(known, today)).toBe(10_002);
    expect(await nextSequence(table)(lost, today)).toBe(10_001);
    expect(await nextSequence(table)(lost, today, 'E')).toBe(10_001);
  });

  test('shows whose they are, and changes nothing, in a dry run', async () => {
    const table = await restoredTable();
    const tenantId = newTenantId();
    await nextSequence(table)(tenantId, today);

    const { code, stdout } = await skip('--table', table.name, '--dry-run');

    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining(`left out, of each of these tenants:\n  ${tenantId}\n`),
    ]);
    expect(await nextSequence(table)(tenantId, today)).toBe(2);
  });

  test('fails where there is no such table', async () => {
    expect(await skip('--table', 'no-such-table')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('There is no table no-such-table in af-south-1'),
    });
  });

  test.each([
    [['--table', 'a b'], '--table must be the name of a table'],
    [['--tenant', '#'], '--tenant must be a tenant id'],
    [['--letter', 'ee'], '--letter must be empty or one upper-case letter'],
    [['--by', '0'], '--by must be a whole number'],
  ])('exits with 2 for %j', async (args, words) => {
    expect(await skip(...args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(words),
    });
  });
});
