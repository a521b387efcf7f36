/** Two regions with a table each on the local AWS, and a replication between them on a clock that only sleeping moves. */
import { randomUUID } from 'node:crypto';
import { writerKey } from '@bbws/dynamo/keys';
import { startTestTable, type Item, type TestTable } from '@bbws/dynamo/testing/test-table';
import { moveWriterFlag, readWriterFlag, type WriterFlag } from '@bbws/dynamo/writer-flag';
import type { QueueDepth } from '../dr/queue-depths.ts';
import type { Region } from '../dr/region.ts';

export const [first, second] = ['af-south-1', 'eu-west-1'] as const;
const start = Date.parse('2026-11-20T09:30:00.000Z');

/** The depths of a region whose functions have so many messages under way. */
export const depthsOf = (inFlight: number, deadLetters = 0): QueueDepth[] => [
  { name: 'pdf', waiting: 0, inFlight, delayed: 0, deadLetters },
];

export type TwoRegionsOptions = {
  /** Milliseconds until the other replica has what was written; infinite when replication is broken. */
  readonly lag?: number;
  /** Messages under way in the first region, that many milliseconds after the start. */
  readonly undoneAt?: (elapsed: number) => number;
};

export const startTwoTables = async () => {
  const tables = await Promise.all([startTestTable(), startTestTable()]);
  return { tables, close: () => Promise.all(tables.map((table) => table.close())) };
};

export type TwoTables = Awaited<ReturnType<typeof startTwoTables>>;

/** @param flag what both replicas say at the start */
export const twoRegions = async (
  { tables: [one, other] }: TwoTables,
  flag: Partial<WriterFlag> | undefined,
  { lag = 900, undoneAt = () => 0 }: TwoRegionsOptions = {},
) => {
  let now = start;
  let copies: { readonly at: number; readonly to: TestTable; readonly item: Item }[] = [];
  /** The latest writer wins, with the whole item, as in a global table. */
  const writtenAt = new Map<TestTable, number>();

  for (const table of [one, other]) {
    await table.remove(writerKey);
    if (flag) await table.put({ ...writerKey, ...flag });
  }

  const region = (name: string, own: TestTable, replica: TestTable): Region => ({
    name,
    readFlag: readWriterFlag(own.observe()),
    moveFlag: async (move) => {
      const moved = await moveWriterFlag(own.observe())(move);
      if (!moved) return undefined;
      writtenAt.set(own, now);
      copies.push({ at: now, to: replica, item: { ...writerKey, ...moved } });
      return moved;
    },
    checkHealth: async () => undefined,
    queueDepths: async () => depthsOf(name === first ? undoneAt(now - start) : 0),
  });

  const deliver = async (): Promise<void> => {
    const due = copies.filter(({ at }) => at + lag <= now);
    copies = copies.filter((copy) => !due.includes(copy));
    for (const { at, to, item } of due) {
      if ((writtenAt.get(to) ?? 0) > at) continue;
      writtenAt.set(to, at);
      await to.put(item);
    }
  };

  const told: string[] = [];
  return {
    one: region(first, one, other),
    other: region(second, other, one),
    /** What the commands' functions take beside regions; `told` has what they said. */
    deps: {
      now: () => new Date(now),
      newId: randomUUID,
      tell: (line: string) => void told.push(line),
      sleep: async (milliseconds: number) => {
        now += milliseconds;
        await deliver();
      },
    },
    told,
    elapsed: () => now - start,
  };
};
