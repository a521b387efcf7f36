/** Shows which check is at work: on a terminal all the time, elsewhere a line when one takes long. */

const lineEvery = 10_000;

export type Running = {
  readonly start: (name: string) => void;
  /** To be called before anything else is printed. */
  readonly stop: () => void;
};

export const showRunning = (): Running => {
  let timer: NodeJS.Timeout | undefined;
  const { isTTY } = process.stderr;
  return {
    start: (name) => {
      const started = performance.now();
      if (isTTY) process.stderr.write(`…      ${name}`);
      timer = setInterval(
        () => {
          const seconds = Math.round((performance.now() - started) / 1000);
          if (isTTY) process.stderr.write(`\r\u001b[K…      ${name}, for ${seconds} s`);
          else if (seconds >= 10) console.error(`…      ${name}, for ${seconds} s`);
        },
        isTTY ? 1_000 : lineEvery,
      );
    },
    stop: () => {
      clearInterval(timer);
      if (isTTY) process.stderr.write('\r\u001b[K');
    },
  };
};
