import {
  ActivityType,
  Area,
  CeremonyKind,
  CityType,
  CommitmentKind,
  DatePrecision,
  DeadlineRuleType,
  DeadlineWording,
  DocumentKind,
  EvidenceLevel,
  IctRole,
  MemberRole,
  NetworkRoleName,
  PilotState,
  PracticeState,
  RefusalRule,
  ResultComparator,
  ResultDirection,
  ResultSpan,
  ReviewDecision,
  ScaleKind,
  Stage,
  TextOrigin,
} from "#prisma/generated/client/enums.ts";
import { type Action, actions } from "./authorization.ts";
import { builder } from "./builder.ts";

/** The code lists of the data as GraphQL enums; their labels are in locales/{locale}/codes.json. */
export const enums = {
  ActivityType: builder.enumType(ActivityType, { name: "ActivityType" }),
  Area: builder.enumType(Area, { name: "Area" }),
  CeremonyKind: builder.enumType(CeremonyKind, { name: "CeremonyKind" }),
  CityType: builder.enumType(CityType, { name: "CityType" }),
  CommitmentKind: builder.enumType(CommitmentKind, { name: "CommitmentKind" }),
  DatePrecision: builder.enumType(DatePrecision, { name: "DatePrecision" }),
  DeadlineRuleType: builder.enumType(DeadlineRuleType, { name: "DeadlineRuleType" }),
  DeadlineWording: builder.enumType(DeadlineWording, { name: "DeadlineWording" }),
  DocumentKind: builder.enumType(DocumentKind, { name: "DocumentKind" }),
  EvidenceLevel: builder.enumType(EvidenceLevel, { name: "EvidenceLevel" }),
  IctRole: builder.enumType(IctRole, { name: "IctRole" }),
  MemberRole: builder.enumType(MemberRole, { name: "MemberRole" }),
  NetworkRoleName: builder.enumType(NetworkRoleName, { name: "NetworkRoleName" }),
  PilotState: builder.enumType(PilotState, { name: "PilotState" }),
  PracticeState: builder.enumType(PracticeState, { name: "PracticeState" }),
  RefusalRule: builder.enumType(RefusalRule, { name: "RefusalRule" }),
  ResultComparator: builder.enumType(ResultComparator, { name: "ResultComparator" }),
  ResultDirection: builder.enumType(ResultDirection, { name: "ResultDirection" }),
  ResultSpan: builder.enumType(ResultSpan, { name: "ResultSpan" }),
  ReviewDecision: builder.enumType(ReviewDecision, { name: "ReviewDecision" }),
  ScaleKind: builder.enumType(ScaleKind, { name: "ScaleKind" }),
  Stage: builder.enumType(Stage, { name: "Stage" }),
  TextOrigin: builder.enumType(TextOrigin, { name: "TextOrigin" }),
};

/** What a viewer may do, e.g. pilot_sign_off for the action "pilot.sign_off". */
export const actionEnum = builder.enumType("Action", {
  values: Object.fromEntries(
    actions.map((action): [string, { value: Action }] => [action.replace(".", "_"), { value: action }]),
  ),
});
