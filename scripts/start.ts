/** `pnpm start`: the whole service on the local AWS, until Ctrl-C. */
import { once } from 'node:events';
import { aCreateOrderRequest } from '@bbws/api/testing/requests';
import { startService, type LocalService } from '@bbws/local-aws/service';
import { buildFunctions } from './build/build-functions.ts';
import { readOptions, UsageError, wholeNumber } from './lib/arguments.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { forgetRunningService, writeRunningService } from './lib/running-service.ts';

const help = `pnpm start [--port N] [--inbox-port N] [--time-scale N | --real-time] [--logs]

Builds the functions and runs them on a local AWS behind a local API gateway, until Ctrl-C.

  --port N         port of the API (default 4010; 0 = any free one)
  --inbox-port N   port of the page with the mails (default 4011; 0 = any free one)
  --time-scale N   how much faster than real time the queues' clock runs (1 to 500, default 20)
  --real-time      the same as --time-scale 1
  --logs           prints what the functions log
  --help           shows this text`;

const order = aCreateOrderRequest({ cartId: 'cart-campaign', customerName: 'Thandi Sample' });

const welcome = async ({ apiUrl, aws, token }: LocalService): Promise<string> => `
  API      ${apiUrl}/v1.0/orders
  Docs     ${apiUrl}/docs
  Inbox    ${aws.inboxUrl}
  Tokens   ${apiUrl}/_local/token?tenantId=tenant-demo&groups=order-admin
  Carts    cart-single-line, cart-campaign, cart-hundred-lines and more (packages/local-aws/README.md)
  Queues   run at ${aws.timeScale} times real time${aws.timeScale === 1 ? '' : ' (--real-time for 1)'}; backend ${aws.backend}

A token of tenant-demo, good for an hour:

${await token()}

Place an order:

curl -i ${apiUrl}/v1.0/orders -H "Authorization: Bearer $(curl -s ${apiUrl}/_local/token)" -H 'Content-Type: application/json' -d '${JSON.stringify(order)}'

Ctrl-C ends everything.`;

const main = async (): Promise<number> => {
  const options = readOptions(help, {
    port: { type: 'string' },
    'inbox-port': { type: 'string' },
    'time-scale': { type: 'string' },
    'real-time': { type: 'boolean', default: false },
    logs: { type: 'boolean', default: false },
  });
  const port = wholeNumber('port', options.port, { least: 0, most: 65_535, fallback: 4010 });
  const mail = wholeNumber('inbox-port', options['inbox-port'], {
    least: 0,
    most: 65_535,
    fallback: 4011,
  });
  const timeScale = wholeNumber('time-scale', options['time-scale'], {
    least: 1,
    most: 500,
    fallback: options['real-time'] ? 1 : 20,
  });
  if (options['real-time'] && options['time-scale'] !== undefined)
    throw new UsageError('--real-time and --time-scale exclude each other.');

  const stop = new AbortController();
  process.on('SIGINT', () => stop.abort());
  process.on('SIGTERM', () => stop.abort());

  await buildFunctions(root);
  const service = await startService({
    port,
    ports: { mail },
    timeScale,
    ...(options.logs && {
      onLog: ({ functionName, line }) => console.log(`${functionName.padEnd(17)} ${line}`),
    }),
  });
  try {
    writeRunningService(service);
    console.log(await welcome(service));
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
    console.log('\nStopping…');
  } finally {
    forgetRunningService();
    await service.close();
  }
  return 0;
};

await run(main);
