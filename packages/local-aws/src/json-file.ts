/** Reads a JSON file by its schema. Says which file and which field is wrong. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

/**
 * The content of `file` as `schema` describes it.
 * @throws Error naming the file and the field when the content does not fit.
 */
export const readJsonFile = <Schema extends v.GenericSchema>(
  file: URL,
  schema: Schema,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${fileURLToPath(file)}: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
};
