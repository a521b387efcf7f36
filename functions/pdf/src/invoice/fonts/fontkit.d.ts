// fontkit ships no types, so that the renderer's fonts have none either. This is what the invoice takes of a font.
declare module 'fontkit' {
  export type Glyph = {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
  };

  /** In units of the font. */
  export type GlyphPosition = {
    readonly xAdvance: number;
    readonly yAdvance: number;
    readonly xOffset: number;
    readonly yOffset: number;
  };

  export type GlyphRun = {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly GlyphPosition[];
  };

  export type Font = {
    readonly type: 'TTF' | 'WOFF' | 'WOFF2';
    readonly unitsPerEm: number;
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
    glyphForCodePoint(codePoint: number): Glyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
  };

  export function create(file: Uint8Array): Font;
}
