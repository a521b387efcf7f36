// fontkit ships no types, so that the renderer's fonts have none either. This is what measuring takes of a font.
declare module 'fontkit' {
  export type Font = {
    readonly unitsPerEm: number;
    layout(text: string): { readonly positions: readonly { readonly xAdvance: number }[] };
  };
}
