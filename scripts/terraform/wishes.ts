/** What can be asked of Terraform with the provider at hand. Pure. */
import type { Environment, Wishes } from './configurations.ts';
import type { Terraform } from './find-terraform.ts';

type Provider = Pick<Terraform, 'isOffline'> & {
  /** Whether an invented account answers for AWS. */
  readonly isInvented: boolean;
};

/** Whether tests and plans need no account. */
export const needsNoAccount = ({ isOffline, isInvented }: Provider): boolean =>
  isOffline || isInvented;

/**
 * The registry's provider asks an account for every plan, and the tests plan three: without an invented account only a plan that was
 * asked for by name is made with it.
 * @param environments those that were asked for
 * @param isNamed whether one was
 */
export const wishesFor = (
  provider: Provider,
  environments: readonly Environment[],
  isNamed: boolean,
): Wishes => ({
  validate: true,
  test: needsNoAccount(provider),
  plan: needsNoAccount(provider) || isNamed ? environments : [],
});

/** Which Terraform it is, and what is left out with it. */
export const introduction = (
  { version, isOffline, isInvented }: Provider & Pick<Terraform, 'version'>,
  { plan }: Wishes,
): string => {
  const terraform = `Terraform ${version}`;
  if (isOffline) return `${terraform} with the offline provider`;
  const registry = `${terraform} with the registry's provider, which needs the network`;
  if (isInvented) return `${registry}, in an invented account`;
  const left =
    plan.length > 0
      ? `tests and iam:check. The plan of ${plan.join()} needs credentials of its account`
      : 'tests, plans and iam:check. --env E makes one plan, with credentials of its account';
  return `${registry}. Without ../shared/terraform-offline are left out: ${left}.`;
};
