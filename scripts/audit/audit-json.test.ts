import type { AuditReport } from '@bbws/audit/audit-orders';
import { aTenantId } from '@bbws/domain/testing/builders';
import { describe, expect, test } from '@jest/globals';
import { auditJson } from './audit-json.ts';

const place = { environment: 'prod', account: '000000000000', region: 'af-south-1' };
const audited = {
  tenantId: aTenantId('tenant-x'),
  day: '2026-11-20',
  environmentOption: ' --env prod',
};

const report: AuditReport = {
  orders: 2,
  whole: 1,
  inProgress: 0,
  violations: [
    { invariant: 'listed', message: 'A.', remedy: 'pnpm order hide && pnpm order show' },
    { invariant: 'sums', message: 'B.' },
  ],
  deadLetters: [],
  queues: {},
};

describe('the report as JSON', () => {
  test('says which environment, account and region it is about', () => {
    const json: unknown = JSON.parse(auditJson(place, audited, report));

    expect(json).toMatchObject({ ...place, tenantId: 'tenant-x', date: '2026-11-20', orders: 2 });
  });

  test('has commands that can be run as they are', () => {
    const json: unknown = JSON.parse(auditJson(place, audited, report));

    expect(json).toHaveProperty('violations', [
      {
        invariant: 'listed',
        message: 'A.',
        remedy: 'pnpm order hide --env prod && pnpm order show --env prod',
      },
      { invariant: 'sums', message: 'B.' },
    ]);
  });
});
