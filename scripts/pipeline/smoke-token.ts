/** ID tokens for the smoke test, of users that exist for it. */
import * as v from 'valibot';
import { UsageError } from '../lib/arguments.ts';

type Deps = { readonly fetch: typeof fetch };

/** Users of the smoke test, by what the names of their secrets begin with: who orders, and one of another tenant. */
export type SmokeUser = 'SMOKE' | 'SMOKE_OTHER';

type Environment = Readonly<Record<string, string | undefined>>;

const secretOf = (environment: Environment, name: string): string => {
  const value = environment[name];
  // A secret that nobody has set is empty.
  if (value !== undefined && value !== '') return value;
  throw new UsageError(
    `${name} is missing: set it as a secret of the environment that deploys (docs/pipelines.md).`,
  );
};

const Answer = v.object({
  AuthenticationResult: v.object({ IdToken: v.pipe(v.string(), v.nonEmpty()) }),
});
const Refusal = v.object({ __type: v.string() });

/**
 * Logs a user of the smoke test in at the Cognito of a region. Needs no credentials of AWS.
 * @throws UsageError naming a secret that is missing; Error with Cognito's code when it refuses. Neither shows a secret
 */
export const smokeToken = async (
  { fetch }: Deps,
  region: string,
  environment: Environment,
  user: SmokeUser,
): Promise<string> => {
  const [clientId, username, password] = [
    secretOf(environment, 'SMOKE_CLIENT_ID'),
    secretOf(environment, `${user}_USERNAME`),
    secretOf(environment, `${user}_PASSWORD`),
  ];
  const response = await fetch(`https://cognito-idp.${region}.amazonaws.com/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
    signal: AbortSignal.timeout(20_000),
  });
  const body: unknown = await response.json();
  const answer = v.safeParse(Answer, body);
  if (response.ok && answer.success) return answer.output.AuthenticationResult.IdToken;
  const refusal = v.safeParse(Refusal, body);
  const why = refusal.success
    ? refusal.output.__type
    : response.ok
      ? 'it asks for a challenge'
      : `status ${response.status}`;
  throw new Error(
    `Cognito does not log the user of ${user}_USERNAME in (${why}). Its app client must allow USER_PASSWORD_AUTH, its password must be permanent.`,
  );
};
