/** A notice as it leaves. */
export interface Message {
  /** The notice's, by which a repeat is recognised. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

/** Hands messages over to whatever brings them to people. */
export interface Sender {
  /** Resolves when it was taken. @throws NotSent */
  send(message: Message): Promise<void>;
}

/** Why a message was not taken. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
  /** Of capitals and digits; never an address or a text of the other side. */
  readonly code: string;
  /** Trying again would come to the same. */
  readonly isFinal: boolean;

  constructor(code: string, options: { readonly isFinal: boolean; readonly cause?: unknown }) {
    super(code, options.cause === undefined ? {} : { cause: options.cause });
    this.code = /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : 'UNKNOWN';
    this.isFinal = options.isFinal;
  }
}
