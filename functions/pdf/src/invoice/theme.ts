/** How an invoice looks: the sheet, colours and type. Lengths are points, 72 to the inch. */

/** A4, with the room that the margins leave. */
export const sheet = {
  width: 595.28,
  height: 841.89,
  marginX: 48,
  marginTop: 42,
  marginBottom: 66,
  footerBottom: 34,
} as const;

/** Width between the margins. */
export const contentWidth = sheet.width - 2 * sheet.marginX;

/** Height between the margins. */
export const contentHeight = sheet.height - sheet.marginTop - sheet.marginBottom;

export const colours = {
  accent: '#12344d',
  ink: '#1f2933',
  quiet: '#52606d',
  hairline: '#dde3e8',
  tint: '#eef1f4',
  paper: '#ffffff',
} as const;

/** Colours of a badge. */
export const tones = {
  open: { ink: '#8a5a00', tint: '#fdf3dc' },
  settled: { ink: '#1c6b3c', tint: '#e4f3e9' },
  closed: { ink: colours.quiet, tint: '#dbe1e6' },
} as const;

/** A manner of setting text. `leading` is the distance from line to line. */
export type TypeStyle = {
  readonly size: number;
  readonly leading: number;
  readonly weight: 400 | 700;
  readonly colour: string;
};

export const type = {
  title: { size: 24, leading: 28, weight: 700, colour: colours.ink },
  wordmark: { size: 20, leading: 28, weight: 700, colour: colours.accent },
  lead: { size: 10.5, leading: 14, weight: 700, colour: colours.ink },
  body: { size: 9, leading: 13, weight: 400, colour: colours.ink },
  strong: { size: 9, leading: 13, weight: 700, colour: colours.ink },
  quiet: { size: 9, leading: 13, weight: 400, colour: colours.quiet },
  label: { size: 7.5, leading: 11, weight: 700, colour: colours.quiet },
  badge: { size: 8, leading: 11, weight: 700, colour: colours.quiet },
  tableHead: { size: 8, leading: 11, weight: 700, colour: colours.accent },
  total: { size: 12.5, leading: 17, weight: 700, colour: colours.accent },
  small: { size: 7.5, leading: 11, weight: 400, colour: colours.quiet },
} as const satisfies Record<string, TypeStyle>;
