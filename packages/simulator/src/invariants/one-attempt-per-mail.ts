/** one-attempt-per-mail: SES has no idempotency token, so an attempt is made once under one claim. */
import type { Breach, History } from '../world/history.ts';

export const oneAttemptPerMail = {
  name: 'one-attempt-per-mail',
  promise: 'A mail is handed to SES at most once for each time that it is claimed.',
} as const;

export const repeatedAttempts = ({ calls }: History): Breach[] =>
  calls.flatMap(({ operation, attempt, functionName, subject }) =>
    operation === 'SendEmail' && attempt > 1
      ? [
          {
            invariant: oneAttemptPerMail.name,
            orderId: subject,
            message: `${functionName} let the SDK send a mail again`,
          },
        ]
      : [],
  );
