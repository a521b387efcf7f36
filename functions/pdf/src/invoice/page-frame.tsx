/** What every page has around its content: the strip on top from the second page on, and the footer. */
import { Page, View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import { bar, beside, stack, type Block } from './block.tsx';
import type { Typeface } from './fonts/typeface.ts';
import { text } from './text.tsx';
import { colours, contentWidth, sheet, type, type TypeStyle } from './theme.ts';

const rightWidth = 150;

const twoSided = (face: Typeface, left: string, right: string, style: TypeStyle): Block =>
  beside([
    text(face, left, style, contentWidth - rightWidth),
    text(face, right, style, rightWidth, 'right'),
  ]);

/** Names the invoice on top of a page that continues it. */
export const continuationStrip = (face: Typeface, issuer: string, subject: string): Block =>
  twoSided(face, issuer, subject, type.label);

/** A sheet of A4 with `content` between its margins and a footer below; the outline leads to it by `title`. */
export const framedPage = (title: string, content: Block, foot: Block): ReactElement => (
  <Page key={title} size="A4" wrap={false} bookmark={title}>
    {/* A page that must not wrap is as high as what is in its flow. */}
    <View style={{ width: sheet.width, height: sheet.height }}>
      <View style={{ position: 'absolute', left: sheet.marginX, top: sheet.marginTop }}>
        {content.element}
      </View>
      <View style={{ position: 'absolute', left: sheet.marginX, bottom: sheet.footerBottom }}>
        {foot.element}
      </View>
    </View>
  </Page>
);

/** Who issues the invoice, its subject, and the page's place among the pages. */
export const footer = (
  face: Typeface,
  content: { issuer: string; subject: string; page: number; pages: number },
): Block => {
  const { issuer, subject, page, pages } = content;
  const place = `Page ${String(page)} of ${String(pages)}`;
  const both = `${issuer} · ${subject}`;
  // The footer has one line: the name of the issuer stands on every page anyway.
  const fits = face.measure(both, type.small) < contentWidth - rightWidth - 1;
  return stack(
    [
      bar(contentWidth, 0.6, colours.hairline),
      twoSided(face, fits ? both : subject, place, type.small),
    ],
    6,
  );
};
