/**
 * First of all: no code from strings. Schemas probe for `eval` when they are made, which the content security
 * policy reports; so this runs before any module that makes one is loaded.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });

void import('./app/start.tsx').then(({ startPage }) => {
  startPage();
});
