/** Keeps the calls of functions in a file of its own, a line each: several processes may do so in one folder. */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsCall } from './aws-call.ts';
import { recordedCall, type Caller } from './recorded-call.ts';

export type CallLog = {
  /** Makes a function known that is about to start. */
  readonly introduce: (caller: Caller) => void;
  /** Writes a call down at once; that of a stranger is nobody's. */
  readonly note: (call: AwsCall) => void;
};

/** @param folder which exists */
export const makeCallLog = (folder: string): CallLog => {
  const file = join(folder, `${randomUUID()}.jsonl`);
  const callers: Caller[] = [];
  const written = new Set<string>();
  return {
    introduce: (caller) => {
      callers.push(caller);
    },
    note: (call) => {
      const own = callers.filter(({ accessKeyId }) => accessKeyId === call.caller);
      // The same function may run twice beside one AWS, told different things.
      const lines = own.map((caller) => recordedCall(call, caller));
      const line = lines.find(({ resource }) => resource.variable !== undefined) ?? lines[0];
      const text = JSON.stringify(line);
      if (line === undefined || written.has(text)) return;
      written.add(text);
      appendFileSync(file, `${text}\n`);
    },
  };
};
