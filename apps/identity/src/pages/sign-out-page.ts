import { Html, html } from './html.ts';
import type { Page } from './layout.ts';

/** Asks before signing out; `form` is the provider's own hidden form, which the buttons belong to. */
export function signOutPage(form: string): Page {
  return {
    title: 'Sign out',
    body: html`<h1>Do you want to sign out?</h1>
${new Html(form)}
<div class="row">
<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<button class="plain" type="submit" form="op.logoutForm">Stay signed in</button>
</div>`,
  };
}

export const signedOutPage: Page = {
  title: 'You have signed out',
  body: html`<h1>You have signed out</h1><p>You can close this page.</p>`,
};
