import { expect, test } from '@jest/globals';
import { startLocalStackContainer } from './localstack.ts';

test('a LocalStack that does not start is an error that says what to do', async () => {
  const noEngine = () => Promise.reject(new Error('Could not find a working container runtime'));

  await expect(startLocalStackContainer(noEngine)).rejects.toThrow(
    /Start a Docker engine, name a running LocalStack in LOCALSTACK_ENDPOINT, or set AWS_BACKEND=embedded/,
  );
});

test('a LocalStack that starts is handed on', async () => {
  const running = { endpoint: 'http://127.0.0.1:4566', close: async () => undefined };

  await expect(startLocalStackContainer(async () => running)).resolves.toBe(running);
});
