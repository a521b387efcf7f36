/** Tells bundles apart: a call counts for the bundle that made it, and for no later one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** 16 hexadecimal digits. @throws Error when there is no such file */
export const bundleHash = (file: string | URL): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
