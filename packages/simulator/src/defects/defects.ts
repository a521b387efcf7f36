/** Defects made on purpose, each with the invariant that must notice it: a simulator that cannot fail proves nothing. */
import { invoiceDefects } from './of-invoices.ts';
import { mailDefects } from './of-mails.ts';
import { messageDefects } from './of-messages.ts';
import { apiDefects } from './of-the-api.ts';
import type { NamedDefect } from './named-defect.ts';

export const defects: readonly NamedDefect[] = [
  ...apiDefects,
  ...mailDefects,
  ...invoiceDefects,
  ...messageDefects,
];
