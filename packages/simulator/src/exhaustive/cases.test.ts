import { describe, expect, test } from '@jest/globals';
import { orderIdFor } from '@bbws/create/order-id';
import { aTenantId } from '@bbws/domain/testing/builders';
import { aCall, historyOf, start } from '../testing/records.ts';
import { callsOf, makeCase, subjectsOf } from './cases.ts';
import type { Flow } from './flows.ts';
import { planOf, type SingleFault } from './single-faults.ts';

const own: SingleFault = {
  functionName: 'create',
  operation: 'Publish',
  about: 'order',
  occurrence: 1,
  kind: 'error-before',
  attempts: 'every',
};
const tried: SingleFault = { ...own, operation: 'PutItem', kind: 'crash-after', attempts: 'first' };
const flow: Flow = {
  name: 'announced by the sweeper',
  cart: 'cart-',
  changes: [{ status: 'paid', after: 60_000 }],
  already: [own],
};

describe('a case', () => {
  test('is an order with a tenant, a key and a cart of its own', () => {
    const [one, other] = [makeCase(flow, 1, start), makeCase(flow, 2, start)];

    expect(one.wish).toEqual({
      tenantId: 'tenant-case-1',
      key: 'case-1',
      cartId: 'cart-case-1',
      customerEmail: 'customer-1@example.com',
      at: start,
      changes: flow.changes,
    });
    const namesOf = (its: typeof one) => subjectsOf(its).map(({ subject }) => subject);
    expect(namesOf(one).filter((subject) => namesOf(other).includes(subject))).toEqual([]);
  });

  test('knows the id of its order before it is placed', () => {
    expect(makeCase(flow, 1, start).orderId).toBe(orderIdFor(aTenantId('tenant-case-1'), 'case-1'));
  });

  test('is named after its flow and the fault that is tried', () => {
    expect(makeCase(flow, 1, start).name).toBe('announced by the sweeper: no fault');
    expect(makeCase(flow, 1, start, tried).name).toBe(
      'announced by the sweeper: create PutItem (order) 1: crash-after',
    );
  });

  test('meets the faults of its flow and the one that is tried', () => {
    expect(makeCase(flow, 1, start).faults).toEqual([own]);
    expect(makeCase(flow, 1, start, tried).faults).toHaveLength(2);
    expect(makeCase(flow, 1, start, tried).faults).toEqual(expect.arrayContaining([own, tried]));
  });

  test('tries its fault also at the call that fails in its flow anyway', () => {
    const here: SingleFault = { ...own, kind: 'error-after', attempts: 'first' };
    const plan = planOf(() => ({ about: 'order', faults: makeCase(flow, 1, start, here).faults }));
    const kinds = [1, 2, 3].map(
      (attempt) => plan({ ...own, subject: 'case-1', attempt }, start)?.kind,
    );

    expect(kinds).toEqual(['error-after', 'error-before', 'error-before']);
  });

  test('finds its own calls, and knows what of it they are about', () => {
    const one = makeCase(flow, 1, start);
    const [create, fetch, pdf] = [
      aCall({ subject: 'case-1' }),
      aCall({ subject: 'cart-case-1' }),
      aCall({ subject: one.orderId }),
    ];
    const history = historyOf(create, aCall({ subject: 'case-2' }), fetch, pdf);

    const calls = callsOf(history, one);

    expect(calls).toHaveLength(3);
    expect(calls).toEqual(
      expect.arrayContaining([
        { ...create, about: 'request' },
        { ...fetch, about: 'cart' },
        { ...pdf, about: 'order' },
      ]),
    );
  });
});
