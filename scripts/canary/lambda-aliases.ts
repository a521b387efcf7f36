/** The aliases of a region, by Lambda's API. */
import {
  GetAliasCommand,
  paginateListVersionsByFunction,
  PreconditionFailedException,
  ResourceConflictException,
  ResourceNotFoundException,
  UpdateAliasCommand,
  type AliasConfiguration,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { Refusal } from '@bbws/operator/refusal';
import * as v from 'valibot';
import { NotDeployed, type Aliases, type LiveAlias, type Note } from './live-alias.ts';

export type Place = {
  readonly region: string;
  readonly environment: string;
  /** Twelve digits. */
  readonly accountId: string;
};

const alias = 'live';
const Version = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));

/** `Was at version 7 before 2026-11-20T09:30:00.000Z`: the alias's description, for people in the console as well. */
const noteText = ({ before, at }: Note): string => `Was at version ${before} before ${at}`;
const noteIn = (text = ''): Note | undefined => {
  const [, before, at] = /^Was at version (\d+) before (\S+)$/.exec(text) ?? [];
  return before === undefined || at === undefined ? undefined : { before: Number(before), at };
};

/** What is read is moved only if nobody else has moved it: each state has a revision. */
export const lambdaAliases = (client: LambdaClient, place: Place): Aliases => {
  const revisions = new WeakMap<LiveAlias, string>();
  const functionOf = (name: string) => `bbws-order-lambda-${name}-${place.environment}`;
  return {
    read: async (name) => {
      const FunctionName = functionOf(name);
      const [found, newest] = await Promise.all([
        client.send(new GetAliasCommand({ FunctionName, Name: alias })),
        newestVersion(client, FunctionName),
      ]).catch((error: unknown) => {
        throw explained(error, FunctionName, place);
      });
      refuseOthers(found, place);
      const live = v.parse(Version, found.FunctionVersion);
      const note = noteIn(found.Description);
      const read = { region: place.region, name, live, next: shareIn(found), note, newest };
      revisions.set(read, found.RevisionId ?? '');
      return read;
    },
    move: async (seen, { live, next, note }) => {
      const FunctionName = functionOf(seen.name);
      await client
        .send(
          new UpdateAliasCommand({
            FunctionName,
            Name: alias,
            FunctionVersion: String(live),
            RoutingConfig: {
              AdditionalVersionWeights: next ? { [next.version]: next.share } : {},
            },
            Description: note ? noteText(note) : '',
            RevisionId: revisions.get(seen),
          }),
        )
        .catch((error: unknown) => {
          throw explained(error, FunctionName, place);
        });
    },
  };
};

const newestVersion = async (client: LambdaClient, FunctionName: string): Promise<number> => {
  let newest = 0;
  for await (const page of paginateListVersionsByFunction({ client }, { FunctionName }))
    for (const { Version: version } of page.Versions ?? [])
      // $LATEST is the code that a version is made of, and none itself.
      if (v.is(Version, version)) newest = Math.max(newest, v.parse(Version, version));
  return newest;
};

const shareIn = ({ RoutingConfig }: AliasConfiguration): LiveAlias['next'] => {
  const [next] = Object.entries(RoutingConfig?.AdditionalVersionWeights ?? {});
  return next && { version: v.parse(Version, next[0]), share: next[1] };
};

const refuseOthers = ({ AliasArn = '' }: AliasConfiguration, { accountId, environment }: Place) => {
  const account = AliasArn.split(':')[4];
  if (account === accountId) return;
  throw new Refusal(
    `This is account ${account ?? 'unknown'}; ${environment} is ${accountId}. Set AWS_PROFILE.`,
  );
};

const explained = (error: unknown, functionName: string, { region }: Place): unknown => {
  if (error instanceof ResourceNotFoundException)
    return new NotDeployed(
      `There is no alias ${alias} of ${functionName} in ${region}. Is it the right account (AWS_PROFILE), and was it deployed?`,
    );
  if (error instanceof PreconditionFailedException || error instanceof ResourceConflictException)
    return new Refusal(`Somebody else has moved ${functionName} in ${region} meanwhile.`);
  if (error instanceof Error && error.name === 'CredentialsProviderError')
    return new Error('No AWS credentials: set AWS_PROFILE, and log in (`aws sso login`).', {
      cause: error,
    });
  return error;
};
