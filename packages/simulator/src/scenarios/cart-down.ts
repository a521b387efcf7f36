/** The Cart API is down for two hours. */
import { play } from '../play/play.ts';
import type { World } from '../world/world.ts';
import { countDoubledMails, countInStage, reasonsOf, text } from './outcomes.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
const start = Date.parse('2026-11-20T06:00:00Z');
const down = start + 30 * minute;
const up = down + 120 * minute;
const orders = 90;

/** How often an order was completed so far. */
const completions = ({ stage: { journal } }: World): number =>
  journal.counts.get('OrdersRecorded') ?? 0;

export const cartDown: Scenario = {
  name: 'cart-down',
  what: 'The Cart API answers nobody for two hours, while an order comes every two minutes.',
  expected:
    'No order is rejected. The sweeper announces again what nobody received: every order is recorded 45 minutes after the Cart API is back, before anybody redrives.',
  run: async () => {
    let recordedAlone = 0;
    const played = await play({
      seed: 1,
      start,
      calm: up,
      wishes: plainWishes({ orders, first: start, every: 2 * minute }).filter(
        ({ at }) => at < up + 20 * minute,
      ),
      faults: ({ operation }, now) =>
        operation === 'FetchCart' && now >= down && now < up ? { kind: 'error-before' } : undefined,
      beforeRedrive: (world) => {
        recordedAlone = completions(world);
        return Promise.resolve();
      },
    });
    const placed = played.final.facts.length;
    return resultOf(
      played,
      {
        orders: placed,
        'recorded before the redrive': recordedAlone,
        'dead letters': text(reasonsOf(played)),
        'announced again by the sweeper':
          played.world.stage.journal.counts.get('OutboxPublished') ?? 0,
      },
      [
        [`${placed} recorded before the redrive, not ${recordedAlone}`, recordedAlone === placed],
        ['none rejected', countInStage(played, 'rejected') === 0],
        ['every order recorded', countInStage(played, 'recorded') === placed],
        ['no mail twice', countDoubledMails(played) === 0],
      ],
    );
  },
};
