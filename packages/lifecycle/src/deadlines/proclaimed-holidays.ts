/** Bank holidays that were proclaimed for one year only, and ordinary ones that it moved them from. */
export const PROCLAIMED: Readonly<
  Record<number, { readonly added: readonly string[]; readonly moved: readonly string[] }>
> = {
  1981: { added: ['1981-07-29'], moved: [] },
  1995: { added: ['1995-05-08'], moved: ['1995-05-01'] },
  1999: { added: ['1999-12-31'], moved: [] },
  2002: { added: ['2002-06-03', '2002-06-04'], moved: ['2002-05-27'] },
  2011: { added: ['2011-04-29'], moved: [] },
  2012: { added: ['2012-06-04', '2012-06-05'], moved: ['2012-05-28'] },
  2020: { added: ['2020-05-08'], moved: ['2020-05-04'] },
  2022: { added: ['2022-06-02', '2022-06-03', '2022-09-19'], moved: ['2022-05-30'] },
  2023: { added: ['2023-05-08'], moved: [] },
};
