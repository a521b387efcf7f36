/** What is left to do for a function that was just made. Pure. */
import type { FunctionRequest } from './function-request.ts';
import { routePath } from './names.ts';

/** Lines, numbered. */
export const nextSteps = ({ name, trigger }: FunctionRequest): string[] => {
  const work = trigger.type === 'queue' ? 'process-order.ts' : 'handler.ts';
  const steps = [
    `Give it its work: functions/${name}/src/${work} and its test; say so in its README.md and in functions.json.`,
    ...(trigger.type === 'http'
      ? [
          `Say what GET ${routePath(name)} answers: packages/api/src/routes/get-${name}.ts, then pnpm generate.`,
        ]
      : []),
    `What its code calls beyond that: terraform/modules/region/policy-${name}.tf; pnpm iam:check holds the two together.`,
    ...(trigger.type === 'queue'
      ? [
          'Have the simulator run it, and know what it promises: packages/simulator/src/world/functions.ts.',
        ]
      : []),
    `Look: pnpm check && pnpm test functions/${name} && pnpm start --logs`,
  ];
  return steps.map((step, index) => `  ${index + 1}. ${step}`);
};
