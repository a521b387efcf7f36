import { describe, expect, jest, test } from '@jest/globals';
import { PermanentFailure } from './message.ts';
import { once, type OnceDeps } from './once.ts';
import { observedLog } from './testing/observed.ts';

type Effect = { readonly name: string };

const effect: Effect = { name: 'customer-recorded' };
const startedAt = new Date('2026-11-20T09:30:00Z').getTime();

const refused = new Error('refused');
const hopeless = new Error('hopeless');
const unclear = new Error('unclear');

const makeDeps = (changes: Partial<OnceDeps<Effect>> = {}) => {
  const deps = {
    claimEffect: jest.fn<OnceDeps<Effect>['claimEffect']>(() =>
      Promise.resolve({ outcome: 'claimed' }),
    ),
    finishEffect: jest.fn<OnceDeps<Effect>['finishEffect']>(() => Promise.resolve(true)),
    releaseEffect: jest.fn<OnceDeps<Effect>['releaseEffect']>(() => Promise.resolve(true)),
    isDefiniteRefusal: (error: unknown) => error === refused || error === hopeless,
    permanentReason: (error: unknown) => (error === hopeless ? 'MAIL_REFUSED' : undefined),
    functionTimeoutSeconds: 30,
    newId: () => 'token-1',
    now: () => new Date(startedAt),
  };
  const make = jest.fn(() => Promise.resolve({ messageId: 'message-1' }));
  return { deps: { ...deps, ...changes }, spies: deps, make, ...observedLog() };
};

describe('an effect that nobody has claimed', () => {
  test('is claimed for as long as the function may run and five seconds', async () => {
    const { deps, spies, log, make } = makeDeps();

    await once(deps, effect, log, make);

    const lease = { token: 'token-1', now: startedAt, duration: 35_000 };
    expect(spies.claimEffect).toHaveBeenCalledWith(effect, lease);
  });

  test('is made, then marked done with what proves it', async () => {
    const { deps, spies, log, make } = makeDeps();

    await expect(once(deps, effect, log, make)).resolves.toBe(true);

    expect(make).toHaveBeenCalledTimes(1);
    const done = { token: 'token-1', now: startedAt, messageId: 'message-1' };
    expect(spies.finishEffect).toHaveBeenCalledWith(effect, done);
  });

  test('is marked done without a message id when there was nothing left to do', async () => {
    const { deps, spies, log } = makeDeps();

    await expect(once(deps, effect, log, () => Promise.resolve({}))).resolves.toBe(true);

    const done = { token: 'token-1', now: startedAt, messageId: undefined };
    expect(spies.finishEffect).toHaveBeenCalledWith(effect, done);
  });
});

describe('an effect that somebody claimed', () => {
  test('is not made when it is done', async () => {
    const claimEffect = () => Promise.resolve({ outcome: 'done' } as const);
    const { deps, spies, log, make } = makeDeps({ claimEffect });

    await expect(once(deps, effect, log, make)).resolves.toBe(false);

    expect(make).not.toHaveBeenCalled();
    expect(spies.finishEffect).not.toHaveBeenCalled();
  });

  test('is a retry while it is held', async () => {
    const claimEffect = () => Promise.resolve({ outcome: 'held', until: startedAt } as const);
    const { deps, log, make } = makeDeps({ claimEffect });

    await expect(once(deps, effect, log, make)).rejects.toThrow('Somebody else');

    expect(make).not.toHaveBeenCalled();
  });
});

describe('an effect that fails', () => {
  test('is given back and retried when it was refused for certain', async () => {
    const { deps, spies, log } = makeDeps();

    await expect(once(deps, effect, log, () => Promise.reject(refused))).rejects.toBe(refused);

    expect(spies.releaseEffect).toHaveBeenCalledWith(effect, 'token-1');
    expect(spies.finishEffect).not.toHaveBeenCalled();
  });

  test('keeps its lease when nobody knows whether it was made', async () => {
    const { deps, spies, log } = makeDeps();

    await expect(once(deps, effect, log, () => Promise.reject(unclear))).rejects.toBe(unclear);

    expect(spies.releaseEffect).not.toHaveBeenCalled();
    expect(spies.finishEffect).not.toHaveBeenCalled();
  });

  test('fails for good when it can never be made, without the words of the refusal', async () => {
    const { deps, spies, log } = makeDeps();

    const failure = once(deps, effect, log, () => Promise.reject(hopeless));

    await expect(failure).rejects.toThrow(PermanentFailure);
    await expect(failure).rejects.toMatchObject({
      reason: 'MAIL_REFUSED',
      message: expect.not.stringContaining('hopeless'),
    });
    expect(spies.releaseEffect).toHaveBeenCalledTimes(1);
  });
});

describe('an effect that was made', () => {
  test('and whose lease ran out is told of', async () => {
    const { deps, log, lines, make } = makeDeps({ finishEffect: () => Promise.resolve(false) });

    await expect(once(deps, effect, log, make)).resolves.toBe(true);

    expect(lines).toMatchObject([{ level: 'warn' }]);
  });

  test('is no retry when it cannot be marked done: the retry would make it twice', async () => {
    const { deps, log, lines, make } = makeDeps({ finishEffect: () => Promise.reject(unclear) });

    await expect(once(deps, effect, log, make)).resolves.toBe(true);

    expect(lines).toMatchObject([{ level: 'error' }]);
  });
});
