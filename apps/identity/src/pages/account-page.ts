import type { SampleAccount } from '@postern/sample-county';
import type { FieldError } from './error-summary.ts';
import { errorSummary, fieldMessage, titleWith } from './error-summary.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

export interface AccountPageView {
  readonly csrf: string;
  readonly accounts: readonly SampleAccount[];
  readonly typed?: string;
  readonly error?: FieldError | undefined;
}

/** Step 1: who signs in. */
export function accountPage({ csrf, accounts, typed = '', error }: AccountPageView): Page {
  const described = error === undefined ? 'email-hint' : 'email-error email-hint';
  return {
    title: titleWith(error, 'Sign in'),
    status: error === undefined ? 200 : 422,
    body: html`${errorSummary(error)}
<h1>Sign in</h1>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="${csrf}">
<div class="field${error === undefined ? '' : ' wrong'}">
<label for="email">E-mail address of a sample account</label>
<p class="hint" id="email-hint">No password is asked for in development.</p>
${fieldMessage(error)}
<input type="email" id="email" name="email" value="${typed}" autocomplete="username" spellcheck="false" required aria-describedby="${described}"${error === undefined ? '' : html` aria-invalid="true"`}>
</div>
<div class="row">
<button type="submit" name="action" value="continue">Continue</button>
<button class="plain" type="submit" name="action" value="cancel">Cancel</button>
</div>
</form>
<h2>Sample accounts</h2>
<form method="post">
<input type="hidden" name="csrf" value="${csrf}">
<ul class="people">
${accounts.map(person)}
</ul>
</form>`,
  };
}

function person({ name, email, shows }: SampleAccount): Html {
  return html`<li>
<div><p><strong>${name}</strong></p><p class="email">${email}</p><p class="shows">${shows}</p></div>
<button class="plain" type="submit" name="email" value="${email}">Choose<span class="hidden"> ${name}</span></button>
</li>
`;
}
