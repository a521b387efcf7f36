/** What `pnpm new:function` is asked for: a name that fits everywhere, and what invokes the function. */
import { OrderEvent } from '@bbws/domain/order-event';
import { oneOf, required, UsageError, wholeNumber } from '../lib/arguments.ts';

/** Every fact that a queue may ask for. */
export const eventTypes = OrderEvent.options.map(({ entries }) => entries.type.literal);
type EventType = (typeof eventTypes)[number];

type TriggerRequest =
  | { readonly type: 'http' }
  | { readonly type: 'queue'; readonly eventTypes: readonly EventType[] }
  | { readonly type: 'schedule'; readonly rateMinutes: number };

export type FunctionRequest = {
  readonly name: string;
  readonly trigger: TriggerRequest;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
};

export type GivenOptions = {
  readonly trigger?: string | undefined;
  readonly events?: string | undefined;
  readonly rate?: string | undefined;
  readonly memory?: string | undefined;
  readonly timeout?: string | undefined;
};

/** MB and seconds: those of the functions that there are. An API function has to answer before its gateway gives up. */
const sizes = {
  http: { memoryMb: 512, timeoutSeconds: 15, longest: 25 },
  queue: { memoryMb: 256, timeoutSeconds: 30, longest: 900 },
  schedule: { memoryMb: 256, timeoutSeconds: 50, longest: 900 },
} as const;

/** @throws UsageError naming the option that is missing, wrong or of another trigger */
export const readRequest = (name: string, options: GivenOptions): FunctionRequest => {
  const { events, rate, memory, timeout } = options;
  const type = oneOf('trigger', required('trigger', options.trigger), [
    'http',
    'queue',
    'schedule',
  ]);
  if (events !== undefined && type !== 'queue')
    throw new UsageError('--events belongs to --trigger queue.');
  if (rate !== undefined && type !== 'schedule')
    throw new UsageError('--rate belongs to --trigger schedule.');
  const { longest, ...size } = sizes[type];
  return {
    name: goodName(name),
    trigger: triggerOf(type, events, rate),
    memoryMb: wholeNumber('memory', memory, { least: 128, most: 10_240, fallback: size.memoryMb }),
    timeoutSeconds: wholeNumber('timeout', timeout, {
      ...{ least: 1, most: longest },
      fallback: size.timeoutSeconds,
    }),
  };
};

const triggerOf = (
  type: TriggerRequest['type'],
  events: string | undefined,
  rate: string | undefined,
): TriggerRequest => {
  if (type === 'http') return { type };
  if (type === 'schedule')
    return { type, rateMinutes: wholeNumber('rate', rate, { least: 1, most: 1440, fallback: 5 }) };
  const given = required('events', events).split(',');
  const types = given.map((event) => oneOf('events', event.trim(), eventTypes));
  if (new Set(types).size < types.length)
    throw new UsageError('--events names the same one twice.');
  return { type, eventTypes: types };
};

// A role's name has 64 characters: `bbws-order-lambda-{name}-execution-prod-{region}`.
const longestName = 20;

/** Names that mean something else where functions' names stand, or that nobody would tell from it. */
const reserved = new Set([
  ...['all', 'constructor', 'default', 'dist', 'function', 'functions', 'gateway', 'live'],
  ...['local', 'none', 'package', 'packages', 'src', 'testing', 'tests', 'to-string', 'value-of'],
]);

/** @throws UsageError saying what a name must be */
const goodName = (name: string): string => {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(name) || name.length > longestName)
    throw new UsageError(
      `A function's name is in kebab case, of small letters: order-archive, at most ${longestName} characters; not "${name}".`,
    );
  if (reserved.has(name)) throw new UsageError(`"${name}" is reserved. Choose another name.`);
  return name;
};
