import { createContext } from "react-router";
import type { Api } from "#graphql/api.ts";
import type { Context } from "#graphql/kernel/context.ts";
import type { Locale } from "./i18n/locales.ts";

/** What server.ts puts into every request's router context. */
export type RequestServices = { api: Api; context: Context; locale: Locale };

export const servicesContext = createContext<RequestServices>();
