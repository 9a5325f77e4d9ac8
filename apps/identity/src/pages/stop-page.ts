import { html } from './html.ts';
import type { Page } from './layout.ts';

/** A sign-in that cannot go on. */
export function stopPage(status: number, what: string): Page {
  return {
    status,
    title: 'You cannot sign in from here',
    body: html`<h1>You cannot sign in from here</h1>
<p>${what}</p>
<p>Go back to where you came from and sign in again.</p>`,
  };
}
