import { describe, expect, test } from '@jest/globals';
import { makeLog, type LogFields } from './log.ts';
import { linesWrittenBy, writtenBy } from './testing/written-lines.ts';

type Level = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

const aLog = (level: Level = 'INFO') =>
  makeLog({ functionName: 'create', environment: 'sit', level });

describe('a log line', () => {
  test('is JSON with level, message, function, environment and time', () => {
    const [line] = linesWrittenBy(() => aLog().info('Order accepted'));

    expect(line).toMatchObject({
      level: 'INFO',
      message: 'Order accepted',
      service: 'create',
      environment: 'sit',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  test('carries the fields that are named, and those that are set', () => {
    const fields = { orderId: 'order-1', attempts: 2, orderNumber: undefined };

    const [line] = linesWrittenBy(() => aLog().warn('Odd', fields));

    expect(line).toMatchObject({ level: 'WARN', orderId: 'order-1', attempts: 2 });
    expect(line).not.toHaveProperty('orderNumber');
  });

  test('leaves out whatever else an object carries', () => {
    const order: LogFields & { customerEmail: string } = {
      orderId: 'order-1',
      customerEmail: 'thandi@example.com',
    };

    const text = writtenBy(() => {
      const log = aLog().with(order);
      log.info('Accepted', order);
      log.warn('Odd', order);
      log.error('Failed', undefined, order);
    });

    expect(text).toContain('order-1');
    expect(text).not.toContain('thandi');
  });

  test.each([
    ['DEBUG', ['INFO', 'WARN', 'ERROR']],
    ['INFO', ['INFO', 'WARN', 'ERROR']],
    ['WARN', ['WARN', 'ERROR']],
    ['ERROR', ['ERROR']],
  ] as const)('is written at level %s when it is at least that grave', (level, expected) => {
    const lines = linesWrittenBy(() => {
      const log = aLog(level);
      log.info('info');
      log.warn('warn');
      log.error('error');
    });

    expect(lines).toMatchObject(expected.map((name) => ({ level: name })));
  });
});

describe('a log with fields', () => {
  test('puts them on every line', () => {
    const lines = linesWrittenBy(() => {
      const log = aLog().with({ requestId: 'request-1' }).with({ tenantId: 'tenant-1' });
      log.info('one');
      log.error('two');
    });

    const context = { requestId: 'request-1', tenantId: 'tenant-1' };
    expect(lines).toMatchObject([context, context]);
  });

  test('leaves the log it was made from as it was', () => {
    const [line] = linesWrittenBy(() => {
      const log = aLog();
      log.with({ requestId: 'request-1' });
      log.info('one');
    });

    expect(line).not.toHaveProperty('requestId');
  });

  test('lets a line say something else', () => {
    const [line] = linesWrittenBy(() => aLog().with({ code: 'A' }).info('one', { code: 'B' }));

    expect(line).toMatchObject({ code: 'B' });
  });
});

describe('a logged error', () => {
  const lineOf = (error: unknown) => linesWrittenBy(() => aLog().error('Failed', error))[0];

  test('shows its name, its code and where it was made', () => {
    const error = Object.assign(new TypeError('no'), { code: 'ECONNRESET' });

    expect(lineOf(error)).toMatchObject({
      message: 'Failed',
      errorName: 'TypeError',
      errorCode: 'ECONNRESET',
      stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts/)]),
    });
  });

  test.each([
    ['of one line', 'No mail for thandi@example.com'],
    ['that looks like a frame of the stack', 'Refused:\n    at thandi@example.com (1:1)'],
  ])('never shows a message %s', (_, message) => {
    const text = writtenBy(() => aLog().error('Failed', new Error(message)));

    expect(text).toContain('log.test.ts');
    expect(text).not.toContain('thandi');
  });

  test('shows no message that was put in later', () => {
    const error = new Error('UnknownError');
    error.message = 'No mail for thandi@example.com';

    expect(JSON.stringify(lineOf(error))).not.toContain('thandi');
  });

  test('shows no cause', () => {
    const error = new Error('outer', { cause: new Error('thandi@example.com') });

    expect(JSON.stringify(lineOf(error))).not.toContain('thandi');
  });

  test('may be without stack or code', () => {
    const error = Object.assign(new Error('no'), { stack: undefined, code: 17 });

    expect(lineOf(error)).not.toHaveProperty('stack');
    expect(lineOf(error)).not.toHaveProperty('errorCode');
  });

  test('may be anything: of what is no error nothing is shown', () => {
    const line = lineOf('thandi@example.com');

    expect(line).toMatchObject({ level: 'ERROR', message: 'Failed' });
    expect(JSON.stringify(line)).not.toContain('thandi');
  });
});
