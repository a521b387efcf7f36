import type { Order, StatusChange } from '@bbws/domain/order';
import {
  aRecordedOrder,
  aRejectedOrder,
  anAcceptedOrder,
  anInvoiceNote,
  sampleWriteId as writeId,
} from '@bbws/domain/testing/builders';
import type { EffectFact } from '@bbws/dynamo/list-effects';
import { describe, expect, test } from '@jest/globals';
import { missingEffects } from './missing-effects.ts';

const window = { since: '2026-11-20T00:00:00.000Z', until: '2026-11-20T12:00:00.000Z' };

type Step = Pick<StatusChange, 'status' | 'by'> & { readonly hour: number };
const historyOf = (...steps: readonly Step[]): StatusChange[] =>
  steps.map(({ status, by, hour }, index) => ({
    ...{ status, by, writeId, version: index + 1 },
    at: `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`,
  }));

const accepted = { status: 'pending', by: 'user', hour: 9 } as const;
const completed = { status: 'pending', by: 'system:record-creator', hour: 9 } as const;
const rejected = { ...completed, status: 'failed' } as const;
const paid = { status: 'paid', by: 'user', hour: 10 } as const;
const processing = { status: 'processing', by: 'user', hour: 11 } as const;

const recordedOf = (steps: readonly Step[], changes: object = {}) =>
  aRecordedOrder({
    status: steps.at(-1)?.status,
    version: steps.length,
    statusHistory: historyOf(...steps),
    pdf: anInvoiceNote({ orderVersion: steps.length }),
    ...changes,
  });

const sent = (name: EffectFact['name'], version?: number): EffectFact => ({
  ...{ name, version, leaseUntil: 0, doneAt: '2026-11-20T09:30:00.000Z', messageId: 'ses-1' },
});
const confirmed = [sent('internal-recorded'), sent('customer-recorded')];

const lacks = (order: Order, effects: readonly EffectFact[] = confirmed, changes: object = {}) =>
  missingEffects(order, effects, { ...window, ...changes });

const justRecorded = recordedOf([accepted, completed]);

describe('an order lacks', () => {
  test('nothing when it is invoiced and everybody was written to', () => {
    expect(lacks(justRecorded)).toEqual([]);
  });

  test('its record while it is accepted', () => {
    expect(lacks(anAcceptedOrder(), [])).toEqual([{ effect: 'record' }]);
  });

  test('its invoice, and both mails, when nothing followed the record', () => {
    expect(lacks(recordedOf([accepted, completed], { pdf: undefined }), [])).toEqual([
      { effect: 'pdf' },
      { effect: 'internal' },
      { effect: 'confirm' },
    ]);
  });

  test('an invoice that shows its payment', () => {
    const order = recordedOf([accepted, completed, paid, processing], {
      pdf: anInvoiceNote({ orderVersion: 2 }),
    });

    expect(lacks(order, [...confirmed, sent('customer-status', 4)])).toEqual([{ effect: 'pdf' }]);
  });

  test('no other invoice for a change that it does not show', () => {
    const order = recordedOf([accepted, completed, paid, processing], {
      pdf: anInvoiceNote({ orderVersion: 3 }),
    });

    expect(lacks(order, [...confirmed, sent('customer-status', 4)])).toEqual([]);
  });

  test('the mail about its latest status alone', () => {
    const order = recordedOf([accepted, completed, paid, processing]);

    expect(lacks(order)).toEqual([{ effect: 'confirm', orderVersion: 4 }]);
  });

  test('the mails about its rejection, and no invoice', () => {
    const order = aRejectedOrder({ statusHistory: historyOf(accepted, rejected) });

    expect(lacks(order, [sent('internal-rejected')])).toEqual([{ effect: 'confirm' }]);
  });

  test('a mail that was claimed and never marked as sent', () => {
    const claimed = { name: 'customer-recorded', leaseUntil: 1 } as const;

    expect(lacks(justRecorded, [sent('internal-recorded'), claimed])).toEqual([
      { effect: 'confirm' },
    ]);
  });
});

describe('an order does not lack', () => {
  test.each([
    ['its record', anAcceptedOrder()],
    ['its invoice and mails', recordedOf([accepted, completed], { pdf: undefined })],
  ])('%s while that is under way', (_, order) => {
    expect(lacks(order, [], { until: '2026-11-20T08:59:59.999Z' })).toEqual([]);
  });

  test('mails about facts that are older than the window, whatever is remembered of them', () => {
    expect(lacks(justRecorded, [], { since: '2026-11-20T09:00:00.001Z' })).toEqual([]);
  });

  test('mails that were withheld while it was hidden', () => {
    const hidden = { status: 'pending', by: 'operator', hour: 10 } as const;

    expect(lacks(recordedOf([accepted, completed, hidden], { active: false }), [])).toEqual([]);
    expect(lacks(recordedOf([accepted, completed, hidden, hidden]), [])).toEqual([]);
  });

  test('mails to an address that was refused for good', () => {
    const order = recordedOf([accepted, completed], {
      customerEmailRefusedAt: '2026-11-20T11:30:00.000Z',
    });
    const givenBack = { name: 'customer-recorded', leaseUntil: 0 } as const;

    expect(lacks(order, [sent('internal-recorded'), givenBack])).toEqual([]);
  });
});
