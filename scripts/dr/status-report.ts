/** What `pnpm dr status` prints. Pure. */
import type { Answer, RegionLook } from '@bbws/operator/dr/look-at-region';
import { nobody } from '@bbws/operator/dr/region';
import { ageAt, textTable } from '../operator/words.ts';
import type { Advice } from './next-steps.ts';

/** Who writes, how each region answers, how full its queues are, and what to do next. */
export const statusReport = (looks: readonly RegionLook[], advice: Advice, now: Date): string =>
  [
    writerLine(looks, now),
    '',
    textTable(
      ['region', '/health', 'table', 'its replica says'],
      looks.map(({ name, health, flag }) => [
        name,
        health ? answerWords(health) : 'not asked',
        answerWords(flag),
        flag.ok ? (flag.value?.region ?? 'no region') : '',
      ]),
    ),
    '',
    ...(looks.some(({ queues }) => queues.ok) ? [queueTable(looks)] : []),
    ...silences(looks),
    '',
    'Next:',
    ...advice.lines.map((line) => `  ${line}`),
  ].join('\n');

const writerLine = (looks: readonly RegionLook[], now: Date): string => {
  const answers = looks.flatMap(({ flag }) => (flag.ok ? [flag.value] : []));
  if (answers.length === 0) return 'Writer: not known, no table answers';
  const regions = new Set(answers.map((flag) => flag?.region));
  const [flag] = answers;
  if (regions.size > 1) return 'Writer: the replicas disagree';
  if (!flag)
    return looks.length === 1 ? 'Writer: the only region' : 'Writer: every region, none is named';
  const since =
    flag.changedAt === undefined
      ? 'since the table was made'
      : `since ${flag.changedAt} (${ageAt(now, flag.changedAt)})`;
  return `Writer: ${flag.region === nobody ? 'NOBODY' : flag.region}, ${since}`;
};

const answerWords = (answer: Answer<unknown>): string =>
  answer.ok ? `answers, ${answer.ms} ms` : 'does not answer';

const queueTable = (looks: readonly RegionLook[]): string =>
  textTable(
    ['region', 'queue', 'waiting', 'in flight', 'delayed', 'dead letters'],
    looks.flatMap(({ name, queues }) =>
      queues.ok
        ? queues.value.map((depth) => [
            ...[name, depth.name],
            ...[depth.waiting, depth.inFlight, depth.delayed, depth.deadLetters],
          ])
        : [],
    ),
  );

/** Why there is no answer where there is none. */
const silences = (looks: readonly RegionLook[]): string[] =>
  looks.flatMap(({ name, health, flag, queues }) =>
    Object.entries({ '/health': health, 'the table': flag, 'the queues': queues }).flatMap(
      ([what, answer]) => (answer && !answer.ok ? [`${name}, ${what}: ${answer.why}`] : []),
    ),
  );
