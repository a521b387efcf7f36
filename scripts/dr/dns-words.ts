/**
 * Route 53 leads callers to the first region as long as that answers /health, whichever region writes. Who writes elsewhere
 * has to hold it away: by a path for its health check that nobody answers. Pure.
 */
import type { Regions } from './connect-regions.ts';

export type Dns = Pick<Regions, 'apiDomain'> & {
  readonly regions: readonly { readonly name: string }[];
};

const command = (region: string, apiDomain: string, path: string): string =>
  `  aws route53 update-health-check --resource-path ${path} --health-check-id $(aws route53 list-health-checks ` +
  `--query "HealthChecks[?HealthCheckConfig.FullyQualifiedDomainName=='${region}.${apiDomain}'].Id" --output text)`;

/**
 * What to know, and to run, when that region is to write, or does. Empty where there is no DNS.
 * @param writer a region of the environment
 */
export const dnsWords = ({ regions, apiDomain }: Dns, writer: string): string[] => {
  const [first] = regions;
  if (apiDomain === undefined || !first) return [];
  return writer === first.name
    ? [
        `DNS: if ${first.name} was held away, lead callers back to it:`,
        command(first.name, apiDomain, '/health'),
      ]
    : [
        `DNS leads callers to ${first.name} as long as that answers /health, and writes are refused there. To hold it away:`,
        command(first.name, apiDomain, '/held-away'),
      ];
};
