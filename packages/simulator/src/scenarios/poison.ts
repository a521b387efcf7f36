/** One message in a hundred is poison: some that no code can take, and some whose cause is mended later. */
import { play } from '../play/play.ts';
import { poison as publishPoison } from '../play/poison.ts';
import { redriveAfter } from '../play/settle.ts';
import { countInStage, reasonsOf, text } from './outcomes.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
const start = Date.parse('2026-11-20T06:00:00Z');
const calm = start + 60 * minute;
const mended = calm + redriveAfter;
const orders = 300;
const broken = 3;
const unreadable = 6;

export const poison: Scenario = {
  name: 'poison',
  what: 'One message in a hundred is poison: six publications that are no facts, which make twelve messages in the queues, and three orders whose carts the Cart API cannot give.',
  expected:
    'These, and only these, are in the dead-letter queues, each with its reason; when the carts are mended, one redrive completes the three orders.',
  run: async () => {
    let expected = broken;
    const played = await play({
      seed: 1,
      start,
      calm,
      wishes: [
        ...plainWishes({ orders, first: start, every: 10_000 }),
        ...plainWishes({
          orders: broken,
          first: start + 50 * minute,
          every: minute,
          name: 'broken',
          cart: 'cart-broken',
        }),
      ],
      faults: ({ operation, subject }, now) =>
        operation === 'FetchCart' && subject.startsWith('cart-broken') && now < mended
          ? { kind: 'error-before' }
          : undefined,
      prepare: (world) => {
        expected += publishPoison(world, unreadable, 5 * minute);
      },
    });
    const reasons = reasonsOf(played);
    const waiting = played.letters.filter(({ reason }) => reason === 'RETRIES_EXHAUSTED');
    return resultOf(
      played,
      {
        orders: orders + broken,
        'dead letters': text(reasons),
        redriven: played.redriven,
        'left in the dead-letter queues': played.final.deadLetters.length,
      },
      [
        [
          `${expected} dead letters, not ${played.letters.length}`,
          played.letters.length === expected,
        ],
        [
          'RETRIES_EXHAUSTED for the three orders alone',
          waiting.length === broken && waiting.every(({ queue }) => queue === 'record-creator'),
        ],
        ['every order recorded', countInStage(played, 'recorded') === orders + broken],
        ['the three orders redriven', played.redriven === broken],
        [
          'what is no fact stays where it is',
          played.final.deadLetters.length === expected - broken,
        ],
      ],
    );
  },
};
