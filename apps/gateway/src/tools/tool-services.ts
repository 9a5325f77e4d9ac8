import type { ErrorServices } from './answers/odata-error.ts';
import type { ToolServices } from './request/tool-request.ts';
import type { CellRows } from './rows/cell-rows.ts';

/** What the routes of reporting tools use. */
export interface ToolRouteServices extends ErrorServices, ToolServices {
  readonly cells: CellRows;
}
