import type { AuditReport } from '@bbws/audit/audit-orders';
import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId, sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { auditLines, summaryLine, type Audited } from './report.ts';

const orderId = v.parse(OrderId, sampleOrderId);

const audited: Audited = {
  tenantId: aTenantId('tenant-x'),
  day: '2026-11-20',
  environmentOption: '',
};

const aReport = (changes: Partial<AuditReport> = {}): AuditReport => ({
  orders: 1_000,
  whole: 1_000,
  inProgress: 0,
  violations: [],
  deadLetters: [],
  queues: {},
  ...changes,
});

const aDeadLetter = (tenant = 'tenant-x') => ({
  messageId: 'message-1',
  queue: 'pdf',
  reason: 'RETRIES_EXHAUSTED',
  tenantId: aTenantId(tenant),
});

describe('the summary', () => {
  test.each<[string, Partial<AuditReport>, string]>([
    [
      'of a day on which all is well',
      {},
      '1,000 orders of tenant-x on 2026-11-20: 1,000 whole, 0 not; 0 messages in dead-letter queues',
    ],
    [
      'of one order',
      { orders: 1, whole: 0 },
      '1 order of tenant-x on 2026-11-20: 0 whole, 1 not; 0 messages in dead-letter queues',
    ],
    [
      'of a day that is not over',
      { whole: 990, inProgress: 8 },
      '1,000 orders of tenant-x on 2026-11-20: 990 whole, 2 not, 8 in progress; 0 messages in dead-letter queues',
    ],
    [
      'with dead letters of this tenant and of others',
      { deadLetters: [aDeadLetter(), aDeadLetter('tenant-y')] },
      '1,000 orders of tenant-x on 2026-11-20: 1,000 whole, 0 not; 1 message in dead-letter queues (and 1 of others)',
    ],
  ])('%s', (_, changes, line) => {
    expect(summaryLine(audited, aReport(changes))).toBe(line);
  });

  test('of an order that was asked for names no day', () => {
    const line = summaryLine({ ...audited, day: undefined }, aReport({ orders: 1, whole: 1 }));

    expect(line).toBe('1 order of tenant-x: 1 whole, 0 not; 0 messages in dead-letter queues');
  });
});

describe('the report', () => {
  const violation = (invariant: string, orderNumber: string, remedy?: string) => ({
    invariant,
    orderId,
    orderNumber,
    message: 'Something is wrong.',
    remedy,
  });

  test('is the summary alone when nothing is wrong', () => {
    expect(auditLines(audited, aReport())).toEqual([summaryLine(audited, aReport())]);
  });

  test('ends with a doubt when there was no order at all', () => {
    const lines = auditLines(audited, aReport({ orders: 0, whole: 0 }));

    expect(lines.at(-1)).toMatch(/^No order was found: is the tenant right\?/);
  });

  test('has a row for each violation, by order, and each command once', () => {
    const redrive = 'pnpm dlq redrive --queue pdf';
    const report = aReport({
      violations: [
        violation('one-invoice', 'ORD-20261120-00007', redrive),
        violation('one-invoice', 'ORD-20261120-00002', redrive),
        violation('sums', 'ORD-20261120-00002'),
        violation('listed', 'ORD-20261120-00009', 'pnpm order hide && pnpm order show'),
      ],
    });

    const text = auditLines({ ...audited, environmentOption: ' --env sit' }, report).join('\n');

    expect(text.split('\n')).toEqual([
      `order                                                     promise broken  how`,
      `ORD-20261120-00002  ${orderId}  one-invoice     Something is wrong.`,
      `                                                          sums            Something is wrong.`,
      `ORD-20261120-00007  ${orderId}  one-invoice     Something is wrong.`,
      `ORD-20261120-00009  ${orderId}  listed          Something is wrong.`,
      '',
      'What mends them, once the cause is gone (docs/runbooks/audit.md):',
      '  pnpm dlq redrive --queue pdf --env sit   mends 2',
      '  pnpm order hide --env sit && pnpm order show --env sit',
      '',
      summaryLine(audited, report),
    ]);
  });

  test('says how much is still under way', () => {
    const queues = {
      pdf: { messages: 1_200, deadLetters: 0 },
      update: { messages: 0, deadLetters: 3 },
    };

    expect(auditLines(audited, aReport({ queues }))[0]).toBe(
      'Messages under way, of all tenants: pdf 1,200',
    );
  });

  test('names what is about no order', () => {
    const nameless = { invariant: 'dead-letter-reason', message: 'A message has no reason.' };

    expect(auditLines(audited, aReport({ violations: [nameless] })).join('\n')).toContain(
      'A message has no reason.',
    );
  });
});
