/** Reads resources of a plan by their type. */
import * as v from 'valibot';
import type { Plan, PlannedResource } from '../plan-file.ts';

/** The resources of that type, with what `schema` reads of their values. @throws Error naming one that does not fit */
export const planned = <S extends v.GenericSchema>(
  { resources }: Plan,
  type: string,
  schema: S,
): { readonly address: string; readonly values: v.InferOutput<S> }[] =>
  resources.filter((each) => each.type === type).map((each) => read(schema, each));

/** What `schema` reads of the resource's values. @throws Error naming one that does not fit */
export const read = <S extends v.GenericSchema>(
  schema: S,
  { address, values }: PlannedResource,
) => {
  const result = v.safeParse(schema, values);
  if (result.success) return { address, values: result.output };
  const [issue] = result.issues;
  throw new Error(
    `${address}: ${v.getDotPath(issue) ?? 'it'} is not as expected: ${issue.message}`,
  );
};

/** A policy of a resource: who may, or may not, do what. */
const Principal = v.union([
  v.string(),
  v.record(v.string(), v.union([v.string(), v.array(v.string())])),
]);
const Statement = v.object({
  Effect: v.string(),
  Principal: v.optional(Principal, ''),
  NotPrincipal: v.optional(Principal),
  Condition: v.optional(v.record(v.string(), v.record(v.string(), v.unknown())), {}),
});

/** Text of a policy, as its statements. */
export const Policy = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ Statement: v.array(Statement) }),
  v.transform(({ Statement }) => Statement),
);

/** Whether the policy turns away whoever comes without TLS. */
export const deniesWithoutTls = (policy: v.InferOutput<typeof Policy>): boolean =>
  policy.some(
    ({ Effect, Condition }) =>
      Effect === 'Deny' && Condition['Bool']?.['aws:SecureTransport'] === 'false',
  );
