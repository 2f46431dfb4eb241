import { index, route, type RouteConfig } from "@react-router/dev/routes";

/** The whole address space. Folders are named after concepts, files after what a person does there. */
export default [
  index("home/choose-language.ts"),
  route(":locale", "locale.tsx", [
    index("home/show.tsx"),

    route("cities", "city/list.tsx"),
    route("cities/:slug", "city/show.tsx"),
    route("cities/:slug/edit", "city/edit.tsx"),
    route("cities/:slug/contacts", "city/contacts.tsx"),
    route("cities/:slug/contacts/:id", "city/contact.tsx"),
    route("cities/:slug/members", "identity/members.tsx"),

    route("tasks", "city/tasks.tsx"),

    route("progress", "report/progress.tsx"),
    route("network", "report/network.tsx"),
    route("network/review", "report/queue.tsx"),
    route("network/review/pilots/:slug", "report/review-pilot.tsx"),
    route("network/review/practices/:slug", "report/review-practice.tsx"),
    route("network/late", "report/late.tsx"),

    route("charter", "charter/show.tsx"),
    route("network/accessions", "charter/accessions.tsx"),
    route("network/accessions/new", "charter/admit.tsx"),
    route("network/accessions/:id", "charter/accession.tsx"),
    route("network/accessions/:id/edit", "charter/accession-edit.tsx"),
    route("network/accessions/:id/group", "charter/accession-group.tsx"),
    route("network/accessions/:id/council", "charter/accession-council.tsx"),
    route("network/accessions/:id/ceremony", "charter/accession-ceremony.tsx"),
    route("network/accessions/:id/document", "charter/accession-document.tsx"),
    route("network/accessions/:id/extension", "charter/accession-extension.tsx"),
    route("network/accessions/:id/end", "charter/accession-end.tsx"),

    route("sign-in", "identity/sign-in.tsx"),
    route("sign-in/code", "identity/code.tsx"),
    route("account", "identity/account.tsx"),
    route("mailbox", "identity/mailbox.tsx"),

    route("pilots", "pilot/list.ts"),
    route("cities/:slug/pilots/new", "pilot/new.tsx"),
    route("pilots/:slug", "pilot/show.tsx"),
    route("pilots/:slug/edit", "pilot/edit.tsx"),
    route("pilots/:slug/edit/about", "pilot/edit-about.tsx"),
    route("pilots/:slug/edit/classification", "pilot/edit-classification.tsx"),
    route("pilots/:slug/edit/stage", "pilot/edit-stage.tsx"),
    route("pilots/:slug/edit/scale", "pilot/edit-scale.tsx"),
    route("pilots/:slug/edit/partners", "pilot/edit-partners.tsx"),
    route("pilots/:slug/edit/replication", "pilot/edit-replication.tsx"),
    route("pilots/:slug/edit/impact", "pilot/edit-impact.tsx"),
    route("pilots/:slug/edit/contact", "pilot/edit-contact.tsx"),
    route("pilots/:slug/check", "pilot/check.tsx"),
    route("pilots/:slug/log/new", "pilot/log.tsx"),
    route("pilots/:slug/results/new", "pilot/result.tsx", { id: "pilot/result-new" }),
    route("pilots/:slug/results/:id", "pilot/result.tsx"),
    route("pilots/:slug/translations/:language", "pilot/translation.tsx"),
    route("pilots/:slug/sharing", "pilot/sharing.tsx"),

    route("cities/:slug/practices/new", "practice/new.tsx"),
    route("practices", "practice/list.ts"),
    route("practices/:slug", "practice/show.tsx"),
    route("practices/:slug/edit", "practice/edit.tsx"),
    route("practices/:slug/edit/:step", "practice/step.tsx"),
    route("practices/:slug/check", "practice/check.tsx"),
    route("practices/:slug/translations/:language", "practice/translation.tsx"),

    route("search", "search/show.tsx"),
    route(":page", "pages/show.tsx"),
    route("*", "pages/missing.ts"),
  ]),
  route("*", "pages/missing.ts", { id: "missing-root" }),
] satisfies RouteConfig;
