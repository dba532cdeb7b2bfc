/** One event of a text/event-stream. */
export interface ServerEvent {
  /** `message` when the stream names none. */
  event: string;
  data: string;
}

/** An event as it goes over the wire. `data` is one line. */
export const eventText = (event: string, data: string): string => `event: ${event}\ndata: ${data}\n\n`;

/** The line that says how far the client is once it has what follows; before an empty line, without any event. */
export const idText = (id: string): string => `id: ${id}\n`;

export interface EventParser {
  /** The events that are complete with this text. */
  push(text: string): ServerEvent[];
  /** For the header Last-Event-ID of the next connection; '' before there is one. */
  lastEventId(): string;
  /** What the server asks to wait before the next connection, in ms. */
  retryMs(): number | undefined;
}

/** Reads a text/event-stream in pieces of any size (WHATWG HTML, 9.2.6 "Interpreting an event stream"). */
export function eventParser(): EventParser {
  let rest = '';
  let begun = false;
  let event = '';
  let data: string[] = [];
  let pendingId = '';
  let id = '';
  let retry: number | undefined;

  function field(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return; // a comment
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) pendingId = value;
    else if (name === 'retry' && /^\d+$/.test(value)) retry = Number(value);
  }

  function dispatch(events: ServerEvent[]): void {
    id = pendingId; // only now: a connection that breaks in the middle of an event has not brought it
    if (data.length > 0) events.push({ event: event || 'message', data: data.join('\n') });
    event = '';
    data = [];
  }

  return {
    push(text) {
      if (!begun && text !== '') {
        begun = true;
        if (text.startsWith('\uFEFF')) text = text.slice(1);
      }
      const events: ServerEvent[] = [];
      const lines = (rest + text).split(/\r\n|\n|\r(?!$)/); // a CR at the very end may be the first half of a CRLF
      rest = lines.pop()!;
      for (const line of lines) {
        if (line === '') dispatch(events);
        else field(line);
      }
      return events;
    },
    lastEventId: () => id,
    retryMs: () => retry,
  };
}
