/** Plans every environment, and what its account is prepared with, for those who read plans. */
import { root } from '../lib/root.ts';
import { bootstrapOf, environments, examine, rootOf } from './configurations.ts';
import { findTerraform } from './find-terraform.ts';
import { interruptible } from './interruptible.ts';
import { makeSteps } from './steps.ts';
import { makeWorkspace } from './workspace.ts';

/**
 * Writes `{environment}.plan.json` and `bootstrap-{environment}.plan.json`; gives the folder.
 * @param zips names of the functions, whose zips lie in dist/
 * @throws Error when something cannot be planned
 */
export const makePlans = async (zips: readonly string[]): Promise<string> => {
  const terraform = await findTerraform();
  if (!terraform.isOffline)
    throw new Error(
      'Plans of all three environments need the offline provider, ../shared/terraform-offline: the real one asks three accounts.',
    );
  const workspace = await makeWorkspace(zips);
  const out = `${root}/out/terraform`;
  const configurations = [rootOf(workspace.terraform), bootstrapOf(workspace.terraform)];
  const wishes = { validate: false, test: false, plan: environments };
  const wanted = configurations.map((configuration) => ({ configuration, wishes }));
  try {
    return await interruptible(async (isStopped) => {
      const steps = makeSteps({ terraform, isStopped, say: console.log });
      await examine(steps, wanted, out);
      if (steps.failed().length > 0) throw new Error(`Failed: ${steps.failed().join(', ')}`);
      return out;
    });
  } finally {
    await workspace.remove();
  }
};
