package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/config"
	"stoa/internal/tenant"
	"stoa/services/auth"
)

// demoPassword opens every account of the demonstration.
const demoPassword = "a walk in the stoa"

// demoCompany is a company of the demonstration: who works there and what they talk about.
type demoCompany struct {
	name   string
	people []demoPerson
	talks  []demoTalk
	models []demoModel
}

type demoPerson struct{ name, email string }

type demoTalk struct{ title, question, answer string }

// demoModel is a model with prices in nano-USD per token.
type demoModel struct {
	provider, model string
	input, output   int64
}

var demoCompanies = []demoCompany{
	{
		name:   "Northwind Traders",
		people: []demoPerson{{"Ada Lovelace", "ada@northwind.example"}, {"Grace Hopper", "grace@northwind.example"}, {"Alan Turing", "alan@northwind.example"}},
		models: []demoModel{{"openai", "gpt-4o-mini", 150, 600}, {"openai", "gpt-4o", 2500, 10000}},
		talks: []demoTalk{
			{"Refund policy for resellers", "A reseller asks for a refund after 45 days. What may I offer?", "Direct refunds end after 30 days, but resellers may return unopened units for **store credit within 60 days**. The credit is the invoice price less a 10 % handling fee.\n\nTwo conditions apply:\n\n- the units are on the list of stock items;\n- the account has no overdue invoice.\n\n```\ncredit = invoice_price × units × 0.90\n```"},
			{"Notes for the Monday call", "Make three points out of these notes: late deliveries in the north, new price list, two people on leave.", "1. **Deliveries**: the north is late; name a date for each order.\n2. **Price list**: the new one holds from the first; old offers stay valid until then.\n3. **Staff**: two people are on leave; agree who stands in."},
			{"SQL for churn by region", "Write a query for monthly churn by region.", "```sql\nSELECT region, date_trunc('month', ended_at) AS month,\n       count(*) AS ended\nFROM subscriptions\nWHERE ended_at IS NOT NULL\nGROUP BY 1, 2\nORDER BY 2, 1;\n```\n\nDivide by the customers at the start of each month to get the rate."},
			{"Translate the packing note", "Say in German: fragile, keep upright, open on this side.", "| English | German |\n|---|---|\n| Fragile | Zerbrechlich |\n| Keep upright | Aufrecht halten |\n| Open on this side | Hier öffnen |"},
		},
	},
	{
		name:   "Contoso Clinic",
		people: []demoPerson{{"Florence Nightingale", "florence@contoso.example"}, {"Ignaz Semmelweis", "ignaz@contoso.example"}},
		models: []demoModel{{"anthropic", "claude-3-5-haiku", 800, 4000}, {"openai", "gpt-4o-mini", 150, 600}},
		talks: []demoTalk{
			{"Hand hygiene leaflet", "Write two sentences for a leaflet about washing hands.", "Wash your hands with soap for as long as it takes to count to thirty, and dry them well. It is the simplest thing that protects everybody in this house."},
			{"Roster for the holidays", "What should a fair holiday roster look at?", "It should look at **who worked last year**, at school holidays, and at how many people each ward needs at least. Publish it early, and let people swap among themselves."},
			{"Letter to a supplier", "Ask a supplier politely where our gloves are.", "Dear Sir or Madam,\n\nwe ordered 200 boxes of gloves on the third and have not received them. Could you tell us when they will arrive?\n\nWith kind regards"},
		},
	},
}

var demoCommands = map[string]command{"demo": {"fill two companies with chats and thirty days of cost", demo}}

// demo fills two companies with people, chats and thirty days of cost. It adds to what is there and
// refuses to run twice.
func demo(ctx context.Context) error {
	c, err := config.Load()
	if err != nil {
		return err
	}
	log := newLog(c)
	d, err := besideServer(ctx, c, log)
	if err != nil {
		return err
	}
	defer d.close(context.WithoutCancel(ctx), log)
	accounts := auth.New(d.doors, auth.Open, log)
	for _, company := range demoCompanies {
		if err := company.fill(ctx, accounts, d.doors); err != nil {
			return fmt.Errorf("%s: %w", company.name, err)
		}
		fmt.Printf("%s: log in as %s with the password %q\n", company.name, company.people[0].email, demoPassword)
	}
	return nil
}

func (dc demoCompany) fill(ctx context.Context, accounts *auth.Service, doors *tenant.Doors) error {
	owner, err := accounts.Register(ctx, auth.NewCompany{
		Company: dc.name, Name: dc.people[0].name, Email: dc.people[0].email, Password: demoPassword,
	}, "demo", nil)
	if err != nil {
		return fmt.Errorf("%w: the demonstration was made before, or an address is taken", err)
	}
	users := []uuid.UUID{owner.User}
	for _, p := range dc.people[1:] {
		user, err := join(ctx, accounts, owner, p)
		if err != nil {
			return err
		}
		users = append(users, user)
	}
	q := db.New(doors.Tenant(owner.Tenant))
	// The same seed each time: two demonstrations look alike.
	rng := rand.New(rand.NewPCG(1, uint64(len(dc.name))))
	now := time.Now()
	for day := 30; day >= 0; day-- {
		for range 1 + rng.IntN(4) {
			at := now.AddDate(0, 0, -day).Add(-time.Duration(rng.IntN(600)) * time.Minute)
			talk, model := dc.talks[rng.IntN(len(dc.talks))], dc.models[rng.IntN(len(dc.models))]
			if err := model.chat(ctx, q, owner.Tenant, users[rng.IntN(len(users))], talk, at); err != nil {
				return err
			}
		}
	}
	return nil
}

func join(ctx context.Context, accounts *auth.Service, owner auth.Login, p demoPerson) (uuid.UUID, error) {
	token, err := accounts.Invite(ctx, auth.Actor{Tenant: owner.Tenant, User: owner.User, Role: "owner"}, "member")
	if err != nil {
		return uuid.Nil, err
	}
	login, err := accounts.JoinNew(ctx, token, auth.NewPerson{Name: p.name, Email: p.email, Password: demoPassword}, "demo", nil)
	return login.User, err
}

// chat writes one conversation of two messages and the receipt of its answer.
func (m demoModel) chat(ctx context.Context, q *db.Queries, tenant, user uuid.UUID, talk demoTalk, at time.Time) error {
	conversation, question, answer, cost := newID(), newID(), newID(), newID()
	later := at.Add(20 * time.Second)
	input, output := int64(40+12*len(talk.question)), int64(len(talk.answer)/3)
	amount, version := input*m.input+output*m.output, "demonstration"
	steps := []func() error{
		func() error {
			return q.InsertConversation(ctx, db.InsertConversationParams{TenantID: tenant, ID: conversation, UserID: user, Title: talk.title, Model: &m.model, CreatedAt: &at})
		},
		func() error {
			return q.InsertMessage(ctx, db.InsertMessageParams{TenantID: tenant, ID: question, ConversationID: conversation, UserID: &user, Role: db.MessageRoleUser, Status: db.MessageStatusComplete, Content: talk.question, CreatedAt: &at})
		},
		func() error {
			return q.InsertMessage(ctx, db.InsertMessageParams{TenantID: tenant, ID: answer, ConversationID: conversation, Role: db.MessageRoleAssistant, Status: db.MessageStatusComplete, Content: talk.answer, CreatedAt: &later})
		},
		func() error {
			return q.InsertCostEvent(ctx, db.InsertCostEventParams{TenantID: tenant, ID: cost, UserID: &user, Purpose: "chat", Provider: m.provider, Model: m.model, ConversationID: &conversation, MessageID: &answer, InputTokens: input, CreatedAt: &at})
		},
		func() error {
			_, err := q.SettleCostEvent(ctx, db.SettleCostEventParams{TenantID: tenant, ID: cost, Status: db.CostStatusComplete, Basis: db.CostBasisExact, Model: m.model, InputTokens: input, OutputTokens: output, Amount: &amount, PriceVersion: &version})
			return err
		},
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func newID() uuid.UUID { return uuid.Must(uuid.NewV7()) }
