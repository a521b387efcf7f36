/**
 * SNS, SQS and S3: fauxqs, in a thread of its own whose clock runs at the time scale, or is set by whoever started it. Visibility and delay are measured
 * by Date.now and so pass faster; timers are left alone, so that a long poll waits the seconds it asks for.
 */
import { buildApp } from 'fauxqs';
import { serve } from './serve.ts';
import { scaledClock } from './scaled-clock.ts';
import { readClock } from './shared-clock.ts';
import { region } from '../client-env.ts';

await serve(async ({ port, timeScale, clock }) => {
  Date.now = clock ? () => readClock(clock) : scaledClock(Date.now, timeScale);
  // startFauxqs would listen on every interface of the machine.
  const app = buildApp({ logger: false, defaultRegion: region });
  await app.listen({ port, host: '127.0.0.1' });
  return app.server;
});
