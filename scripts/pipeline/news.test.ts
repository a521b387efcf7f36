/** What leaves the pipeline: words for the channel, a login, text on the run's page. */
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { inFolder } from '../testing/in-folder.ts';
import { notify } from './notify.ts';
import { outcome } from './outcome.ts';
import { seal } from './seal.ts';
import { smokeToken } from './smoke-token.ts';
import { addSummary, setOutputs } from './step-output.ts';

describe('The outcome', () => {
  const about = {
    ...{ environment: 'prod', commit: 'c0ffee1'.padEnd(40, '0'), startedBy: 'ayanda' },
    ...{ address: 'https://github.com/x/y/actions/runs/1', rollbackPlan: undefined },
  };
  const success = { result: 'success' } as const;

  test('is good when every job succeeded', () => {
    expect(outcome({ ...about, needs: { plan: success, deploy: success } })).toBe(
      'prod runs c0ffee1. Started by ayanda. https://github.com/x/y/actions/runs/1',
    );
  });

  test('names the jobs that did not, and the way back', () => {
    const needs = {
      plan: success,
      deploy: { result: 'skipped' },
      'tech-lead': { result: 'failure' },
    } as const;

    expect(outcome({ ...about, needs, rollbackPlan: 'https://example.com/plan' })).toBe(
      'prod was NOT deployed with c0ffee1, or not wholly: deploy skipped, tech-lead failure. Started by ayanda. https://github.com/x/y/actions/runs/1\nRollback plan: https://example.com/plan',
    );
  });

  test('is no good news when there was no job', () => {
    expect(outcome({ ...about, needs: {} })).toContain('NOT deployed');
  });
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Answers one after the other; what was asked is remembered. */
const answering = (...answers: readonly (Response | Error)[]) => {
  const asked: { url: string; body: unknown }[] = [];
  const fake: typeof fetch = async (url, init) => {
    asked.push({ url: text(url), body: JSON.parse(text(init?.body)) });
    const answer = answers[asked.length - 1];
    if (answer instanceof Response) return answer;
    throw answer ?? new Error('asked too often');
  };
  return { asked, fetch: fake, wait: async () => undefined };
};

describe('A notification', () => {
  const webhook = 'https://hooks.example.com/secret';

  test('is a text, posted once when it is taken', async () => {
    const deps = answering(new Response());

    await notify(deps, webhook, 'prod runs');

    expect(deps.asked).toEqual([{ url: webhook, body: { text: 'prod runs' } }]);
  });

  test('is tried again, three times at most, and never shows its address', async () => {
    const deps = answering(
      new Response(null, { status: 500 }),
      new Error('no network'),
      new Response(null, { status: 404 }),
    );

    const told = notify(deps, webhook, 'x');

    await expect(told).rejects.toThrow(
      /^The channel was not told, after 3 attempts: it answered 404\.$/,
    );
    expect(deps.asked).toHaveLength(3);
  });

  test.each([undefined, '', 'http://hooks.example.com/secret'])(
    'goes nowhere with the address %s',
    async (address) => {
      const deps = answering();

      await expect(notify(deps, address, 'x')).rejects.toThrow(
        'NOTIFY_WEBHOOK_URL is missing or no https address',
      );
      expect(deps.asked).toEqual([]);
    },
  );
});

describe('The smoke test’s token', () => {
  const secrets = {
    SMOKE_CLIENT_ID: 'client',
    SMOKE_USERNAME: 'smoke',
    SMOKE_PASSWORD: 'invented',
    SMOKE_OTHER_USERNAME: 'stranger',
    SMOKE_OTHER_PASSWORD: 'made-up',
  };

  test('is an ID token of the region’s user pool', async () => {
    const deps = answering(
      Response.json({ AuthenticationResult: { IdToken: 'id', AccessToken: 'access' } }),
    );

    await expect(smokeToken(deps, 'af-south-1', secrets, 'SMOKE')).resolves.toBe('id');
    expect(deps.asked).toEqual([
      {
        url: 'https://cognito-idp.af-south-1.amazonaws.com/',
        body: {
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: 'client',
          AuthParameters: { USERNAME: 'smoke', PASSWORD: 'invented' },
        },
      },
    ]);
  });

  test.each([
    [
      'a refusal',
      Response.json({ __type: 'NotAuthorizedException' }, { status: 400 }),
      'NotAuthorizedException',
    ],
    [
      'a challenge',
      Response.json({ ChallengeName: 'NEW_PASSWORD_REQUIRED' }),
      'it asks for a challenge',
    ],
    ['a failure', Response.json({}, { status: 503 }), 'status 503'],
  ])('is missing after %s, which is said without the password', async (_, answer, why) => {
    const token = smokeToken(answering(answer), 'eu-west-1', secrets, 'SMOKE');

    await expect(token).rejects.toThrow(
      `Cognito does not log the user of SMOKE_USERNAME in (${why})`,
    );
    await expect(token).rejects.not.toThrow('invented');
  });

  test('of the user of another tenant is had with that user’s own password', async () => {
    const deps = answering(Response.json({ AuthenticationResult: { IdToken: 'other' } }));

    await expect(smokeToken(deps, 'eu-west-1', secrets, 'SMOKE_OTHER')).resolves.toBe('other');
    expect(deps.asked).toMatchObject([
      { body: { AuthParameters: { USERNAME: 'stranger', PASSWORD: 'made-up' } } },
    ]);
  });

  test.each([
    ['SMOKE', 'SMOKE_PASSWORD'],
    ['SMOKE_OTHER', 'SMOKE_OTHER_PASSWORD'],
  ] as const)('of %s needs its secrets, by name', async (user, name) => {
    const some = { ...secrets, [name]: '' };

    await expect(smokeToken(answering(), 'eu-west-1', some, user)).rejects.toThrow(
      `${name} is missing`,
    );
  });
});

describe('What a step hands on', () => {
  test('has one line for each output: a value cannot make another', async () => {
    const written = await inFolder(async (folder) => {
      await setOutputs(
        { GITHUB_OUTPUT: `${folder}/o` },
        { token: 'a\nbase-url=https://evil.example.com' },
      );
      return readFile(`${folder}/o`, 'utf8');
    });

    expect(written).toBe('token=a base-url=https://evil.example.com\n');
  });

  test('cannot end the fence that shows it', async () => {
    const written = await inFolder(async (folder) => {
      await addSummary({ GITHUB_STEP_SUMMARY: `${folder}/s` }, 'Plan', 'a\n```\n# approved');
      return readFile(`${folder}/s`, 'utf8');
    });

    expect(written).toBe('## Plan\n\n````\na\n```\n# approved\n````\n');
  });

  test('is cut below what GitHub shows', async () => {
    const written = await inFolder(async (folder) => {
      await addSummary({ GITHUB_STEP_SUMMARY: `${folder}/s` }, 'Plan', 'x'.repeat(2_000_000));
      return readFile(`${folder}/s`, 'utf8');
    });

    expect(written.length).toBeLessThan(1_048_576);
    expect(written).toContain('Cut here');
  });
});

test('A seal differs when any byte of a file does, or its name', async () => {
  const seals = await inFolder(async (folder) => {
    await Promise.all([
      writeFile(`${folder}/a`, '1'),
      writeFile(`${folder}/b`, '1'),
      writeFile(`${folder}/c`, '2'),
    ]);
    return Promise.all(
      [['a'], ['a'], ['b'], ['c'], ['a', 'b']].map((files) => seal(folder, files)),
    );
  });

  expect(seals[0]).toBe(seals[1]);
  expect(new Set(seals).size).toBe(4);
});
