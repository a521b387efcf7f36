/** A call of a function as it is kept: its resource by the variable that names it, so that it can be asked of any environment. */
import * as v from 'valibot';
import { CallContext, CallResource, type AwsCall } from './aws-call.ts';

export const RecordedCall = v.object({
  function: v.string(),
  /** Of the bundle that made the call: `bundleHash`. */
  bundle: v.string(),
  action: v.string(),
  resource: v.object({
    ...v.partial(CallResource, ['name']).entries,
    /** The function's variable that has its name; without one the name itself is kept. */
    variable: v.optional(v.string()),
  }),
  context: CallContext,
  detail: v.optional(v.string()),
});
export type RecordedCall = v.InferOutput<typeof RecordedCall>;

/** A function that runs: whose access key it is, and what it was told. */
export type Caller = {
  readonly accessKeyId: string;
  readonly function: string;
  readonly bundle: string;
  readonly variables: Readonly<Record<string, string>>;
};

/** A queue is asked for by its address, whose host may be another than the variable's. */
const isNamedBy = ({ type, name }: CallResource, value: string): boolean =>
  type === 'queue'
    ? value.split('/').at(-1) === name.split('/').at(-1) && value.includes('://')
    : value === name;

const withVariable = (
  resource: CallResource,
  variables: Caller['variables'],
): RecordedCall['resource'] => {
  const found = Object.entries(variables).find(([, value]) => isNamedBy(resource, value));
  const { name, ...rest } = resource;
  return found ? { ...rest, variable: found[0] } : { ...rest, name };
};

/** In the context too a value that a variable has is the variable's: `{SES_FROM_ADDRESS}`. */
const withVariables = (context: AwsCall['context'], variables: Caller['variables']) =>
  Object.fromEntries(
    Object.entries(context).map(([key, values]) => [
      key,
      values.map((value) => {
        const found = Object.entries(variables).find(([, own]) => own === value);
        return found ? `{${found[0]}}` : value;
      }),
    ]),
  );

export const recordedCall = (
  { action, resource, context, detail }: AwsCall,
  caller: Caller,
): RecordedCall => ({
  function: caller.function,
  bundle: caller.bundle,
  action,
  resource: withVariable(resource, caller.variables),
  context: withVariables(context, caller.variables),
  ...(detail !== undefined && { detail }),
});
