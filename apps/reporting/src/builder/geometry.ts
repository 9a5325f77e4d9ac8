import type { Balance } from '@postern/disclosure-control';
import type { Dimension } from '../catalogue/dimension.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import type { Members, Place } from '../catalogue/place.ts';
import { inOrder, placesOf } from '../catalogue/place.ts';

/** A place whose count is that of its parts together; the parts of one dimension cover it. */
export interface Sum {
  readonly whole: Place;
  readonly parts: readonly Place[];
}

/** Every place of an indicator, and every sum of places that a reader can make. */
export interface Geometry {
  readonly places: readonly Place[];
  readonly sums: readonly Sum[];
  isTotal(place: Place): boolean;
}

export function geometryOf({ cuts }: IndicatorDefinition, members: Members): Geometry {
  const ordered = cuts.map(inOrder);
  const places = ordered.flatMap((cut) => placesOf(cut, members));
  const sums = ordered.flatMap((cut) => sumsOf(cut, members));
  const wholes = new Set(sums.map(({ whole }) => JSON.stringify(whole)));
  return { places, sums, isTotal: (place) => wholes.has(JSON.stringify(place)) };
}

/** The sums of a cut: to everything, wards to localities, and a cut by two to both of its cuts by one. */
function sumsOf(cut: readonly Dimension[], members: Members): readonly Sum[] {
  const [first, second] = cut;
  if (first === undefined) return [];
  if (first === 'WARD') return wardsOf(members);
  if (second === undefined) return [{ whole: [], parts: placesOf([first], members) }];
  return [
    ...placesOf([first], members).map((whole) => ({
      whole,
      parts: placesOf([second], members).map((part) => [...whole, ...part]),
    })),
    ...placesOf([second], members).map((whole) => ({
      whole,
      parts: placesOf([first], members).map((part) => [...part, ...whole]),
    })),
  ];
}

function wardsOf(members: Members): readonly Sum[] {
  const wards = members.get('WARD') ?? [];
  return (members.get('LOCALITY') ?? []).map(({ code }) => ({
    whole: [{ dimension: 'LOCALITY', code }],
    parts: wards
      .filter(({ within }) => within === code)
      .map((ward) => [{ dimension: 'WARD', code: ward.code }]),
  }));
}

/** A sum as a balance of cells. */
export function balanceOf({ whole, parts }: Sum, keyAt: (place: Place) => string): Balance {
  return { plus: [keyAt(whole)], minus: parts.map(keyAt) };
}
