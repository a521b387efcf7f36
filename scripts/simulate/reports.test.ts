import { describe, expect, test } from '@jest/globals';
import { scenarioReport } from './play-scenario.ts';
import { defectReport } from './try-defect.ts';

const scenario = { name: 'ses-down', what: 'SES answers nobody.', expected: 'Mails wait.' };
const played = { figures: {}, unmet: [], breaches: [], simulatedMs: 3_600_000, realMs: 9_000 };
const unmet = ['no mail twice', 'every dead letter redriven'];
const breaches = [{ invariant: 'sums', message: 'a cent is missing' }];

describe('what is told of a scenario', () => {
  test('is no command and no violation when nothing failed', () => {
    const { row, failed, out, err } = scenarioReport(scenario, played);

    expect([row.violations, failed, err]).toEqual([0, false, []]);
    expect(out.at(-1)).toBe('  0 violations; 9 s, 400 times real time\n');
  });

  test('counts what did not come about among the violations, in figures and in words', () => {
    const { row, failed, out } = scenarioReport(scenario, { ...played, unmet, breaches });

    expect([row.violations, failed]).toEqual([3, true]);
    expect(out.at(-1)).toMatch(/^ {2}3 violations;/);
  });

  test.each([
    ['only expectations are not met', { unmet }],
    ['only promises are broken', { breaches }],
  ])('ends with the command that repeats it when %s', (_, failure) => {
    const { err } = scenarioReport(scenario, { ...played, ...failure });

    expect(err.at(-1)).toBe('\nRepeat this run: pnpm simulate scenarios --only ses-down');
  });

  test('says that it was slower than it is meant to be', () => {
    const { out } = scenarioReport(scenario, { ...played, realMs: 18_000 });

    expect(out.at(-1)).toContain('200 times real time (300 are aimed at)');
  });
});

describe('what is told of a defect', () => {
  const defect = { name: 'no-sweeper', what: 'Nobody sweeps.', caughtBy: 'outbox-empty' };
  const tried = { caught: true, breaches: { 'mails-sent': 2 }, orders: 40, simulatedMs: 1 };

  test('is one line when it is noticed', () => {
    const { failed, out, err } = defectReport(defect, tried);

    expect([failed, out.length, err]).toEqual([false, 1, []]);
    expect(out[0]).toMatch(/^noticed +no-sweeper/);
  });

  test('is what it broke instead, and the command that repeats it, when it is not', () => {
    const { failed, out, err } = defectReport(defect, { ...tried, caught: false });

    expect(failed).toBe(true);
    expect(out[0]).toMatch(/^NOT NOTICED no-sweeper/);
    expect(err).toEqual([
      '  broken instead: mails-sent 2',
      '\nRepeat this run: pnpm simulate defects --only no-sweeper',
    ]);
  });
});
