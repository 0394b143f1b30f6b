import { createHmac } from 'node:crypto';

// A subscriber's copy: right whatever comes twice, late or again. See ../README.md.
export class Copy {
  #people = new Map();

  apply(told) {
    const people = told.data?.people ?? (told.state ? [told] : []);
    for (const person of people) {
      const held = this.#people.get(person.id);
      if (held && held.version > person.version) continue;
      this.#people.set(person.id, { version: person.version, citizen: person.state === 'active' ? person.citizen : null });
    }
  }

  held() {
    return [...this.#people].filter(([, one]) => one.citizen !== null).map(([id, one]) => ({ id, version: one.version })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  // What the hub is asked to compare, as JSON lines: POST /v1/subscriptions/NAME/reconciliation. The key: 16 or more random bytes, new each time.
  fingerprints(key, cursor) {
    const hash = (id, citizen) => createHmac('sha256', key).update(`${id}.${JSON.stringify(citizen)}`).digest('base64');
    const people = [...this.#people].filter(([, one]) => one.citizen !== null).map(([id, one]) => ({ id, hash: hash(id, one.citizen) }));
    return [{ key: key.toString('base64'), cursor }, ...people].map((line) => JSON.stringify(line));
  }
}
