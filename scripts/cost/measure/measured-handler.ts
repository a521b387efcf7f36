/** Runs in a function's own thread, around its bundle: tells what each invocation took. The bundle knows nothing of it. */
import * as v from 'valibot';
import type { InvocationReport } from './tape.ts';

export type MeasuredSettings = {
  /** Where reports go. */
  readonly reportUrl: string;
  /** URL of the bundle that is measured. */
  readonly bundle: string;
  /** Variables that lead the bundle's calls to the one who counts them. */
  readonly environment: Readonly<Record<string, string>>;
};

const Bundle = v.object({ handler: v.function() });
const Event = v.object({ Records: v.optional(v.array(v.unknown()), []) });

/** Keeps a copy of what is written to the log. */
const copyLog = () => {
  let log = '';
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      log += text;
      return write(text);
    };
  }
  return () => {
    const copied = log;
    log = '';
    return copied;
  };
};

/** The handler of the bundle, measured. Processor time is that of this thread alone: one invocation at a time may run. */
export const measuredHandler = async ({ reportUrl, bundle, environment }: MeasuredSettings) => {
  Object.assign(process.env, environment);
  const takeLog = copyLog();
  const { handler } = v.parse(Bundle, await import(bundle));
  return async (event: unknown, context: unknown): Promise<unknown> => {
    takeLog();
    const before = process.threadCpuUsage();
    try {
      return await handler(event, context);
    } finally {
      const { user, system } = process.threadCpuUsage(before);
      const messages = v.is(Event, event) ? v.parse(Event, event).Records.length : 0;
      const report: v.InferInput<typeof InvocationReport> = {
        messages,
        cpuMilliseconds: (user + system) / 1000,
        log: takeLog(),
      };
      // Before the answer: who waits for the invocation finds its report.
      await fetch(reportUrl, { method: 'POST', body: JSON.stringify(report) });
    }
  };
};
