package isolation

import (
	"encoding/json"
	"maps"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
)

// arguments makes a query's argument from the rows of a side; tenant is what goes in as @tenant_id.
// nil is for a query that takes none.
type arguments func(of *side, tenant uuid.UUID) any

// queryCases has every query that is bound to a tenant.
var queryCases = func() map[string]arguments {
	all := maps.Clone(writtenCases)
	maps.Copy(all, resourceCases)
	maps.Copy(all, knowledgeCases)
	maps.Copy(all, importCases)
	return all
}()

// writtenCases has the queries that are written by hand. A new query needs a line here.
var writtenCases = map[string]arguments{
	"GetTenant":  func(_ *side, t uuid.UUID) any { return db.GetTenantParams{TenantID: t} },
	"LockOwners": func(_ *side, t uuid.UUID) any { return db.LockOwnersParams{TenantID: t} },
	"GetMember":  func(s *side, t uuid.UUID) any { return db.GetMemberParams{TenantID: t, UserID: s.member} },
	"InsertInvitation": func(s *side, t uuid.UUID) any {
		return db.InsertInvitationParams{TenantID: t, ID: uuid.New(), TokenHash: key("new"), Role: db.MemberRoleOwner, CreatedBy: s.owner, ExpiresAt: time.Now()}
	},
	"ListOpenInvitations": func(_ *side, t uuid.UUID) any { return db.ListOpenInvitationsParams{TenantID: t} },
	"DeleteInvitation":    func(s *side, t uuid.UUID) any { return db.DeleteInvitationParams{TenantID: t, ID: s.invitation} },

	"InsertAPIToken": func(s *side, t uuid.UUID) any {
		return db.InsertAPITokenParams{TenantID: t, ID: uuid.New(), UserID: s.owner, Name: "New", TokenHash: key(uuid.NewString()), Hint: "hint",
			Scopes: []string{"*:*"}, ExpiresAt: tomorrow()}
	},
	"ListAPITokens": func(s *side, t uuid.UUID) any {
		return db.ListAPITokensParams{TenantID: t, UserID: s.owner, Everybody: true}
	},
	"CountAPITokens": func(s *side, t uuid.UUID) any { return db.CountAPITokensParams{TenantID: t, UserID: s.owner} },
	"DeleteAPIToken": func(s *side, t uuid.UUID) any {
		return db.DeleteAPITokenParams{TenantID: t, ID: s.apiToken, UserID: s.owner, Everybody: true}
	},

	"FindPriceOverride": func(s *side, t uuid.UUID) any {
		return db.FindPriceOverrideParams{TenantID: t, Provider: s.mark, Model: s.mark, Day: time.Now()}
	},

	"InsertConversation": func(s *side, t uuid.UUID) any {
		return db.InsertConversationParams{TenantID: t, ID: uuid.New(), UserID: s.owner, Title: "New"}
	},
	"RecentConversations": func(s *side, t uuid.UUID) any {
		return db.RecentConversationsParams{TenantID: t, UserID: s.owner, PageSize: 10}
	},
	"CountUnread": func(s *side, t uuid.UUID) any {
		return db.CountUnreadParams{TenantID: t, UserID: s.owner, Conversations: []uuid.UUID{s.chat, s.liveChat}}
	},
	"TouchConversation": func(s *side, t uuid.UUID) any { return db.TouchConversationParams{TenantID: t, ID: s.chat} },
	"StartWithAssistant": func(s *side, t uuid.UUID) any {
		return db.StartWithAssistantParams{TenantID: t, ConversationID: s.liveChat, AssistantID: s.of["assistants"].row, UserID: s.owner}
	},
	"LeaveAssistant": func(s *side, t uuid.UUID) any {
		return db.LeaveAssistantParams{TenantID: t, ConversationID: s.chat}
	},
	"ConversationBegun": func(s *side, t uuid.UUID) any {
		return db.ConversationBegunParams{TenantID: t, ConversationID: s.chat}
	},
	"ListOfferedAssistants": func(s *side, t uuid.UUID) any {
		return db.ListOfferedAssistantsParams{TenantID: t, UserID: s.owner, Most: 10}
	},
	"AssistantOfChat": func(s *side, t uuid.UUID) any {
		return db.AssistantOfChatParams{TenantID: t, ConversationID: s.chat, UserID: s.owner}
	},
	"SearchMessages": func(s *side, t uuid.UUID) any {
		return db.SearchMessagesParams{TenantID: t, UserID: s.owner, Pattern: "%" + s.mark + "%", Most: 10, Later: 49}
	},
	"OpenConversation": func(s *side, t uuid.UUID) any {
		return db.OpenConversationParams{TenantID: t, UserID: s.owner, ID: s.chat}
	},
	"MarkRead": func(s *side, t uuid.UUID) any {
		return db.MarkReadParams{TenantID: t, UserID: s.owner, ConversationID: s.chat, MessageID: s.answer}
	},
	"ListReaders": func(s *side, t uuid.UUID) any {
		return db.ListReadersParams{TenantID: t, UserID: s.admin, ConversationID: s.liveChat, MessageID: uuid.Nil}
	},
	"ListNames": func(s *side, t uuid.UUID) any { return db.ListNamesParams{TenantID: t, Users: []uuid.UUID{s.owner}} },
	"LockConversation": func(s *side, t uuid.UUID) any {
		return db.LockConversationParams{TenantID: t, UserID: s.owner, ID: s.chat}
	},

	"StartTurn": func(s *side, t uuid.UUID) any {
		return db.StartTurnParams{TenantID: t, UserID: s.owner, ConversationID: s.chat, QuestionID: uuid.New(), Content: "Slipped in", ClientID: uuid.New(),
			AnswerID: uuid.New(), GenerationID: uuid.New(), InstanceID: uuid.New(), LeaseSeconds: 10, DefaultTitle: "Mine", Title: "Mine now"}
	},
	"InsertMessage": func(s *side, t uuid.UUID) any {
		return db.InsertMessageParams{TenantID: t, ID: uuid.New(), ConversationID: s.chat, UserID: &s.owner, Role: db.MessageRoleUser,
			Status: db.MessageStatusComplete, Content: "Slipped in"}
	},
	"FindTurn": func(s *side, t uuid.UUID) any {
		return db.FindTurnParams{TenantID: t, ConversationID: s.chat, ClientID: s.clientID}
	},
	"FindMessage": func(s *side, t uuid.UUID) any {
		return db.FindMessageParams{TenantID: t, ConversationID: s.chat, ID: s.answer}
	},
	"ReadMessages": func(s *side, t uuid.UUID) any {
		return db.ReadMessagesParams{TenantID: t, UserID: s.owner, ConversationID: s.chat, Last: uuid.Max, PageSize: 100}
	},
	"ListHistory": func(s *side, t uuid.UUID) any {
		return db.ListHistoryParams{TenantID: t, ConversationID: s.chat, Before: s.answer, PageSize: 100}
	},
	"ReopenMessage": func(s *side, t uuid.UUID) any {
		return db.ReopenMessageParams{TenantID: t, ConversationID: s.brokenChat, ID: s.brokenAnswer}
	},

	"InsertGeneration": func(s *side, t uuid.UUID) any {
		return db.InsertGenerationParams{TenantID: t, ID: uuid.New(), ConversationID: s.chat, MessageID: s.answer, UserID: &s.owner, InstanceID: uuid.New(), LeaseSeconds: 10}
	},
	"GetRunningGeneration": func(s *side, t uuid.UUID) any {
		return db.GetRunningGenerationParams{TenantID: t, ConversationID: s.liveChat}
	},
	"GetGenerationText": func(s *side, t uuid.UUID) any { return db.GetGenerationTextParams{TenantID: t, ID: s.liveGeneration} },
	"GetDeadGeneration": func(s *side, t uuid.UUID) any { return db.GetDeadGenerationParams{TenantID: t, ID: s.liveGeneration} },
	"RequestStop":       func(s *side, t uuid.UUID) any { return db.RequestStopParams{TenantID: t, ConversationID: s.liveChat} },
	"CheckpointMessages": func(s *side, t uuid.UUID) any {
		return db.CheckpointMessagesParams{TenantID: t, GenerationIds: []uuid.UUID{s.liveGeneration}, MessageIds: []uuid.UUID{s.liveAnswer},
			Contents: []string{"Overwritten"}, LeaseSeconds: 60}
	},
	"FinishAnswer": func(s *side, t uuid.UUID) any {
		return db.FinishAnswerParams{TenantID: t, ID: s.liveGeneration, ConversationID: s.liveChat, Status: db.MessageStatusFailed, Content: "Overwritten"}
	},

	"InsertCostEvent": func(s *side, t uuid.UUID) any {
		return db.InsertCostEventParams{TenantID: t, ID: uuid.New(), UserID: &s.owner, Purpose: "chat", Provider: "p", Model: "m",
			ConversationID: &s.chat, MessageID: &s.answer, GenerationID: &s.liveGeneration}
	},
	"LockReceipts":      func(_ *side, t uuid.UUID) any { return db.LockReceiptsParams{TenantID: t} },
	"CountSearchTokens": func(_ *side, t uuid.UUID) any { return db.CountSearchTokensParams{TenantID: t} },
	"UsageNow": func(_ *side, t uuid.UUID) any {
		return db.UsageNowParams{TenantID: t, Day: time.Now().AddDate(0, 0, -1)}
	},
	"SettleCostEvent": func(s *side, t uuid.UUID) any {
		return db.SettleCostEventParams{TenantID: t, ID: s.costRunning, Status: db.CostStatusComplete, Basis: db.CostBasisExact, Model: "m", InputTokens: 1}
	},
	"ListLeftCostEvents": func(_ *side, t uuid.UUID) any { return db.ListLeftCostEventsParams{TenantID: t} },
	"GetRunningCostEvent": func(s *side, t uuid.UUID) any {
		return db.GetRunningCostEventParams{TenantID: t, GenerationID: s.liveGeneration}
	},
	"UsageTotals": func(_ *side, t uuid.UUID) any {
		return db.UsageTotalsParams{TenantID: t, FromTime: yesterday(), ToTime: tomorrow()}
	},
	"UsageByDay": func(_ *side, t uuid.UUID) any {
		return db.UsageByDayParams{TenantID: t, FromTime: yesterday(), ToTime: tomorrow()}
	},
	"UsageByModel": func(_ *side, t uuid.UUID) any {
		return db.UsageByModelParams{TenantID: t, FromTime: yesterday(), ToTime: tomorrow()}
	},
	"UsageByPerson": func(_ *side, t uuid.UUID) any {
		return db.UsageByPersonParams{TenantID: t, FromTime: yesterday(), ToTime: tomorrow()}
	},
}

// alsoWrites names the queries that return rows and write all the same.
var alsoWrites = map[string]bool{"CheckpointMessages": true, "StartTurn": true, "FinishAnswer": true, "HitThrottle": true, "InsertVersion": true, "TakeVersion": true, "StumbleVersion": true, "DeleteVectors": true}

// systemCases has every query of queries/system*.sql.
var systemCases = map[string]arguments{
	"ListTenants":  func(*side, uuid.UUID) any { return nil },
	"InsertTenant": func(*side, uuid.UUID) any { return db.InsertTenantParams{ID: uuid.New(), Name: "New"} },
	"InsertUser": func(*side, uuid.UUID) any {
		return db.InsertUserParams{ID: uuid.New(), Email: "new@example.com", Name: "New", PasswordHash: "x"}
	},
	"InsertMembership": func(s *side, t uuid.UUID) any {
		if t == s.tenant { // somebody who is not a member yet
			return db.InsertMembershipParams{TenantID: t, UserID: stranger, Role: db.MemberRoleOwner}
		}
		return db.InsertMembershipParams{TenantID: t, UserID: s.owner, Role: db.MemberRoleOwner}
	},
	"GetUserByEmail":  func(s *side, _ uuid.UUID) any { return db.GetUserByEmailParams{Email: s.ownerEmail} },
	"GetUserByID":     func(s *side, _ uuid.UUID) any { return db.GetUserByIDParams{ID: s.owner} },
	"SetPasswordHash": func(s *side, _ uuid.UUID) any { return db.SetPasswordHashParams{ID: s.owner, PasswordHash: "mine"} },
	"ReplacePasswordHash": func(s *side, _ uuid.UUID) any {
		return db.ReplacePasswordHashParams{ID: s.owner, PasswordHash: "mine", Old: "hash " + s.mark}
	},
	"ListMembershipsOfUser": func(s *side, _ uuid.UUID) any {
		return db.ListMembershipsOfUserParams{UserID: s.owner}
	},
	"InsertSession": func(s *side, _ uuid.UUID) any {
		return db.InsertSessionParams{IDHash: key("forged"), UserID: s.owner, TenantID: s.tenant, Data: json.RawMessage("{}"), ExpiresAt: tomorrow()}
	},
	"FindSessions": func(s *side, _ uuid.UUID) any {
		return db.FindSessionsParams{Keys: [][]byte{key(s.ownerCookie)}, IdleSince: yesterday()}
	},
	"ListStandings": func(s *side, _ uuid.UUID) any {
		return db.ListStandingsParams{Keys: [][]byte{key(s.ownerCookie), key(s.token("owner"))}, IdleSince: yesterday()}
	},
	"TouchSession": func(s *side, _ uuid.UUID) any { return db.TouchSessionParams{IDHash: key(s.ownerCookie)} },
	"UpdateSessionData": func(s *side, _ uuid.UUID) any {
		return db.UpdateSessionDataParams{IDHash: key(s.ownerCookie), Data: json.RawMessage("{}")}
	},
	"DeleteSession": func(s *side, _ uuid.UUID) any { return db.DeleteSessionParams{IDHash: key(s.ownerCookie)} },
	"DeleteSessionsOfUserExcept": func(s *side, _ uuid.UUID) any {
		return db.DeleteSessionsOfUserExceptParams{UserID: s.owner, IDHash: key("none")}
	},
	"DeleteSessionsOfMember": func(s *side, t uuid.UUID) any {
		return db.DeleteSessionsOfMemberParams{UserID: s.owner, TenantID: t}
	},
	"DeleteExpiredSessions": func(*side, uuid.UUID) any { return db.DeleteExpiredSessionsParams{IdleSince: yesterday()} },
	"GetInvitationByToken": func(s *side, _ uuid.UUID) any {
		return db.GetInvitationByTokenParams{TokenHash: key(s.invitationToken)}
	},
	"AcceptInvitation": func(s *side, t uuid.UUID) any {
		return db.AcceptInvitationParams{TenantID: t, ID: s.invitation, UserID: &s.owner}
	},
	"GetAPIToken":            func(s *side, _ uuid.UUID) any { return db.GetAPITokenParams{TokenHash: key(s.token("owner"))} },
	"TouchAPIToken":          func(s *side, _ uuid.UUID) any { return db.TouchAPITokenParams{TokenHash: key(s.token("owner"))} },
	"DeleteAPITokensOfUser":  func(s *side, _ uuid.UUID) any { return db.DeleteAPITokensOfUserParams{UserID: s.owner} },
	"DeleteExpiredAPITokens": func(*side, uuid.UUID) any { return nil },
	"HitThrottle":            func(s *side, _ uuid.UUID) any { return db.HitThrottleParams{Bucket: s.bucket, WindowSeconds: 60} },
	"GetThrottle":            func(s *side, _ uuid.UUID) any { return db.GetThrottleParams{Bucket: s.bucket} },
	"ClearThrottle":          func(s *side, _ uuid.UUID) any { return db.ClearThrottleParams{Bucket: s.bucket} },
	"DeleteExpiredThrottles": func(*side, uuid.UUID) any { return nil },
	"ListDeadGenerations":    func(*side, uuid.UUID) any { return db.ListDeadGenerationsParams{InstanceID: uuid.New()} },
	"TenantsWithDocuments":   func(*side, uuid.UUID) any { return nil },
	"TenantsWithoutVectors":  func(*side, uuid.UUID) any { return db.TenantsWithoutVectorsParams{Key: "another"} },
	"TenantsWithImports":     func(*side, uuid.UUID) any { return db.TenantsWithImportsParams{Old: yesterday()} },
	"ListPrices":             func(*side, uuid.UUID) any { return nil },
	"DeleteOldEvents":        func(*side, uuid.UUID) any { return db.DeleteOldEventsParams{Before: tomorrow(), Batch: 1000} },
	"UpsertPrice": func(*side, uuid.UUID) any {
		return db.UpsertPriceParams{Provider: "p", Model: "m", EffectiveFrom: yesterday(), Version: "v"}
	},
}

func yesterday() time.Time { return time.Now().Add(-24 * time.Hour) }
func tomorrow() time.Time  { return time.Now().Add(24 * time.Hour) }
