/** The service, its bundles each alone in a folder far from the workspace, as in Lambda. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startService, type LocalService, type ServiceOptions } from '@bbws/local-aws/service';

const dist = fileURLToPath(new URL('../../../../dist', import.meta.url));

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
