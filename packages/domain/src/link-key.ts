/** The secret of one order that signs the links to its invoice. Never part of a public order, a list or a log. */
import * as v from 'valibot';

/** 32 random bytes in base64url. An order that gets another one takes back every link it ever gave out. */
export const LinkKey = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{43}$/, 'must be a link key'),
  v.brand('LinkKey'),
);
export type LinkKey = v.InferOutput<typeof LinkKey>;
