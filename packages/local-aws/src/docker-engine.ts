/** Asks whether a Docker engine answers on this machine. Starts and loads nothing. */
import { request } from 'node:http';
import { homedir } from 'node:os';

export type DockerEnvironment = {
  readonly DOCKER_HOST?: string | undefined;
  readonly XDG_RUNTIME_DIR?: string | undefined;
};

type Engine = { readonly socketPath: string } | { readonly host: string; readonly port: string };

/** Where an engine may listen, in the order of the Docker client's own search. */
const engines = (env: DockerEnvironment): Engine[] => {
  const dockerHost = env.DOCKER_HOST;
  if (dockerHost?.startsWith('unix://')) return [{ socketPath: dockerHost.slice(7) }];
  if (dockerHost !== undefined) {
    const { hostname, port } = new URL(dockerHost.replace('tcp:', 'http:'));
    return [{ host: hostname, port: port || '2375' }];
  }
  const folders = ['/var/run', env.XDG_RUNTIME_DIR, `${homedir()}/.docker/run`];
  return folders.flatMap((folder) => (folder ? [{ socketPath: `${folder}/docker.sock` }] : []));
};

const answers = (engine: Engine): Promise<boolean> =>
  new Promise((resolve) => {
    const ping = request({ ...engine, path: '/_ping', timeout: 1000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.on('timeout', () => ping.destroy());
    ping.on('error', () => resolve(false));
    ping.on('close', () => resolve(false));
    ping.end();
  });

/** True when an engine answers within a second. */
export const dockerAnswers = async (env: DockerEnvironment): Promise<boolean> =>
  (await Promise.all(engines(env).map(answers))).includes(true);
