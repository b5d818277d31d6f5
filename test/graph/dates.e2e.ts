import { startTestHub, type TestHub } from "../testkit/hub";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub("seeded");
});
afterAll(() => hub.stop());

it("puts a date in words as exactly as it is known, in Swedish and English", async () => {
  const date = "date { value precision certainty label en: label(language: EN) }";
  const { call, social, nykoping } = await hub.data(`{
    call: initiative(id: "0191-pilotprojekt-for-foreningslivet") { milestones { ${date} } }
    social: programme(id: "0191-sociala-insatser") { milestones { ${date} } }
    nykoping: programme(id: "0480-arbetet-att-minska-och-motverka-segregation-2022") { milestones { ${date} } }
  }`);
  expect(call.milestones).toContainEqual({
    date: { value: "2024-21", precision: "SEASON", certainty: "STATED", label: "våren 2024", en: "spring 2024" },
  });
  expect(social.milestones).toContainEqual({
    date: { value: "2018-04", precision: "MONTH", certainty: "INFERRED", label: "april 2018", en: "April 2018" },
  });
  expect(social.milestones).toContainEqual({
    date: { value: "2021", precision: "YEAR", certainty: "INFERRED", label: "2021", en: "2021" },
  });
  expect(nykoping.milestones).toContainEqual({
    date: {
      value: "2021-12-08",
      precision: "DAY",
      certainty: "STATED",
      label: "8 december 2021",
      en: "8 December 2021",
    },
  });
});

it("gives quality notes in the language asked for, in Swedish when nothing is said", async () => {
  const { pot } = await hub.data(`{ pot(id: "2181-potten-2020") {
    qualityNotes { code severity field message sv: message(language: SV) en: message(language: EN) }
  } }`);
  expect(pot.qualityNotes.length).toBeGreaterThan(1);
  for (const { message, sv, en } of pot.qualityNotes) {
    expect(message).toBe(sv);
    expect(en).not.toBe(sv);
    expect(en).not.toBe("");
  }
});
