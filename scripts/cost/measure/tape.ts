/** What happened while something was measured, in the order in which it ended. */
import * as v from 'valibot';
import type { Service } from './aws-request.ts';
import type { TableWork } from './meter-table.ts';

export type Call = TableWork & {
  readonly functionName: string;
  readonly service: Service;
  readonly operation: string;
  readonly sentBytes: number;
  /** Of a mail, in bytes. */
  readonly attachmentBytes: number;
};

/** What measured-handler.ts tells of an invocation. */
export const InvocationReport = v.object({
  /** Messages of the queue that it was given; none for other triggers. */
  messages: v.number(),
  cpuMilliseconds: v.number(),
  /** Everything that it wrote to its log. */
  log: v.string(),
});

export type Invocation = v.InferOutput<typeof InvocationReport> & { readonly functionName: string };

export type Tape = {
  readonly calls: readonly Call[];
  readonly invocations: readonly Invocation[];
};

/** A tape that is written to, and cut. */
export const makeTape = () => {
  const calls: Call[] = [];
  const invocations: Invocation[] = [];
  return {
    addCall: (call: Call): void => void calls.push(call),
    addInvocation: (invocation: Invocation): void => void invocations.push(invocation),
    /** What `run` gives, and what happened meanwhile. */
    during: async <T>(run: () => Promise<T>): Promise<{ result: T; tape: Tape }> => {
      const before = [calls.length, invocations.length] as const;
      const result = await run();
      return {
        result,
        tape: { calls: calls.slice(before[0]), invocations: invocations.slice(before[1]) },
      };
    },
  };
};
