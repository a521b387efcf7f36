import { expect, test } from '@jest/globals';
import { makeMetrics } from './metrics.ts';
import { linesWrittenBy } from './testing/written-lines.ts';

const someMetrics = () => makeMetrics({ functionName: 'record-creator', environment: 'sit' });

test('metrics are written in the embedded format, by function and environment', () => {
  const [line] = linesWrittenBy(() => {
    const metrics = someMetrics();
    metrics.count('OrdersRecorded');
    metrics.duration('CartLatency', 12.5);
    metrics.flush();
  });

  expect(line).toMatchObject({
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        {
          Namespace: 'BBWS/Orders',
          Dimensions: [expect.arrayContaining(['service', 'environment'])],
          Metrics: [
            { Name: 'OrdersRecorded', Unit: 'Count' },
            { Name: 'CartLatency', Unit: 'Milliseconds' },
          ],
        },
      ],
    },
    service: 'record-creator',
    environment: 'sit',
    OrdersRecorded: 1,
    CartLatency: 12.5,
  });
});

test('a count adds up over an invocation', () => {
  const [line] = linesWrittenBy(() => {
    const metrics = someMetrics();
    metrics.count('Duplicates');
    metrics.count('Duplicates', 3);
    metrics.flush();
  });

  expect(line).toMatchObject({ Duplicates: [1, 3] });
});

test('an invocation that counted nothing writes nothing', () => {
  expect(linesWrittenBy(() => someMetrics().flush())).toEqual([]);
});

test('what was written is not written again', () => {
  const lines = linesWrittenBy(() => {
    const metrics = someMetrics();
    metrics.count('MailsSent');
    metrics.flush();
    metrics.flush();
    metrics.count('Duplicates');
    metrics.flush();
  });

  expect(lines).toHaveLength(2);
  expect(lines[1]).not.toHaveProperty('MailsSent');
});
