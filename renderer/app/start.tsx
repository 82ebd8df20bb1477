import './tokens.css';
import './base.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dropzone/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { shareNonce } from './nonce.ts';
import { Providers } from './providers.tsx';

/** Draws the page. */
export function startPage(): void {
  shareNonce();
  const root = document.getElementById('root');
  if (!root) throw new Error('Expected an element with the id "root" in index.html, found none.');
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
}
