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
}
