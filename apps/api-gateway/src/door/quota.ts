export interface QuotaSettings {
  /** So many of one client within the window. */
  max: number;
  windowMs: number;
}

export interface Taken {
  limit: number;
  left: number;
  /** Seconds until the window ends, rounded up. */
  resetsInS: number;
  isExceeded: boolean;
}

interface Window {
  taken: number;
  endsAt: number;
}

/** An attacker has many addresses; what is known of whom came first goes, before memory does. */
const MOST_CLIENTS = 50_000;

/** Counts what each client takes, in fixed windows that begin when he comes. */
export class Quota {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly settings: QuotaSettings,
    private readonly now: () => number = Date.now,
    private readonly mostClients = MOST_CLIENTS,
  ) {}

  take(client: string): Taken {
    const { max } = this.settings;
    const now = this.now();
    const window = this.windowOf(client, now);
    window.taken++;
    return {
      limit: max,
      left: Math.max(0, max - window.taken),
      resetsInS: Math.ceil((window.endsAt - now) / 1_000),
      isExceeded: window.taken > max,
    };
  }

  private windowOf(client: string, now: number): Window {
    const known = this.windows.get(client);
    if (known !== undefined && now < known.endsAt) return known;
    this.windows.delete(client); // so that the map stays in the order in which the windows began
    if (this.windows.size >= this.mostClients) this.windows.delete(this.windows.keys().next().value!);
    const window = { taken: 0, endsAt: now + this.settings.windowMs };
    this.windows.set(client, window);
    return window;
  }
}
