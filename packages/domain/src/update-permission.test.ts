import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { orderStatuses } from './order-status.ts';
import { maySet, UpdatePermissions } from './update-permission.ts';

const permissions = (text: string) => v.parse(UpdatePermissions, text);

describe('the configuration', () => {
  test('names groups, and statuses for some', () => {
    const text = 'order-admin, finance:paid|refunded';

    const parsed = permissions(text);

    expect(parsed).toEqual([
      { group: 'order-admin', statuses: orderStatuses },
      { group: 'finance', statuses: ['paid', 'refunded'] },
    ]);
  });

  test.each(['', ' '])('names nobody when it is %p', (text) => {
    const parsed = permissions(text);

    expect(parsed).toEqual([]);
  });

  test.each([
    ' , ',
    'finance,',
    'finance:',
    'finance:shipped',
    'finance:paid|',
    'finance:paid refunded',
    ':paid',
    'finance:paid:refunded',
    'order admin',
    'finance|paid',
    'finance: paid',
    'finance:toString',
  ])('is refused when it is %p', (text) => {
    const accepted = v.is(UpdatePermissions, text);

    expect(accepted).toBe(false);
  });
});

describe('a user', () => {
  test.each(orderStatuses)('of no group may set %s when nobody is named', (status) => {
    const may = maySet(permissions(''), [], status);

    expect(may).toBe(true);
  });

  test.each(orderStatuses)('of a group without statuses may set %s', (status) => {
    const may = maySet(permissions('order-admin'), ['order-admin'], status);

    expect(may).toBe(true);
  });

  test.each([
    ['paid', true],
    ['refunded', true],
    ['cancelled', false],
    ['completed', false],
  ] as const)('of a group with statuses may set %s: %p', (status, expected) => {
    const may = maySet(permissions('finance:paid|refunded'), ['finance'], status);

    expect(may).toBe(expected);
  });

  test('may set nothing when only others are named', () => {
    const groups = ['sales', 'finance-interns', 'FINANCE'];

    const allowed = orderStatuses.filter((status) =>
      maySet(permissions('finance'), groups, status),
    );

    expect(allowed).toEqual([]);
  });

  test('may set nothing without a group when some are named', () => {
    const groups: string[] = [];

    const allowed = orderStatuses.filter((status) =>
      maySet(permissions('finance'), groups, status),
    );

    expect(allowed).toEqual([]);
  });

  test('may set what one of several groups may', () => {
    const text = 'finance:paid,warehouse:processing|completed';

    const allowed = orderStatuses.filter((status) =>
      maySet(permissions(text), ['finance', 'warehouse'], status),
    );

    expect(allowed).toEqual(['paid', 'processing', 'completed']);
  });

  test('may set what a group may in any of its rows', () => {
    const text = 'finance:paid,finance:refunded';

    const allowed = orderStatuses.filter((status) =>
      maySet(permissions(text), ['finance'], status),
    );

    expect(allowed).toEqual(['paid', 'refunded']);
  });
});
