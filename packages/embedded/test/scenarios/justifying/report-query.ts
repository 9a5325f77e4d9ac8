/** The access report as it is drawn. */
export const REPORT = `mutation ($from: DateTime!, $until: DateTime!, $reason: String!) {
  drawAccessReport(from: $from, until: $until, reason: $reason) {
    __typename ... on AccessReportChanged { report { from until drawnAt findings {
      kind clause practitioner { id name } other { id } count first last lookAt } } }
    ... on CommandRefusal { code about findings { part } } } }`;
