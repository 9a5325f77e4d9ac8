import type { AnswerPath } from '../execution/answer-path.ts';
import type { FetchedShape, ObjectShape } from './shape.ts';

/** A path of what was fetched in the client's own names, up to where it leaves what the client selected. */
export function clientPath(root: ObjectShape, fetched: AnswerPath): AnswerPath {
  const path: (string | number)[] = [];
  // Which of several types an object had may not be known any more: all that it may have are followed.
  let shapes: readonly FetchedShape[] = [{ kind: 'OBJECT', nullable: false, object: root }];
  for (const step of fetched) {
    const next = typeof step === 'number' ? itemsOf(shapes) : fieldsOf(shapes, step);
    const [first] = next;
    if (first === undefined) break;
    path.push(typeof step === 'number' ? step : first.key);
    shapes = next.map(({ shape }) => shape);
  }
  return path;
}

interface Followed {
  readonly key: string;
  readonly shape: FetchedShape;
}

function itemsOf(shapes: readonly FetchedShape[]): Followed[] {
  return shapes.flatMap((shape) => (shape.kind === 'LIST' ? [{ key: '', shape: shape.item }] : []));
}

function fieldsOf(shapes: readonly FetchedShape[], source: string): Followed[] {
  return shapes
    .flatMap(objectsOf)
    .flatMap(({ fields }) =>
      fields.flatMap(({ key, source: from, value }) =>
        from !== source || value.kind === 'TYPENAME' || value.kind === 'INTROSPECTION'
          ? []
          : [{ key, shape: value }],
      ),
    );
}

function objectsOf(shape: FetchedShape): readonly ObjectShape[] {
  if (shape.kind === 'OBJECT') return [shape.object];
  if (shape.kind !== 'ABSTRACT') return [];
  return [...shape.objects.values(), ...(shape.untyped === null ? [] : [shape.untyped])];
}
