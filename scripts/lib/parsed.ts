/** What somebody gave to a command, by the schema that it must fit. */
import * as v from 'valibot';
import { UsageError } from './arguments.ts';

/**
 * The value by its schema.
 * @param name of what was given, as its giver knows it: `--tenant`, `BUSINESS_TIME_ZONE`
 * @throws UsageError naming it, and saying what it must be
 */
export const parsed = <S extends v.GenericSchema>(
  schema: S,
  name: string,
  value: string,
): v.InferOutput<S> => {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw new UsageError(`${name} ${result.issues[0].message}, not "${value}".`);
};
