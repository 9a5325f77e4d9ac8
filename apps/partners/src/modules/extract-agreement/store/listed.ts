/** SQL: extracts, from their rows `made`, as a list of RegisteredExtract in the order in which they have to be destroyed. */
export const EXTRACTS_MADE = `coalesce(json_agg(json_build_object('extract', made.id, 'state', made.state, 'revision', made.revision,
  'unit', made.unit, 'form', made.form, 'fields', made.fields, 'from', to_char(made.since, 'YYYY-MM'), 'to', to_char(made.until, 'YYYY-MM'),
  'lines', made.lines, 'leftOut', made.left_out, 'headings', made.headings,
  'coarsened', (SELECT coalesce(json_agg(json_build_object('heading', part.heading, 'times', part.times)
    ORDER BY part.place) FILTER (WHERE part.times > 0), '[]') FROM unnest(made.coarsened,
      made.headings[1 + (made.form = 'ROWS')::integer:]) WITH ORDINALITY AS part (times, heading, place)),
  'destroyBy', made.destroy_by::text, 'analyst', made.extracted_by, 'extractedAt', made.extracted_at, 'sentAt', made.sent_at,
  'destroyedOn', made.destroyed_on, 'certificate', made.certificate) ORDER BY made.destroy_by, made.extracted_at, made.id), '[]')`;
