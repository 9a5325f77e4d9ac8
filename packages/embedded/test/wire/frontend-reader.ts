const HEADER_BYTES = 5;

/** Reads what a client of PostgreSQL sends (protocol 3.0) and tells the text of each statement as it is bound or sent. */
export class FrontendReader {
  readonly #onStatement: (text: string) => void;
  readonly #prepared = new Map<string, string>();
  #pending: Buffer = Buffer.alloc(0);
  #started = false;

  constructor(onStatement: (text: string) => void) {
    this.#onStatement = onStatement;
  }

  read(bytes: Buffer): void {
    this.#pending = Buffer.concat([this.#pending, bytes]);
    for (;;) {
      // The startup message has a length and no type.
      const lengthAt = this.#started ? 1 : 0;
      if (this.#pending.length < lengthAt + 4) return;
      const length = this.#pending.readUInt32BE(lengthAt) + lengthAt;
      if (this.#pending.length < length) return;
      const message = this.#pending.subarray(0, length);
      this.#pending = this.#pending.subarray(length);
      if (this.#started) this.#message(message);
      this.#started = true;
    }
  }

  #message(message: Buffer): void {
    const texts = message.toString('utf8', HEADER_BYTES).split('\0');
    switch (String.fromCharCode(message[0] ?? 0)) {
      case 'P':
        this.#prepared.set(texts[0] ?? '', texts[1] ?? '');
        break;
      case 'B':
        this.#onStatement(this.#prepared.get(texts[1] ?? '') ?? '');
        break;
      case 'Q':
        this.#onStatement(texts[0] ?? '');
        break;
    }
  }
}
