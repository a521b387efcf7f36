/** All checks, in the order in which they are made: later ones look at what earlier ones have left. */
import { audit } from './checks/audit.ts';
import { badInput } from './checks/bad-input.ts';
import { everyAnswerChecks } from './checks/every-answer.ts';
import { foreignList } from './checks/foreign-list.ts';
import { foreignOrder } from './checks/foreign-order.ts';
import { health } from './checks/health.ts';
import { invoice } from './checks/invoice.ts';
import { listed } from './checks/listed.ts';
import { login } from './checks/login.ts';
import { mails } from './checks/mails.ts';
import { payment } from './checks/payment.ts';
import { placeOrder } from './checks/place-order.ts';
import { preflight } from './checks/preflight.ts';
import { readAtOnce } from './checks/read-at-once.ts';
import { recorded } from './checks/recorded.ts';
import { replay } from './checks/replay.ts';
import { secondInvoice } from './checks/second-invoice.ts';
import { staleChange } from './checks/stale-change.ts';
import { statusMail } from './checks/status-mail.ts';
import type { Check } from './smoke.ts';

export const everyCheck: readonly Check[] = [
  health,
  login,
  preflight,
  placeOrder,
  readAtOnce,
  replay,
  badInput,
  foreignList,
  foreignOrder,
  recorded,
  listed,
  invoice,
  mails,
  staleChange,
  payment,
  secondInvoice,
  statusMail,
  audit,
  ...everyAnswerChecks,
];
