package models

import (
	"context"

	"github.com/jackc/pgx/v5"

	"stoa/generated/db"
	"stoa/internal/llm"
)

// errSearchLimit says that the tokens of a day are spent.
var errSearchLimit = &llm.Error{Kind: llm.LimitReached, Message: "The tokens that your company may spend on it in a day are used up. They are counted anew at midnight UTC."}

// insert writes the receipt of a call that is about to be made, unless a limit forbids the call. Those that a limit holds for
// are admitted one after the other: however many come at once, none is admitted beyond it.
func (l *ledger) insert(ctx context.Context, purpose llm.Purpose, receipt db.InsertCostEventParams) error {
	door := l.doors.Tenant(receipt.TenantID)
	if l.searchTokens == 0 || purpose != llm.PurposePassages && purpose != llm.PurposeSearch && purpose != llm.PurposeRerank {
		return db.New(door).InsertCostEvent(ctx, receipt)
	}
	return door.InTx(ctx, func(tx pgx.Tx) error {
		q := db.New(tx)
		if _, err := q.LockReceipts(ctx, db.LockReceiptsParams{TenantID: receipt.TenantID}); err != nil {
			return err
		}
		spent, err := q.CountSearchTokens(ctx, db.CountSearchTokensParams{TenantID: receipt.TenantID})
		if err == nil && spent+receipt.InputTokens > l.searchTokens {
			err = errSearchLimit
		}
		if err != nil {
			return err
		}
		return q.InsertCostEvent(ctx, receipt)
	})
}
