import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { forgetRunningService, readRunningService } from './running-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'running-service-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const service = {
  ...{ pid: process.pid, apiUrl: 'a', inboxUrl: 'b', environment: 'local', timeScale: 20 },
  endpoints: { dynamodb: 'c', sns: 'd', sqs: 'e', s3: 'f', sesv2: 'g' },
  clientEnv: {},
};
/** No process has it: the largest number that Linux gives is far below. */
const deadPid = 2_147_483_646;

const written = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('the service that runs', () => {
  test('is read while it runs, and not when it has died', () => {
    const [alive, dead] = [service, { ...service, pid: deadPid }].map((one) =>
      written(String(one.pid), JSON.stringify(one)),
    );

    expect(readRunningService(alive)).toEqual(service);
    expect(readRunningService(dead)).toBeUndefined();
    expect(readRunningService(join(folder, 'none'))).toBeUndefined();
  });

  test.each([
    ['of another version', JSON.stringify({ ...service, apiUrl: undefined })],
    ['no JSON', '{'],
  ])('is named with what to do when its file is %s', (name, content) => {
    const path = written(name, content);

    expect(() => readRunningService(path)).toThrow(`${path} is not as this version`);
    expect(() => readRunningService(path)).toThrow('delete the file');
  });
});

describe('forgetting the service', () => {
  test.each([
    ['its own', JSON.stringify(service), false],
    ['one that nobody can read', '{', false],
    ['another’s that runs', JSON.stringify({ ...service, pid: process.ppid }), true],
  ])('takes the file away, unless it is another’s: %s', (name, content, stays) => {
    const path = written(name, content);

    forgetRunningService(path);

    expect(existsSync(path)).toBe(stays);
  });

  test('is done when there is no file', () => {
    expect(() => {
      forgetRunningService(join(folder, 'none'));
    }).not.toThrow();
  });
});
