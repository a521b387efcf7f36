/** `pnpm smoke`: places an order against a deployed API and says whether everything that follows is right. */
import { confirmChange } from './lib/connect.ts';
import { run } from './lib/run.ts';
import { everyCheck } from './smoke/every-check.ts';
import { skippedUnasked } from './smoke/may-skip.ts';
import { readSmokeOptions } from './smoke/options.ts';
import { resultLines, summaryLine, summaryOf } from './smoke/report.ts';
import { showRunning } from './smoke/show-running.ts';
import { smokeTest } from './smoke/smoke-test.ts';
import { findTarget, type Target } from './smoke/target.ts';

const width = Math.max(...everyCheck.map(({ name }) => name.length));

/** Ends the checks at the first Ctrl-C, so that the order is taken away; a second one ends the process. */
const stopped = (): AbortSignal => {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      console.error('\nStopping, and taking the order away…');
      stop.abort();
    });
  return stop.signal;
};

const test = async (options: ReturnType<typeof readSmokeOptions>, target: Target) => {
  const say = (line: string) => {
    if (!options.json) console.log(line);
  };
  const signal = stopped();
  const started = performance.now();
  const stack = await target.connect?.();
  try {
    if (stack) confirmChange(stack, options.yes);
    say(`Smoke test of ${target.baseUrl}\n`);
    const { foreignOrderId, timeoutMs } = options;
    const running = showRunning();
    const report = await smokeTest({
      ...{ target, stack, foreignOrderId, timeoutMs, signal },
      onStart: running.start,
      onResult: (result) => {
        running.stop();
        for (const line of resultLines(result, width)) say(line);
      },
    });
    const summary = summaryOf(
      { baseUrl: target.baseUrl, tenantId: report.tenantId },
      report.results,
      performance.now() - started,
    );
    say(`\n${summaryLine(summary)}`);
    for (const line of report.remains) say(line);
    if (options.json) console.log(JSON.stringify({ ...summary, ...report }));
    if (signal.aborted) return 130;
    const unasked = options.maySkip ? skippedUnasked(report.results, options.maySkip) : [];
    if (unasked.length > 0) console.error(`Not checked, and must be: ${unasked.join(', ')}`);
    return summary.failed === 0 && unasked.length === 0 ? 0 : 1;
  } finally {
    stack?.close();
  }
};

await run(async () => {
  const options = readSmokeOptions();
  const target = await findTarget(options);
  try {
    return await test(options, target);
  } finally {
    await target.close();
  }
});
