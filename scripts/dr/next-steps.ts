/** What to do next, by what the regions answered. Pure. */
import type { RegionLook } from '@bbws/operator/dr/look-at-region';
import { deadLettersIn, undone } from '@bbws/operator/dr/queue-depths';
import { isSameFlag, nobody } from '@bbws/operator/dr/region';
import { drCommand } from './named-region.ts';

export type Advice = {
  /** False when somebody must do something about the writer or a region. */
  readonly isWell: boolean;
  readonly lines: readonly string[];
};

/** @param looks every region of the environment, the first one first */
export const nextSteps = (environment: string, looks: readonly RegionLook[]): Advice => {
  const troubles = troublesOf(environment, looks);
  const remarks = remarksOf(environment, looks);
  const isWell = troubles.length === 0;
  return {
    isWell,
    lines: isWell && remarks.length === 0 ? ['Nothing.'] : [...troubles, ...remarks],
  };
};

const isDeaf = ({ health, flag, queues }: RegionLook): boolean =>
  !flag.ok || !queues.ok || health?.ok === false;

const flagOf = ({ flag }: RegionLook) => (flag.ok ? flag.value : undefined);

const troublesOf = (environment: string, looks: readonly RegionLook[]): string[] => {
  const dr = (command: string, rest: string) => drCommand({ environment }, command, rest);
  const answering = looks.filter(({ flag }) => flag.ok);
  const [anybody] = answering;
  if (!anybody) return ['No table answers: is AWS_PROFILE right, and the network up?'];
  const flag = flagOf(anybody);
  if (!answering.every((look) => isSameFlag(flagOf(look), flag)))
    return [
      'The replicas disagree: look again in a moment. If it stays so, replication is broken.',
    ];
  if (!flag)
    return looks.length === 1
      ? looks.filter(isDeaf).map(({ name }) => `${name} does not answer, and there is no other.`)
      : [
          `No region is named, so that each of them writes. Name one: ${dr('failover', `--to ${looks[0]?.name ?? ''}`)}`,
        ];
  if (flag.region === nobody) return halfMoved(looks, flag.previous, dr);
  return [
    ...misledCallers(environment, looks, flag.region),
    ...silentRegions(looks, flag.region, dr),
  ];
};

/** DNS knows nothing of the flag: it leads callers to the first region as long as that is healthy. */
const misledCallers = (
  environment: string,
  [first]: readonly RegionLook[],
  writer: string,
): string[] =>
  environment !== 'local' && first?.health?.ok === true && first.name !== writer
    ? [
        `${first.name} answers /health, so that DNS leads callers there, where writes are refused: hold it away (docs/runbooks/dr.md, "DNS"), or move back soon.`,
      ]
    : [];

const silentRegions = (
  looks: readonly RegionLook[],
  writer: string,
  dr: (command: string, rest: string) => string,
): string[] =>
  looks.filter(isDeaf).map(({ name }) => {
    if (name !== writer) return `${name} does not answer: there is nowhere to fail over to.`;
    const other = looks.find((look) => !isDeaf(look));
    return other
      ? `${name} writes, and does not answer. If it stays so: ${dr('failover', `--to ${other.name}`)}`
      : `${name} writes, and does not answer; no other region does either.`;
  });

const halfMoved = (
  looks: readonly RegionLook[],
  previous: string | undefined,
  dr: (command: string, rest: string) => string,
): string[] => {
  const to = looks.find(({ name }) => name !== (previous ?? looks[0]?.name));
  return [
    `NOBODY WRITES: a move${previous === undefined ? '' : ` away from ${previous}`} was begun and not brought to its end.`,
    ...(to ? [`  Go on:   ${dr('failback', `--to ${to.name}`)}`] : []),
    ...(previous === undefined ? [] : [`  Go back: ${dr('failback', `--to ${previous}`)}`]),
  ];
};

const remarksOf = (environment: string, looks: readonly RegionLook[]): string[] => {
  const dr = (command: string, rest: string) => drCommand({ environment }, command, rest);
  const [first] = looks;
  const writer = looks.map(flagOf).find((flag) => flag !== undefined)?.region;
  const dead = looks.filter(({ queues }) => queues.ok && deadLettersIn(queues.value) > 0);
  const isAway =
    first !== undefined && looks.some(({ name }) => name === writer && name !== first.name);
  if (!isAway || isDeaf(first)) return dead.map(({ name }) => deadLetterHint(environment, name));
  const left = first.queues.ok ? undone(first.queues.value) : 0;
  return [
    ...(left > 0
      ? [
          `${first.name} is back, and its functions still work on ${left} messages: wait until they are done.`,
        ]
      : []),
    `What was left undone in ${first.name}: ${dr('reconcile', `--region ${writer ?? ''} --dry-run`)}`,
    `Then back to ${first.name}: ${dr('failback', `--to ${first.name}`)}`,
    ...dead.map(({ name }) => deadLetterHint(environment, name)),
  ];
};

const deadLetterHint = (environment: string, name: string): string =>
  environment === 'local'
    ? `Dead letters in ${name}: pnpm dlq list`
    : `Dead letters in ${name}: AWS_REGION=${name} pnpm dlq list --env ${environment}`;
