/** What `pnpm pipeline --help` prints. */
import { businessHours } from './business-hours.ts';

export const help = `pnpm pipeline branch        --env E
pnpm pipeline settings      --env E
pnpm pipeline placeholders  --env E
pnpm pipeline hours         --env E [--at TIME]
pnpm pipeline rollback-plan --link URL
pnpm pipeline approvals     --env E [--through ENVIRONMENT]
pnpm pipeline find-package  --env E
pnpm pipeline show-plan     --env E
pnpm pipeline seal          --env E [--is HASH]
pnpm pipeline smoke-token   --env E
pnpm pipeline notify        --env E

What the workflows ask before, during and after a deployment, by the rules of .github/environments.json: docs/pipelines.md
All but placeholders, hours, rollback-plan and seal run in a job of GitHub Actions.

  branch           whether the job runs on the environment's branch
  settings         whether reviewers, wait timers and branches of the repository's environments are as the rules have them
  placeholders     whether the environment's var files, bootstrap's too, hold real values alone; names the lines that do not
  hours            whether it is time: ${businessHours}
  rollback-plan    whether the link is an https address of a page
  approvals        whether as many people approved this run as must, none twice, and not who started it
  find-package     the run that deployed the same files to the environment before; outputs run-id and commit
  show-plan        puts terraform's plan into the run's summary
  seal             prints a hash over plan and providers; outputs seal. With --is, whether it is that one
  smoke-token      logs the smoke test's two users in; outputs token and other-token (hidden) and base-url
  notify           tells the team's channel how the run went

  --env E          dev, sit or prod
  --at TIME        another time than now: 2026-11-30T10:00:00+02:00
  --through E      the last approval that must be there already (default: all)
  --help           shows this text

Exits with 1 when the answer is no, with 2 for wrong arguments or a variable of the job that is missing.`;
