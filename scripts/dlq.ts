/** `pnpm dlq list|peek|redrive|discard`: the dead-letter queues, for operators. */
import { readOrder } from '@bbws/dynamo/read-order';
import { discardDeadLetter } from '@bbws/operator/dead-letters/discard-dead-letter';
import { peekDeadLetters, type Peeked } from '@bbws/operator/dead-letters/peek-dead-letters';
import { redrive } from '@bbws/operator/dead-letters/redrive';
import { summariseDeadLetters } from '@bbws/operator/dead-letters/summarise-dead-letters';
import { readCommand, readOptions, required, UsageError, wholeNumber } from './lib/arguments.ts';
import { confirmWrite } from './lib/confirm-write.ts';
import { connect, environmentHelp, type Stack } from './lib/connect.ts';
import { run } from './lib/run.ts';
import { deadLetterLines } from './operator/dead-letter-lines.ts';
import { environmentOption } from './operator/named-order.ts';
import { isUnfinished, redriveProgress, redriveReport } from './operator/dlq-redrive.ts';
import { peekReport } from './operator/peek-report.ts';
import { chosenQueues } from './operator/queues.ts';
import { summaryReport } from './operator/summary-report.ts';

const help = `pnpm dlq list    [--env E] [--queue Q] [--json]
pnpm dlq peek    [--env E] [--queue Q] [--reason R] [--limit N]
pnpm dlq redrive [--env E] [--queue Q] [--reason R] [--limit N] [--dry-run] [--yes]
pnpm dlq discard [--env E] --queue Q --message-id ID [--yes]

The messages that were given up. What they are about waits until somebody redrives them: docs/runbooks/dead-letters.md

  list             how many, since when, and why, by queue
  peek             single messages, and their orders
  redrive          back to their queues, to be tried again; when the cause is mended. Only in the region that writes
  discard          deletes one message for good, after showing it

  ${environmentHelp}
  --queue Q        one queue: its function (pdf) or its name as in an alarm (bbws-order-pdf-dlq-prod)
  --reason R       only messages of this reason, such as RETRIES_EXHAUSTED; see list
  --limit N        peek: of each queue at most N (default 20); redrive: at most N in all
  --message-id ID  the message, as peek shows it
  --dry-run        shows what would be moved
  --yes            needed to change production, and to discard
  --json           prints one JSON object and nothing else (pnpm -s dlq list --json)
  --help           shows this text

To look at messages is to receive them: it raises their receive count, which means nothing in a dead-letter queue, and
hides them from others for the moment. list looks at 1,000 messages of a queue at most, redrive moves 10,000.
Exits with 1 when something failed or redrive met messages that another command holds, with 2 for wrong arguments or a
--yes that is missing.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const where = { env: text, queue: text };

/** A message stays in the hand for 10 minutes at most, by the queues' clock, which runs faster in the local AWS. */
const holdSettings = ({ sqs, timeScale }: Stack) => ({
  sqs,
  visibilitySeconds: Math.min(600 * timeScale, 43_200),
});

const peekSettings = (stack: Stack) => ({
  ...holdSettings(stack),
  now: () => new Date(),
  readOrder: readOrder(stack.table),
});

const say = (message: Peeked): void => {
  for (const line of deadLetterLines(message, new Date())) console.log(line);
};

const list = async (args: readonly string[]): Promise<number> => {
  const { env, queue, json } = readOptions(help, { ...where, json: flag }, args);
  const stack = await connect({ environment: env });
  const now = new Date();
  const summaries = await summariseDeadLetters(
    { ...holdSettings(stack), now: () => now },
    chosenQueues(stack, queue),
  );
  const { environment, account, region } = stack;
  console.log(
    json
      ? JSON.stringify({ environment, account, region, queues: summaries })
      : summaryReport(summaries, now, environmentOption(stack)),
  );
  return 0;
};

const peek = async (args: readonly string[]): Promise<number> => {
  const { env, queue, reason, limit } = readOptions(
    help,
    { ...where, reason: text, limit: text },
    args,
  );
  const most = wholeNumber('limit', limit, { least: 1, most: 1_000, fallback: 20 });
  const stack = await connect({ environment: env });
  const queues = chosenQueues(stack, queue);
  const found = await peekDeadLetters(peekSettings(stack), queues, { reason, limit: most });
  console.log(peekReport(found, new Date(), { reason, option: environmentOption(stack) }));
  return 0;
};

const redriveAll = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(
    help,
    { ...where, reason: text, limit: text, 'dry-run': flag, yes: flag },
    args,
  );
  const { reason, 'dry-run': dryRun } = options;
  const range = { least: 1, most: 999_999_999, fallback: 999_999_999 };
  const limit = wholeNumber('limit', options.limit, range);
  const stack = await connect({ environment: options.env });
  const queues = chosenQueues(stack, options.queue);
  if (!dryRun) await confirmWrite(stack, options.yes);

  const stop = new AbortController();
  process.once('SIGINT', () => {
    console.error('\nStopping: what is in the hand is moved or put back…');
    stop.abort();
  });
  const { onTaken, onProgress, stop: endProgress } = redriveProgress();
  const { signal } = stop;
  const result = await redrive(holdSettings(stack), queues, {
    ...{ reason, limit, dryRun, signal, onTaken, onProgress },
  });
  endProgress();
  console.log(redriveReport(result, dryRun, environmentOption(stack)));
  return isUnfinished(result) || signal.aborted ? 1 : 0;
};

const discard = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(help, { ...where, 'message-id': text, yes: flag }, args);
  const messageId = required('message-id', options['message-id']);
  const name = required('queue', options.queue);
  const stack = await connect({ environment: options.env });
  const [queue] = chosenQueues(stack, name);
  if (!queue) throw new UsageError(`There is no queue "${name}".`);
  const outcome = await discardDeadLetter(peekSettings(stack), queue, {
    messageId,
    confirm: (message) => {
      say(message);
      return options.yes;
    },
  });
  const words = {
    discarded: 'Deleted for good. What it was about is found by `pnpm audit:orders`.',
    kept: 'Kept. Add --yes to delete it for good.',
    missing: `There is no message ${messageId} in the dead-letter queue of ${queue.name}, or somebody else holds it at the moment: pnpm dlq list${environmentOption(stack)}`,
  };
  console.log(words[outcome]);
  return { discarded: 0, kept: 2, missing: 1 }[outcome];
};

const commands = { list, peek, redrive: redriveAll, discard };

await run(async () => {
  const { name, args } = readCommand(help, ['list', 'peek', 'redrive', 'discard']);
  return commands[name](args);
});
