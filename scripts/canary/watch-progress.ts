/** Shows how the watch goes: on a terminal on one line, elsewhere a line a minute. */
import type { Look } from './watch-release.ts';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** `4:15 of 15:00, no alarm; 312 invocations of new versions, 0 failed` */
const lookWords = ({ secondsPassed, secondsInAll, calls }: Look): string =>
  `${clock(secondsPassed)} of ${clock(secondsInAll)}, no alarm; ${calls.invocations} invocations of new versions, ${calls.errors} failed`;

export const watchProgress = (): ((look: Look) => void) => {
  let minute = 0;
  return (look) => {
    const words = `  ${lookWords(look)}`;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001b[K${words}`);
      if (look.secondsPassed >= look.secondsInAll) process.stderr.write('\n');
      return;
    }
    const passed = Math.floor(look.secondsPassed / 60);
    if (passed > minute) console.error(words);
    minute = passed;
  };
};
