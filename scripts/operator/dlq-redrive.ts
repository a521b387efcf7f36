/** What a redrive tells while it runs and in the end. */
import { startProgress, type Progress } from '../lib/progress.ts';
import type { Redriven, RedrivenLetter } from '@bbws/operator/dead-letters/redrive';
import { heldInWords, messages, tallyInWords, textTable } from './words.ts';

/** A word per queue that has messages, then a bar, on stderr. */
export const redriveProgress = () => {
  let current: { readonly queue: string; readonly progress: Progress } | undefined;
  const taken = new Set<string>();
  return {
    onTaken: (queue: string): void => {
      if (!taken.has(queue)) console.error(`${queue}: taking messages…`);
      taken.add(queue);
    },
    onProgress: (queue: string, done: number, total: number): void => {
      if (current?.queue !== queue) {
        current?.progress.stop();
        current = { queue, progress: startProgress(queue, total) };
      }
      current.progress.update(done);
    },
    stop: (): void => current?.progress.stop(),
  };
};

const count = (letters: readonly RedrivenLetter[], ...outcomes: RedrivenLetter['outcome'][]) =>
  letters.filter(({ outcome }) => outcomes.includes(outcome)).length;

/** A row for each queue, reason and event type. */
const resultTable = (letters: readonly RedrivenLetter[], dryRun: boolean): string => {
  const kinds = Map.groupBy(letters, ({ queue, letter }) =>
    [queue, letter.reason, letter.eventType ?? 'none'].join(' '),
  );
  return textTable(
    ['queue', 'reason', 'event type', dryRun ? 'would move' : 'moved', 'failed', 'not moved'],
    [...kinds].map(([kind, those]) => [
      ...kind.split(' '),
      count(those, 'moved'),
      count(those, 'failed', 'doubled'),
      count(those, 'poison', 'other', 'left'),
    ]),
  );
};

/** What was not moved, and what to do about it. */
const remarks = ({ letters, more, held, faults }: Redriven, option: string): string[] => {
  const poison = letters.filter(({ outcome }) => outcome === 'poison');
  const reasons = Object.fromEntries(
    [...Map.groupBy(poison, ({ letter }) => letter.reason)].map(([reason, those]) => [
      reason,
      those.length,
    ]),
  );
  const doubled = count(letters, 'doubled');
  const left = count(letters, 'left');
  return [
    ...(poison.length > 0
      ? [
          `${messages(poison.length)} left alone (${tallyInWords(reasons)}): no facts about an order, they would only come back.`,
          '  See them: pnpm dlq peek --reason R. Delete one: pnpm dlq discard. Redrive them all the same: --reason NOT_JSON or INVALID_MESSAGE.',
        ]
      : []),
    ...(doubled > 0
      ? [`${messages(doubled)} sent but still here as well: done twice, which is harmless.`]
      : []),
    ...(left > 0 ? [`${messages(left)} left for another run.`] : []),
    ...(more.length > 0 ? [`There may be more in ${more.join(', ')}: run the command again.`] : []),
    ...(held > 0 ? [`${heldInWords(held)} Wait for them: pnpm dlq list${option}`] : []),
    ...faults.map((fault) => `FAILED ${fault}`),
  ];
};

/**
 * The result in a table, and what to know about it.
 * @param option `--env E` for the command to run next
 */
export const redriveReport = (result: Redriven, dryRun: boolean, option = ''): string => {
  const { letters, more, held, faults } = result;
  const moved = count(letters, 'moved');
  const isEmpty = more.length === 0 && held === 0 && faults.length === 0;
  const body =
    letters.length === 0
      ? [isEmpty ? 'No dead letters.' : 'Nothing was taken.']
      : [
          resultTable(letters, dryRun),
          '',
          `${messages(moved)} ${dryRun ? 'would be moved; nothing was' : 'moved'}.`,
        ];
  const next =
    moved > 0 && !dryRun
      ? [`They are being tried again; what fails returns here: pnpm dlq list${option}`]
      : [];
  return [...body, ...remarks(result, option), ...next].join('\n');
};

/** True when the operator must look again: something failed, or somebody else had messages in the hand. */
export const isUnfinished = ({ letters, held, faults }: Redriven): boolean =>
  faults.length > 0 || held > 0 || count(letters, 'failed', 'doubled') > 0;
