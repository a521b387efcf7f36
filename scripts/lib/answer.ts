/** The answer of a command that says yes or no. */

/** Where an answer is written. */
export type Out = Pick<Console, 'log' | 'error'>;

/** Says what is wrong, or else what is right; gives the exit code. */
export const answer = (
  problems: readonly string[],
  otherwise: string,
  out: Out = console,
): number => {
  for (const problem of problems) out.error(problem);
  if (problems.length === 0) out.log(otherwise);
  return problems.length === 0 ? 0 : 1;
};
