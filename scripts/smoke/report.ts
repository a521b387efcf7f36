/** What the smoke test tells: a line for each check, and what it leaves behind. Pure. */
import type { Result } from './run-checks.ts';

const labels = { ok: 'ok     ', failed: 'FAILED ', 'not checked': '-      ' } as const;

/** The check with its time; for a failed one what was expected and what was seen. */
export const resultLines = (result: Result, width: number): string[] => {
  const { name, outcome, milliseconds, words = '', expected = '', seen = '' } = result;
  const time = outcome === 'not checked' ? '' : `${milliseconds} ms`;
  const why = outcome === 'not checked' ? `not checked: ${words}` : words;
  const line = `${labels[outcome]}${name.padEnd(width)} ${time.padStart(9)}  ${why}`.trimEnd();
  return outcome === 'failed'
    ? [line, `         expected  ${expected}`, `         seen      ${seen}`]
    : [line];
};

const count = (results: readonly Result[], outcome: Result['outcome']): number =>
  results.filter((result) => result.outcome === outcome).length;

export type Summary = {
  readonly baseUrl: string;
  readonly tenantId: string;
  readonly passed: number;
  readonly failed: number;
  readonly notChecked: number;
  readonly milliseconds: number;
};

export const summaryOf = (
  { baseUrl, tenantId }: Pick<Summary, 'baseUrl' | 'tenantId'>,
  results: readonly Result[],
  milliseconds: number,
): Summary => ({
  ...{ baseUrl, tenantId },
  passed: count(results, 'ok'),
  failed: count(results, 'failed'),
  notChecked: count(results, 'not checked'),
  milliseconds: Math.round(milliseconds),
});

/** `24 checks passed, 1 failed, 2 not checked, in 3.4 s` */
export const summaryLine = ({ passed, failed, notChecked, milliseconds }: Summary): string =>
  [
    `${passed} ${passed === 1 ? 'check' : 'checks'} passed`,
    `${failed} failed`,
    `${notChecked} not checked`,
    `in ${(milliseconds / 1000).toFixed(1)} s`,
  ].join(', ');
