/** packages/dynamo/table.json, typed: keys and indexes of the table. Every key attribute is a string. */
import * as v from 'valibot';
import { readJsonFile } from './json-file.ts';

const Name = v.pipe(v.string(), v.nonEmpty());

const IndexKeys = { name: Name, hashKey: Name, rangeKey: Name };

const Index = v.variant('projection', [
  v.object({ ...IndexKeys, projection: v.literal('ALL') }),
  v.object({ ...IndexKeys, projection: v.literal('KEYS_ONLY') }),
  v.object({ ...IndexKeys, projection: v.literal('INCLUDE'), attributes: v.array(Name) }),
]);

export const TableFile = v.object({
  name: Name,
  hashKey: Name,
  rangeKey: Name,
  ttlAttribute: Name,
  indexes: v.array(Index),
});

export type TableFile = v.InferOutput<typeof TableFile>;
export type TableIndex = v.InferOutput<typeof Index>;

/** Reads table.json. @throws Error when it does not fit its schema. */
export const readTableFile = (): TableFile =>
  readJsonFile(new URL('../../dynamo/table.json', import.meta.url), TableFile);
