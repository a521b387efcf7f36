/** Requests of SES v2 as IAM sees them: a mail is sent from an identity, and under a configuration set. */
import * as v from 'valibot';
import { unknownCall, type Asked, type WireRequest } from './aws-call.ts';

const Input = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    FromEmailAddress: v.string(),
    ConfigurationSetName: v.optional(v.string()),
    /** A raw mail would need ses:SendRawEmail. */
    Content: v.object({ Simple: v.object({}) }),
  }),
);

export const sesCalls = ({ method, url, body }: WireRequest): Asked[] => {
  const input = v.safeParse(Input, body);
  if (`${method} ${url}` !== 'POST /v2/email/outbound-emails' || !input.success)
    return [unknownCall('ses', `${method} ${url}`)];
  const { FromEmailAddress, ConfigurationSetName } = input.output;
  const action = 'ses:SendEmail';
  const context = { 'ses:FromAddress': [FromEmailAddress] };
  return [
    { action, resource: { type: 'identity', name: FromEmailAddress }, context },
    ...(ConfigurationSetName === undefined
      ? []
      : [
          {
            action,
            resource: { type: 'configuration-set' as const, name: ConfigurationSetName },
            context,
          },
        ]),
  ];
};
