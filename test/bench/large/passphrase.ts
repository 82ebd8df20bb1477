export const PASSPHRASE = 'a passphrase for benches';
