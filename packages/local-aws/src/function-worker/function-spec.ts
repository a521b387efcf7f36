/** What a function's worker is made from. */
import type { FunctionSettings } from '../functions-file.ts';
import { region } from '../client-env.ts';

export type LogStream = 'stdout' | 'stderr';

export type FunctionSpec = {
  readonly name: string;
  /** URL of the bundle: a module that exports `handler`. */
  readonly bundle: string;
  readonly settings: Pick<FunctionSettings, 'memoryMb' | 'timeoutSeconds'>;
  /** The function's own variables; Lambda's are added. */
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (stream: LogStream, line: string) => void;
};

export const deployedName = (name: string): string => `bbws-order-lambda-${name}-local`;

/** The variables that Lambda itself gives to every function. */
export const lambdaEnv = ({ name, settings }: FunctionSpec): Record<string, string> => ({
  AWS_DEFAULT_REGION: region,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMb),
  AWS_LAMBDA_FUNCTION_NAME: deployedName(name),
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${deployedName(name)}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  TZ: ':UTC',
  _HANDLER: 'index.handler',
});
