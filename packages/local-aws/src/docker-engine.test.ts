import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { dockerAnswers } from './docker-engine.ts';

const servers: Server[] = [];

const engine = async (where: string | number, status = 200) => {
  const server = createServer((_, response) => response.writeHead(status).end('OK'));
  servers.push(server);
  await once(server.listen(where), 'listening');
  return server;
};

const socketPath = () => join(mkdtempSync(join(tmpdir(), 'docker-')), 'docker.sock');

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('the question for a Docker engine', () => {
  test('is answered by a socket that DOCKER_HOST names', async () => {
    const path = socketPath();
    await engine(path);

    await expect(dockerAnswers({ DOCKER_HOST: `unix://${path}` })).resolves.toBe(true);
  });

  test('is answered by an address that DOCKER_HOST names', async () => {
    const address = (await engine(0)).address();
    const port = typeof address === 'object' ? address?.port : undefined;

    await expect(dockerAnswers({ DOCKER_HOST: `tcp://127.0.0.1:${port}` })).resolves.toBe(true);
  });

  test('is answered by a rootless socket', async () => {
    const path = socketPath();
    await engine(path);

    const answer = dockerAnswers({ XDG_RUNTIME_DIR: path.replace('/docker.sock', '') });

    await expect(answer).resolves.toBe(true);
  });

  test('is denied by an engine that is not well', async () => {
    const path = socketPath();
    await engine(path, 500);

    await expect(dockerAnswers({ DOCKER_HOST: `unix://${path}` })).resolves.toBe(false);
  });

  test('is denied by a socket that is not there', async () => {
    await expect(dockerAnswers({ DOCKER_HOST: 'unix:///nowhere.sock' })).resolves.toBe(false);
  });
});
