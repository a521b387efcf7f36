import { describe, expect, test } from '@jest/globals';
import { dueMails, nameOfMail } from './due-mails.ts';
import { operator } from './order-life.ts';
import {
  aRecordedOrder,
  aRejectedOrder,
  anAcceptedOrder,
  sampleWriteId,
} from './testing/builders.ts';

const timeOf = (version: number) => `2026-11-20T09:3${version}:00.000Z`;
const historyOf = (...statuses: readonly string[]) =>
  statuses.map((entry, index) => {
    const [status, by = 'user-finance'] = entry.split(' by ');
    return {
      ...{ status, by, at: timeOf(index + 1), version: index + 1, writeId: sampleWriteId },
    };
  });
const recorded = (statuses: readonly string[] = [], changes: object = {}) => {
  const statusHistory = historyOf('pending', 'pending', ...statuses);
  const status = statusHistory.at(-1)?.status;
  return aRecordedOrder({ status, statusHistory, version: statusHistory.length, ...changes });
};
const rejected = aRejectedOrder({ version: 2, statusHistory: historyOf('pending', 'failed') });
const hidden = `pending by ${operator}`;

const namesOf = (...args: Parameters<typeof dueMails>) => dueMails(...args).map(nameOfMail);

describe('the mails that are due', () => {
  test.each([
    ['of an accepted order', anAcceptedOrder(), []],
    ['of a recorded order', recorded(), ['internal-recorded', 'customer-recorded']],
    ['of a rejected order', rejected, ['internal-rejected', 'customer-rejected']],
    [
      'of an order whose status changed twice',
      recorded(['paid', 'processing']),
      [
        'internal-recorded',
        'customer-recorded',
        'customer-status of version 3',
        'customer-status of version 4',
      ],
    ],
    [
      'of an order whose payment alone changed',
      recorded(['pending']),
      ['internal-recorded', 'customer-recorded'],
    ],
    ['of a hidden order', recorded([hidden], { active: false }), []],
    [
      'of an order whose customer’s address is refused for good',
      recorded(['paid'], { customerEmailRefusedAt: timeOf(3) }),
      ['internal-recorded'],
    ],
  ])('%s', (_, order, names) => {
    expect(namesOf(order)).toEqual(names);
  });

  test('may be left out when they tell of a status that is past', () => {
    const mails = dueMails(recorded(['paid', 'processing']));

    expect(mails.map(({ mustBeSent }) => mustBeSent)).toEqual([true, true, false, true]);
  });

  test('are due since what they tell of', () => {
    expect(dueMails(recorded(['paid'])).map(({ since }) => since)).toEqual(
      [2, 2, 3].map((version) => timeOf(version)),
    );
  });

  test('may have been withheld while the order was hidden, and are due since it is shown', () => {
    const shown = dueMails(recorded([hidden, hidden, 'paid']));

    expect(shown).toMatchObject([
      { kind: 'internal-recorded', withheld: true, since: timeOf(4) },
      { kind: 'customer-recorded', withheld: true, since: timeOf(4) },
      { kind: 'customer-status', withheld: false, since: timeOf(5) },
    ]);
  });

  test('are not those about a past status that may have been withheld', () => {
    const order = recorded(['paid', `paid by ${operator}`, `paid by ${operator}`, 'processing']);

    expect(namesOf(order)).toEqual([
      'internal-recorded',
      'customer-recorded',
      'customer-status of version 6',
    ]);
  });
});
