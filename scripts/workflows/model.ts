/** Workflows and actions of .github, as far as the rules look at them. */
import * as v from 'valibot';
import { parse } from 'yaml';

const Text = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));
const Texts = v.optional(v.record(v.string(), Text), {});

const Step = v.object({
  id: v.optional(v.string()),
  if: v.optional(Text),
  uses: v.optional(v.string()),
  run: v.optional(v.pipe(v.string(), v.trim())),
  with: Texts,
  env: Texts,
  'continue-on-error': v.optional(Text),
});
export type Step = v.InferOutput<typeof Step>;

const Environment = v.union([
  v.pipe(
    v.string(),
    v.transform((name): { name: string; url?: string | undefined } => ({ name })),
  ),
  v.object({ name: v.string(), url: v.optional(v.string()) }),
]);

const Job = v.object({
  needs: v.optional(
    v.union([
      v.pipe(
        v.string(),
        v.transform((one) => [one]),
      ),
      v.array(v.string()),
    ]),
    [],
  ),
  if: v.optional(Text),
  'runs-on': v.optional(v.unknown()),
  'timeout-minutes': v.optional(v.number()),
  'continue-on-error': v.optional(Text),
  environment: v.optional(Environment),
  permissions: v.optional(v.record(v.string(), v.string())),
  env: Texts,
  concurrency: v.optional(v.unknown()),
  container: v.optional(v.unknown()),
  services: v.optional(v.unknown()),
  outputs: Texts,
  uses: v.optional(v.string()),
  with: Texts,
  secrets: v.optional(v.unknown()),
  steps: v.optional(v.array(Step), []),
});
export type Job = v.InferOutput<typeof Job>;

const Outputs = v.optional(v.record(v.string(), v.object({ value: v.string() })), {});

const Trigger = v.nullable(
  v.object({
    branches: v.optional(v.array(v.string())),
    inputs: v.optional(
      v.record(v.string(), v.object({ required: v.optional(v.boolean(), false) })),
      {},
    ),
    outputs: Outputs,
  }),
);

const Workflow = v.object({
  // Of the three forms that GitHub takes the house writes one.
  on: v.record(v.string(), Trigger),
  permissions: v.optional(v.unknown()),
  env: Texts,
  concurrency: v.optional(v.object({ group: v.string(), 'cancel-in-progress': Text })),
  jobs: v.record(v.string(), Job),
});

const Action = v.object({
  inputs: v.optional(
    v.record(v.string(), v.object({ required: v.optional(v.boolean(), false) })),
    {},
  ),
  outputs: Outputs,
  runs: v.object({ using: v.literal('composite'), steps: v.array(Step) }),
});

/** A file of .github, by its path in the project. */
export type SourceFile = { readonly path: string; readonly text: string };
export type Workflow = v.InferOutput<typeof Workflow> & {
  readonly file: SourceFile;
  readonly name: string;
};
export type Action = v.InferOutput<typeof Action> & {
  readonly file: SourceFile;
  readonly name: string;
};

const parsed = <Schema extends v.GenericSchema>(
  schema: Schema,
  { path, text }: SourceFile,
): v.InferOutput<Schema> => {
  const result = v.safeParse(schema, parse(text));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${path}: ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
};

/** Named after its file: `deploy-dev.yml`. @throws Error naming file and field when it has a form that the house does not write */
export const parseWorkflow = (file: SourceFile): Workflow => ({
  ...parsed(Workflow, file),
  ...{ file, name: file.path.split('/').at(-1) ?? '' },
});

/** Named after its folder: `plan`. @throws Error when it is no composite action */
export const parseAction = (file: SourceFile): Action => ({
  ...parsed(Action, file),
  ...{ file, name: file.path.split('/').at(-2) ?? '' },
});
