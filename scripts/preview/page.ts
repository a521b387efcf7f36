/** The page that shows everything side by side. */
import type { Group, Shown } from './preview.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<"]/g, (sign) => entities[sign] ?? '');

const idOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const frame = (file: string, width: number): string =>
  `<iframe src="${file}" width="${width}" height="760" loading="lazy" title="${width} px"></iframe>`;

const item = ({ title, note, subject, html, text, pdf }: Shown): string => `
<article id="${idOf(title)}">
  <h3>${escaped(title)}</h3>
  ${note === undefined ? '' : `<p class="note">${escaped(note)}</p>`}
  ${subject === undefined ? '' : `<p>Subject: <b>${escaped(subject)}</b> <a href="${html ?? ''}">HTML</a> <a href="${text ?? ''}">text</a></p>`}
  <div class="row">
    ${html === undefined ? '' : frame(html, 320) + frame(html, 700)}
    ${text === undefined ? '' : frame(text, 420)}
    ${pdf === undefined ? '' : `<embed src="${pdf}" type="application/pdf" width="760" height="1080"><a href="${pdf}">PDF</a>`}
  </div>
</article>`;

const style = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 0 24px 48px; }
  nav { position: sticky; top: 0; padding: 12px 0; background: Canvas; border-bottom: 1px solid #8886; }
  nav a { margin-right: 16px; }
  h3 { margin: 32px 0 4px; } p { margin: 0 0 8px; }
  .note { max-width: 70em; padding: 8px 12px; background: #f5c84333; }
  .row { display: flex; gap: 16px; align-items: flex-start; overflow-x: auto; }
  iframe { flex: none; border: 1px solid #8886; background: #fff; }
  embed { border: 1px solid #8886; }`;

/** Loads the page again where it was when the preview is made anew. */
const liveReload =
  "<script>new EventSource('/changes').onmessage = () => location.reload();</script>";

/** @param live whether the page is served by `pnpm preview --watch` */
export const previewPage = (groups: readonly Group[], live: boolean): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Mails and invoices</title><style>${style}</style></head>
<body>
<nav>${groups.map(({ title }) => `<a href="#${idOf(title)}">${escaped(title)}</a>`).join('')}</nav>
${groups.map(({ title, shown }) => `<section id="${idOf(title)}"><h2>${escaped(title)}</h2>${shown.map(item).join('')}</section>`).join('\n')}
${live ? liveReload : ''}
</body>
</html>
`;
