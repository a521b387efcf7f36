/** The service, its bundles each alone in a folder far from the workspace, as in Lambda. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startService, type LocalService, type ServiceOptions } from '@bbws/local-aws/service';

const dist = fileURLToPath(new URL('../../../../dist', import.meta.url));

/**
 * Times real time, for tests that ask much at once and count what comes of it: at 100 a visibility time-out of 185 s is over in two
 * seconds, and a busy machine delivers again what is still being worked on until its attempts are used up.
 */
export const unhurried = 20;

/** Starts the service from copies of the bundles that `pnpm build` made; closing removes the copies. */
export const startIsolated = async (options: ServiceOptions = {}): Promise<LocalService> => {
  const distFolder = await mkdtemp(`${tmpdir()}/bundles-`);
  await cp(dist, distFolder, { recursive: true });
  const service = await startService({ timeScale: 100, ...options, distFolder });
  return {
    ...service,
    close: async () => {
      await service.close();
      await rm(distFolder, { recursive: true });
    },
  };
};
