/** DynamoDB refuses nearly everything for ten minutes. */
import { chance } from '../faults/chance.ts';
import { play } from '../play/play.ts';
import { countDoubledMails, countInStage } from './outcomes.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
const start = Date.parse('2026-11-20T06:00:00Z');
const from = start + 10 * minute;
const to = from + 10 * minute;
const orders = 120;
const tableCalls = new Set(['GetItem', 'PutItem', 'UpdateItem', 'Query']);

export const tableThrottled: Scenario = {
  name: 'table-throttled',
  what: 'DynamoDB throttles 95 of 100 attempts for ten minutes, while orders come and are paid.',
  expected:
    'Callers are told 503, never 500, and succeed by trying again; nothing is lost or done twice.',
  run: async () => {
    const played = await play({
      seed: 1,
      start,
      calm: to,
      wishes: plainWishes({
        orders,
        first: start,
        every: 15_000,
        changes: [{ status: 'paid', after: minute }],
      }),
      faults: ({ operation, functionName, subject, occurrence, attempt }, now) =>
        tableCalls.has(operation) &&
        now >= from &&
        now < to &&
        chance('throttle', functionName, operation, subject, occurrence, attempt) < 0.95
          ? { kind: 'throttle' }
          : undefined,
    });
    const { statuses } = played.world.stage.history;
    return resultOf(
      played,
      {
        orders,
        'answers 503': statuses.get(503) ?? 0,
        'answers 500': statuses.get(500) ?? 0,
        'throttled attempts': played.world.stage.history.calls.filter(({ fault }) => fault).length,
      },
      [
        ['callers are told 503', (statuses.get(503) ?? 0) > 0],
        ['no caller is told 500', !statuses.has(500)],
        ['every order recorded', countInStage(played, 'recorded') === orders],
        [
          'every order paid',
          played.final.facts.every(({ stored }) => stored?.order.status === 'paid'),
        ],
        ['no mail twice', countDoubledMails(played) === 0],
      ],
    );
  },
};
