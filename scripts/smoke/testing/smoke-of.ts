/** The smoke test as tests run it: against a service of this process. */
import type { LocalService } from '@bbws/local-aws/service';
import { connect } from '../../lib/connect.ts';
import { whereRuns } from '../../lib/running-service.ts';
import { smokeTest } from '../smoke-test.ts';

export type Failure = {
  readonly name: string;
  readonly expected: string | undefined;
  readonly seen: string | undefined;
};

export type SmokeOfOptions = {
  /** Another way to the API than its own. */
  readonly baseUrl?: string;
  /** Whether table, bucket and queues can be reached; not unless asked. */
  readonly audited?: boolean;
  /** Whether the inbox can be read; it can unless told otherwise. */
  readonly inbox?: boolean;
  readonly cartId?: string;
  readonly tenantId?: string;
  readonly groups?: readonly string[];
};

const timeoutMs = 10_000;

export const smokeOf = async (
  service: LocalService,
  { baseUrl = service.apiUrl, audited = false, inbox = true, ...options }: SmokeOfOptions = {},
) => {
  const { tenantId = 'tenant-smoke', groups = [], cartId = 'cart-campaign' } = options;
  const running = whereRuns(service);
  const stack = audited
    ? await connect({}, { readRunning: () => running, say: () => undefined })
    : undefined;
  try {
    const report = await smokeTest({
      target: {
        ...{ baseUrl, cartId, email: 'smoke.test@example.com' },
        origin: 'http://localhost:3000',
        token: await service.token({ tenantId, groups }),
        otherToken: await service.token({ tenantId: 'tenant-other' }),
        inboxUrl: inbox ? running.inboxUrl : undefined,
      },
      ...{ stack, timeoutMs, signal: new AbortController().signal },
    });
    const failures: Failure[] = report.results
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ name, expected, seen }) => ({ name, expected, seen }));
    return { ...report, failures };
  } finally {
    stack?.close();
  }
};
