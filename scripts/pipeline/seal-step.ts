/** `pnpm pipeline seal`: hands the plan's hash on, or says whether the plan is still the one of that hash. */
import { answer, type Out } from '../lib/answer.ts';
import { readOptions } from '../lib/arguments.ts';
import { text } from './common.ts';
import { environmentOf } from './delivery-rules.ts';
import { help } from './help.ts';
import { seal, sealedFiles } from './seal.ts';
import { setOutputs } from './step-output.ts';

type Deps = {
  /** The folder that `terraform/` lies in. */
  readonly root: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: Out;
};

/** Gives the exit code. @throws Error when nothing was planned */
export const makeSealStep =
  ({ root, environment, out }: Deps) =>
  async (args: readonly string[]): Promise<number> => {
    const { env, is } = readOptions(help, { env: text, is: text }, args);
    const hash = await seal(root, sealedFiles(environmentOf(env)));
    if (is !== undefined)
      return answer(
        hash === is
          ? []
          : [
              `This is not the plan that was shown: ${hash}, not ${is || 'one that was handed on'}.`,
            ],
        'This is the plan that was shown.',
        out,
      );
    out.log(hash);
    if (environment['GITHUB_OUTPUT'] !== undefined) await setOutputs(environment, { seal: hash });
    return 0;
  };
