import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { defects } from '../defects/defects.ts';
import { auditedPromises, simulatedPromises } from '../invariants/promises.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { FiguresFile, type StormRow } from './figures-file.ts';
import { guaranteesPage } from './guarantees-page.ts';

const aStorm = (changes: Partial<StormRow> = {}): StormRow => ({
  seed: 1,
  orders: 2_000,
  recorded: 1_901,
  rejected: 99,
  updates: 1_234,
  calls: 123_456,
  faults: { 'error-before': 2_222, 'stale-read': 33 },
  faultsInAll: 2_255,
  deliveries: 7_777,
  duplicates: 555,
  retries: 444,
  deadLetters: 11,
  sweptEvents: 66,
  mails: 5_678,
  mailsSentTwice: 7,
  violations: 0,
  speed: 4_321,
  ...changes,
});

const someFigures = (changes: Partial<FiguresFile> = {}): FiguresFile =>
  v.parse(FiguresFile, {
    measuredOn: '2026-11-20',
    commit: '0123456',
    promises: [],
    exhaustive: {
      flows: [
        { name: 'recorded, then paid', points: 40, cases: 280 },
        { name: 'rejected', points: 150, cases: 1_050 },
      ],
      violations: 0,
      speed: 1_500,
    },
    storms: [aStorm(), aStorm({ seed: 2, mailsSentTwice: 9 })],
    scenarios: [
      {
        name: 'ses-down',
        figures: { orders: 90, 'dead letters': 'none' },
        violations: 0,
        speed: 2_000,
      },
    ],
    defects: [
      {
        name: 'no-sweeper',
        caughtBy: 'outbox-empty',
        breaches: { 'outbox-empty': 17, 'mails-sent': 2 },
      },
    ],
    ...changes,
  });

const page = guaranteesPage(someFigures());

/** The cells of the line of a table that begins with `first`. */
const rowOf = (text: string, first: string): string[] | undefined =>
  text
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.replaceAll('| ', '').replaceAll(' |', '')))
    .find(([cell]) => cell === first);

describe('the page of guarantees', () => {
  test.each(simulatedPromises)('says what is promised: $name', ({ name, promise }) => {
    expect(rowOf(page, `\`${name}\``)).toEqual([`\`${name}\``, promise]);
  });

  test.each(auditedPromises)(
    'says what is promised, and what an account shows of it: $name',
    ({ name, promise, seenInAccounts = 'all' }) => {
      expect(rowOf(page, `\`${name}\``)).toEqual([`\`${name}\``, promise, seenInAccounts]);
    },
  );

  test.each([
    ['mails-once', /inbox/],
    ['mails-true', /inbox/],
    ['dead-letter-reason', /not that one is missing/],
  ])('does not say that an account shows all of %s', (name, what) => {
    expect(rowOf(page, `\`${name}\``)?.at(2)).toMatch(what);
  });

  test.each(scenarios.map(({ name, what, expected }) => ({ name, what, expected })))(
    'tells each trouble and what is expected of it: $name',
    ({ name, what, expected }) => {
      expect(page).toContain(`**\`${name}\`**. ${what}\nExpected: ${expected}\n`);
    },
  );

  test.each(defects.map(({ name, what, caughtBy }) => ({ name, what, caughtBy })))(
    'names each defect and the promise that it breaks: $name',
    ({ what, caughtBy }) => {
      expect(rowOf(page, what)?.slice(0, 2)).toEqual([what, `\`${caughtBy}\``]);
    },
  );

  test('names the day and the commit, and every fault that was tried, flow by flow', () => {
    expect(page).toContain('On 2026-11-20, at commit 0123456.');
    expect(rowOf(page, 'recorded, then paid')).toEqual(['recorded, then paid', '40', '280']);
    expect(page).toContain('1,330 cases, 0 violations, at 1,500 times real time.');
  });

  test('has a column for each storm', () => {
    expect(rowOf(page, 'Seed')).toEqual(['Seed', '1', '2']);
    expect(rowOf(page, 'Calls to AWS')).toEqual(['Calls to AWS', '123,456', '123,456']);
    expect(rowOf(page, 'of these twice, after a cut')).toEqual([
      'of these twice, after a cut',
      '7',
      '9',
    ]);
  });

  test('has every figure of a storm but the kinds of its faults', () => {
    const { seed, faults, ...figures } = aStorm();
    expect([seed, Object.keys(faults).length]).toEqual([1, 2]);

    const shown = page.split('\n').flatMap((line) => line.split('|')[2]?.trim() ?? []);

    for (const [name, value] of Object.entries(figures))
      expect(shown).toContain(
        name === 'violations' ? `**${value}**` : value.toLocaleString('en-US'),
      );
  });

  test('has what was measured in a trouble, and says what was not measured', () => {
    expect(page).toContain('Measured: orders: 90; dead letters: none; violations: 0.');
    expect(page.split('Not measured yet.')).toHaveLength(scenarios.length);
  });

  test('has how often a defect was noticed, by the promise that must notice it', () => {
    const noSweeper = defects.find(({ name }) => name === 'no-sweeper');
    const another = defects.find(({ name }) => name !== 'no-sweeper');

    expect(rowOf(page, noSweeper?.what ?? '')?.at(2)).toBe('17');
    expect(rowOf(page, another?.what ?? '')?.at(2)).toBe('not measured');
  });

  test('says which runs were slower than they are meant to be', () => {
    const slow = guaranteesPage(
      someFigures({ storms: [aStorm({ speed: 300 }), aStorm({ seed: 3, speed: 266 })] }),
    );

    expect(page).toContain('No run missed it.');
    expect(slow).toContain('**Missed** by the storm of seed 3 (266).');
  });

  test('does not hide violations', () => {
    const broken = guaranteesPage(
      someFigures({
        exhaustive: { flows: [], violations: 3, speed: 1 },
        storms: [aStorm({ violations: 4 })],
        scenarios: [{ name: 'ses-down', figures: {}, violations: 5, speed: 1 }],
      }),
    );

    expect(broken).toContain('0 cases, 3 violations');
    expect(rowOf(broken, '**Violations**')).toEqual(['**Violations**', '**4**']);
    expect(broken).toContain('violations: 5.');
  });
});
