import { useState } from 'react';
import { type Keyring, keyring } from './keyring.ts';

/** Idempotency-Keys for a form, as long as it is open. */
export const useKeyring = (): Keyring => useState(() => keyring(() => crypto.randomUUID()))[0];
