/** Table, bucket and queues say that everything promised of the order is so, the mails among it. */
import type { AuditReport } from '@bbws/audit/audit-orders';
import { NotChecked } from '../outcome.ts';
import { noted, type Check } from '../smoke.ts';

const inWords = (report: AuditReport | undefined): string => {
  const broken = (report?.violations ?? []).map(
    ({ invariant, message }) => `${invariant}: ${message}`,
  );
  return broken.length > 0 ? broken.join(' ') : 'no audit yet';
};

export const audit: Check = {
  name: 'audit',
  expects: 'one record, invoices and mails as promised',
  run: async ({ audit: auditOf, notes, wait }) => {
    const { id } = noted(notes.recorded, 'a recorded order');
    if (!auditOf)
      throw new NotChecked('needs access to table, bucket and queues: --env with credentials');
    let report: AuditReport | undefined;
    await wait.until(
      'nothing wrong and nothing left to do in the audit of the order',
      () => inWords(report),
      async () => {
        report = await auditOf(id);
        return report.whole === report.orders ? true : undefined;
      },
    );
    return undefined;
  },
};
