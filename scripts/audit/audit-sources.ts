/** What an audit reads in an environment. */
import type { AuditSources } from '@bbws/audit/audit-orders';
import { readMails } from '@bbws/local-aws/mails';
import type { Stack } from '../lib/connect.ts';

/** @param inboxUrl of the local AWS, whose inbox tells of mails that were sent twice; nobody reads a customer's mail */
export const auditSources = (stack: Stack, inboxUrl: string | undefined): AuditSources => ({
  ...stack,
  now: () => new Date(),
  peek: { hiddenFor: Math.min(60 * stack.timeScale, 43_200) },
  ...(inboxUrl !== undefined && { readInbox: () => readMails(inboxUrl) }),
});
