package models

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"stoa/generated/db"
	"stoa/internal/llm"
)

// Stream answers req through the provider of its model. The receipt is written before the provider is asked and
// settled before Stream returns, also when the call was cancelled or failed.
func (s *Service) Stream(ctx context.Context, call llm.Call, req llm.Request, emit func(string) error) (llm.Result, error) {
	if call.Tenant == uuid.Nil || call.Purpose == "" {
		return llm.Result{Finish: llm.FinishFailed}, fmt.Errorf("models: a call needs a tenant and a purpose: %+v", call)
	}
	p, model, err := s.choose(ctx, req.Model)
	if err != nil {
		return llm.Result{Finish: llm.FinishFailed}, err
	}
	req.Model = model
	r, err := s.ledger.open(ctx, call, p.name(), req)
	if err != nil {
		res := llm.Result{Provider: p.name(), Model: model, Finish: llm.FinishFailed}
		if ctx.Err() != nil { // stopped before anything was asked
			res.Finish, err = llm.FinishStopped, context.Cause(ctx)
		}
		return res, err
	}
	return s.run(ctx, p, r, req, emit)
}

func (s *Service) run(ctx context.Context, p provider, r *receipt, req llm.Request, emit func(string) error) (llm.Result, error) {
	out := &output{emit: emit}
	settled := false
	defer func() {
		if !settled { // emit panicked: what was used is still owed
			s.ledger.settle(ctx, r, answer{finish: llm.FinishFailed}, db.CostStatusFailed, out.text.String())
		}
	}()
	a, err := p.stream(ctx, req, out.write)
	if err == nil {
		err = out.flush()
	}
	status, err := outcome(ctx, &a, err)
	usage, closed := s.ledger.settle(ctx, r, a, status, out.text.String())
	settled = true
	return llm.Result{Provider: r.provider, Model: r.model, Usage: usage, Finish: a.finish, CostEvent: r.id, Unsettled: !closed}, err
}

// outcome sorts how a call ended, and replaces the error of a cancelled one by the cause of the cancellation.
func outcome(ctx context.Context, a *answer, err error) (db.CostStatus, error) {
	switch {
	case err == nil:
		return db.CostStatusComplete, nil
	case ctx.Err() == nil:
		if a.finish == "" {
			a.finish = llm.FinishFailed
		}
		return db.CostStatusFailed, err
	case errors.Is(context.Cause(ctx), llm.ErrInterrupted):
		a.finish = llm.FinishInterrupted
		return db.CostStatusInterrupted, context.Cause(ctx)
	default:
		a.finish = llm.FinishStopped
		return db.CostStatusStopped, context.Cause(ctx)
	}
}

// output passes the pieces of an answer on, and keeps them for the count when the provider reports none.
type output struct {
	emit  func(string) error
	clean cleaner
	text  strings.Builder
}

func (o *output) write(delta string) error { return o.pass(o.clean.add(delta)) }

func (o *output) flush() error { return o.pass(o.clean.rest()) }

func (o *output) pass(delta string) error {
	if delta == "" {
		return nil
	}
	o.text.WriteString(delta)
	return o.emit(delta)
}
