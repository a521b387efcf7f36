/** docs/guarantees.md: what is promised, what is not, and what was measured. Pure. */
import { defects } from '../defects/defects.ts';
import { auditedPromises, simulatedPromises } from '../invariants/promises.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import type { FiguresFile, StormRow } from './figures-file.ts';
import { slowRuns, speedAimedAt } from './speed.ts';

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const thousands = (count: number): string => count.toLocaleString('en-US');

const notPromised = `- **A mail may come twice** when its send is cut off: the process dies, the network loses the answer, or the table cannot be
  reached for so long that the mail cannot be marked as sent. SES has no idempotency token; not sending at all would be worse.
- **Order numbers may have gaps**: a number that was given and never written is not given again.
- **A mail about a status is left out** when the status has moved on before it was sent.
- **An order that nobody was answered for may exist**: the caller's connection was lost. The same \`Idempotency-Key\` finds it.
- **The bytes of an invoice follow from its order, the branding and the code.** When a message is delivered twice while one container
  has another logo or supplier than the other, or other code during a deployment, the object may differ from the hash that is noted.
  \`pnpm audit:orders\` names such an order, and \`pnpm replay --effect pdf --again\` mends it. An operator who adds \`--overwrite\`
  gives an issued invoice today's branding; the bucket keeps the earlier version as long as any invoice.
- **In an unplanned failover** what the second region has not received yet is lost, at most a few seconds of writes. A planned
  move loses nothing when it waits for what is under way: nobody writes until the remembered flag, the longest request and the
  replica's lag are over and the old region's queues are empty, and nothing is redriven there afterwards. A note that an old
  region makes later overwrites the whole order, as the last writer does in a global table.
- **Nothing is promised of time** but this: without faults an order is complete in seconds, and 90 minutes after the last fault,
  and one redrive of the dead-letter queues, everything is settled.
- **What only unit and integration tests hold**, because it does no harm in these runs: that the sweeper claims what it publishes,
  the length of a lease, the deadline guard's exact moments.
- **Noisy tenants**: every fact carries its tenant as message group, which turns on SQS's fair queues. The emulator has none, so
  that their effect is not measured here.`;

export const guaranteesPage = (
  figures: FiguresFile,
): string => `<!-- Written by "pnpm simulate all"; edit packages/simulator/src/report/guarantees-page.ts. -->

# Guarantees

What the service promises, what it does not, and how it is known. The real handlers run on the embedded AWS, on a clock that is
moved; faults are put into their calls to AWS, and deliveries are doubled, late and out of order (\`packages/simulator\`).

## What is promised

Looked at whole at the end of every simulation, and by \`pnpm audit:orders\` as far as an account shows them:

${table(
  ['Promise', 'In words', 'Seen in an account'],
  auditedPromises.map(({ name, promise, seenInAccounts = 'all' }) => [
    `\`${name}\``,
    promise,
    seenInAccounts,
  ]),
)}

Looked at in simulations, which know what was answered and in what order things happened:

${table(
  ['Promise', 'In words'],
  simulatedPromises.map(({ name, promise }) => [`\`${name}\``, promise]),
)}

## What is not promised

${notPromised}

## What was measured

On ${figures.measuredOn}, at commit ${figures.commit}. A run prints these figures; one that fails prints what failed and the
command that repeats it. The same seed gives the same run, call by call. Figures of a whole run are not measured anew with every
change: \`pnpm check\` fails when a promise, scenario or defect is not among them, \`pnpm simulate exhaustive\` when a flow has other
calls or cases.

${speedText(figures)}

### Every single fault

\`pnpm simulate exhaustive\`: each call of a flow fails in each way: it does not reach AWS, its answer is lost (once, or with
every attempt), the process dies before it or after it, AWS refuses it, or it arrives after the caller gave up. Each case
has an order of its own, and the orders of a flow go their way together.

${table(
  ['Flow', 'Calls', 'Cases'],
  figures.exhaustive.flows.map(({ name, points, cases }) => [name, points, cases]),
)}

${thousands(sum(figures.exhaustive.flows.map(({ cases }) => cases)))} cases, ${figures.exhaustive.violations} violations, at ${thousands(figures.exhaustive.speed)} times real time.

### Storms

\`pnpm simulate storm --orders 2000 --seed N\`: every fault at once. Then the faults stop, the dead letters are redriven once,
and 90 minutes later everything must be settled.

${table(
  ['Seed', ...figures.storms.map(({ seed }) => String(seed))],
  stormLines.map(([name, value]) => [name, ...figures.storms.map((storm) => value(storm))]),
)}

### Particular troubles

\`pnpm simulate scenarios\`: each has an outcome that is known beforehand.

${scenarios.map((scenario) => scenarioText(scenario, figures)).join('\n\n')}

### Defects made on purpose

\`pnpm simulate defects\`: each is switched on alone, in a small storm, and must be noticed by the promise that it breaks.

${table(
  ['Defect', 'Noticed by', 'Times'],
  defects.map(({ name, what, caughtBy }) => {
    const measured = figures.defects.find((defect) => defect.name === name);
    return [what, `\`${caughtBy}\``, measured?.breaches[caughtBy] ?? 'not measured'];
  }),
)}
`;

const speedText = (figures: FiguresFile): string => {
  const slow = slowRuns(figures);
  const missed = slow.length === 0 ? 'No run missed it.' : `**Missed** by ${slow.join(', ')}.`;
  return `The clock is meant to run ${speedAimedAt} times as fast as real time at least. ${missed}`;
};

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

const stormLines: readonly (readonly [name: string, value: (storm: StormRow) => string])[] = [
  ['Orders', ({ orders }) => thousands(orders)],
  ['recorded', ({ recorded }) => thousands(recorded)],
  ['rejected', ({ rejected }) => thousands(rejected)],
  ['Updates', ({ updates }) => thousands(updates)],
  ['Calls to AWS', ({ calls }) => thousands(calls)],
  ['Faults put in', ({ faultsInAll }) => thousands(faultsInAll)],
  ['Deliveries', ({ deliveries }) => thousands(deliveries)],
  ['of these again, and harmless', ({ duplicates }) => thousands(duplicates)],
  ['of these tried again later', ({ retries }) => thousands(retries)],
  ['Announced again by the sweeper', ({ sweptEvents }) => thousands(sweptEvents)],
  ['Dead letters, redriven', ({ deadLetters }) => thousands(deadLetters)],
  ['Mails', ({ mails }) => thousands(mails)],
  ['of these twice, after a cut', ({ mailsSentTwice }) => thousands(mailsSentTwice)],
  ['**Violations**', ({ violations }) => `**${violations}**`],
  ['Times real time', ({ speed }) => thousands(speed)],
];

const scenarioText = (
  { name, what, expected }: { name: string; what: string; expected: string },
  { scenarios: measured }: FiguresFile,
): string => {
  const found = measured.find((one) => one.name === name);
  const figures = Object.entries(found?.figures ?? {}).map(
    ([label, value]) => `${label}: ${value}`,
  );
  return [
    `**\`${name}\`**. ${what}`,
    `Expected: ${expected}`,
    found
      ? `Measured: ${figures.join('; ')}; violations: ${found.violations}.`
      : 'Not measured yet.',
  ].join('\n');
};
