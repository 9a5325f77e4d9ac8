import { Refusal } from '@postern/errors';
import { chosenRows, csvMetadata, csvText, readQuestion } from '@postern/odata';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { etagOf, holds, REVALIDATED } from './answers/etag.ts';
import { answerODataError } from './answers/odata-error.ts';
import { readCatalogue } from './catalogue/catalogue.ts';
import { tablesOf } from './catalogue/table.ts';
import { splitAfter } from './request/place.ts';
import { readToolRequest } from './request/tool-request.ts';
import { readEdition } from './rows/read-edition.ts';
import type { ToolRouteServices } from './tool-services.ts';

const MARKER = '/csv';
const FILE = /^(\w{1,128})\.csv(-metadata\.json)?$/;
const MARK = /^bom=(true|false)$/;

/** A table as a file at `/reporting/csv/<Table>.csv`, what its columns are at `<Table>.csv-metadata.json`; with the options of OData. */
export function csvRoutes(services: ToolRouteServices): readonly RouteOptions[] {
  const { contract, cells } = services;

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { ask, search: given } = await readToolRequest(request, services);
    const { search, mark } = readMark(given);
    const catalogue = await readCatalogue(ask);
    const tables = tablesOf(catalogue);
    const [, name = '', describes] = FILE.exec(splitAfter(request.url, MARKER).after) ?? [];
    const table = tables.find(({ set }) => set.name === name);
    if (table === undefined) throw new Refusal('ROW_UNKNOWN');
    const file = `${name}.csv`;
    if (describes !== undefined)
      return reply.type('application/csvm+json; charset=utf-8').send(csvMetadata(table.set, file));

    const question = readQuestion({ path: name, search }, [table.set]);
    if (question.kind !== 'ROWS' || question.options.page !== null)
      throw new Refusal('QUERY_OPTION_UNSUPPORTED', {
        option: '$skiptoken',
        supported: '$skip and $top',
      });
    const edition = await readEdition(table, question, { ask, catalogue, cells });
    const etag = etagOf(edition.tag, `${file}?${search} ${mark}`);
    reply.headers({
      etag,
      'cache-control': REVALIDATED,
      'content-disposition': `attachment; filename="${file}"`,
      link: `<${file}-metadata.json>; rel="describedby"; type="application/csvm+json"`,
    });
    if (holds(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const { rows } = await edition.read();
    const { select, skip, top } = question.options;
    const chosen = chosenRows(table.set, question.options, rows);
    const shown = chosen.slice(skip, top === null ? undefined : skip + top);
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .send(csvText(select, shown, { mark }));
  }

  return [`/reporting${MARKER}/*`, `/reporting/for/:purpose${MARKER}/*`].map(
    (url): RouteOptions => ({
      method: 'GET',
      url,
      config: { contract: contract.name },
      errorHandler: answerODataError(services),
      handler: answer,
    }),
  );
}

/** Whether the file begins with the mark of UTF-8, and the options beside. */
function readMark(given: string): { readonly search: string; readonly mark: boolean } {
  const parts = given.split('&');
  const search = parts.filter((part) => !MARK.test(part)).join('&');
  return { search, mark: parts.includes('bom=true') };
}
