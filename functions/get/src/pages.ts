/** Pages for people who follow the link in a mail. Constant: nothing of a request or an order is ever put into them. */
import { createHash } from 'node:crypto';
import type { HttpResult } from '@bbws/lambda/http-response';

const style = `
  *{box-sizing:border-box}
  body{margin:0;background:#f4f6f8;color:#1c2733;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
  header{background:#12344d;color:#fff;padding:16px 24px;font-size:20px;font-weight:700;letter-spacing:.08em}
  main{max-width:560px;margin:32px auto;padding:0 16px}
  section{background:#fff;border:1px solid #d5dce3;border-top:4px solid #12344d;border-radius:4px;padding:24px}
  h1{margin:0 0 12px;color:#12344d;font-size:22px;line-height:1.3}
  p{margin:0 0 12px}
  p:last-child{margin:0}
`;

// The page may show itself in its own style, and nothing else: no script, no picture, no form, no frame.
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (
  status: number,
  title: string,
  paragraphs: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): HttpResult => ({
  status,
  contentType: 'text/html; charset=utf-8',
  raw: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – BBWS</title>
<style>${style}</style>
</head>
<body>
<header>BBWS</header>
<main>
<section>
<h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</section>
</main>
</body>
</html>
`,
  headers: {
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Robots-Tag': 'noindex',
    ...headers,
  },
});

const lookAgainSeconds = '5';

/** The invoice is not rendered yet. Looks again by itself until the browser is led to it. */
export const waitingPage = page(
  202,
  'Your invoice is on its way',
  [
    'We are preparing the PDF. This takes a few seconds.',
    'This page looks again by itself: you need not do anything.',
  ],
  { Refresh: lookAgainSeconds, 'Retry-After': lookAgainSeconds },
);

/** The link opens nothing, whatever the reason. */
export const invalidLinkPage = page(404, 'This link is not valid (any more)', [
  'A link to an invoice works for 7 days. It may also have been cut off on its way to you: try to copy the whole link from the mail.',
  'You always find the invoice with your order in the portal. If you cannot, reply to the mail and we will help.',
]);
