import { setNonce } from 'get-nonce';

/** The nonce of this page load, which the content security policy asks of every style element. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Gives the nonce to the scroll lock under Mantine's overlays, which makes a style element of its own. */
export function shareNonce(): void {
  setNonce(styleNonce());
}
