/** The logo in the bucket cannot be printed. The message says why, for the log. */
export class BrokenLogo extends Error {
  override readonly name = 'BrokenLogo';
}

/** @throws BrokenLogo with that message, unless the condition holds */
export const mustHold: (condition: boolean, otherwise: string) => asserts condition = (
  condition,
  otherwise,
) => {
  if (!condition) throw new BrokenLogo(otherwise);
};
