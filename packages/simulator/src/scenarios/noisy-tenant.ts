/** One tenant brings nine tenths of the load. */
import { play, type Played } from '../play/play.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
const start = Date.parse('2026-11-20T06:00:00Z');
const calm = start + 30 * minute;
const noisy = 540;
const others = 60;
/** How long each call to AWS takes in simulated time, in milliseconds: without it there would be no queueing. */
const callTakes = 1_000;

const quiet = plainWishes({ orders: others, first: start, every: 2_000, name: 'quiet' });
const loud = plainWishes({
  orders: noisy,
  first: start,
  every: 20,
  name: 'loud',
  tenantId: 'tenant-noisy',
});

const run = (wishes: typeof quiet): Promise<Played> =>
  play({
    seed: 1,
    start,
    calm,
    wishes,
    faults: ({ functionName }, now) =>
      now < calm && functionName !== 'sweeper'
        ? { kind: 'delay', milliseconds: callTakes }
        : undefined,
  });

/** Milliseconds from the answer to the customer's mail, below which 95 of 100 of the quiet tenants' orders lie. */
const p95 = ({ world: { stage } }: Played): number => {
  const times = stage.history.answers
    .filter(({ key }) => key.startsWith('quiet'))
    .map(({ orderId, at }) => {
      const sent = stage.history
        .callsAbout(orderId)
        .find((call) => call.functionName === 'customer-confirm' && call.operation === 'SendEmail');
      return (sent?.at ?? Infinity) - at;
    })
    .toSorted((one, other) => one - other);
  return times[Math.ceil(times.length * 0.95) - 1] ?? Infinity;
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

export const noisyTenant: Scenario = {
  name: 'noisy-tenant',
  what: 'One tenant brings nine tenths of the load in eleven seconds; each call to AWS takes a second.',
  expected:
    'Every fact carries its tenant as message group. The emulator has no fair queues: the figures show the others’ wait without them.',
  run: async () => {
    const idle = await run(quiet);
    const busy = await run([...loud, ...quiet]);
    const complete = busy.final.facts.filter(({ stored }) => stored?.order.stage === 'recorded');
    return resultOf(
      { ...busy, realMs: idle.realMs + busy.realMs, simulatedMs: 2 * busy.simulatedMs },
      {
        orders: noisy + others,
        'others’ p95 alone': seconds(p95(idle)),
        'others’ p95 beside the noisy one': seconds(p95(busy)),
      },
      [['every order recorded', complete.length === noisy + others]],
    );
  },
};
