/** How many timers of this process are running. Of Node.js, for tests only. */
import { getActiveResourcesInfo } from 'node:process';

export const timers = (): number =>
  getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
