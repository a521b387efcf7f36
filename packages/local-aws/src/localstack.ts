/** LocalStack in a container, for who has a Docker engine. */
import type { Closable } from './started.ts';

/** The last image that needs no account. It has no SES v2. */
const image = 'localstack/localstack:4.14.0';
const port = 4566;

export type LocalStack = Closable & { readonly endpoint: string };

const runContainer = async (): Promise<LocalStack> => {
  // Loaded here only: whoever has no engine should not pay for it.
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(image)
    .withEnvironment({ SERVICES: 'dynamodb,sns,sqs,s3', SKIP_SSL_CERT_DOWNLOAD: '1' })
    .withExposedPorts(port)
    .withWaitStrategy(Wait.forHttp('/_localstack/health', port))
    .start();
  return {
    // The address and not the name: the SDK then asks S3 for paths instead of host names.
    endpoint: `http://${container.getHost().replace('localhost', '127.0.0.1')}:${container.getMappedPort(port)}`,
    close: async () => {
      await container.stop();
    },
  };
};

/**
 * Starts LocalStack with the services this project uses.
 * @param run starts the container; replaced in tests.
 * @throws Error saying what to do when no engine runs it.
 */
export const startLocalStackContainer = async (run = runContainer): Promise<LocalStack> => {
  try {
    return await run();
  } catch (error) {
    throw new Error(
      `LocalStack (${image}) does not start. Start a Docker engine, name a running LocalStack in ` +
        'LOCALSTACK_ENDPOINT, or set AWS_BACKEND=embedded.',
      { cause: error },
    );
  }
};
