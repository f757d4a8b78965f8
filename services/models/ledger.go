package models

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgconn"

	"stoa/generated/db"
	"stoa/internal/llm"
	"stoa/internal/pg"
	"stoa/internal/tenant"
)

const (
	settleWait = 10 * time.Second // settling outlives the caller by no more than this
	settleTry  = 200 * time.Millisecond
)

// ledger writes the receipts.
type ledger struct {
	doors  *tenant.Doors
	prices *priceBook
	log    *slog.Logger
	off    bool // whoever runs this wants no receipts

	searchTokens int64 // of a company in a day, for vectors and reranking; 0 is without bound
}

// receipt is the cost event of a running call, with the price that held when it began.
type receipt struct {
	tenant, id      uuid.UUID
	provider, model string
	price           Price
	version         *string // nil when nobody knows the price
	request         llm.Request
}

// open writes the receipt of a call before it is made, with a rough count of what will be sent; no receipt, no call.
func (l *ledger) open(ctx context.Context, call llm.Call, provider string, req llm.Request) (*receipt, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("models: receipt: %w", err)
	}
	r := &receipt{tenant: call.Tenant, id: id, provider: provider, model: req.Model, request: req}
	if l.off {
		r.id = uuid.Nil
		return r, nil
	}
	if err := l.priced(ctx, r, time.Now()); err != nil {
		return nil, noReceipt(err)
	}
	usage := llm.Usage{Input: roughRequest(req)}
	err = l.insert(ctx, call.Purpose, db.InsertCostEventParams{
		TenantID: call.Tenant, ID: id, UserID: call.User, Purpose: string(call.Purpose), Provider: provider, Model: req.Model,
		ConversationID: call.Conversation, MessageID: call.Message, GenerationID: call.Generation,
		InputTokens: usage.Input, Amount: r.amount(usage), PriceVersion: r.version,
	})
	if errors.Is(err, errSearchLimit) {
		return nil, errSearchLimit
	}
	if err != nil {
		return nil, noReceipt(err)
	}
	return r, nil
}

func noReceipt(err error) error {
	return &llm.Error{Kind: llm.Unavailable, Err: fmt.Errorf("models: receipt: %w", err),
		Message: "The cost of this answer could not be recorded, so no model was asked. Try again."}
}

func (l *ledger) priced(ctx context.Context, r *receipt, at time.Time) error {
	price, version, ok, err := l.ownPrice(ctx, r, at)
	if err == nil && !ok {
		price, version, ok, err = l.prices.find(ctx, r.provider, r.model, at)
	}
	if err != nil {
		return err
	}
	if ok {
		r.price, r.version = price, &version
	}
	return nil
}

// amount is nil when the price is unknown.
func (r *receipt) amount(u llm.Usage) *int64 {
	if r.version == nil && u != (llm.Usage{Exact: true}) { // nothing used costs nothing, whatever the price
		return nil
	}
	amount, ok := r.price.Amount(u)
	if !ok {
		return nil
	}
	return &amount
}

// settle completes a receipt with what was used; it does not end with ctx, since what was used is owed all the same.
// A receipt that cannot be settled is logged and stays running.
func (l *ledger) settle(ctx context.Context, r *receipt, a answer, status db.CostStatus, text string) (u llm.Usage, settled bool) {
	usage := used(a, r.request, text)
	if l.off {
		return usage, true
	}
	err := l.write(ctx, r, usage, status)
	if err != nil {
		l.log.ErrorContext(ctx, "a cost event could not be settled", "tenant", r.tenant, "cost_event", r.id, "err", err)
	}
	return usage, err == nil
}

// used is what the provider reported, else our own count.
func used(a answer, req llm.Request, text string) llm.Usage {
	switch {
	case a.usage != nil:
		return *a.usage
	case a.free:
		return llm.Usage{Exact: true}
	default:
		return llm.Usage{Input: countRequest(req), Output: countText(text)}
	}
}

func (l *ledger) write(ctx context.Context, r *receipt, u llm.Usage, status db.CostStatus) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settleWait)
	defer cancel()
	basis := db.CostBasisEstimated
	if u.Exact {
		basis = db.CostBasisExact
	}
	params := db.SettleCostEventParams{
		TenantID: r.tenant, ID: r.id, Status: status, Basis: basis, Model: r.model,
		InputTokens: u.Input, CachedTokens: u.Cached, CacheWriteTokens: u.CacheWrite, OutputTokens: u.Output,
		Amount: r.amount(u), PriceVersion: r.version,
	}
	for {
		_, err := db.New(l.doors.Tenant(r.tenant)).SettleCostEvent(ctx, params)
		var refused *pgconn.PgError
		if err == nil || errors.As(err, &refused) && !pgconn.SafeToRetry(err) && !pg.Away(err) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(settleTry):
		}
	}
}
