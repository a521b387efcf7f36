/** How every AWS client behaves: quick to give up on a connection, bounded in all, retrying. */

export const clientSettings = {
  maxAttempts: 3,
  // Without throwOnRequestTimeout the SDK only warns when the time is over, and goes on waiting.
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
} as const;

/** The same for SQS: requests go to the configured endpoint, whatever host a queue's address names. */
export const queueClientSettings = { ...clientSettings, useQueueUrlAsEndpoint: false } as const;
