/** SES is down for an hour. */
import { play } from '../play/play.ts';
import { countDoubledMails, countMails, reasonsOf, text } from './outcomes.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
const start = Date.parse('2026-11-20T06:00:00Z');
const down = start + 30 * minute;
const up = down + 60 * minute;
const orders = 60;

export const sesDown: Scenario = {
  name: 'ses-down',
  what: 'SES answers nobody for an hour, while an order comes every two minutes.',
  expected:
    'Mails whose five attempts fall into the hour wait in the dead-letter queues; one redrive sends them; no mail is sent twice.',
  run: async () => {
    const wishes = plainWishes({ orders, first: start, every: 2 * minute });
    const played = await play({
      seed: 1,
      start,
      calm: start + 150 * minute,
      wishes,
      faults: ({ operation }, now) =>
        operation === 'SendEmail' && now >= down && now < up ? { kind: 'error-before' } : undefined,
    });
    // Five attempts take 32 to 49 minutes: of the first orders all fall into the hour, of the last ones not all.
    const placedIn = (from: number, to: number) =>
      wishes.filter(({ at }) => at >= from && at < to).length;
    const atLeast = 2 * placedIn(down, up - 50 * minute);
    const atMost = 2 * placedIn(down - minute, up - 32 * minute);
    const dead = played.letters.length;
    return resultOf(
      played,
      { orders, 'dead letters': text(reasonsOf(played)), mails: countMails(played) },
      [
        [`${atLeast} to ${atMost} dead letters, not ${dead}`, dead >= atLeast && dead <= atMost],
        [
          'dead letters of mails only, all RETRIES_EXHAUSTED',
          played.letters.every(
            ({ queue, reason }) => reason === 'RETRIES_EXHAUSTED' && /notify|confirm/.test(queue),
          ),
        ],
        [`two mails per order`, countMails(played) === 2 * orders],
        ['no mail twice', countDoubledMails(played) === 0],
        ['every dead letter redriven', played.redriven === dead],
      ],
    );
  },
};
