/** Shows how far a long piece of work is: a bar on a terminal, a line now and then elsewhere. Writes to stderr. */
import { Presets, SingleBar } from 'cli-progress';

export type Progress = {
  readonly update: (done: number) => void;
  readonly stop: () => void;
};

/** The bars on the terminal. A bar that nobody stops keeps the process alive, and its cursor hidden. */
const bars = new Set<() => void>();

/** Ends what an error has left behind. */
export const stopBars = (): void => {
  for (const stop of bars) stop();
};

/** Every how many milliseconds a line is written where there is no terminal. */
const lineEvery = 2_000;

export const startProgress = (what: string, total: number): Progress =>
  process.stderr.isTTY ? startBar(what, total) : startLines(what, total);

const startBar = (what: string, total: number): Progress => {
  const bar = new SingleBar(
    { format: `${what} {bar} {value}/{total} {duration_formatted}`, hideCursor: true },
    Presets.shades_classic,
  );
  let stopped = false;
  const stop = () => {
    stopped = true;
    bars.delete(stop);
    bar.stop();
  };
  bars.add(stop);
  // A Ctrl-C must give the cursor back. Who has plans for it goes on; nobody else does.
  const onInterrupt = () => {
    stop();
    if (process.listenerCount('SIGINT') === 0) process.exit(130);
  };
  process.once('SIGINT', onInterrupt);
  bar.start(total, 0);
  return {
    update: (done) => {
      if (!stopped) bar.update(done);
    },
    stop: () => {
      process.off('SIGINT', onInterrupt);
      stop();
    },
  };
};

const startLines = (what: string, total: number): Progress => {
  let written = Date.now();
  let latest = 0;
  const write = () => {
    written = Date.now();
    console.error(`${what}: ${String(latest)}/${String(total)}`);
  };
  return {
    update: (done) => {
      latest = done;
      if (Date.now() - written >= lineEvery) write();
    },
    stop: write,
  };
};
