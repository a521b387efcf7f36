/** What holds of every resource of its kind in every plan, whichever module makes it: tests see no further than outputs. */
import type { Plan } from '../plan-file.ts';
import { alarmFaults } from './alarms.ts';
import { bucketFaults } from './buckets.ts';
import { functionFaults } from './functions.ts';
import { publicFaults } from './nothing-public.ts';
import { queueFaults } from './queues.ts';

const promises = [queueFaults, bucketFaults, functionFaults, alarmFaults, publicFaults];

/** One sentence for each promise that a resource breaks. */
export const brokenPromises = (plan: Plan): string[] =>
  promises.flatMap((faultsOf) => faultsOf(plan));
