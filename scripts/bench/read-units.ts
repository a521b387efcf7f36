/** Read units as DynamoDB reports them, seen from outside: the operations themselves do not ask for them. */
import type { LocalAws } from '@bbws/local-aws/local-aws';
import * as v from 'valibot';

type Client = LocalAws['clients']['dynamodb'];

const Output = v.object({ ConsumedCapacity: v.object({ CapacityUnits: v.number() }) });

/** Makes every Query of the client report its cost; gives a function for the read units of the latest one. */
export const meterQueries = (client: Client): (() => number) => {
  let units = Number.NaN;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'QueryCommand') return next(args);
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' as const };
        const result = await next({ ...args, input });
        units = v.parse(Output, result.output).ConsumedCapacity.CapacityUnits;
        return result;
      },
    { step: 'initialize' },
  );
  return () => units;
};
