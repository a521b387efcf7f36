/** A world in which nothing runs by itself: an AWS, a stage, and whatever a test does to them. */
import type { LocalAws } from '@bbws/local-aws/local-aws';
import { makeStage, type Stage } from '../world/stage.ts';
import { openTurnstile } from '../world/turnstile.ts';
import type { World } from '../world/world.ts';
import { start } from './records.ts';

export const idleWorld = (
  aws: LocalAws,
  stage: Stage = makeStage(start, openTurnstile),
): World => ({
  aws,
  stage,
  lambda: { invoke: () => Promise.reject(new Error('There are no functions in this world')) },
  lookAtQueues: () => undefined,
  close: aws.close,
});
