/** Defects of the API and of the sweeper. */
import { updateOrder } from '@bbws/dynamo/update-order';
import * as v from 'valibot';
import { countCarelessly } from './count-carelessly.ts';
import type { NamedDefect } from './named-defect.ts';

const Request = v.looseObject({ headers: v.nullable(v.record(v.string(), v.string())) });

export const apiDefects: readonly NamedDefect[] = [
  {
    name: 'no-outbox',
    what: 'create does not keep the event of an order until it is received.',
    caughtBy: 'settled-stage',
    defect: {
      alter: {
        create: (deps) => ({
          ...deps,
          acceptOrder: async (acceptance) => {
            const taken = await deps.acceptOrder(acceptance);
            if (!taken) await deps.removeFromOutbox(acceptance.event);
            return taken;
          },
        }),
      },
    },
  },
  {
    name: 'no-sweeper',
    what: 'Nobody publishes what is left in an outbox.',
    caughtBy: 'outbox-empty',
    defect: { noSweeper: true },
  },
  {
    name: 'counter-read-then-written',
    what: 'The number of an order is read and written back in two steps.',
    caughtBy: 'unique-numbers',
    defect: { alter: { create: countCarelessly } },
  },
  {
    name: 'key-ignored',
    what: 'create does not look at the idempotency key.',
    caughtBy: 'one-order-per-answer',
    defect: {
      request: (name, event) =>
        name === 'create' ? { ...v.parse(Request, event), headers: null } : event,
    },
  },
  {
    name: 'update-without-version',
    what: 'update writes over a change that it has not seen.',
    caughtBy: 'status-history',
    defect: {
      alter: {
        update: (deps, { carelessTable }) => ({ ...deps, updateOrder: updateOrder(carelessTable) }),
      },
    },
  },
  {
    name: 'unrecorded-is-unknown',
    what: 'update answers 404 for an order that is accepted and not recorded yet.',
    caughtBy: 'wishes-answered',
    defect: {
      alter: {
        update: (deps) => ({
          ...deps,
          readOrder: async (...order) => {
            const stored = await deps.readOrder(...order);
            return stored?.order.stage === 'accepted' ? undefined : stored;
          },
        }),
      },
    },
  },
  {
    name: 'payment-dropped',
    what: 'update acknowledges payment details and does not store them.',
    caughtBy: 'updates-kept',
    defect: {
      alter: {
        update: (deps) => ({
          ...deps,
          updateOrder: (change) => deps.updateOrder({ ...change, paymentDetails: undefined }),
        }),
      },
    },
  },
];
