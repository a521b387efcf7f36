/** The workflows of this repository keep the rules, and section 6 of the requirements. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { root } from '../lib/root.ts';
import { allRules } from './all-rules.ts';
import { deployments, houseOf, sourceFiles } from './house.ts';
import { roleArn } from './rules/targets.ts';

const house = houseOf(sourceFiles());

/** The table of section 6, in its words. */
const section6 = {
  dev: {
    ...{ account: '536580886816', regions: ['eu-west-1'], branch: 'develop' },
    ...{ domain: 'api-dev.bbws.io', approvals: ['lead developer'] },
    ...{ selfReview: true, waitMinutes: 0, businessHours: false },
  },
  sit: {
    ...{ account: '815856636111', regions: ['eu-west-1'], branch: 'release' },
    ...{ domain: 'api-sit.bbws.io', approvals: ['tech lead', 'QA'] },
    ...{ selfReview: false, waitMinutes: 0, businessHours: false },
  },
  prod: {
    ...{ account: '093646564004', regions: ['af-south-1', 'eu-west-1'], branch: 'main' },
    ...{ domain: 'api.bbws.io', approvals: ['tech lead', 'product owner', 'DevOps'] },
    ...{ selfReview: false, waitMinutes: 30, businessHours: true },
  },
};

const value = (file: string, name: string): string | undefined =>
  new RegExp(`^\\s*${name}\\s*=\\s*"([^"]*)"`, 'm').exec(
    readFileSync(`${root}/terraform/${file}`, 'utf8'),
  )?.[1];

describe.each(deployments(house))(
  'The deployment to $environment',
  ({ environment, rules, workflow }) => {
    const wanted = section6[environment];
    const jobs = Object.values(workflow?.jobs ?? {});

    test('is approved by whom section 6 names, in that order, each in an environment of their own', () => {
      expect(rules.approvals.map(({ role }) => role)).toEqual(wanted.approvals);
      expect(new Set(rules.approvals.map((one) => one.environment)).size).toBe(
        wanted.approvals.length,
      );
      expect(new Set(rules.approvals.map(({ team }) => team)).size).toBe(wanted.approvals.length);
    });

    test('passes as many approved environments as there are approvals, and the one that plans', () => {
      const environments = jobs.flatMap((job) => job.environment?.name ?? []);

      expect(environments).toEqual([
        `${environment}-plan`,
        ...rules.approvals.map((one) => one.environment),
      ]);
    });

    test('waits, allows self-review and keeps hours as section 6 says', () => {
      const { selfReview, waitMinutes, businessHours } = wanted;

      expect(rules).toMatchObject({ selfReview, waitMinutes, businessHours });
    });

    test('comes from its branch', () => {
      expect(rules.branch).toBe(wanted.branch);
    });

    test('goes to its account, regions and name, which Terraform has as well', () => {
      const [region] = wanted.regions;

      expect(house.accounts[environment]).toMatchObject({
        accountId: wanted.account,
        regions: wanted.regions,
        apiDomain: wanted.domain,
      });
      expect(value(`${environment}.tfvars`, 'account_id')).toBe(wanted.account);
      expect(value(`${environment}.tfvars`, 'primary_region')).toBe(region);
      expect(value(`backends/${environment}.s3.tfbackend`, 'region')).toBe(region);
      expect(value(`backends/${environment}.s3.tfbackend`, 'bucket')).toBe(
        `bbws-terraform-state-${environment}`,
      );
      expect(value(`bootstrap/${environment}.tfvars`, 'account_id')).toBe(wanted.account);
    });

    test('takes the roles of its account alone', () => {
      const roles = jobs.flatMap(({ steps }) => steps).flatMap((step) => step.with['role'] ?? []);

      expect(roles).toEqual([
        roleArn('plan', environment, wanted.account),
        roleArn('deploy', environment, wanted.account),
      ]);
      expect(roles[1]).toBe(
        `arn:aws:iam::${wanted.account}:role/github-2-bbws-order-lambda-${environment}`,
      );
    });
  },
);

test.each(allRules.map((rule) => [rule.name, rule] as const))(
  'The workflows keep the rule %s',
  (_, rule) => {
    expect(rule(house)).toEqual([]);
  },
);
