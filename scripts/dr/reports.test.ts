import { OrderId } from '@bbws/domain/identifiers';
import { aTenantId, sampleOrderId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { drainWords } from './drain-progress.ts';
import { timingOf } from './move-timing.ts';
import { afterMove, beforeMove } from './move-words.ts';
import { reconcileReport, type ReconcileResult } from './reconcile-report.ts';
import { statusReport } from './status-report.ts';
import { stoppedReport } from './stopped-report.ts';
import { bothSay, depth, first, goneRegion, look, movedAt, second } from './testing/looks.ts';

const regions = {
  environment: 'prod',
  apiDomain: 'api.bbws.io',
  regions: [{ name: first }, { name: second }],
};
const move = { regions, from: first, to: second };
const timing = timingOf({ timeScale: 1 }, 30);

describe('the report of the status', () => {
  const now = new Date('2026-11-20T12:30:00.000Z');
  const report = (looks: Parameters<typeof statusReport>[0]) =>
    statusReport(looks, { isWell: true, lines: ['Nothing.'] }, now);

  test('has who writes, each region, each queue and what to do next', () => {
    const flag = { region: first, changedAt: movedAt };

    expect(report([look(first, flag, { queue: { inFlight: 2 } }), goneRegion(second)])).toBe(
      [
        'Writer: af-south-1, since 2026-11-20T09:30:00.000Z (3 h)',
        '',
        'region      /health          table            its replica says',
        'af-south-1  answers, 43 ms   answers, 12 ms   af-south-1',
        'eu-west-1   does not answer  does not answer',
        '',
        'region      queue  waiting  in flight  delayed  dead letters',
        'af-south-1  pdf          0          2        0             0',
        'eu-west-1, /health: no answer within 6 s',
        'eu-west-1, the table: no answer within 6 s',
        'eu-west-1, the queues: no answer within 6 s',
        '',
        'Next:',
        '  Nothing.',
      ].join('\n'),
    );
  });

  test.each([
    [bothSay({ region: first }), 'Writer: af-south-1, since the table was made'],
    [bothSay({ region: 'none', changedAt: movedAt }), 'Writer: NOBODY, since 2026-11-20T09:3'],
    [bothSay(undefined), 'Writer: every region, none is named'],
    [[look(first, undefined)], 'Writer: the only region'],
    [[goneRegion(first), goneRegion(second)], 'Writer: not known, no table answers'],
    [
      [look(first, { region: first }), look(second, { region: second })],
      'Writer: the replicas disagree',
    ],
  ])('begins with who writes', (looks, line) => {
    expect(report(looks)).toContain(line);
  });

  test('does not claim to have asked what has no address', () => {
    expect(report([{ ...look(first, undefined), health: undefined }])).toContain('not asked');
  });
});

describe('a planned move', () => {
  test('says beforehand how long nobody writes, and what lies in the queues', () => {
    const looks = [look(first, { region: first }, { queue: { waiting: 2, deadLetters: 1 } })];

    expect(beforeMove({ ...move, kind: 'move', timing }, looks)).toEqual([
      'Planned move of prod, from af-south-1 to eu-west-1.',
      '  Nobody writes (create and update answer 503, reads go on) for 125 s and as long as the queues of af-south-1 need,',
      '  30 minutes at most. In them now: 2 messages; dead letters: 1.',
      '  Redrive the dead letters first, or reconcile after: once it has moved they stay there.',
    ]);
    expect(afterMove(move, looks)).toContain(
      'What its dead letters ask for: pnpm dr reconcile --env prod --region eu-west-1 --dry-run',
    );
  });

  test('says that it goes on, and nothing of dead letters that are not there', () => {
    const looks = bothSay({ region: 'none' });

    expect(beforeMove({ ...move, kind: 'go-on', timing }, looks)[0]).toMatch(/goes on where it/);
    expect(afterMove(move, looks).join('\n')).not.toContain('dead letters');
  });

  test('says how DNS is held away from the first region, and led back to it', () => {
    const looks = bothSay({ region: first });
    const back = { ...move, from: second, to: first };

    expect(afterMove(move, looks).join('\n')).toMatch(
      /writes are refused there. To hold it away:\n {2}aws route53 .*\/held-away .*'af-south-1\.api\.bbws\.io'/,
    );
    expect(afterMove(back, looks).join('\n')).toMatch(
      /lead callers back to it:\n {2}aws route53 .*\/health .*'af-south-1\.api\.bbws\.io'/,
    );
  });

  test('has nothing to say of DNS where there is none', () => {
    const local = { ...move, regions: { environment: 'local', regions: regions.regions } };

    expect(afterMove(local, bothSay({ region: first }))).toEqual([
      'Redrive nothing in af-south-1 from now on.',
      'Next: pnpm dr status',
    ]);
  });

  test('waits for the sweeper, the slowest that asks who writes', () => {
    expect(timing.longestRequest).toBe(50_000);
  });

  test('shows which queues are not empty, and for how long all are', () => {
    const busy = [depth({ inFlight: 2 }), depth({ name: 'sweeper', delayed: 1 }), depth()];

    expect(drainWords({ depths: busy, emptyFor: undefined }, 60_000)).toBe(
      'waiting 0, in flight 2, delayed 1 (pdf 2, sweeper 1)',
    );
    expect(drainWords({ depths: [depth()], emptyFor: 15_000 }, 60_000)).toBe(
      'waiting 0, in flight 0, delayed 0; empty for 15 s of 60 s',
    );
  });
});

describe('a move that was stopped', () => {
  const why = 'Ended by the operator.';
  const looks = [look(first, { region: 'none' }), goneRegion(second)];
  const lines = (state: Parameters<typeof stoppedReport>[0]['state']) =>
    stoppedReport({ ...move, state, why }, looks).join('\n');

  test.each([
    ['nobody-writes', 'NOBODY WRITES', 'Go back to af-south-1, at once:'],
    ['moved', 'eu-west-1 WRITES', 'pnpm dr status --env prod'],
    ['unknown', 'WHO WRITES IS FOR THE FLAG TO SAY', 'If it says none: pnpm dr failback'],
  ] as const)('says that it is %s, what the regions say and how to go on', (state, words, next) => {
    expect(lines(state)).toContain(`The move was stopped. ${why}`);
    expect(lines(state)).toContain(words);
    expect(lines(state)).toContain(next);
    expect(lines(state)).toContain(
      'The flag says now: af-south-1: none, eu-west-1: does not answer.',
    );
  });
});

describe('the report of a reconciliation', () => {
  const reference = { tenantId: aTenantId('tenant-x'), id: v.parse(OrderId, sampleOrderId) };
  const result = (changes: Partial<ReconcileResult> = {}): ReconcileResult => ({
    ...{ looked: 1_204, found: 0, left: [], notBegun: 0, unreadable: [] },
    replayed: { record: 0, pdf: 0, internal: 0, confirm: 0 },
    ...changes,
  });
  const again = 'pnpm dr reconcile --region eu-west-1';
  const report = (changes: Partial<ReconcileResult>, dryRun = false) =>
    reconcileReport(result(changes), dryRun, again);

  test('counts what was found, replayed and left', () => {
    const left = [
      { ...reference, effect: 'confirm' as const, why: 'Somebody is sending this mail now.' },
      { ...reference, why: 'It is damaged.' },
    ];

    expect(
      report({ found: 31, replayed: { record: 3, pdf: 9, internal: 22, confirm: 23 }, left }),
    ).toEqual([
      'looked at  1,204 orders',
      'found      31 that lack something',
      'replayed   57 events: records 3, invoices 9, mails to the team 22, mails to customers 23',
      'left       2',
      `  ${sampleOrderId} of tenant-x, mails to customers: Somebody is sending this mail now.`,
      `  ${sampleOrderId} of tenant-x: It is damaged.`,
      '',
      `Run it again when the queues are empty, until it finds nothing: ${again}`,
    ]);
  });

  test('counts an entry that is no order’s among what is left', () => {
    const lines = report({ unreadable: [new Error('The key of an order does not fit.')] });

    expect(lines).toContain('left       1');
    expect(lines).toContain('  an entry that is no order’s: The key of an order does not fit.');
    expect(lines).not.toContain('Nothing is missing.');
  });

  test('says so when nothing is missing', () => {
    expect(report({}).at(-1)).toBe('Nothing is missing.');
  });

  test('tells a dry run from a real one', () => {
    const lines = report({ replayed: { record: 1, pdf: 0, internal: 0, confirm: 0 } }, true);

    expect(lines).toContainEqual(expect.stringMatching(/^would send 1 events/));
    expect(lines.at(-1)).toBe(`Run it again without --dry-run: ${again}`);
  });

  test('prints some of many, and what was not looked at', () => {
    const left = Array.from({ length: 25 }, () => ({ ...reference, why: 'It is damaged.' }));
    const lines = report({ left, notBegun: 7 });

    expect(lines).toContain('  … and 5 more');
    expect(lines).toContain('stopped    7 orders were not looked at: run it again');
  });
});
