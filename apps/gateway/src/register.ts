/** An organisation that signed, as anybody may know it (SHR-2.3d). */
export interface Signatory {
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly signatures: readonly {
    /** The agreement's title. */
    readonly agreement: string;
    readonly version: string;
    /** ISO 8601. */
    readonly since: string;
    readonly until: string | null;
  }[];
}

/** Who ever signed, by name. */
export type PublicRegister = () => Promise<readonly Signatory[]>;
