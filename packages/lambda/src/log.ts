/** Logs as JSON lines (R-OPS-04). Only the fields named here can be logged: none of them holds personal data. */
import { Logger } from '@aws-lambda-powertools/logger';

const loggedFields = [
  'requestId',
  'messageId',
  'correlationId',
  'tenantId',
  'orderId',
  'orderNumber',
  'orderVersion',
  'eventId',
  'eventType',
  'effect',
  'template',
  'operation',
  'code',
  'httpStatus',
  'reason',
  'receiveCount',
  'retryAfterSeconds',
  'durationMs',
  'attempts',
  'bytes',
  'lines',
  'found',
  'claimed',
  'skipped',
  'failed',
  'published',
  'stuck',
] as const;

export type LogFields = Partial<Record<(typeof loggedFields)[number], string | number | undefined>>;

export type Log = {
  /** Done. */
  readonly info: (message: string, fields?: LogFields) => void;
  /** Odd but harmless, such as a duplicate. */
  readonly warn: (message: string, fields?: LogFields) => void;
  /** Failed; of the error its name, code and stack are logged, never its message, which may quote anything. */
  readonly error: (message: string, error?: unknown, fields?: LogFields) => void;
  /** The same log with these fields on every line. */
  readonly with: (fields: LogFields) => Log;
};

/** The log of a function. */
export const makeLog = (settings: {
  readonly functionName: string;
  readonly environment: string;
  readonly level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
}): Log => {
  const logger = new Logger({
    serviceName: settings.functionName,
    // Powertools knows an environment too, and does not write it.
    persistentKeys: { environment: settings.environment },
    logLevel: settings.level,
  });
  return logWith(logger, {});
};

const logWith = (logger: Logger, context: LogFields): Log => ({
  info: (message, fields) => {
    logger.info(message, allowed({ ...context, ...fields }));
  },
  warn: (message, fields) => {
    logger.warn(message, allowed({ ...context, ...fields }));
  },
  error: (message, error, fields) => {
    logger.error(message, { ...allowed({ ...context, ...fields }), ...errorFields(error) });
  },
  with: (fields) => logWith(logger, { ...context, ...fields }),
});

// Types keep other fields out at compile time, this does at run time: a spread object may carry more than its type says.
const allowed = (fields: LogFields): LogFields =>
  Object.fromEntries(
    loggedFields.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  );

/** Where the error was made. The stack quotes the message, which may look like a frame itself: both forms must go. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .replace(message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '));

/** What of an error may be logged. */
const errorFields = (error: unknown) => {
  if (!(error instanceof Error)) return {};
  const frames = framesOf(error);
  return {
    errorName: error.name,
    ...('code' in error && typeof error.code === 'string' && { errorCode: error.code }),
    ...(frames.length > 0 && { stack: frames.slice(0, 12).map((frame) => frame.trim()) }),
  };
};
