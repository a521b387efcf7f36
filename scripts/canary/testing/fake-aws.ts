/** What Lambda and CloudWatch answer over HTTP, as far as `pnpm canary` asks: aliases that move, alarms that a test sets. */
import { json } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import { startHttpServer } from '@bbws/local-aws/http-server';
import * as v from 'valibot';

const Update = v.object({
  FunctionVersion: v.string(),
  RoutingConfig: v.object({ AdditionalVersionWeights: v.record(v.string(), v.number()) }),
  Description: v.string(),
  RevisionId: v.string(),
});
const MetricQuery = v.object({
  Id: v.string(),
  MetricStat: v.object({
    Metric: v.object({ Dimensions: v.array(v.object({ Name: v.string(), Value: v.string() })) }),
  }),
});
const Questions = v.object({ MetricDataQueries: v.array(MetricQuery) });

type Alias = Omit<v.InferOutput<typeof Update>, 'RevisionId'> & { readonly revision: number };
type Reply = { readonly status: number; readonly body: unknown; readonly type?: string };

const lambdaPath = /^\/2015-03-31\/functions\/([\w-]+)\/(aliases\/live|versions)$/;
const error = (status: number, type: string): Reply => ({ status, type, body: { message: type } });

const untouched = {
  RoutingConfig: { AdditionalVersionWeights: {} },
  ...{ Description: '', revision: 1 },
};

/** The region that a request is signed for. */
const regionIn = ({ headers }: IncomingMessage): string =>
  headers.authorization?.split('/')[2] ?? 'none';

export type FakeAwsOptions = {
  readonly accountId: string;
  /** Published versions by the functions' names in AWS; the first one is live. */
  readonly versions: Readonly<Record<string, readonly number[]>>;
};

export const startFakeAws = async ({ accountId, versions }: FakeAwsOptions) => {
  const alarms: string[] = [];
  const asked: string[] = [];
  /** By region and name: every region has functions of its own. */
  const moved = new Map<string, Alias>();
  const aliasOf = (name: string, region = 'eu-west-1'): Alias | undefined => {
    const [first] = versions[name] ?? [];
    return (
      moved.get(`${region} ${name}`) ??
      (first === undefined ? undefined : { ...untouched, FunctionVersion: String(first) })
    );
  };
  const aliasBody = (name: string, { revision, ...alias }: Alias) => ({
    ...alias,
    AliasArn: `arn:aws:lambda:eu-west-1:${accountId}:function:${name}:live`,
    Name: 'live',
    RevisionId: String(revision),
  });

  const lambda = async (message: IncomingMessage, name: string, what: string): Promise<Reply> => {
    const region = regionIn(message);
    const alias = aliasOf(name, region);
    if (!alias) return error(404, 'ResourceNotFoundException');
    if (what === 'versions') {
      const published = (versions[name] ?? []).map((version) => ({ Version: String(version) }));
      // A page of its own for $LATEST: who reads one page only finds nothing.
      return message.url?.includes('Marker=2') === true
        ? { status: 200, body: { Versions: published } }
        : { status: 200, body: { Versions: [{ Version: '$LATEST' }], NextMarker: '2' } };
    }
    if (message.method === 'GET') return { status: 200, body: aliasBody(name, alias) };
    const { RevisionId, ...update } = v.parse(Update, await json(message));
    if (RevisionId !== String(alias.revision)) return error(412, 'PreconditionFailedException');
    const now = { ...update, revision: alias.revision + 1 };
    moved.set(`${region} ${name}`, now);
    return { status: 200, body: aliasBody(name, now) };
  };

  const cloudwatch = async (message: IncomingMessage, operation: string): Promise<Reply> => {
    const body = await json(message);
    asked.push(operation);
    if (operation === 'DescribeAlarms')
      return { status: 200, body: { MetricAlarms: alarms.map((AlarmName) => ({ AlarmName })) } };
    const { MetricDataQueries } = v.parse(Questions, body);
    const results = MetricDataQueries.map(({ Id, MetricStat }) => {
      asked.push(MetricStat.Metric.Dimensions.map(({ Value }) => Value).join(' '));
      return { Id, Values: Id.startsWith('invocations') ? [3, 4] : [], Timestamps: [] };
    });
    return { status: 200, body: { MetricDataResults: results } };
  };

  const answer = (message: IncomingMessage): Promise<Reply> => {
    const [path = ''] = (message.url ?? '').split('?');
    const [, name, what] = lambdaPath.exec(path) ?? [];
    if (name !== undefined && what !== undefined) return lambda(message, name, what);
    const operation = String(message.headers['x-amz-target']).replace(/^.*\./, '');
    return cloudwatch(message, operation);
  };

  const server = await startHttpServer('fake AWS', 0, (message, response) => {
    answer(message).then(
      ({ status, body, type }) => {
        response.writeHead(status, {
          'content-type': 'application/json',
          ...(type !== undefined && { 'x-amzn-errortype': type }),
        });
        response.end(JSON.stringify(body));
      },
      () => response.destroy(),
    );
  });
  return {
    ...{ url: server.url, close: server.close, alarms, asked },
    aliasOf,
  };
};
