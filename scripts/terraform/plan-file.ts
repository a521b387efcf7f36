/** What `terraform show -json` says of a plan: resources with the values that they will have, as far as those are known. */
import * as v from 'valibot';

const Values = v.record(v.string(), v.unknown());

const Resource = v.object({
  address: v.string(),
  mode: v.picklist(['managed', 'data']),
  type: v.string(),
  name: v.string(),
  values: Values,
});
export type PlannedResource = v.InferOutput<typeof Resource>;

type Module = {
  readonly resources?: PlannedResource[] | undefined;
  readonly child_modules?: Module[] | undefined;
};

const Module: v.GenericSchema<unknown, Module> = v.object({
  resources: v.optional(v.array(Resource)),
  child_modules: v.optional(v.array(v.lazy(() => Module))),
});

const PlanFile = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    variables: v.optional(v.record(v.string(), v.object({ value: v.unknown() })), {}),
    planned_values: v.object({ root_module: Module }),
  }),
);

export type Plan = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly resources: readonly PlannedResource[];
};

const resourcesOf = ({ resources = [], child_modules = [] }: Module): PlannedResource[] => [
  ...resources,
  ...child_modules.flatMap(resourcesOf),
];

/** @throws ValiError when the text is no plan */
export const parsePlan = (json: string): Plan => {
  const { variables, planned_values } = v.parse(PlanFile, json);
  return {
    variables: Object.fromEntries(
      Object.entries(variables).map(([name, { value }]) => [name, value]),
    ),
    resources: resourcesOf(planned_values.root_module),
  };
};
