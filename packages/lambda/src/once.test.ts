import { describe, expect, jest, test } from '@jest/globals';
import { PermanentFailure } from './message.ts';
import { once, type OnceDeps } from './once.ts';
import { OutOfTime } from './out-of-time.ts';
import { RetryLater } from './retry-later.ts';
import { observedLog, observedMetrics } from './testing/observed.ts';
import { endlessSleep } from './testing/sqs-event.ts';

type Effect = { readonly name: string };

const effect: Effect = { name: 'customer-recorded' };
const startedAt = new Date('2026-11-20T09:30:00Z').getTime();
const leaseEnd = startedAt + 35_000;

const refused = new Error('refused');
const hopeless = new Error('hopeless');
const unclear = new Error('unclear');

const makeDeps = (changes: Partial<OnceDeps<Effect>> = {}) => {
  const { log, lines } = observedLog();
  const { metrics, counts } = observedMetrics();
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
    sleep: endlessSleep,
    metrics,
  };
  const { signal } = new AbortController();
  const make = jest.fn(() => Promise.resolve({ messageId: 'message-1' }));
  return {
    deps: { ...deps, ...changes },
    spies: deps,
    make,
    delivery: { log, signal },
    lines,
    counts,
  };
};

/** What `once` throws when making the effect fails with `error`. */
const failing = async (error: Error, changes: Partial<OnceDeps<Effect>> = {}) => {
  const { deps, spies, delivery, lines } = makeDeps(changes);
  const thrown: unknown = await once(deps, effect, delivery, () => Promise.reject(error)).then(
    () => 'nothing',
    (caught: unknown) => caught,
  );
  return { thrown, spies, lines };
};

describe('an effect that nobody has claimed', () => {
  test('is claimed for as long as the function may run and five seconds', async () => {
    const { deps, spies, delivery, make } = makeDeps();

    await once(deps, effect, delivery, make);

    const lease = { token: 'token-1', now: startedAt, duration: 35_000 };
    expect(spies.claimEffect).toHaveBeenCalledWith(effect, lease);
  });

  test('is made, then marked done with what proves it', async () => {
    const { deps, spies, delivery, make } = makeDeps();

    await expect(once(deps, effect, delivery, make)).resolves.toBe(true);

    expect(make).toHaveBeenCalledTimes(1);
    const done = { token: 'token-1', now: startedAt, messageId: 'message-1' };
    expect(spies.finishEffect).toHaveBeenCalledWith(effect, done);
  });

  test('is marked done without a message id when there was nothing left to do', async () => {
    const { deps, spies, delivery } = makeDeps();

    await expect(once(deps, effect, delivery, () => Promise.resolve({}))).resolves.toBe(true);

    const done = { token: 'token-1', now: startedAt, messageId: undefined };
    expect(spies.finishEffect).toHaveBeenCalledWith(effect, done);
  });

  test('is not made when it cannot be claimed', async () => {
    const claimEffect = () => Promise.reject(unclear);
    const { deps, delivery, make } = makeDeps({ claimEffect });

    await expect(once(deps, effect, delivery, make)).rejects.toBe(unclear);

    expect(make).not.toHaveBeenCalled();
  });
});

describe('an effect that somebody claimed', () => {
  test('is not made when it is done', async () => {
    const claimEffect = () => Promise.resolve({ outcome: 'done' } as const);
    const { deps, spies, delivery, make } = makeDeps({ claimEffect });

    await expect(once(deps, effect, delivery, make)).resolves.toBe(false);

    expect(make).not.toHaveBeenCalled();
    expect(spies.finishEffect).not.toHaveBeenCalled();
  });

  test('is a retry when the lease ends, while it is held', async () => {
    const until = startedAt + 12_000;
    const claimEffect = () => Promise.resolve({ outcome: 'held', until } as const);
    const { deps, delivery, make } = makeDeps({ claimEffect });

    const failure = once(deps, effect, delivery, make);

    await expect(failure).rejects.toThrow(RetryLater);
    await expect(failure).rejects.toMatchObject({ notBefore: until, cause: undefined });
    expect(make).not.toHaveBeenCalled();
  });
});

describe('an effect that fails', () => {
  test('is given back and retried when it was refused for certain', async () => {
    const { thrown, spies } = await failing(refused);

    expect(thrown).toBe(refused);
    expect(spies.releaseEffect).toHaveBeenCalledWith(effect, 'token-1');
    expect(spies.finishEffect).not.toHaveBeenCalled();
  });

  test('keeps its lease when nobody knows whether it was made: a retry when that ends', async () => {
    const { thrown, spies } = await failing(unclear);

    expect(thrown).toBeInstanceOf(RetryLater);
    expect(thrown).toMatchObject({ notBefore: leaseEnd, cause: unclear });
    expect(spies.releaseEffect).not.toHaveBeenCalled();
    expect(spies.finishEffect).not.toHaveBeenCalled();
  });

  test('fails for good when it can never be made, without the words of the refusal', async () => {
    const { thrown, spies } = await failing(hopeless);

    expect(thrown).toBeInstanceOf(PermanentFailure);
    expect(thrown).toMatchObject({
      reason: 'MAIL_REFUSED',
      message: expect.not.stringContaining('hopeless'),
      cause: hopeless,
    });
    expect(spies.releaseEffect).toHaveBeenCalledTimes(1);
  });

  test('is told of by its own error although the lease cannot be given back', async () => {
    const releaseEffect = () => Promise.reject(Object.assign(unclear, { name: 'TimeoutError' }));

    const { thrown, lines } = await failing(refused, { releaseEffect });

    expect(thrown).toBeInstanceOf(RetryLater);
    expect(thrown).toMatchObject({ notBefore: leaseEnd, cause: refused });
    expect(lines).toMatchObject([{ level: 'warn', reason: 'TimeoutError' }]);
  });

  test('fails for good although the lease cannot be given back', async () => {
    const thrownByRelease: unknown = 'no error at all';
    const releaseEffect = () =>
      Promise.resolve().then(() => {
        throw thrownByRelease;
      });

    const { thrown, lines } = await failing(hopeless, { releaseEffect });

    expect(thrown).toMatchObject({ reason: 'MAIL_REFUSED' });
    expect(lines).toMatchObject([{ level: 'warn', reason: 'unknown' }]);
  });
});

describe('an effect for which the invocation has no time left', () => {
  test('is not begun, and given back', async () => {
    const { deps, spies, delivery, make } = makeDeps();
    const signal = AbortSignal.abort();

    const failure = once(deps, effect, { ...delivery, signal }, make);

    await expect(failure).rejects.toThrow(OutOfTime);
    expect(make).not.toHaveBeenCalled();
    expect(spies.releaseEffect).toHaveBeenCalledWith(effect, 'token-1');
  });
});

describe('an effect that was made', () => {
  test('and whose lease ran out is told of', async () => {
    const { deps, delivery, lines, make } = makeDeps({
      finishEffect: () => Promise.resolve(false),
    });

    await expect(once(deps, effect, delivery, make)).resolves.toBe(true);

    expect(lines).toMatchObject([{ level: 'warn' }]);
  });

  test('is no retry when it cannot be marked done: the retry would make it twice', async () => {
    const { deps, delivery, counts, make } = makeDeps({
      finishEffect: () => Promise.reject(unclear),
      sleep: () => Promise.resolve(),
    });

    await expect(once(deps, effect, delivery, make)).resolves.toBe(true);

    expect(counts).toEqual({ UnmarkedEffects: 1 });
  });
});
