/** Whether what somebody typed is a link to a rollback plan. Pure. */

/** What is wrong with it; `undefined` when it is an https address that names a page. */
export const rollbackPlanProblem = (link: string): string | undefined => {
  const wanted =
    'The rollback plan must be the https address of a page that says how this deployment is taken back (docs/runbooks/rollback.md)';
  if (/\s/.test(link) || !URL.canParse(link)) return `${wanted}; this is no address.`;
  const { protocol, hostname, pathname, username, password } = new URL(link);
  if (protocol !== 'https:') return `${wanted}; this one begins with ${protocol}//.`;
  if (username !== '' || password !== '') return `${wanted}; this one holds a password.`;
  if (!hostname.includes('.') || pathname === '/') return `${wanted}; this one names no page.`;
  return undefined;
};
