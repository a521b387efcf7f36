/** An ID token for the smoke test, of a user that exists for it. */
import * as v from 'valibot';
import { UsageError } from '../lib/arguments.ts';

type Deps = { readonly fetch: typeof fetch };

const Secrets = v.object({
  SMOKE_CLIENT_ID: v.pipe(v.string(), v.nonEmpty()),
  SMOKE_USERNAME: v.pipe(v.string(), v.nonEmpty()),
  SMOKE_PASSWORD: v.pipe(v.string(), v.nonEmpty()),
});

const Answer = v.object({
  AuthenticationResult: v.object({ IdToken: v.pipe(v.string(), v.nonEmpty()) }),
});
const Refusal = v.object({ __type: v.string() });

/**
 * Logs the smoke test's user in at the Cognito of a region. Needs no credentials of AWS.
 * @throws UsageError naming a secret that is missing; Error with Cognito's code when it refuses. Neither shows a secret
 */
export const smokeToken = async (
  { fetch }: Deps,
  region: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> => {
  const secrets = v.safeParse(Secrets, environment);
  if (!secrets.success)
    throw new UsageError(
      `${v.getDotPath(secrets.issues[0]) ?? 'A secret'} is missing: set it as a secret of the environment that deploys (docs/pipelines.md).`,
    );
  const { SMOKE_CLIENT_ID, SMOKE_USERNAME, SMOKE_PASSWORD } = secrets.output;
  const response = await fetch(`https://cognito-idp.${region}.amazonaws.com/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: SMOKE_CLIENT_ID,
      AuthParameters: { USERNAME: SMOKE_USERNAME, PASSWORD: SMOKE_PASSWORD },
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
    `Cognito does not log the smoke test's user in (${why}). Its app client must allow USER_PASSWORD_AUTH, its password must be permanent.`,
  );
};
