/** Fills a template. Knows how values are escaped; knows nothing of orders, nor of MJML. */
import Mustache from 'mustache';
import type { Template, TemplateName } from './template.ts';
import type { ViewOf } from './views.ts';

/** A mail ready to send. The subject is a single line. */
export type Mail = { readonly subject: string; readonly html: string; readonly text: string };

/** Line ends and other control characters become a space: a value never starts a line, nor a header, of its own. */
const oneLine = (value: string): string => value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Mustache's own function also escapes `/` and `=`, which every link would carry as entities.
const escapeHtml = (value: string): string =>
  oneLine(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');

/**
 * The mail that `template` gives for `view`, the view of the template `Name`. Values are escaped for HTML in the HTML part, and kept to one line
 * in both parts and the subject; a template expression inside a value stays text.
 */
export const renderMail = <Name extends TemplateName>(
  subject: string,
  view: ViewOf<Name>,
  template: Template,
): Mail => ({
  subject: oneLine(subject),
  html: Mustache.render(template.html, view, {}, { escape: escapeHtml }),
  text: Mustache.render(template.text, view, {}, { escape: oneLine }),
});
