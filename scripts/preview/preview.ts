/** What a preview shows. */

/** A mail or an invoice, as files beside the page. */
export type Shown = {
  /** Heading on the page. */
  readonly title: string;
  /** What is worth looking at here. */
  readonly note?: string;
  readonly subject?: string;
  /** File names, without a folder. */
  readonly html?: string;
  readonly text?: string;
  readonly pdf?: string;
};

export type Group = { readonly title: string; readonly shown: readonly Shown[] };

/** Writes a file of the preview, and gives its name. */
export type Write = (name: string, content: string | Uint8Array) => Promise<string>;
