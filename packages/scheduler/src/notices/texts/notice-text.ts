import type { NoticeKind, ShownParams } from '../notice-kinds.ts';

/** What a notice says: what happened, and what to do next. */
export interface NoticeText<Kind extends NoticeKind> {
  /** Shown before anybody signs in, so it holds no parameter. */
  readonly subject: string;
  /** Paragraphs. */
  body(params: ShownParams<Kind>): readonly string[];
}

/** The texts of some kinds, or of all. */
export type NoticeTexts<Kinds extends NoticeKind = NoticeKind> = {
  readonly [Kind in Kinds]: NoticeText<Kind>;
};
