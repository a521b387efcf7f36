/** A deployment: messages of a newer version reach old code, and old messages new code. */
import * as v from 'valibot';
import { orderIn } from '../calls/describe-call.ts';
import { chance } from '../faults/chance.ts';
import { play } from '../play/play.ts';
import { countDoubledMails, countInStage, reasonsOf, text } from './outcomes.ts';
import { plainWishes } from './plain-wishes.ts';
import { resultOf, type Scenario } from './scenario.ts';

const minute = 60_000;
const start = Date.parse('2026-11-20T06:00:00Z');
const deployed = start + 12 * minute;
const orders = 120;

const Batch = v.looseObject({ Records: v.array(v.looseObject({ body: v.string() })) });
const Body = v.pipe(v.string(), v.parseJson(), v.looseObject({}));

/** Half of the orders have messages of the newer version; the others have a field that old code does not know. */
const isNewer = (orderId: string): boolean => chance('version', orderId) < 0.5;

const asOldCodeSees = (body: string): string => {
  const about = orderIn(body);
  if (!about) return body;
  const event = v.parse(Body, body);
  return JSON.stringify(
    isNewer(about.orderId) ? { ...event, schemaVersion: 2 } : { ...event, fieldOfTheFuture: true },
  );
};

export const mixedVersions: Scenario = {
  name: 'mixed-versions',
  what: 'For twelve minutes half of the messages have a version that the running code does not know; then the new code is there.',
  expected:
    'Unknown versions wait and are done after the deployment; unknown fields do not matter; nothing is dead-lettered.',
  run: async () => {
    let now = () => start;
    const played = await play({
      seed: 1,
      start,
      calm: deployed,
      wishes: plainWishes({ orders, first: start + 3 * minute, every: 5_000 }),
      faults: () => undefined,
      prepare: ({ stage }) => {
        now = stage.clock.now;
      },
      defect: {
        request: (_, event) => {
          const batch = v.safeParse(Batch, event);
          if (!batch.success || now() >= deployed) return event;
          const Records = batch.output.Records.map((record) => ({
            ...record,
            body: asOldCodeSees(record.body),
          }));
          return { ...batch.output, Records };
        },
      },
    });
    const newer = played.final.facts.filter(({ orderId }) => isNewer(orderId)).length;
    return resultOf(
      played,
      { orders, 'of a newer version': newer, 'dead letters': text(reasonsOf(played)) },
      [
        ['some orders of each version', newer > 0 && newer < orders],
        ['nothing dead-lettered', played.letters.length === 0],
        ['every order recorded', countInStage(played, 'recorded') === orders],
        ['no mail twice', countDoubledMails(played) === 0],
      ],
    );
  },
};
