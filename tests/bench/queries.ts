/** The same two questions, asked three ways. Each answers the same facts; the hand-written SQL is the floor. */

export const ours = {
  city: {
    query: `query($slug: String!) { city(slug: $slug) { slug name(locale: "fr") country population standing countingPilots
      accessions { signed { date precision } charterVersion { code } }
      slots { slot state pilot { slug title } } }
      practices(first: 6, filter: { city: $slug }) { edges { node { slug title summary language } } } }`,
  },
  progress: {
    query: `{ networkProgress { total { signatories counting distribution }
      byCountry { key signatories counting } byCharter { key signatories counting } } }`,
  },
};

export const peer = {
  city: {
    query: `query($slug: String!) { allCities(condition: { slug: $slug }, first: 1) { nodes { slug name countryCode population standing countingPilots
      cityNamesByCityId { nodes { locale name } }
      accessionsByCityId { nodes { signedOn signedPrecision charterVersionByCharterVersionId { code } } }
      pilotCitiesByCityId { nodes { slot pilotByPilotId { slug title state } } }
      practicesByCityId(first: 6, orderBy: PUBLISHED_ON_DESC) { nodes { slug title summary language } } } } }`,
  },
  progress: {
    query: `{ allCities(condition: { standing: "signatory" }) { totalCount nodes { countryCode charterCode countingPilots } } }`,
  },
};

export const sql = {
  city: `SELECT json_build_object('slug', c.slug, 'name', (SELECT name FROM "CityName" WHERE "cityId" = c.id AND locale = 'fr'),
      'country', c."countryCode", 'population', c.population, 'standing', c.standing, 'counting', c."countingPilots",
      'accessions', (SELECT json_agg(json_build_object('signedOn', a."signedOn", 'code', v.code)) FROM "Accession" a JOIN "CharterVersion" v ON v.id = a."charterVersionId" WHERE a."cityId" = c.id),
      'slots', (SELECT json_agg(json_build_object('slot', s.slot, 'slug', p.slug, 'title', p.title, 'state', p.state)) FROM "PilotCity" s JOIN "Pilot" p ON p.id = s."pilotId" WHERE s."cityId" = c.id),
      'practices', (SELECT json_agg(row_to_json(x)) FROM (SELECT slug, title, summary, language FROM "Practice" WHERE "cityId" = c.id AND state = 'published' ORDER BY "publishedOn" DESC LIMIT 6) x))
    FROM "City" c WHERE c.slug = $1 AND c.listed`,
  progress: `SELECT "countryCode", "charterCode", count(*), sum("countingPilots") FROM "City" WHERE standing = 'signatory' GROUP BY GROUPING SETS (("countryCode"), ("charterCode"), ("countingPilots"), ())`,
};
