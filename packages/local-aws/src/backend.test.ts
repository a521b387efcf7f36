import { describe, expect, jest, test } from '@jest/globals';
import { chooseBackend } from './backend.ts';

const docker = async () => true;
const noDocker = async () => false;

describe('the choice of the backend', () => {
  test('is LocalStack where a Docker engine answers', async () => {
    await expect(chooseBackend({}, docker)).resolves.toBe('localstack');
  });

  test('is the embedded one where none answers', async () => {
    await expect(chooseBackend({}, noDocker)).resolves.toBe('embedded');
  });

  test('is LocalStack where one is running already', async () => {
    const env = { LOCALSTACK_ENDPOINT: 'http://127.0.0.1:4566' };

    await expect(chooseBackend(env, noDocker)).resolves.toBe('localstack');
  });

  test.each(['embedded', 'localstack'])('is %s when AWS_BACKEND says so, unasked', async (name) => {
    const ask = jest.fn(docker);

    await expect(chooseBackend({ AWS_BACKEND: name }, ask)).resolves.toBe(name);
    expect(ask).not.toHaveBeenCalled();
  });

  test('is an error when AWS_BACKEND names no backend', async () => {
    await expect(chooseBackend({ AWS_BACKEND: 'moto' }, docker)).rejects.toThrow(
      'AWS_BACKEND is "moto"; it must be embedded or localstack.',
    );
  });
});
