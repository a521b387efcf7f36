/** The answer of a command that says yes or no. */

/** Says what is wrong, or else what is right; gives the exit code. */
export const answer = (problems: readonly string[], otherwise: string): number => {
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(otherwise);
  return problems.length === 0 ? 0 : 1;
};
