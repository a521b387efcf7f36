/** The options of `pnpm smoke`: what they are, and how they are read. */
import { OrderId } from '@bbws/domain/identifiers';
import { EmailAddress } from '@bbws/domain/email-address';
import { readOptions, UsageError, wholeNumber } from '../lib/arguments.ts';
import { environmentHelp } from '../lib/connect.ts';
import { parsed } from '../lib/parsed.ts';
import { addressOf } from './address.ts';
import { everyCheck } from './every-check.ts';
import { mayBeSkipped } from './may-skip.ts';

const help = `pnpm smoke [--base-url U --token T] [--other-token T2 | --foreign-order ID] [--env E] [--yes] …
pnpm smoke --local

Places an order against a deployed API as the portal does, follows it to its record, its invoices and its mails, looks at
headers, isolation and errors, and takes the order away again. Without --base-url it tests the service of \`pnpm start\`.

  --base-url U       where the API is: https://api-dev.bbws.io
  --token T          an ID token of the user that orders; better in SMOKE_TOKEN: arguments can be read by others
  --other-token T2   one of a user of another tenant, who must not see the order; or SMOKE_OTHER_TOKEN
  --foreign-order ID an order of another tenant, which --token must not see
  --cart ID          what is ordered: a cart of the token's tenant; required but for the local AWS
  --email ADDRESS    the customer's (default: SES's simulator of a good address; locally an invented one)
  --origin O         an origin that browsers may call from (default: the portal of the environment)
  ${environmentHelp.replace(/^--env E +/, '--env E            ')}:
                     with AWS credentials, the order is audited in table, bucket and queues, and hidden in the end
  --inbox-url U      an inbox of the local kind, in which the mails must be
  --timeout S        longest wait for record, an invoice or a mail, each (1 to 1800, default 120)
  --may-skip NAMES   checks that may be left out ("mails,audit"): with this option any other that is not checked is a failure
  --local            starts a local AWS of its own, tests it and stops it
  --yes              needed to hide the order in production
  --json             prints one JSON object and nothing else (pnpm -s smoke --json)
  --help             shows this text

What cannot be seen from where it runs is "not checked", with what would make it possible. The order remains in the table,
hidden where --env says whose table it is, otherwise cancelled (refunded when it was paid).

Exits with 0 when no check failed, with 1 when one did or was left out against --may-skip, with 2 for wrong arguments.`;

const checkNames = everyCheck.map(({ name }) => name);

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** @throws UsageError for what is wrong in itself; what is missing is the target's to say */
export const readSmokeOptions = () => {
  const options = readOptions(help, {
    ...{ 'base-url': text, token: text, 'other-token': text, 'foreign-order': text, cart: text },
    ...{ email: text, origin: text, env: text, 'inbox-url': text, timeout: text },
    'may-skip': text,
    ...{ local: flag, yes: flag, json: flag },
  });
  const address = (name: 'base-url' | 'origin' | 'inbox-url') => {
    const value = options[name];
    return value === undefined ? undefined : addressOf(`--${name}`, value);
  };
  const {
    'foreign-order': foreignOrder,
    'may-skip': maySkip,
    email,
    local,
    cart,
    env,
    yes,
    json,
  } = options;
  if (local && (options['base-url'] ?? options.token ?? env) !== undefined)
    throw new UsageError('--local brings its own API: leave --base-url, --token and --env out.');
  return {
    ...{ local, cart, env, yes, json },
    baseUrl: address('base-url'),
    origin: address('origin'),
    inboxUrl: address('inbox-url'),
    token: options.token ?? process.env['SMOKE_TOKEN'],
    otherToken: options['other-token'] ?? process.env['SMOKE_OTHER_TOKEN'],
    /** Missing: any check may be. */
    maySkip: maySkip === undefined ? undefined : mayBeSkipped(maySkip, checkNames),
    email: email === undefined ? undefined : parsed(EmailAddress, '--email', email),
    foreignOrderId:
      foreignOrder === undefined
        ? undefined
        : parsed(OrderId, '--foreign-order', foreignOrder.toLowerCase()),
    timeoutMs:
      1000 * wholeNumber('timeout', options.timeout, { least: 1, most: 1800, fallback: 120 }),
  };
};

export type SmokeOptions = ReturnType<typeof readSmokeOptions>;
