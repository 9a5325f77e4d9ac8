import type { Property } from '@postern/odata';

type Described = Pick<Property, 'name' | 'description'>;

export function text(name: string, description: string, nullable = false): Property {
  return { name, type: 'Edm.String', nullable, description };
}

export function moment(name: string, description: string, nullable = false): Property {
  return { name, type: 'Edm.DateTimeOffset', nullable, description };
}

export function decimal({ name, description }: Described): Property {
  return { name, type: 'Edm.Decimal', nullable: true, description };
}

export function truth({ name, description }: Described): Property {
  return { name, type: 'Edm.Boolean', nullable: false, description };
}
