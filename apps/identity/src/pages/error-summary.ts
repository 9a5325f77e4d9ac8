import type { Html } from './html.ts';
import { html } from './html.ts';

/** What is wrong with a field of the page: said once on top, with a link to the field, and once beside it. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export function errorSummary(error: FieldError | undefined): Html {
  if (error === undefined) return html``;
  return html`<div class="summary" role="alert" tabindex="-1" autofocus>
<h2>There is a problem</h2>
<p><a href="#${error.field}">${error.message}</a></p>
</div>`;
}

export function fieldMessage(error: FieldError | undefined): Html {
  if (error === undefined) return html``;
  return html`<p class="message" id="${error.field}-error"><span class="hidden">Error: </span>${error.message}</p>`;
}

/** Browser tabs and screen readers say the title first, so it begins with the fact of an error. */
export function titleWith(error: FieldError | undefined, title: string): string {
  return error === undefined ? title : `Error: ${title}`;
}
