/** Bodies of the API's answers, with the parts that every one of them has. */
import * as v from 'valibot';

const ApiAnswer = v.object({
  success: v.boolean(),
  data: v.optional(v.record(v.string(), v.unknown()), {}),
  code: v.optional(v.string()),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(v.object({ path: v.string(), message: v.string() })), []),
});
export type ApiAnswer = v.InferOutput<typeof ApiAnswer>;

/** The answer in a body. Throws when it is neither a success nor a problem of this API. */
export const parseAnswer = (body: string): ApiAnswer =>
  v.parse(v.pipe(v.string(), v.parseJson(), ApiAnswer), body);
