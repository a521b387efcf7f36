/** `pnpm bench pdf`: what an invoice costs, beside pdfkit drawing the same table by hand. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { bundle } from '../build/bundle-function.ts';
import { root } from '../lib/root.ts';
import type { Bench } from './bench.ts';
import { formatTable, median } from './figures.ts';

const run = promisify(execFile);

const sizes = [1, 10, 100];
/** So many are drawn before one counts as warm. */
const warmUp = 15;
const repetitions = 45;
/** Processes per figure: the medians of their medians are shown. */
const processes = 3;

/** Lambda bounds the heap of a function of 512 MB like this. */
const asInLambda = ['--max-old-space-size=460', '--max-semi-space-size=25'];

const Measured = v.object({
  cold: v.number(),
  times: v.array(v.number()),
  bytes: v.number(),
  peakMb: v.number(),
});

const measure = async (probe: string, maker: string, lines: number) => {
  const runs: v.InferOutput<typeof Measured>[] = [];
  for (let n = 0; n < processes; n += 1) {
    const { stdout } = await run(process.execPath, [
      ...asInLambda,
      probe,
      maker,
      String(lines),
      String(warmUp + repetitions),
    ]);
    runs.push(v.parse(Measured, JSON.parse(stdout)));
  }
  return {
    lines,
    cold: median(runs.map((one) => one.cold)),
    warm: median(runs.map(({ times }) => median(times.slice(warmUp)))),
    peakMb: median(runs.map((one) => one.peakMb)),
    kb: median(runs.map((one) => one.bytes)) / 1024,
  };
};

type Row = Awaited<ReturnType<typeof measure>>;

const cellsOf = (invoice: Row, byHand: Row): string[] => [
  String(invoice.lines),
  invoice.cold.toFixed(0),
  byHand.cold.toFixed(0),
  invoice.warm.toFixed(1),
  byHand.warm.toFixed(1),
  (invoice.warm / byHand.warm).toFixed(1),
  invoice.peakMb.toFixed(0),
  byHand.peakMb.toFixed(0),
  invoice.kb.toFixed(0),
];

const heads = [
  'lines',
  'cold ms',
  'pdfkit',
  'warm ms',
  'pdfkit',
  'times',
  'peak MB',
  'pdfkit',
  'KB',
];

const report = (rows: readonly (readonly [Row, Row])[]): string => {
  const warmOf = (lines: number) => rows.find(([row]) => row.lines === lines)?.[0].warm ?? NaN;
  return [
    `Medians of ${processes} processes; cold: modules, fonts and the first document; warm: of ${repetitions} documents after ${warmUp}.`,
    'pdfkit draws the lines and the total alone, in the same fonts, without letterhead or breaking lines.',
    '',
    formatTable(
      heads,
      rows.map(([invoice, byHand]) => cellsOf(invoice, byHand)),
    ),
    '',
    `100 lines take ${(warmOf(100) / warmOf(10)).toFixed(1)} times 10 lines, warm (at most 12).`,
  ].join('\n');
};

export const pdf: Bench = {
  name: 'pdf',
  summary: 'time and memory of an invoice of 1, 10 and 100 lines, against pdfkit by hand',
  measure: async () => {
    const folder = await mkdtemp(`${tmpdir()}/bench-pdf-`);
    try {
      const probe = `${folder}/probe.mjs`;
      await bundle(root, 'scripts/bench/pdf/probe.ts', probe);
      const rows: [Row, Row][] = [];
      for (const lines of sizes)
        rows.push([await measure(probe, 'invoice', lines), await measure(probe, 'pdfkit', lines)]);
      return report(rows);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
