/** Runs one simulation in a thread of its own, whose clock is set apart from the others'. */
import '../lib/jsx.ts';
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { Simulation, type Message } from './simulation.ts';

const tell = (message: Message): void => parentPort?.postMessage(message);
const onProgress = (done: number, of: number) => tell({ type: 'progress', done, of });

const runIt = async (simulation: Simulation) => {
  switch (simulation.kind) {
    case 'flow':
      return (await import('./try-flow.ts')).tryFlow(simulation.name, onProgress);
    case 'scenario':
      return (await import('./play-scenario.ts')).playScenario(simulation.name);
    case 'defect':
      return (await import('./try-defect.ts')).tryDefect(simulation.name);
    case 'storm':
      return (await import('./raise-storm.ts')).raiseStorm(simulation, onProgress);
  }
};

tell({ type: 'report', report: await runIt(v.parse(Simulation, workerData)) });
