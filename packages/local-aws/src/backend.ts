/** Which AWS the service runs on: the embedded one, or LocalStack in a container. */
import * as v from 'valibot';
import { dockerAnswers, type DockerEnvironment } from './docker-engine.ts';

const Backend = v.picklist(['embedded', 'localstack']);
export type Backend = v.InferOutput<typeof Backend>;

export type BackendEnvironment = DockerEnvironment & {
  readonly AWS_BACKEND?: string | undefined;
  readonly LOCALSTACK_ENDPOINT?: string | undefined;
};

/**
 * `AWS_BACKEND` decides when it is set; otherwise LocalStack where one is running already (`LOCALSTACK_ENDPOINT`) or a
 * Docker engine answers, else the embedded one.
 * @throws Error when `AWS_BACKEND` names no backend.
 */
export const chooseBackend = async (
  env: BackendEnvironment,
  hasDocker: (env: DockerEnvironment) => Promise<boolean> = dockerAnswers,
): Promise<Backend> => {
  if (env.AWS_BACKEND) {
    const forced = v.safeParse(Backend, env.AWS_BACKEND);
    if (forced.success) return forced.output;
    throw new Error(
      `AWS_BACKEND is "${env.AWS_BACKEND}"; it must be ${Backend.options.join(' or ')}.`,
    );
  }
  if (env.LOCALSTACK_ENDPOINT) return 'localstack';
  return (await hasDocker(env)) ? 'localstack' : 'embedded';
};
