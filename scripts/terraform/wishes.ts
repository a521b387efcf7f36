/** What can be asked of Terraform with the provider at hand. Pure. */
import type { Environment, Wishes } from './configurations.ts';
import type { Terraform } from './find-terraform.ts';

/**
 * The registry's provider asks an account for every plan, and the tests plan three: only a plan that was asked for by name is
 * made with it.
 * @param environments those that were asked for
 * @param isNamed whether one was
 */
export const wishesFor = (
  { isOffline }: Pick<Terraform, 'isOffline'>,
  environments: readonly Environment[],
  isNamed: boolean,
): Wishes => ({
  validate: true,
  test: isOffline,
  plan: isOffline || isNamed ? environments : [],
});

/** Which Terraform it is, and what is left out with it. */
export const introduction = (
  { version, isOffline }: Pick<Terraform, 'version' | 'isOffline'>,
  { plan }: Wishes,
): string => {
  const terraform = `Terraform ${version}`;
  if (isOffline) return `${terraform} with the offline provider`;
  const left =
    plan.length > 0
      ? `tests and iam:check. The plan of ${plan.join()} needs credentials of its account`
      : 'tests, plans and iam:check. --env E makes one plan, with credentials of its account';
  return `${terraform} with the registry's provider, which needs the network. Without ../shared/terraform-offline are left out: ${left}.`;
};
