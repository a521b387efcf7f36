import { describe, expect, test } from '@jest/globals';
import { parseRequest } from '@bbws/domain/parse';
import { refusalOf } from '@bbws/domain/testing/refusal';
import fc from 'fast-check';
import * as v from 'valibot';
import { ListOrdersQuery } from './list-orders-query.ts';

const errorsOf = (input: unknown) =>
  refusalOf(() => parseRequest(ListOrdersQuery, input)).details.errors;

describe('the query of the list', () => {
  test('may be empty', () => {
    const query = {};

    const parsed = v.parse(ListOrdersQuery, query);

    expect(parsed).toEqual({ pageSize: 50 });
  });

  test('may have every parameter', () => {
    const query = {
      pageSize: '10',
      startAt: 'token',
      status: 'paid',
      from: '2026-11-01',
      to: '2026-11-30',
    };

    const parsed = v.parse(ListOrdersQuery, query);

    expect(parsed).toEqual({ ...query, pageSize: 10 });
  });

  test('has a page size from 1 to 100', () => {
    const sizes = fc.integer({ min: -200, max: 1200 });

    const accepts = (size: number) => v.is(ListOrdersQuery, { pageSize: String(size) });

    fc.assert(
      fc.property(sizes, (size) => {
        expect(accepts(size)).toBe(size >= 1 && size <= 100);
      }),
    );
  });

  test.each(['1', '100'])('may have the page size %s', (pageSize) => {
    const parsed = v.parse(ListOrdersQuery, { pageSize });

    expect(parsed.pageSize).toBe(Number(pageSize));
  });

  test.each(['0', '101', '-1', '', ' ', '1.5', '1e1', '0x10', '010', '+5', '10 ', '٥', 'all', 10])(
    'has no page size %p',
    (pageSize) => {
      const accepted = v.is(ListOrdersQuery, { pageSize });

      expect(accepted).toBe(false);
    },
  );

  test.each(['pagesize', 'limit', 'page_size', 'tenantId', 'From', 'constructor'])(
    'is refused with %s',
    (name) => {
      const errors = errorsOf({ [name]: '1' });

      expect(errors).toEqual([{ path: `/${name}`, message: 'is not a known field' }]);
    },
  );

  test('may start and end on the same day', () => {
    const query = { from: '2026-11-20', to: '2026-11-20' };

    const accepted = v.is(ListOrdersQuery, query);

    expect(accepted).toBe(true);
  });

  test.each([{ from: '2026-11-20' }, { to: '2026-11-20' }])(
    'may have one end only: %p',
    (query) => {
      const accepted = v.is(ListOrdersQuery, query);

      expect(accepted).toBe(true);
    },
  );

  test('never ends before it starts', () => {
    const query = { from: '2026-11-20', to: '2026-11-19' };

    const errors = errorsOf(query);

    expect(errors).toEqual([{ path: '/to', message: 'must not be before from' }]);
  });

  test.each(['2026-02-30', '2026-11-20T00:00:00Z', '20261120', 'today', ''])(
    'has no day %p',
    (from) => {
      const accepted = v.is(ListOrdersQuery, { from });

      expect(accepted).toBe(false);
    },
  );

  test.each(['0000-01-01', '1899-12-31', '3000-01-01', '9999-12-31'])(
    'has no day beyond the reach of time zones: %s',
    (to) => {
      const errors = errorsOf({ to });

      expect(errors).toEqual([{ path: '/to', message: 'must lie in the years 1900 to 2999' }]);
    },
  );

  test.each(['1900-01-01', '2999-12-31'])('may have the day %s', (from) => {
    const accepted = v.is(ListOrdersQuery, { from });

    expect(accepted).toBe(true);
  });

  test('has a token of at most 512 characters', () => {
    const tokens = [512, 513].map((length) => 't'.repeat(length));

    const accepted = tokens.map((startAt) => v.is(ListOrdersQuery, { startAt }));

    expect(accepted).toEqual([true, false]);
  });

  test.each(['shipped', 'PAID', ''])('has no status %p', (status) => {
    const accepted = v.is(ListOrdersQuery, { status });

    expect(accepted).toBe(false);
  });
});
