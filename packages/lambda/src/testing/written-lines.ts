/** What code writes to the process's own streams: where a Lambda's log and metrics go. */
import { jest } from '@jest/globals';

export const writtenBy = (run: () => void): string => {
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    }),
  );
  try {
    run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written.join('');
};

/** The JSON lines written, parsed. */
export const linesWrittenBy = (run: () => void): unknown[] =>
  writtenBy(run)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
