import { describe, expect, test } from '@jest/globals';
import { environmentNames, situationIn } from './situation.ts';
import { parseVariables } from './tfvars.ts';

const text = `# monthly_budget_usd = 1
environment = "sit"

regions = {
  "eu-west-1" = {
    monthly_budget_usd = 2
  }
}
waf            = { requests_per_five_minutes = 10000 }

log_retention_days = 90 # days
monthly_budget_usd =   1000
`;

describe('a file of variables', () => {
  test('is read at its top level alone, without comments', () => {
    expect(parseVariables('sit.tfvars', text)).toEqual({
      logRetentionDays: 90,
      monthlyBudgetUsd: 1000,
      enableXray: false,
      hasWaf: true,
    });
  });

  test('may switch X-Ray on, and have no web ACL', () => {
    const changed = `${text.replace(/^waf.*$/m, 'waf = null')}enable_xray = true\n`;

    expect(parseVariables('sit.tfvars', changed)).toMatchObject({
      enableXray: true,
      hasWaf: false,
    });
  });

  test.each([
    ['monthly_budget_usd', text.replace(/^monthly_budget_usd.*$/m, '')],
    ['monthly_budget_usd', text.replace('1000\n', 'var.budget\n')],
    ['enable_xray', `${text}enable_xray = "yes"`],
  ])('is refused, with its name and that of %s', (name, wrong) => {
    expect(() => parseVariables('sit.tfvars', wrong)).toThrow(`sit.tfvars: ${name}: `);
  });
});

test('the environments are as terraform/ has them', () => {
  const found = environmentNames.map((name) => {
    const { primary, others, hasWaf, enableXray, monthlyBudgetUsd, logRetentionDays } =
      situationIn(name)(1);
    return [primary, others, hasWaf, enableXray, monthlyBudgetUsd, logRetentionDays];
  });

  expect(found).toEqual([
    ['eu-west-1', [], false, false, 500, 30],
    ['eu-west-1', [], true, false, 1000, 90],
    ['af-south-1', ['eu-west-1'], true, false, 5000, 365],
  ]);
});
