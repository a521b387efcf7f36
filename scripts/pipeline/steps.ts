/** The commands of `pnpm pipeline` that hand something on: a package, a plan, a token, the news. */
import { setTimeout } from 'node:timers/promises';
import { readEnvironments } from '../lib/environments.ts';
import { answer } from '../lib/answer.ts';
import { root } from '../lib/root.ts';
import { api, named } from './common.ts';
import { environmentOf, readDeliveryRules } from './delivery-rules.ts';
import { findPackage } from './find-package.ts';
import { notify } from './notify.ts';
import { ownOutcome } from './own-outcome.ts';
import { makeSealStep } from './seal-step.ts';
import { smokeToken, type SmokeUser } from './smoke-token.ts';
import { addSummary, setOutputs } from './step-output.ts';
import { shownPlan, treeOfHead } from './tools.ts';

export const steps = {
  'find-package': async (args: readonly string[]) => {
    const { name, rules } = named(args);
    if (rules.promotes === undefined) return answer([`${name} builds its own zips.`], '');
    const found = await findPackage(
      api(),
      readDeliveryRules()[environmentOf(rules.promotes)],
      await treeOfHead(),
    );
    await setOutputs(process.env, { 'run-id': String(found.runId), commit: found.commit });
    return answer(
      [],
      `The zips of ${found.commit}, deployed to ${rules.promotes} by ${found.address}`,
    );
  },
  'show-plan': async (args: readonly string[]) => {
    const { name } = named(args);
    const plan = await shownPlan(name);
    console.log(plan);
    await addSummary(process.env, `Terraform’s plan for ${name}`, plan);
    return 0;
  },
  seal: makeSealStep({ root, environment: process.env, out: console }),
  'smoke-token': async (args: readonly string[]) => {
    const { name } = named(args);
    const { regions, apiDomain } = readEnvironments()[name] ?? { regions: [], apiDomain: '' };
    const tokenOf = async (user: SmokeUser): Promise<string> => {
      const token = await smokeToken({ fetch }, regions[0] ?? '', process.env, user);
      console.log(`::add-mask::${token}`);
      return token;
    };
    await setOutputs(process.env, {
      token: await tokenOf('SMOKE'),
      'other-token': await tokenOf('SMOKE_OTHER'),
      'base-url': `https://${apiDomain}`,
    });
    return 0;
  },
  notify: async (args: readonly string[]) => {
    const { name } = named(args);
    const words = ownOutcome(name, process.env);
    console.log(words);
    await notify({ fetch, wait: setTimeout }, process.env['NOTIFY_WEBHOOK_URL'], words);
    return 0;
  },
};
