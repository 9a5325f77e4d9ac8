import {
  answerRow,
  answerRows,
  checkVersion,
  chosenRows,
  JSON_TYPE,
  metadataXml,
  ODATA_HEADERS,
  pageSizeFor,
  readQuestion,
  rowBody,
  rowsBody,
  serviceBody,
} from '@postern/odata';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { etagOf, holds, REVALIDATED } from './answers/etag.ts';
import { answerODataError } from './answers/odata-error.ts';
import { readCatalogue } from './catalogue/catalogue.ts';
import type { Table } from './catalogue/table.ts';
import { tablesOf } from './catalogue/table.ts';
import { originOf, splitAfter } from './request/place.ts';
import { readToolRequest } from './request/tool-request.ts';
import type { RowsQuestion } from './rows/read-edition.ts';
import { readEdition } from './rows/read-edition.ts';
import type { ToolRouteServices } from './tool-services.ts';

const MARKER = '/odata/v4';

/** OData at `/reporting/odata/v4`, for one purpose at `/reporting/for/<PURPOSE>/odata/v4`: who asks, what for, what is asked, the rows. */
export function odataRoutes(services: ToolRouteServices): readonly RouteOptions[] {
  const { contract, cells, settings } = services;

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.headers(ODATA_HEADERS);
    const { ask, search } = await readToolRequest(request, services);
    checkVersion(request.headers);
    const catalogue = await readCatalogue(ask);
    const tables = tablesOf(catalogue);
    const sets = tables.map(({ set }) => set);
    const { before, after: path } = splitAfter(request.url, MARKER);
    const root = `${originOf(request, settings)}${before}/`;
    const question = readQuestion({ path, search }, sets);
    if (question.kind === 'METADATA')
      return reply.type('application/xml; charset=utf-8').send(metadataXml(sets));
    if (question.kind === 'SERVICE') return reply.type(JSON_TYPE).send(serviceBody(sets, { root }));

    const edition = await readEdition(tableOf(question, tables), question, {
      ask,
      catalogue,
      cells,
    });
    const pageSize = pageSizeFor(request.headers);
    const etag = etagOf(edition.tag, `${root}${path}?${search} ${pageSize}`);
    reply.headers({ etag, 'cache-control': REVALIDATED });
    if (holds(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const { rows, tag } = await edition.read();
    switch (question.kind) {
      case 'COUNT':
        return reply
          .type('text/plain; charset=utf-8')
          .send(String(chosenRows(question.set, question.options, rows).length));
      case 'ROW':
        return reply.type(JSON_TYPE).send(rowBody(question, answerRow(question, rows), { root }));
      case 'ROWS': {
        const answered = answerRows(question, { rows, tag }, pageSize);
        const place = { place: { root, search }, edition: tag };
        return reply.type(JSON_TYPE).send(rowsBody(question, answered, place));
      }
    }
  }

  return [`/reporting${MARKER}`, `/reporting/for/:purpose${MARKER}`].flatMap((url) =>
    [url, `${url}/*`].map(
      (each): RouteOptions => ({
        method: 'GET',
        url: each,
        config: { contract: contract.name },
        errorHandler: answerODataError(services),
        handler: answer,
      }),
    ),
  );
}

function tableOf({ set }: RowsQuestion, tables: readonly Table[]): Table {
  const table = tables.find((each) => each.set === set);
  if (table === undefined) throw new TypeError('A question is about one of the tables.');
  return table;
}
