import type { FieldError } from './error-summary.ts';
import { errorSummary, fieldMessage, titleWith } from './error-summary.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';

export interface CodePageView {
  readonly csrf: string;
  readonly name: string;
  readonly code: string;
  readonly error?: FieldError | undefined;
}

/** Step 2: the second factor, whose code the page tells, for there is no telephone to send it to. */
export function codePage({ csrf, name, code, error }: CodePageView): Page {
  const described = error === undefined ? 'code-hint' : 'code-error code-hint';
  return {
    title: titleWith(error, 'Enter your one-time code'),
    status: error === undefined ? 200 : 422,
    body: html`${errorSummary(error)}
<h1>Enter your one-time code</h1>
<p>You are signing in as <strong>${name}</strong>.</p>
<div class="panel">
<p>In development the code is shown here:</p>
<p class="digits" id="shown-code">${code}</p>
</div>
<form method="post" novalidate>
<input type="hidden" name="csrf" value="${csrf}">
<div class="field${error === undefined ? '' : ' wrong'}">
<label for="code">One-time code</label>
<p class="hint" id="code-hint">6 digits</p>
${fieldMessage(error)}
<input class="code" type="text" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" maxlength="12" required aria-describedby="${described}"${error === undefined ? '' : html` aria-invalid="true"`}>
</div>
<div class="row">
<button type="submit" name="action" value="continue">Sign in</button>
<button class="plain" type="submit" name="action" value="restart">Choose another account</button>
</div>
</form>`,
  };
}
