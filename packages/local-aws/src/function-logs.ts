/** What the functions wrote, kept in memory up to a limit. */
import * as v from 'valibot';
import type { LogStream } from './function-worker/function-spec.ts';

export type FunctionLog = {
  readonly functionName: string;
  readonly stream: LogStream;
  /** When the line arrived, in ms since the epoch. */
  readonly at: number;
  readonly line: string;
  /** The line's content when it is a JSON object. */
  readonly entry?: Readonly<Record<string, unknown>>;
};

const Entry = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

export const toFunctionLog = (
  functionName: string,
  stream: LogStream,
  line: string,
  at: number,
): FunctionLog => {
  const entry = v.safeParse(Entry, line);
  return { functionName, stream, at, line, ...(entry.success && { entry: entry.output }) };
};

export type FunctionLogs = {
  readonly add: (log: FunctionLog) => void;
  /** The lines kept, oldest first, of one function or of all. */
  readonly list: (functionName?: string) => FunctionLog[];
};

/** Keeps the newest `limit` lines at least, twice as many at most. */
export const makeFunctionLogs = (limit: number): FunctionLogs => {
  let logs: FunctionLog[] = [];
  return {
    add: (log) => {
      logs.push(log);
      if (logs.length > 2 * limit) logs = logs.slice(-limit);
    },
    list: (functionName) =>
      logs.filter((log) => functionName === undefined || log.functionName === functionName),
  };
};
