/** Sums a tape up: what was used, by whom. */
import type { TableFile } from '@bbws/local-aws/table-file';
import { toFunctionLog } from '@bbws/local-aws/function-logs';
import * as v from 'valibot';
import type { FunctionWork, Work } from '../measured-file.ts';
import { itemSize, type Item } from './item-size.ts';
import type { Answered } from './order-life.ts';
import type { Call, Tape } from './tape.ts';
import { indexEntry } from './write-units.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const countBy = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(names.toSorted(), (name) => name)].map(([name, { length }]) => [name, length]),
  );

/** CloudWatch bills this beside each line. */
const lineOverhead = 26;

const linesOf = (log: string): string[] => log.split('\n').filter((line) => line !== '');

const Embedded = v.object({
  _aws: v.object({
    CloudWatchMetrics: v.array(v.object({ Metrics: v.array(v.object({ Name: v.string() })) })),
  }),
});

const metricsIn = (line: string): string[] => {
  const { entry } = toFunctionLog('', 'stdout', line, 0);
  const found = v.safeParse(Embedded, entry);
  if (!found.success) return [];
  return found.output._aws.CloudWatchMetrics.flatMap(({ Metrics }) =>
    Metrics.map(({ Name }) => Name),
  );
};

const functionWork = (tape: Tape, name: string): FunctionWork => {
  const own = tape.invocations.filter(({ functionName }) => functionName === name);
  const calls = tape.calls.filter(({ functionName }) => functionName === name);
  const lines = own.flatMap(({ log }) => linesOf(log));
  return {
    invocations: own.length,
    messages: sum(own.map(({ messages }) => messages)),
    cpuMilliseconds: sum(own.map(({ cpuMilliseconds }) => cpuMilliseconds)),
    logBytes: sum(lines.map((line) => Buffer.byteLength(line) + lineOverhead)),
    metrics: [...new Set(lines.flatMap(metricsIn))].toSorted(),
    calls: countBy(calls.map(({ service, operation }) => `${service} ${operation}`)),
    readUnits: sum(calls.map(({ readUnits }) => readUnits)),
    writeUnits: sum(calls.map(({ writeUnits }) => writeUnits)),
  };
};

const day = 86_400;

/** Each item as its last write left it, the one that stays for good first. */
const itemsOf = (table: TableFile, calls: readonly Call[], now: Date): Work['items'] => {
  const latest = new Map<string, Item | undefined>();
  for (const { written } of calls) if (written) latest.set(written.key, written.item);
  return [...latest.values()]
    .flatMap((item) => (item ? [storedItem(table, item, now)] : []))
    .toSorted((a, b) => (b.keptDays ?? Infinity) - (a.keptDays ?? Infinity) || b.bytes - a.bytes);
};

/** DynamoDB stores so much beside each item, in the table and in each index. */
const storedOverhead = 100;

const storedItem = (table: TableFile, item: Item, now: Date) => {
  const entries = table.indexes
    .map((index) => indexEntry(table, index, item))
    .filter((entry) => entry !== undefined);
  const expiresAt = item[table.ttlAttribute]?.N;
  return {
    bytes: itemSize(item) + storedOverhead,
    indexBytes: sum(entries.map((entry) => itemSize(entry) + storedOverhead)),
    keptDays:
      expiresAt === undefined
        ? null
        : Math.max(0, Math.round((Number(expiresAt) - now.getTime() / 1000) / day)),
  };
};

const requestsOf = (answers: readonly Answered[]): Work['requests'] =>
  Object.fromEntries(
    [...Map.groupBy(answers, ({ operation }) => operation)].map(([operation, same]) => [
      operation,
      { times: same.length, answerBytes: sum(same.map(({ bytes }) => bytes)) },
    ]),
  );

const withOperation = (calls: readonly Call[], name: string): Call[] =>
  calls.filter(({ operation }) => operation === name);

export const workOf = (
  table: TableFile,
  tape: Tape,
  answers: readonly Answered[],
  now: Date,
): Work => {
  const [puts, mails] = ['PutObject', 'SendEmail'].map((name) => withOperation(tape.calls, name));
  const names = new Set([...tape.invocations, ...tape.calls].map((one) => one.functionName));
  const bytesIn = (calls: readonly Call[] = []) => sum(calls.map(({ sentBytes }) => sentBytes));
  return {
    requests: requestsOf(answers.filter(({ operation }) => operation !== 'download')),
    functions: Object.fromEntries(
      [...names].toSorted().map((name) => [name, functionWork(tape, name)]),
    ),
    items: itemsOf(table, tape.calls, now),
    writtenBytes: sum(
      tape.calls.flatMap(({ written }) => (written?.item ? [itemSize(written.item)] : [])),
    ),
    storedFiles: { count: puts?.length ?? 0, bytes: bytesIn(puts) },
    downloadedBytes: sum(
      answers.flatMap(({ operation, bytes }) => (operation === 'download' ? [bytes] : [])),
    ),
    mails: {
      count: mails?.length ?? 0,
      bytes: bytesIn(mails),
      attachmentBytes: sum((mails ?? []).map(({ attachmentBytes }) => attachmentBytes)),
    },
  };
};
