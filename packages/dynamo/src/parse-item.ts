/** Parses what the table holds: an item that does not fit its schema is an error, not a guess (R-DAT-09). */
import { whereInvalid } from '@bbws/domain/parse';
import * as v from 'valibot';

export class ItemError extends Error {
  override readonly name = 'ItemError';
}

/**
 * The item by its schema. Throws `ItemError` naming the attributes that do not fit, without their values.
 * @param what says what the item is, as in `An order`
 */
export const parseItem = <S extends v.GenericSchema>(
  schema: S,
  item: unknown,
  what: string,
): v.InferOutput<S> => {
  const result = v.safeParse(schema, item);
  if (result.success) return result.output;
  throw new ItemError(
    `${what} in the table does not fit its schema at ${whereInvalid(result.issues)}`,
  );
};
