/** The client for SES: quick to give up, and never sends twice by itself. */
import { SESv2Client, type SESv2ClientConfig } from '@aws-sdk/client-sesv2';

/**
 * An SES client that makes one attempt (SES has no idempotency token: a retry after a lost answer is a second mail), and
 * gives up connecting after 1 s and waiting for the answer after 3 s. `config` may replace all but the number of attempts.
 */
export const makeSesClient = (config: SESv2ClientConfig = {}): SESv2Client =>
  new SESv2Client({
    // Without throwOnRequestTimeout the handler only warns when the time is over, and goes on waiting.
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
    ...config,
    maxAttempts: 1,
  });
