/** What differs between Electron and a browser; nothing else in renderer asks where it runs. */
export type Platform = {
  readonly kind: 'desktop' | 'browser';
  /** Offers a file to the person: save dialog or download. */
  saveFile(name: string, data: Blob): Promise<void>;
  print(): void;
};

/** The one bridge that preload exposes. */
export type DesktopBridge = { readonly kind: 'desktop'; connect(): void };

declare global {
  interface Window {
    readonly desk?: DesktopBridge;
  }
}

function download(name: string, data: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(data);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Electron's session handler turns a download into a save dialog, so both sides download.
export const platform: Platform = {
  kind: window.desk ? 'desktop' : 'browser',
  saveFile: async (name, data) => download(name, data),
  print: () => window.print(),
};
