/** What functions use while they work: time, units of the table, requests to other services, lines of log. */
import { settingsOf, type FunctionSettings } from '@bbws/local-aws/functions-file';
import {
  accessLogBytes,
  cartWait,
  gigabyte,
  hoursAMonth,
  logCompression,
  memoryOfOneProcessor,
  platformLogBytes,
  waits,
} from '../assumptions.ts';
import { meanBatch } from '../batches.ts';
import type { FunctionWork, Work } from '../measured-file.ts';
import type { PriceName } from '../price-list.ts';
import type { Situation, Use } from '../situation.ts';

/** So much of that work, in that region, in a month. */
export type Load = { readonly work: Work; readonly times: number; readonly region: string };

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What each call is billed as; SES bills mails, and DynamoDB units. */
const priceOf: Readonly<Record<string, PriceName>> = {
  sns: 'topicRequest',
  sqs: 'queueRequest',
  's3 PutObject': 'filePut',
  s3: 'fileGet',
};

const serviceIn = (call: string): string => call.split(' ')[0] ?? '';

/** Milliseconds that Lambda bills for the work of a function: processor time at its share of one, and waiting. */
export const billedMilliseconds = (work: FunctionWork, settings: FunctionSettings): number => {
  const waiting = Object.entries(work.calls).map(
    ([call, times]) => times * (waits[serviceIn(call)] ?? 0),
  );
  const carts = settings.environment.includes('CART_LAMBDA_API_URL') ? work.messages : 0;
  const slower = memoryOfOneProcessor / settings.memoryMb;
  return work.cpuMilliseconds * slower + sum(waiting) + carts * cartWait;
};

/** Batches, where a function reads a queue. */
export const invocations = (work: FunctionWork, settings: FunctionSettings, times: number) =>
  settings.trigger.type === 'queue'
    ? (work.messages * times) / meanBatch(settings.trigger, work.messages * times)
    : work.invocations * times;

const usesOfFunction = (
  { functionsFile }: Situation,
  { times, region }: Load,
  [name, work]: readonly [string, FunctionWork],
): Use[] => {
  const settings = settingsOf(functionsFile, name);
  const { memoryMb } = settings;
  const invoked = invocations(work, settings, times);
  const seconds = (times * billedMilliseconds(work, settings)) / 1000;
  return [
    { price: 'lambdaRequest', region, amount: invoked },
    { price: 'lambdaTime', region, amount: (seconds * memoryMb) / 1024, assumed: true },
    { price: 'tableRead', region, amount: times * work.readUnits },
    ...Object.entries(work.calls).flatMap(([call, count]): Use[] => {
      const price = priceOf[call] ?? priceOf[serviceIn(call)];
      return price ? [{ price, region, amount: times * count }] : [];
    }),
  ];
};

/** Taken in, and kept as long as the environment keeps logs. */
const usesOfLogs = (situation: Situation, { work, times, region }: Load): Use[] => {
  const functions = Object.entries(work.functions);
  const invoked = functions.map(([name, one]) =>
    invocations(one, settingsOf(situation.functionsFile, name), times),
  );
  const requests = sum(Object.values(work.requests).map((request) => request.times));
  const counted = (times * sum(functions.map(([, one]) => one.logBytes))) / gigabyte;
  const assumed = (sum(invoked) * platformLogBytes + times * requests * accessLogBytes) / gigabyte;
  const months = (situation.logRetentionDays * 24) / hoursAMonth;
  return [
    { price: 'logLine', region, amount: counted },
    { price: 'logLine', region, amount: assumed, assumed: true },
    {
      price: 'logStorage',
      region,
      amount: (counted + assumed) * logCompression * months,
      assumed: true,
    },
  ];
};

/** Each write is one in the other region as well. */
const usesOfWrites = ({ primary, others }: Situation, { work, times, region }: Load): Use[] => {
  const units = times * sum(Object.values(work.functions).map(({ writeUnits }) => writeUnits));
  const copies = [primary, ...others].filter((other) => other !== region);
  return [
    ...[region, ...copies].map((where): Use => ({
      price: 'tableWrite',
      region: where,
      amount: units,
    })),
    {
      price: 'regionTransfer',
      region,
      amount: (copies.length * times * work.writtenBytes) / gigabyte,
    },
  ];
};

export const usesOfFunctions = (situation: Situation, load: Load): Use[] => [
  ...Object.entries(load.work.functions).flatMap((one) => usesOfFunction(situation, load, one)),
  ...usesOfWrites(situation, load),
  ...usesOfLogs(situation, load),
];
