/**
 * The files of the invoice's fonts, read from their package. In a bundle there is no package: there
 * scripts/esbuild-plugins/embedded-fonts.ts puts the bytes themselves in the place of this file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const read = (file: string): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve(file));

/** Noto Sans, licensed under the SIL Open Font License 1.1 (docs/third-party.md). */
export const fontFiles: { readonly regular: Uint8Array; readonly bold: Uint8Array } = {
  regular: read('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: read('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
};
