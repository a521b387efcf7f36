/** Time, people and links: the rules of a deployment, without GitHub. */
import { describe, expect, test } from '@jest/globals';
import { approvalProblems } from './approvals.ts';
import { closedBecause } from './business-hours.ts';
import { readDeliveryRules } from './delivery-rules.ts';
import { rollbackPlanProblem } from './rollback-plan.ts';
import { settingsProblems, wantedEnvironments } from './settings-problems.ts';

describe('Business hours', () => {
  test.each([
    ['begin at nine', '2026-11-30T09:00:00+02:00'],
    ['end before four', '2026-11-30T15:59:59+02:00'],
    ['are those of South Africa, not of the machine', '2026-11-30T02:30:00-05:00'],
    ['are kept on the day before a holiday', '2026-12-15T10:00:00+02:00'],
  ])('%s', (_, at) => {
    expect(closedBecause(new Date(at))).toBeUndefined();
  });

  test.each([
    ['before nine', '2026-11-30T08:59:59+02:00', 'out of hours'],
    ['from four on', '2026-11-30T16:00:00+02:00', 'out of hours'],
    ['on a Saturday', '2026-11-28T10:00:00+02:00', 'the weekend'],
    ['on a Sunday', '2026-11-29T10:00:00+02:00', 'the weekend'],
    ['on a holiday', '2026-12-16T10:00:00+02:00', 'Day of Reconciliation'],
    ['on a holiday that moves', '2027-03-26T10:00:00+02:00', 'Good Friday'],
    ['on the Monday after a holiday on a Sunday', '2026-08-10T10:00:00+02:00', 'Public Holiday'],
  ])('are over %s', (_, at, why) => {
    expect(closedBecause(new Date(at))).toContain(why);
  });
});

describe('A rollback plan', () => {
  test.each([
    'https://github.com/bbws/order-service/issues/7',
    'https://wiki.example.com/p?id=1#a',
  ])('may be %s', (link) => {
    expect(rollbackPlanProblem(link)).toBeUndefined();
  });

  test.each([
    ['no address', 'revert it'],
    ['nothing', ''],
    ['an address without encryption', 'http://example.com/plan'],
    ['a script', 'javascript:alert(1)//example.com/plan'],
    ['a site without a page', 'https://example.com/'],
    ['a machine of the house', 'https://localhost/plan'],
    ['an address with a password', ['https://me', 'secret@example.com/plan'].join(':')],
    ['two lines', 'https://example.com/plan\nhttps://example.com'],
  ])('is not %s', (_, link) => {
    expect(rollbackPlanProblem(link)).toContain('must be the https address of a page');
  });
});

describe('Approvals', () => {
  const { prod, dev } = readDeliveryRules();
  const approvers = (first: string, second: string, third: string) =>
    new Map([
      ['prod-tech-lead', [first]],
      ['prod-product-owner', [second]],
      ['prod', [third]],
    ]);

  test('are complete with three people who did not start the run', () => {
    expect(approvalProblems(prod, approvers('a', 'b', 'c'), ['d'])).toEqual([]);
  });

  test.each([
    [
      'by one person for two teams',
      approvers('a', 'a', 'c'),
      'prod-product-owner: a approved as tech lead already; product owner must be somebody else',
    ],
    [
      'by whoever started the run',
      approvers('d', 'b', 'c'),
      'prod-tech-lead: d started this run and must not approve it',
    ],
    [
      'by whoever started it again',
      approvers('e', 'b', 'c'),
      'prod-tech-lead: e started this run and must not approve it',
    ],
    [
      'that an administrator passed by',
      new Map([
        ['prod-tech-lead', ['a']],
        ['prod', ['c']],
      ]),
      'prod-product-owner: no product owner approved this run',
    ],
    [
      'by one person for two teams when the run was started again',
      new Map([
        ['prod-tech-lead', ['x', 'a']],
        ['prod-product-owner', ['b', 'x']],
        ['prod', ['c']],
      ]),
      'prod-product-owner: x approved as tech lead already; product owner must be somebody else',
    ],
  ])('do not count %s', (_, given, problem) => {
    expect(approvalProblems(prod, given, ['d', 'e'])).toEqual([problem]);
  });

  test('may be those of whoever started the run in dev', () => {
    expect(approvalProblems(dev, new Map([['dev', ['a']]]), ['a'])).toEqual([]);
  });

  test('can be asked for up to one of them, and that must be one', () => {
    const first = new Map([['prod-tech-lead', ['a']]]);

    expect(approvalProblems(prod, first, ['d'], 'prod-tech-lead')).toEqual([]);
    expect(() => approvalProblems(prod, first, ['d'], 'prod-tech')).toThrow(
      'prod-tech is no approval',
    );
  });
});

describe('Settings', () => {
  const rules = readDeliveryRules();
  const [plan, approval] = wantedEnvironments('dev', rules.dev);
  const asWanted = {
    reviewers: ['order-lead-developers'],
    selfReview: true,
    waitMinutes: 0,
    adminsBypass: false,
    branches: ['develop'],
  };

  test('of an environment that plans have no reviewer, whatever administrators may', () => {
    if (!plan) throw new Error('dev plans nowhere');
    const actual = { ...asWanted, reviewers: [], adminsBypass: true };

    expect(settingsProblems(rules.dev, plan, actual)).toEqual([]);
    expect(settingsProblems(rules.dev, plan, asWanted)).toEqual([
      'dev-plan: reviewers must be nobody, not order-lead-developers',
    ]);
  });

  test.each([
    [
      'another team',
      { reviewers: ['others'] },
      'dev: reviewers must be order-lead-developers, not others',
    ],
    [
      'one reviewer more, who would satisfy it alone',
      { reviewers: ['order-lead-developers', 'the person x'] },
      'dev: reviewers must be order-lead-developers, not order-lead-developers, the person x',
    ],
    [
      'a branch more',
      { branches: ['develop', 'main'] },
      'dev: the branch develop alone may deploy, not develop, main',
    ],
    [
      'self-review that is prevented',
      { selfReview: false },
      'dev: whoever starts a deployment may approve it here: allow self-review',
    ],
  ])('differ with %s', (_, other, problem) => {
    if (!approval) throw new Error('dev has no approval');

    expect(settingsProblems(rules.dev, approval, { ...asWanted, ...other })).toEqual([problem]);
  });
});
