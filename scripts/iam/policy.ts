/** A policy document, as a plan has it: JSON in a string, in which one value may stand for a list of one. Pure. */
import * as v from 'valibot';

const one = (value: string | string[]): string[] => [value].flat();
const Texts = v.pipe(v.union([v.string(), v.array(v.string())]), v.transform(one));

// Strict: a NotAction, a NotResource or a Principal would turn the meaning round.
const Statement = v.strictObject({
  Sid: v.optional(v.string(), ''),
  Effect: v.picklist(['Allow', 'Deny']),
  Action: Texts,
  Resource: Texts,
  /** By operator, then by key. */
  Condition: v.optional(v.record(v.string(), v.record(v.string(), Texts)), {}),
});
export type Statement = v.InferOutput<typeof Statement>;

const Document = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    Statement: v.pipe(
      v.union([Statement, v.array(Statement)]),
      v.transform((value) => [value].flat()),
    ),
  }),
);

/** The statements of `json`. @throws Error naming the policy, when it has what is not understood here */
export const statementsOf = (name: string, json: string): Statement[] => {
  const parsed = v.safeParse(Document, json);
  if (parsed.success) return parsed.output.Statement;
  const [issue] = parsed.issues;
  throw new Error(
    `${name} has what pnpm iam:check does not understand, at ${v.getDotPath(issue) ?? 'its beginning'}: ${issue.message}`,
  );
};
