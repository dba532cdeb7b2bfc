import { useState } from 'react';
import { createKeys, type Keys } from './idempotency.ts';

/** Idempotency-Keys for a form, as long as it is open. */
export const useKeys = (): Keys => useState(() => createKeys())[0];
