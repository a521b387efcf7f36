/** An image that an invoice can carry, examined: its decoding will not fail. */
export type LogoImage = {
  readonly format: 'png' | 'jpg';
  readonly data: Buffer;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};
