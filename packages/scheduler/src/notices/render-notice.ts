import { Fault } from '@postern/errors';
import type { NoticeKind, ShownParams } from './notice-kinds.ts';
import { NOTICE_KINDS } from './notice-kinds.ts';
import type { ParameterKind } from './parameters.ts';
import { PARAMETERS } from './parameters.ts';
import type { NoticeText } from './texts/notice-text.ts';
import { TEXTS } from './texts.ts';

/** The end of every notice. */
const SIGNATURE = [
  'Postern sends this e-mail by itself. It never asks for your password, and it holds nothing about any family.',
  'Do not answer it: nobody reads the answers.',
];

/** A notice as its row holds it. */
export interface KeptNotice {
  readonly kind: string;
  readonly params: unknown;
}

/** A notice as people read it. @throws Fault NOTICE_INVALID for a row that is not what was posted */
export function renderNotice(
  { kind, params }: KeptNotice,
  publicUrl: string,
): { readonly subject: string; readonly text: string } {
  if (!isNoticeKind(kind)) throw new Fault('NOTICE_INVALID', { logged: { parameter: 'kind' } });
  const kept = Object(params) as Readonly<Record<string, unknown>>;
  const shown = Object.entries<ParameterKind>(NOTICE_KINDS[kind]).map(([name, parameter]) => [
    name,
    PARAMETERS[parameter].shown(kept[name], publicUrl),
  ]);
  // The names are those of the kind, which no type can follow through a list of entries.
  return written(TEXTS[kind] as NoticeText<NoticeKind>, Object.fromEntries(shown));
}

/** Whether a text names a kind of notice. */
export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(NOTICE_KINDS, text);
}

function written(
  text: NoticeText<NoticeKind>,
  shown: ShownParams<NoticeKind>,
): { readonly subject: string; readonly text: string } {
  const paragraphs = [...text.body(shown), SIGNATURE.join('\n')];
  return { subject: text.subject, text: `${paragraphs.join('\n\n')}\n` };
}
