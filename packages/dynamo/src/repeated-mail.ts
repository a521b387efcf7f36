/** A mail that was sent before an operator had it sent once more. It is noted, so that an audit knows why there are two. */
import * as v from 'valibot';
import { effectNames } from './effect.ts';

export const RepeatedMail = v.object({
  name: v.picklist(effectNames),
  /** Version of the order, for a mail of which there is one per change. */
  version: v.optional(v.number()),
  /** What SES called the mail that was sent first. */
  messageId: v.string(),
});
export type RepeatedMail = Readonly<v.InferOutput<typeof RepeatedMail>>;
