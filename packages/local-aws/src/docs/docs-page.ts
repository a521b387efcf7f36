/** The page of the docs: Scalar, which shows the document and sends requests from the browser. */
import { tokenPath } from '../gateway/token-answer.ts';

export const paths = {
  page: '/docs',
  scalar: '/docs/scalar.js',
  start: '/docs/start.js',
  document: '/openapi.json',
} as const;

/** Lets the page talk to this server and to nobody else. Scalar writes styles into elements. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const docsPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>BBWS Order API (local)</title>
    <link rel="icon" href="data:," />
    <script src="${paths.scalar}" defer></script>
    <script src="${paths.start}" type="module"></script>
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`;

// Everything in Scalar that would talk to somebody else is off.
const configuration = {
  url: paths.document,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
  persistAuth: false,
  defaultOpenAllTags: true,
};

/** Starts Scalar with a fresh token of tenant-demo, so that a request works at once. */
export const startScript = `const response = await fetch('${tokenPath}?tenantId=tenant-demo');
const idToken = { value: 'Bearer ' + (await response.text()) };
Scalar.createApiReference('#app', {
  ...${JSON.stringify(configuration)},
  authentication: { preferredSecurityScheme: 'idToken', securitySchemes: { idToken } },
});
`;
