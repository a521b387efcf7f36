/** Every function has a role of its own, and only API and clock may invoke it. */
import * as v from 'valibot';
import type { Plan } from '../plan-file.ts';
import { planned } from './planned.ts';

const Name = v.object({ name: v.string() });
const Permission = v.object({
  principal: v.string(),
  source_arn: v.optional(v.nullable(v.string()), ''),
});

const invokers = ['apigateway.amazonaws.com', 'events.amazonaws.com'];

/** `module.region["R"].module.function["F"]` of whatever stands in it. */
const moduleOf = (address: string): string => address.replace(/\.[^.]+\.[^.]+$/, '');

export const functionFaults = (plan: Plan): string[] => {
  const roles = planned(plan, 'aws_iam_role', Name);
  const names = roles.map(({ values }) => values.name);
  const shared = roles
    .filter(({ values }) => names.filter((name) => name === values.name).length > 1)
    .map(({ address, values }) => `${address} has the name of another role, ${values.name}.`);
  const without = planned(plan, 'aws_lambda_function', v.object({}))
    .filter(
      ({ address }) =>
        roles.filter((role) => moduleOf(role.address) === moduleOf(address)).length !== 1,
    )
    .map(({ address }) => `${address} has no role of its own.`);
  const open = planned(plan, 'aws_lambda_permission', Permission)
    // A source that is known only after apply is one; none at all is everybody's.
    .filter(({ values }) => !invokers.includes(values.principal) || values.source_arn === null)
    .map(
      ({ address, values }) =>
        `${address} lets ${values.principal} invoke a function from anywhere.`,
    );
  const urls = planned(plan, 'aws_lambda_function_url', v.object({})).map(
    ({ address }) => `${address} is a way in beside the API.`,
  );
  return [...shared, ...without, ...open, ...urls];
};
