import { expect, test } from '@jest/globals';
import { startDeadline } from './deadline.ts';
import { virtualTime } from './testing/virtual-time.ts';

const start = (timeoutSeconds: number) => {
  const time = virtualTime();
  const startedAt = time.now();
  const deadline = startDeadline(time.sleep, time.contextOf(timeoutSeconds));
  const secondsAt = (moment: Promise<void>) => moment.then(() => (time.now() - startedAt) / 1000);
  const { stopped, cut, over } = deadline;
  return { time, deadline, moments: Promise.all([stopped, cut, over].map(secondsAt)) };
};

test('the moments of a deadline come 5, 1.2 and 0.5 s before the time-out', async () => {
  const { time, deadline, moments } = start(60);

  expect(await time.passing(moments)).toEqual([55, 58.8, 59.5]);
  expect(deadline.signal.aborted).toBe(true);
});

test('a deadline that has passed is felt before anything else happens', async () => {
  const { deadline, moments } = start(0.2);

  expect(deadline.signal.aborted).toBe(true);
  expect(await moments).toEqual([0, 0, 0]);
});

test('a deadline that is ended never comes, and keeps no timer', async () => {
  const { time, deadline, moments } = start(60);

  deadline.end();

  await expect(time.passing(moments)).rejects.toThrow('Nothing happens any more');
  expect(deadline.signal.aborted).toBe(false);
  expect(time.sleepers()).toBe(0);
});

test('a clock that fails is no deadline that has passed unnoticed: everybody hears of it', async () => {
  const broken = () => Promise.reject(new Error('The clock is broken'));

  const { stopped, cut, over } = startDeadline(broken, { getRemainingTimeInMillis: () => 30_000 });

  const heard = await Promise.allSettled([stopped, cut, over]);
  expect(heard.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});
