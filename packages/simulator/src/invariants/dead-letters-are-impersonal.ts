/** dead-letters-are-impersonal: looked at when a function puts a message aside. */
import * as v from 'valibot';
import type { History } from '../world/history.ts';

export const deadLettersAreImpersonal = {
  name: 'dead-letters-are-impersonal',
  promise: 'What is noted on a dead letter is codes, names, counts and times, nothing personal.',
} as const;

const Sent = v.object({
  MessageAttributes: v.optional(
    v.record(v.string(), v.object({ StringValue: v.optional(v.string(), '') })),
    {},
  ),
});

const impersonal = /^[A-Za-z0-9_.:-]{0,64}$/;

/** Writes a breach into the history for an attribute that is no code, name, count or time. */
export const watchPutAside = ({ breaches }: History, input: unknown): void => {
  const sent = v.safeParse(Sent, input);
  if (!sent.success) return;
  for (const [name, { StringValue }] of Object.entries(sent.output.MessageAttributes))
    if (!impersonal.test(StringValue))
      breaches.push({
        invariant: deadLettersAreImpersonal.name,
        message: `the attribute ${name} of a dead letter is no code`,
      });
};
