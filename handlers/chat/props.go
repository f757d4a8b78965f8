package chat

import (
	"context"
	"html"
	"io"

	"github.com/a-h/templ"

	"stoa/generated/db"
	"stoa/handlers/web"
	"stoa/internal/markdown"
	"stoa/services/chat"
	views "stoa/views/chat"
)

// messageProps prepares a message for a page. The text of an answer that is being written is what
// was last checkpointed; the stream replaces it.
func messageProps(p chat.Person, c chat.Conversation, m chat.Message) views.MessageProps {
	props := views.MessageProps{
		ID: m.ID.String(), ChatID: c.ID.String(), TenantID: p.Tenant.String(), ReadOnly: !c.MayWrite(),
		Role: string(m.Role), Status: string(m.Status), Author: m.Author, Error: m.Error, Notice: m.Notice,
		Time: web.Moment(m.CreatedAt, "time"), Receipt: receiptProps(m.Receipt),
	}
	if m.Role == db.MessageRoleUser {
		props.HTML = markdown.Text(m.Content)
	} else if m.Content != "" {
		props.HTML = linkCitations(markdown.HTML(m.Content), m.Sources)
	}
	props.Sources = sourceProps(m.Sources)
	return props
}

func receiptProps(r chat.Receipt) views.ReceiptProps {
	if r.Calls == 0 {
		return views.ReceiptProps{}
	}
	props := views.ReceiptProps{Model: r.Model, TokensIn: web.Count(r.Input), TokensOut: web.Count(r.Output), Cost: web.USD(r.Amount), Basis: "exact"}
	switch {
	case r.Unpriced == r.Calls:
		props.Cost = "price unknown"
	case r.Unpriced > 0:
		props.Cost += " and calls of unknown price"
	}
	if r.Estimated > 0 {
		props.Basis = "estimated"
	}
	return props
}

// replace wraps a component as the patch of one place of the page.
func replace(target, swap string, component templ.Component) templ.Component {
	patch := views.Patch(target, swap)
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return patch.Render(templ.WithChildren(ctx, component), w)
	})
}

// text is a component that is text.
func text(s string) templ.Component { return templ.Raw(html.EscapeString(s)) }
