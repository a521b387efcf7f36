import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { root } from '../../lib/root.ts';
import { readMeasured } from '../measured-file.ts';
import { differences } from './differences.ts';
import { measure } from './measure.ts';
import { startMeasured } from './start-measured.ts';

test('an order, a sweep and a health check use what measured.json says', async () => {
  const folder = await mkdtemp(`${tmpdir()}/measured-`);
  const measured = await startMeasured(`${root}/dist`, folder, 4);
  try {
    const now = await measure(measured, { warmUp: 0, counted: 0 }, () => new Date());

    expect({
      differences: differences(readMeasured(), now),
      toMend: 'pnpm cost --measure',
    }).toEqual({ differences: [], toMend: 'pnpm cost --measure' });
  } finally {
    await measured.close();
  }
});
