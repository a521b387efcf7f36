import { tableOf } from '@bbws/dynamo/table';
import { recordedOrder, rejectedOrder } from '@bbws/dynamo/testing/recorded';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '../testing/run-command.ts';

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ backend: 'embedded', timeScale: 1 });
});
afterAll(() => aws.close());

const table = () => tableOf(aws.clients.dynamodb, aws.resources.tableName);
const order = (command: string, id: string, ...args: string[]) =>
  runCommand(
    'scripts/order.ts',
    [command, '--order', id, '--env', 'local', ...args],
    aws.clientEnv,
  );

describe('pnpm order erase', () => {
  test('shows what goes and what stays, and erases with a yes only', async () => {
    const { id, customerEmail } = await rejectedOrder(table());

    const shown = await order('erase', id);
    const before = await order('get', id, '--personal-data');
    const erased = await order('erase', id, '--yes');
    const after = await order('get', id, '--personal-data');

    expect(shown).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('Nothing was changed'),
    });
    expect(before.stdout).toContain(customerEmail);
    expect(erased).toMatchObject({ code: 0, stdout: expect.stringContaining('Erased.') });
    expect(erased.stdout).not.toContain('invoices');
    expect(after.stdout).not.toContain(customerEmail);
  });

  test('says so when it was done before', async () => {
    const { id } = await rejectedOrder(table());
    await order('erase', id, '--yes');

    const again = await order('erase', id);
    const shown = await order('show', id);

    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('was erased at') });
    expect(shown).toMatchObject({ code: 1, stderr: expect.stringContaining('was erased at') });
  });

  test('is refused for an order that is under way', async () => {
    const { id } = (await recordedOrder(table())).order;

    expect(await order('erase', id, '--yes')).toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: expect.stringContaining('is pending: it is still under way'),
    });
  });
});
