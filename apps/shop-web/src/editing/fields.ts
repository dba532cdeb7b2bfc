/** A thing as a form sees it: a text for each field, those of parts under paths like `address.city`. */
export type Fields = Record<string, string>;

export type Fault = 'missing' | 'notAnEmail' | 'notACountry' | 'notAnId' | 'notAnAmount';

export type Faults<Name extends string> = Partial<Record<Name, Fault>>;

/** What a form knows of the fields of a thing. */
export interface Rules<Name extends string> {
  /** In the order of the form, the most characters of each. */
  lengths: Record<Name, number>;
  /** What can be told before anybody is asked; the service has the last word. */
  faultsIn: (fields: Fields) => Faults<Name>;
}
