import { hubSurface, owners } from "../../test/registry/hub";
import { nameBook, nameWithPrefix, typePrefix } from "./names";

describe("whose a name is", () => {
  const book = nameBook(owners);
  const fieldOf = (name: string) => book.ownerOfField(name)?.name;
  const typeOf = (name: string) => book.ownerOfType(name)?.name;

  it("covers 290 municipalities, the agencies and the operator", () => {
    expect(owners.filter(({ kind }) => kind === "MUNICIPALITY")).toHaveLength(290);
    expect(new Set(owners.map(({ prefix }) => prefix)).size).toBe(owners.length);
  });

  it("gives every owner its own names, and none of another's", () => {
    for (const owner of owners) {
      for (const ending of ["", "Needs", "_needs", "A1"]) {
        expect(fieldOf(owner.prefix + ending)).toBe(owner.name);
        expect(typeOf(typePrefix(owner) + ending)).toBe(owner.name);
      }
    }
  });

  it("lets no two owners' rules fit one name, so that no order of owners matters", () => {
    for (const owner of owners) {
      const others = nameBook(owners.filter((other) => other !== owner));
      expect(others.ownerOfField(owner.prefix)).toBeUndefined();
      expect(others.ownerOfField(`${owner.prefix}Needs`)).toBeUndefined();
      expect(others.ownerOfType(`${typePrefix(owner)}Needs`)).toBeUndefined();
    }
  });

  it("gives nobody a type or a field of the hub's", () => {
    expect([...hubSurface.types].filter(typeOf)).toEqual([]);
    const fields = [hubSurface.queryFields, ...[...hubSurface.entities.values()].map((entity) => entity.fields)];
    expect(fields.flatMap((names) => [...names]).filter(fieldOf)).toEqual([]);
  });

  it.each([
    ["mark", "mark"],
    ["markNeeds", "mark"],
    ["mark_needs", "mark"],
    ["markaryd", "markaryd"],
    ["marknad", undefined],
    ["mark2", undefined],
    ["Mark", undefined],
    ["habo", "habo"],
    ["habo0305", "habo-0305"],
    ["habo0305Needs", "habo-0305"],
    ["habo03", undefined],
    ["upplandsVasbyNeeds", "upplands-vasby"],
    ["upplandsBro", "upplands-bro"],
    ["upplands", undefined],
    ["", undefined],
  ])("gives the field %s to %s", (name, owner) => {
    expect(fieldOf(name)).toBe(owner);
  });

  it("gives a name that fits two owners to the one with the longer prefix", () => {
    const two = nameBook([
      { name: "dals", prefix: "dals" },
      { name: "dals-ed", prefix: "dalsEd" },
    ]);
    expect(two.ownerOfField("dalsEdNeeds")?.name).toBe("dals-ed");
    expect(two.ownerOfField("dalsNeeds")?.name).toBe("dals");
  });

  it("is quick to read a name as long as a schema", () => {
    expect(fieldOf("sundsvall".padEnd(250_000, "A"))).toBe("sundsvall");
  });
});

describe("a name that is suggested", () => {
  const book = nameBook(owners);
  it.each([
    ["nykoping", "nykopingfoo", "nykopingFoo"],
    ["Nykoping", "Nykopingfoo", "NykopingFoo"],
    ["Nykoping", "nykoping_x", "NykopingX"],
    ["nykoping", "Nykoping", "nykoping"],
    ["nykoping", "nykoping2", "nykoping_2"],
    ["nykoping", "needs", "nykopingNeeds"],
    ["nykoping", "_needs", "nykopingNeeds"],
    ["nykoping", "_", "nykoping"],
    ["mark", "markarydNeeds", "markNeeds"],
    ["habo", "habo0305Needs", "haboNeeds"],
  ])("for %s instead of %s is %s", (prefix, name, suggested) => {
    const other = book.ownerOfField(name);
    const found = nameWithPrefix(prefix, name, other?.prefix === prefix ? undefined : other?.prefix);
    expect(found).toBe(suggested);
    expect((book.ownerOfField(found) ?? book.ownerOfType(found))?.prefix).toBe(prefix.toLowerCase());
  });
});
