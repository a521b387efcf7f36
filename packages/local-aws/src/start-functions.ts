/** Starts every function of functions.json from its bundle. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleHash } from './calls/bundle-hash.ts';
import { functionKey } from './calls/caller.ts';
import { functionVariables, type Variables } from './function-environment.ts';
import { toFunctionLog, type FunctionLog } from './function-logs.ts';
import type { Outcome } from './function-worker/protocol.ts';
import { startFunction } from './function-worker/start-function.ts';
import type { FunctionsFile } from './functions-file.ts';
import type { LocalAws } from './local-aws.ts';
import { closingOnFailure, startTogether, type Closable } from './started.ts';

export type FunctionsDeps = {
  readonly functionsFile: FunctionsFile;
  readonly distFolder: string;
  readonly aws: Pick<LocalAws, 'calls' | 'clientEnv' | 'resources'>;
  readonly variables: Variables;
  readonly onLog: (log: FunctionLog) => void;
};

export type Functions = Closable & {
  /** @throws Error when there is no such function. */
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
};

const bundleOf = (distFolder: string, functionName: string): string => {
  const path = join(distFolder, functionName, 'index.mjs');
  if (existsSync(path)) return path;
  throw new Error(`There is no bundle ${path}. Run: pnpm build`);
};

/** @throws Error saying what to do when a bundle is missing or a variable has no value. */
export const startFunctions = ({
  functionsFile,
  distFolder,
  aws,
  variables,
  onLog,
}: FunctionsDeps): Promise<Functions> =>
  closingOnFailure(async (stack) => {
    const specs = Object.entries(functionsFile.functions).map(([name, settings]) => {
      const path = bundleOf(distFolder, name);
      const own = functionVariables(functionsFile, name, aws.resources, variables);
      const bundle = bundleHash(path);
      // Every function signs with a key of its own: its calls can be told from others'.
      const accessKeyId = functionKey(name, bundle);
      aws.calls?.introduce({ accessKeyId, function: name, bundle, variables: own });
      return {
        name,
        settings,
        bundle: pathToFileURL(path).href,
        env: { ...own, ...aws.clientEnv, AWS_ACCESS_KEY_ID: accessKeyId },
        onLine: (stream: FunctionLog['stream'], line: string) =>
          onLog(toFunctionLog(name, stream, line, Date.now())),
      };
    });
    const started = await startTogether(stack, specs.map(startFunction));
    const functions = new Map(specs.map(({ name }, index) => [name, started[index]]));
    return {
      invoke: async (functionName, event) => {
        const found = functions.get(functionName);
        if (!found) throw new Error(`There is no function ${functionName} in functions.json.`);
        return found.invoke(event);
      },
      close: () => stack.disposeAsync(),
    };
  });
