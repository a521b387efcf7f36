/** What an audit tells a machine: one object, which says of itself where it comes from. */
import type { AuditReport } from '@bbws/audit/audit-orders';
import type { Stack } from '../lib/connect.ts';
import { inEnvironment, type Audited } from './report.ts';

type Place = Pick<Stack, 'environment' | 'account' | 'region'>;

/** The report with its environment, account and region, and with commands that can be run as they are. */
export const auditJson = (
  { environment, account, region }: Place,
  audited: Audited,
  report: AuditReport,
): string =>
  JSON.stringify({
    ...{ environment, account, region },
    tenantId: audited.tenantId,
    date: audited.day,
    ...report,
    violations: report.violations.map((violation) => ({
      ...violation,
      remedy: violation.remedy && inEnvironment(violation.remedy, audited),
    })),
  });
