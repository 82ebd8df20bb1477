/** References replaced as files are read: the same reference under the same key is the same pseudonym. */
import { createHmac } from 'node:crypto';

export type Pseudonymiser = (reference: string) => string;

/** Letters and digits that nobody takes for one another when reading them out. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Fifty bits: two of ten thousand cases share a pseudonym once in twenty million workspaces. */
const LENGTH = 10;
const BITS = 5;

/** As short and as readable as a reference: `P-7K3M9QX2RD`. Nothing leads back from it without the key. */
export function pseudonymiser(key: Buffer): Pseudonymiser {
  return (reference) => {
    const digest = createHmac('sha256', key).update(reference, 'utf8').digest();
    let left = digest.readBigUInt64BE();
    let letters = '';
    for (let at = 0; at < LENGTH; at++) {
      letters += ALPHABET.charAt(Number(left & 31n));
      left >>= BigInt(BITS);
    }
    return `P-${letters}`;
  };
}
