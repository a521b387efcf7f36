import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { readTableFile } from '@bbws/local-aws/table-file';
import { describe, expect, test } from '@jest/globals';
import { makeMeterTable } from './meter-table.ts';
import type { Call, Tape } from './tape.ts';
import { workOf } from './work-of.ts';

const table = readTableFile();
const now = new Date('2026-11-20T10:00:00.000Z');

const call = (operation: string, changes: Partial<Call> = {}): Call => ({
  functionName: 'create',
  service: 'dynamodb',
  operation,
  sentBytes: 10,
  attachmentBytes: 0,
  readUnits: 0,
  writeUnits: 0,
  ...changes,
});
const summed = (tape: Partial<Tape>) =>
  workOf(table, { calls: [], invocations: [], ...tape }, [], now);
const item = (changes: object = {}) => ({ PK: { S: 'p' }, SK: { S: 's' }, ...changes });

describe('a tape is summed up', () => {
  test('by function: its calls, units, invocations and messages', () => {
    const invocation = { functionName: 'pdf', messages: 2, cpuMilliseconds: 3, log: '' };

    const { functions } = summed({
      calls: [
        call('GetItem', { readUnits: 0.5 }),
        call('GetItem', { readUnits: 1 }),
        call('PutItem', { writeUnits: 7 }),
      ],
      invocations: [invocation, invocation],
    });

    expect(functions['create']).toMatchObject({
      calls: { 'dynamodb GetItem': 2, 'dynamodb PutItem': 1 },
      ...{ readUnits: 1.5, writeUnits: 7, invocations: 0 },
    });
    expect(functions['pdf']).toMatchObject({ invocations: 2, messages: 4, cpuMilliseconds: 6 });
  });

  test('with the lines of the logs and what CloudWatch adds to each, and the metrics in them', () => {
    const metrics = (...names: string[]) => ({
      _aws: { CloudWatchMetrics: [{ Metrics: names.map((Name) => ({ Name })) }] },
    });
    const lines = ['{"message":"done"}', JSON.stringify(metrics('MailsSent', 'Duplicates')), ''];
    const invocation = { functionName: 'pdf', messages: 0, cpuMilliseconds: 0 };

    const { functions } = summed({ invocations: [{ ...invocation, log: lines.join('\n') }] });

    const [first = '', second = ''] = lines;
    expect(functions['pdf']).toMatchObject({
      logBytes: first.length + second.length + 2 * 26,
      metrics: ['Duplicates', 'MailsSent'],
    });
  });

  test('with the items as they were left, in table and indexes, and how long they stay', () => {
    const inIndex = { GSI2_PK: { S: 'o' }, GSI2_SK: { S: 'm' } };
    const soon = { expiresAt: { N: String(now.getTime() / 1000 + 90 * 86_400) } };
    const written = (key: string, left: ReturnType<typeof item> | undefined) =>
      call('UpdateItem', { written: { key, item: left } });

    const { items, writtenBytes } = summed({
      calls: [
        written('effect', item(soon)),
        written('order', item({ first: { S: 'x'.repeat(500) } })),
        written('order', item(inIndex)),
        written('gone', item()),
        written('gone', undefined),
      ],
    });

    const keys = 2 + 1 + 2 + 1;
    const indexKeys = 7 + 1 + 7 + 1;
    // Ten digits, two of them zeros at the end.
    const expiry = 9 + 5;
    expect(items).toEqual([
      { bytes: keys + indexKeys + 100, indexBytes: keys + indexKeys + 100, keptDays: null },
      { bytes: keys + expiry + 100, indexBytes: 0, keptDays: 90 },
    ]);
    expect(writtenBytes).toBe(keys + expiry + (keys + 505) + (keys + indexKeys) + keys);
  });

  test('with files, mails and answers', () => {
    const answers = [
      { operation: 'getOrder', bytes: 5 },
      { operation: 'getOrder', bytes: 6 },
      { operation: 'download', bytes: 7 },
    ];
    const calls = [
      call('PutObject', { service: 's3', sentBytes: 40 }),
      call('SendEmail', { service: 'sesv2', sentBytes: 20, attachmentBytes: 3 }),
    ];

    expect(workOf(table, { calls, invocations: [] }, answers, now)).toMatchObject({
      requests: { getOrder: { times: 2, answerBytes: 11 } },
      downloadedBytes: 7,
      storedFiles: { count: 1, bytes: 40 },
      mails: { count: 1, bytes: 20, attachmentBytes: 3 },
    });
  });
});

test('a call whose cost is not known is refused', () => {
  const meter = makeMeterTable(new DynamoDBClient({ region: 'af-south-1' }), table);

  expect(() => meter('TransactWriteItems', '{}', () => Promise.reject(new Error('sent')))).toThrow(
    'does not know what TransactWriteItems costs',
  );
});
